stakes-title = Kit érint, és ki tehet érte
stakes-lead = Minden csoport maga mondja meg, mennyire érinti ez, és mennyit tehet érte. Semmit sem találgatunk.
stakes-see = Megnézem mind
stakes-heard = { $count ->
    [0] Még egy csoport sem mondta meg, mennyire érinti.
    [one] { $of } csoportból egy mondta meg, mennyire érinti.
   *[other] { $of } csoportból { $count } mondta meg, mennyire érinti.
}
stakes-answered = { $count ->
    [0] még senki sem válaszolt
    [one] egy csoport válaszolt
   *[other] { $count } csoport válaszolt
}
stakes-answer-for-mine = Válaszolok a csoportom nevében
stakes-answer-for = Válaszolok: { $name }
stakes-not-yet-own = { $name }: még nem válaszolt. Két kérdés, négy-négy fokozat.
stakes-none = Még egy csoport sem válaszolt.
stakes-caption = Balról jobbra: mennyire érinti őket. Alulról fölfelé: mennyit tehetnek érte. A teli jel a csoport saját válasza; az üres azt mutatja, mit gondolnak a tagok olyanokról, akik még nincsenek itt.
stakes-concern = Mennyire érinti ez ezt a csoportot?
stakes-influence = Mennyit tehet érte?
stakes-concern-1 = alig
stakes-concern-2 = kicsit
stakes-concern-3 = eléggé
stakes-concern-4 = nagyon
stakes-influence-1 = szinte semmit
stakes-influence-2 = keveset
stakes-influence-3 = sokat
stakes-influence-4 = nagyon sokat
stakes-concerns = Érinti őket:
stakes-can-do = Tehetnek érte:
stakes-who-said = Ki mondja
stakes-itself = Maga mondja,
stakes-itself-by = Maga mondja, a nevében szólt: { $name },
stakes-members = { $count ->
    [one] Még nincs itt. Egy tag gondolja így.
   *[other] Még nincs itt. { $count } tag véleményének a közepe.
}
stakes-change = Módosítom
stakes-say-too = Elmondom, mit gondolok
stakes-silent = { $count ->
    [one] Egy csoport még nem válaszolt
   *[other] { $count } csoport még nem válaszolt
}
stakes-silent-says = Nem tudjuk, hol állnak ebben. Aki a nevükben szól, válaszolhat.
stakes-ask = Kit mennyire érint?
stakes-ask-another = Válaszolok, vagy elmondom, mit gondolok valakiről, aki még nincs itt
stakes-group = Melyik csoport?
stakes-group-hint = A saját csoportod nevében az ő hangján válaszolsz. Olyanokról, akik még nincsenek itt, azt mondod, amit gondolsz; mások azt látják, hányan mondtatok véleményt, és mi a közepe.
stakes-for-it = { $name } (a nevében válaszolok)
stakes-about-it = { $name } (még nincs itt; amit gondolok)
stakes-nobody-to-ask = Nem szólsz olyan csoport nevében, amely itt van, és senki sincs a listán, aki még nincs itt. Ki hiányzik?
stakes-to-map = A térkép
stakes-send = Mentés
stakes-back = Vissza
stakes-closed = Ez a fókusz véget ért. Amit mondtak róla, úgy marad.
