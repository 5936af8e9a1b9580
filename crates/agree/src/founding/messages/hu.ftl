founding-code-wrong = Nem ez a kód. A kiszolgáló naplójában találod, ott, ahol ez áll: “found it here”.
founding-sectors-few = Válassz legalább két ágazatot. Egyetlen ágazat platformja még nem a városé.
founding-done-already = A közösséget már megalapították.
founding-start-title = Alapítsd meg a közösségedet
founding-start-lead = Kezdetnek néhány adat. Később mindet megváltoztathatja a közösség maga.
founding-code = Alapító kód
founding-code-hint = A kiszolgáló naplójában áll. Csak az alapíthat, aki azt olvashatja.
founding-sectors-heading = Ágazatok
founding-sectors = A város életének mely részei vannak jelen?
founding-sectors-hint = Ezekből rajzoljuk meg, ki van itt. Az üres ágazat hézagként látszik.
founding-guide-heading = Te, az első kísérő
founding-guide-text = A kísérő gondozza a beszélgetést és a munkát, és szól annak, aki hiányzik. Később több kísérőt is megnevezhetsz.
founding-guide = A neved
founding-email = Az e-mail-címed
founding-email-hint = Az ide küldött linkkel lépsz be. Mások nem látják.
founding-start-send = Megalapítom
founding-title = Az alapító kör
founding-lead = Ezt csak a meghívottak látják. Beszélgessetek, tisztázzátok, mire való a platform, és szóljatok annak, aki hiányzik. Aztán nyissátok meg.
founding-done = { $all } pontból { $done } kész.
founding-point-done = kész
founding-ready-people = { $count } ember van itt
founding-ready-people-hint = Egy legalább nyolcfős kör már elvisz egy kezdetet. Hívd meg azokat, akik nélkül nem menne.
founding-ready-people-action = Emberek meghívása
founding-ready-sectors = { $count ->
    [0] Még egy ágazat sincs itt
   *[other] { $count } ágazat van itt
}
founding-ready-sectors-hint = { $absent ->
    [0] Minden ágazatból van itt valaki.
   *[other] Még senki sincs innen: { $missing }. Ki lehetne az?
}
founding-ready-sectors-action = Nézd meg, ki hiányzik
founding-ready-citizens = { $count ->
    [0] Még nincs itt polgári csoport
   *[other] { $count } polgári csoport van itt
}
founding-ready-citizens-hint = Ha a polgárok nincsenek itt a kezdettől, a szervezetek fognak uralkodni. Két ember és egy név már polgári csoport.
founding-ready-citizens-action = Polgári csoport felvétele
founding-ready-charter = { $count ->
    [0] Még nincs alapítólevél
   *[other] Megvan az alapítólevél
}
founding-ready-charter-hint = Mire való a platform, és mit hagy másokra. Egy oldal elég.
founding-ready-charter-action = Az alapítólevélhez
founding-ready-needs = { $count ->
    [0] Még nincs megnevezett igény
   *[other] { $count } igény van megnevezve
}
founding-ready-needs-hint = Három igény vagy érdek, amelyben többen osztoznak, hogy az újak találjanak csatlakoznivalót.
founding-ready-needs-action = Az igényekhez
founding-ready-meeting = { $count ->
    [0] Még nincs kitűzött találkozó
   *[other] Ki van tűzve az első találkozó
}
founding-ready-meeting-hint = Egy nap, egy óra és egy szoba. Abban bíznak az emberek, akivel már találkoztak.
founding-ready-meeting-action = A találkozókhoz
founding-opening-title = Nyissátok meg a platformot
founding-opening-lead = Ha megnyitjátok, mindenki olvashatja és bekapcsolódhat.
founding-opening-look = Nézd meg, mi történik majd
founding-opening-summary = Ezt a lépést egyszer lehet megtenni. Ez történik:
founding-opening-public = Mindenki olvashatja a fórumot, az igényeket, a fókuszokat és a névjegyzéket, azt is, amit eddig írtatok oda.
founding-opening-circle = Az alapító kör zárt beszélgetései zártak maradnak.
founding-opening-provisional = Amit a kör eldöntött, ideiglenes lesz:
founding-opening-charter = az alapítólevél { $number }. változata
founding-opening-focus = ez a fókusz: „{ $title }”
founding-opening-ratification = Rögtön megkérdezzük mindkét oldalt, megerősíti-e. Aki három héten belül csatlakozik, az is szavazhat.
founding-opening-not-ready = { $all } pontból { $done } kész. Így is megnyithatjátok. Ami hiányzik:
founding-opening-sectors-missing = Még senki sincs innen: { $missing }.
founding-opening-join = Hogyan jönnek be az újak?
founding-opening-sure = Egyetértetek mindannyian?
founding-opening-sure-yes = Igen, a kör most meg akarja nyitni
founding-opening-sure-missing = Előbb ezt jelöld be. Egyedül senki se nyissa meg a platformot.
founding-opening-send = A platform megnyitása
founding-opening-not-yet = Még nem
founding-open-already = A platform már nyitva van.
activity-community-founded = { $who } megalapította a közösséget: { $title }
activity-community-opened = { $who } megnyitotta a platformot: { $title }
