correspondence-title = Üzenetek
correspondence-lead = Amit itt írsz, azt csak te és az olvassa, akinek írod. A segítők sem tudják elolvasni.
correspondence-none = Nincs üzeneted. Ha írni szeretnél valakinek, nyisd meg az oldalát vagy a csoportjáét.
correspondence-one = Levelezés
correspondence-with = Üzenetváltás: { $name }
correspondence-unread = { $count } új
correspondence-two-read = Ezt csak ti ketten olvashatjátok.
correspondence-group-reads = Ezt mindenki olvassa és megválaszolhatja, aki a csoport nevében beszél. Más nem.
correspondence-for-group = Neki írtak: { $name }. Mindenki olvassa és megválaszolhatja, aki a nevében beszél.
correspondence-write-to = Üzenet neki: { $name }
correspondence-older = Régebbi üzenetek
correspondence-newest = A legújabb üzenetekhez
correspondence-gone = Az üzenetek a megőrzési idejük után eltűntek.
correspondence-by = Üzenet tőle: { $name }
correspondence-you = Te
correspondence-numbered = { $number }. üzenet
correspondence-answer = Válasz
correspondence-body = Az üzeneted
correspondence-send = Elküldöm
correspondence-back = Vissza az üzenetekhez
correspondence-report = Megmutatom a segítőknek
correspondence-report-title = Mutasd meg ezt az üzenetet a segítőknek
correspondence-report-lead = A segítők ezt az egy üzenetet olvassák el, és látják, hogy te mutattad meg. A többit nem látják.
correspondence-reported = Köszönjük. A segítők megnézik.
correspondence-block-title = Nem kérsz több üzenetet?
correspondence-block-what = Megteheted, hogy itt ne írhasson neked többet: { $name }. Ezt akkor tudja meg, amikor legközelebb írna. Visszavonhatod.
correspondence-block = Ne írhasson többet
correspondence-blocked = Itt nem írhat neked többet.
correspondence-unblock = Írhasson újra
correspondence-unblocked = Újra írhat neked.
correspondence-you-block = Itt leállítottad az üzeneteket. Ha írni szeretnél, engedd, hogy ő is írhasson neked.
correspondence-refused = Ezt az üzenetet nem lehet elküldeni: itt nem kér tőled üzenetet. A szöveged csak ezen az oldalon van meg.
correspondence-letterbox = A postaládád
correspondence-is-open = Minden tag írhat neked.
correspondence-is-closed = A postaládád zárva van: senki sem kezdhet írni neked. Akivel már váltottál üzenetet, azzal folytathatod.
correspondence-close-letterbox = Bezárom a postaládámat
correspondence-open-letterbox = Kinyitom a postaládámat
correspondence-closed-now = A postaládád bezárult.
correspondence-opened-now = A postaládád nyitva van.
correspondence-letterbox-closed = Bezárta a postaládáját, és még nem váltottatok üzenetet. Talán egy beszélgetés jó hely lenne ehhez?
correspondence-begun-enough = Ma már { $count } embernek vagy csoportnak írtál először. A többieknek holnap írj.
correspondence-enough = Ma már { $count } üzenetet küldtél. Kérjük, holnap folytasd.
notices-message-new = { $others ->
    [0] Üzenet tőle: { $who }
   *[other] Több üzenet tőle: { $who }
}
notices-report-waits = { $others ->
    [0] Valaki megmutatott egy üzenetet a segítőknek
   *[other] Többen megmutattak egy üzenetet a segítőknek
}
notices-report-settled = Egy segítő megnézte az üzenetet, amelyet megmutattál
notices-report-warned = Egy segítő figyelmeztetett egy üzeneted miatt. Nézd meg, miért, és hogyan fellebbezhetsz
notices-report-paused = Egy segítő szünetelteti, hogy írj, egy üzeneted miatt. Nézd meg, miért, és hogyan fellebbezhetsz
retention-direct-messages = Közvetlen üzenetek
retention-direct-messages-hint = Attól számítva, hogy megírták őket. Utána mindkettőtöknél eltűnnek.
