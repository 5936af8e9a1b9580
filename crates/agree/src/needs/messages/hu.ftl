needs-title = Amire a városnak szüksége van
needs-lead = Igények és érdeklődések, amelyekben itt emberek és csoportok osztoznak. Amiben sokan osztoznak, abból közös fókusz lehet.
needs-name-one = Új igény
needs-whose = Kinek az igényei
needs-all = Mind a { $count }
needs-shared-by-organisations = Szervezetekéi
needs-shared-by-citizens = Polgárokéi
needs-mine = Az enyéim
needs-search = Keresés szavak szerint
needs-sector = Szektor
needs-any-sector = Minden szektor
needs-look = Mutasd
needs-list = Az igények, elöl, amelyikben a legtöbben osztoznak
needs-none = Még senki sem nevezett meg igényt. Mitől lenne itt jobb az élet, és kinek?
needs-none-such = Nincs ilyen igény.
needs-see-all = Lássuk mindet
needs-first = Vissza a legtöbbek igényeihez
needs-more = További igények
needs-organisations = { $count ->
    [0] még egy szervezet sem
   *[other] { $count } szervezet
}
needs-citizens = { $count ->
    [0] még senki a polgárok oldalán
   *[other] { $count } a polgárok oldalán
}
needs-for-whom-short = Kinek:
needs-new-title = Új igény
needs-edit-title = A szöveg módosítása
needs-new-lead = Egy igény vagy érdeklődés, a saját szavaiddal. Elég elmondani, mi hiányzik; hogy hogyan oldódik meg, azt később együtt kitaláljuk.
needs-field-title = Mire van szükség
needs-field-title-hint = Néhány szóval, például: „Biztonságos út az iskolába”.
needs-field-body = Mondj róla többet
needs-field-body-hint = Mi van most, és mi volna jobb? Néhány mondat elég.
needs-field-for-whom = Kinek
needs-field-for-whom-hint = Például: „a gyalog iskolába járó gyerekeknek és a nagyszüleiknek”.
needs-send = Közzéteszem
needs-back = Vissza mentés nélkül
needs-alike-title = Nem ezek közül az egyik?
needs-alike-agenda-title = Egy kérdés, mielőtt közzéteszed
needs-alike-lead = „{ $title }” még nem jelent meg. Egy igény, amelyben sokan osztoznak, messzebb jut, mint sok igény egymás mellett.
needs-shared-words = Mindkettő erről beszél:
needs-words-along = A szavaid veled jönnek
needs-join-instead = Inkább ehhez csatlakozom
needs-alike-agenda = Az önkormányzat asztalán
needs-alike-agenda-lead = Ez nagyon hasonlít a tiédre. Közzététel után megkérdezzük, hogyan kapcsolódik a kettő, hogy senki se végezze el ugyanazt kétszer.
needs-mine-is-different = Az enyém más: közzéteszem
needs-post-it = Közzéteszem
needs-back-to-text = Vissza a szövegemhez
needs-added = Az igényed megjelent. Mások is csatlakozhatnak hozzá.
needs-joined = Most már te is osztozol ebben az igényben.
needs-left = Már nem osztozol ebben az igényben.
needs-changed = A szöveg módosult.
needs-merged = A két igény most már egy. Itt van mindenki, aki bármelyikhez csatlakozott.
needs-changed-at = módosítva
needs-who-shares = { $count ->
    [0] Most senki sem osztozik benne
   *[other] { $count } hang osztozik benne
}
needs-persons = Magánemberek; hogy kik, azt a tagok látják.
needs-and-more = és még { $count }
needs-you-share = Osztozol benne:
needs-leave = Kilépek belőle
needs-sign-in-to-join = Lépj be, hogy csatlakozz
needs-note = Mit jelent ez neked?
needs-note-hint = Egy mondat, amelyet mások a neved mellett látnak.
needs-join = Nekem is szükségem van rá
needs-join-too = Csatlakozom más nevében is
needs-led-here = Innen érkeztél: „{ $title }”. Az most már ennek az igénynek a része.
needs-merged-trace = „{ $title }” ennek az igénynek a része lett, és vele jött a { $count } hang, amely osztozott benne.
needs-what-came = Mi lett belőle?
needs-nothing-came = Még semmi.
needs-propose-focus = Javasold fókusznak
needs-keep = Aki gondját viseli
needs-edit = A szöveg módosítása
needs-merge = Összevonás egy másikkal
needs-merge-title = Összevonás egy másik igénnyel
needs-merge-lead = „{ $title }” a kiválasztott igény része lesz. Vele megy a { $count } hang is, amely osztozik benne. Ezt itt nem lehet visszacsinálni.
needs-merge-none = Egyik igény sem hasonlít erre. Keresd meg, amelyikre gondolsz.
needs-merge-into = Melyikbe?
needs-merge-target = { $title } ({ $count } hang)
needs-merge-send = Összevonom őket
needs-merge-back = Maradjon mindkettő
needs-merge-search = Másikat keresek
needs-was-merged = Ez az igény közben egy másik része lett. Menj vissza, és nézd meg újra.
activity-need-added = { $who } megnevezett egy igényt: { $title }
activity-need-edited = { $who } módosította egy igény szövegét: { $title }
activity-need-joined = { $who } csatlakozott egy igényhez: { $title }
activity-need-left = { $who } kilépett egy igényből: { $title }
activity-need-merged = { $who } összevont egy igényt egy másikkal: { $title }
notices-need-merged = { $who } összevonta egy igényedet ezzel: { $title }
