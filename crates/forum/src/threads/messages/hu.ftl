threads-title = Fórum
threads-lead = Amiről a város beszél. Olvasni bárki olvashat; a tagok írnak, a maguk vagy a csoportjuk nevében.
threads-about = Beszélgetések erről: { $title }
threads-new = Új beszélgetés
threads-filters = Melyik beszélgetések
threads-show-all = Mind
threads-show-unread = Nekem új
threads-show-followed = Amit követek
threads-show-need = Igényekről
threads-show-focus = Fókuszokról
threads-show-decision = Döntésekről
threads-show-initiative = Kezdeményezésekről
threads-none = Itt még nincs semmi. Miről beszéljen először a város?
threads-none-unread = Mindent elolvastál. Hiányzik valami?
threads-none-followed = Még egy beszélgetést sem követsz. Amelyikben írsz, azt követed.
threads-none-older = Ez volt minden.
threads-circle = alapítói kör
threads-newest-first = Beszélgetések, elöl, amiről utoljára szó volt
threads-to-end = A legújabb hozzászóláshoz
threads-posts = { $count ->
    [one] Egy hozzászólás
   *[other] { $count } hozzászólás
}
threads-voices = { $organisations ->
    [0] szervezet még nem,
    [one] egy szervezet és
   *[other] { $organisations } szervezet és
} { $citizens ->
    [0] polgár még nem szólt
    [one] egy polgár szólt
   *[other] { $citizens } polgár szólt
}
threads-last = utoljára
threads-new-posts = { $count } új
threads-new-title = Új beszélgetés
threads-new-about = Ehhez tartozik: „{ $title }”.
threads-field-title = Cím
threads-title-hint = Néhány szóban: miről szól? Legjobb egy kérdés.
threads-language = Milyen nyelven írod
threads-circle-only = Csak az alapítói körnek
threads-circle-hint = Senki más nem látja, később sem.
threads-open = Beszélgetés indítása
threads-open-anyway = Az enyém másról szól: indítsd el
threads-similar = Ezek közül valamelyik?
threads-similar-what = Ha igen, válaszolj ott: többen olvassák. Ha nem, folytasd lejjebb.
threads-preview = Ilyen lesz
threads-to-new = { $count ->
    [one] Az egyetlen hozzászóláshoz, ami neked új
   *[other] A neked új { $count } hozzászóláshoz
}
threads-new-since = Új, amióta itt jártál
threads-reply = A válaszod
threads-send = Küldés
threads-sign-in-to-reply = A válaszhoz lépj be. Elég egy e-mailben kapott link.
threads-spoken = Kik szóltak eddig
threads-sectors = Az ágazatok, amelyek szóltak, és hány hanggal
threads-share = { $voices ->
    [0] még senki
    [one] egy hang
   *[other] { $voices } hang
}{ $posts ->
    [0] {""}
    [one] , egy hozzászólás
   *[other] , { $posts } hozzászólás
}
threads-belongs-to = Ehhez tartozik
threads-following = Követés
threads-follow = Kövesd ezt a beszélgetést
threads-you-follow = Követed ezt a beszélgetést: szólunk, ha folytatódik.
threads-unfollow = Ne kövesd tovább
activity-thread-opened = { $who } beszélgetést indított: { $title }
threads-closed = lezárva
threads-closed-here = Lezárva
threads-kept = Miközben írtál, lezárták, ezért a szöveged nem ment el. Itt van, hogy máshol elmondhasd:
threads-for-guides = Segítőknek
threads-close = Beszélgetés lezárása
threads-close-what = Olvasni továbbra is lehet, írni már nem. Aki indította, értesül róla, és a tevékenységi naplóban is ott lesz.
threads-close-reason = Miért
threads-close-reason-hint = A beszélgetés végén áll majd, hogy mindenki értse. Ha máshol folytatódik, írd meg, hol.
threads-closed-now = A beszélgetés lezárult.
threads-reopen = Beszélgetés újranyitása
threads-reopened-now = A beszélgetés újra nyitva van.
activity-thread-closed = { $who } lezárt egy beszélgetést: { $title }
activity-thread-reopened = { $who } újranyitott egy beszélgetést: { $title }
notices-thread-closed = { $who } lezárta a beszélgetésedet: „{ $title }”
threads-pin = Legyen a lista élén
threads-unpin = Ne legyen a lista élén
threads-pinned = kiemelve
threads-pinned-here = A lista élén
threads-pinned-now = A beszélgetés a lista élén áll.
threads-unpinned-now = A beszélgetés a többi között áll a listában.
threads-pinned-enough = Már { $most } beszélgetés áll a lista élén. Előbb vegyél le egyet.
activity-thread-pinned = { $who } a lista élére tett egy beszélgetést: { $title }
activity-thread-unpinned = { $who } levett egy beszélgetést a lista éléről: { $title }
threads-summary = Ami eddig elhangzott
threads-summary-write = Összefoglaló írása
threads-summary-change = Az összefoglaló módosítása
threads-summary-what = Annak, aki később kapcsolódik be. A hozzászólások fölött áll, és ott van, mikor készült és meddig tart.
threads-summary-hint = Miben van egyetértés, mi a nyitott kérdés, ki mit vállalna. Mindkét oldal ismerjen magára benne.
threads-summary-until = Eddig a hozzászólásig tart
threads-summary-until-hint = Az utolsó eddig a { $last }.
threads-summary-until-number = Egy hozzászólás számát add meg, például 12.
threads-summary-keep = Összefoglaló mentése
threads-summary-remove = Összefoglaló törlése
threads-summary-covers = A segítőktől, a { $number }. hozzászólásig.
threads-summary-kept = Az összefoglaló a hozzászólások fölött áll.
threads-summary-gone = Az összefoglalót töröltük.
activity-thread-summarised = { $who } összefoglalt egy beszélgetést: { $title }
threads-twins = Erről már beszélgetünk:
