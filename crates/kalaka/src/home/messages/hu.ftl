home-title = { $town }: amit együtt csinálunk
home-lead = { $organisations ->
    [0] Szervezet még nincs itt,
   *[other] { $organisations } szervezet
} { $citizens ->
    [0] és polgári csoport sincs még.
   *[other] és { $citizens } polgári csoport.
}
home-few = { $max ->
    [one] Egyszerre egy dolog, hogy el is készüljön.
    [2] Egyszerre legfeljebb két dolog, hogy el is készüljön.
    [3] Egyszerre legfeljebb három dolog, hogy el is készüljön.
    [4] Egyszerre legfeljebb négy dolog, hogy el is készüljön.
   *[other] Egyszerre legfeljebb { $max } dolog, hogy el is készüljön.
}
home-read-along = Olvasni bárki olvashat.
home-by-invitation = Ahhoz, hogy szólj és szavazz, meghívó kell: kérj egy itt lévő csoporttól vagy egy segítőtől.
home-join = Én is benne vagyok
home-what-for = Mire való ez, és mit hagy a tanácsra
home-waiting = Rád vár
home-nothing-waits = Most semmi sem vár rád. Mit látnál szívesen a városban?
home-name-need = Új igény
home-both-sides = Mindkét oldal kell hozzá.
home-vote-as = Szavazhatsz { $voices }.
home-for-yourself = a magad nevében
home-for-group = { $name } nevében
home-closes = Lezárul:
home-vote = Szavazok
home-look = Megnézem
home-group-promised = Ezt { $name } vállalta.
home-you-promised = Ezt te vállaltad.
home-due = Határidő:
home-was-due = Lejárt:
home-say-how = Hogy sikerült?
home-new-posts = { $count ->
    [one] Egy új hozzászólás,
   *[other] { $count } új hozzászólás, a legutóbbi:
}
home-stuck = Ahol rád van szükség
home-nothing-stuck = Semmi sem akadt el. Jó nap arra, hogy megkérdezz valakit, hogy van.
home-call = Hívd fel őket: { $names }.
home-draft = tervezet
home-lacks-sectors = { $count ->
    [one] Még egy másik ágazatból hiányzik egy szervezet.
   *[other] Még { $count } ágazatból hiányoznak szervezetek.
}
home-lacks-citizens = Hiányzik egy polgári csoport, vagy két polgár.
home-one-sided = { $side ->
    [organisations] { $may } szervezetből { $cast } szavazott
   *[citizens] { $may } polgári hangból { $cast } szavazott
}
home-silent = { $count ->
    [one] Egy csoport meghívást kapott, és hallgat
   *[other] { $count } csoport meghívást kapott, és hallgat
}
home-silent-who = Több mint { $days } napja: { $names }.
home-focuses = Fókuszaink
home-places = { $max } helyből { $taken } foglalt
home-provisional = ideiglenes
home-no-initiative = Itt még senki sem kezdett bele semmibe.
home-begin = Kezdj bele
home-kept = { $count ->
    [one] egy vállalás teljesült
   *[other] { $count } vállalás teljesült
}
home-carried-by = Akik viszik
home-and-more = és még { $count }
home-next = Következik
home-until = határidő:
home-missing = Hiányzik
home-promise-missing = egy vállalás a következő hetekre.
home-make-promise = Tegyél egyet
home-ends = Lejár
home-free = { $count ->
    [one] Egy hely szabad.
   *[other] { $count } hely szabad.
}
home-seat = Ami a legtöbbünké, abból lehet a következő:
home-no-needs = A fókusz igényekből nő ki. Még senki sem írt le egyet sem.
home-deciding = Amiről most döntünk
home-all-decisions = Minden döntés
home-results = Ami lett belőle
home-all-results = Minden eredmény
home-no-results = Még nincs mit mutatni. Az első eredmény egy teljesített vállalásból lesz.
home-see-initiatives = Nézd meg a kezdeményezéseket
home-talk = Amiről legutóbb beszéltünk
home-forum = A fórumhoz
home-no-threads = Még senki sem szólt. Valakinek el kell kezdenie.
home-open-thread = Kezdj egy beszélgetést
home-circle = alapító kör
home-posts = { $count ->
    [one] egy hozzászólás
   *[other] { $count } hozzászólás
}
home-coming = Ami jön
home-meetings = Találkozók
home-nothing-next = Még nincs semmi kitűzve.
home-set-meeting = Tűzz ki egy találkozót
home-next-meeting = Találkozó:
home-next-closes = A szavazás vége:
home-next-promise = Vállalás:
home-next-term = Lejár a fókusz:
home-here = Kik vannak itt
home-all-groups = Minden csoport
home-nobody = Még senki sincs itt. Kik tartoznak a városhoz?
home-add-group = Adj hozzá egy csoportot
home-legend = A teli jel itt van, az üreset ismerjük, de még nincs itt. A körök középen a polgárok csoportjai.
home-gap = Senki sincs itt ebből az ágazatból: { $sector }.
home-gap-who = Ki lehetne az?
home-no-citizens = Még egy polgári csoport sincs itt.
home-found-group = Alapíts egyet
home-needs = Ami a legtöbbünké
home-all-needs = Minden igény
home-shared-by = { $organisations ->
    [0] Osztozik benne
   *[other] Osztozik benne { $organisations } szervezet és
} { $citizens ->
    [0] még egy polgár sem
   *[other] { $citizens } polgár
}
home-being-founded = { $town }: most rakjuk az alapokat
home-circle-lead = Isten hozott, { $name }. Azok közé tartozol, akik elkezdik. Amíg meg nem nyílik, csak a meghívottak olvassák, amit itt mondunk.
home-to-circle = Mi van kész, és mi hiányzik
home-welcome-lead = A város néhány szervezete és polgára helyet készít mindannyiunknak: hogy beszéljünk, megegyezzünk néhány dologban, és meg is csináljuk.
home-welcome-when = Ha elkészültek, megnyílik mindenki előtt. Itt fogod olvasni.
home-welcome-invited = Téged is meghívtak? A leveledben lévő linkkel jöhetsz be. Ha már jártál itt, lépj be az e-mail-címeddel.
home-announced = Közlemény
