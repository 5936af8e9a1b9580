moderation-title = Rend az emberek között
moderation-lead = Amit a tagok jeleztek, és amit tehetsz. A legtöbbször egy jó szó kell, nem intézkedés.
moderation-waiting = Segítőre vár
moderation-none = Semmi sem vár. Ha valaki jelez egy hozzászólást, itt látod.
moderation-flags = { $count ->
    [one] Egy jelzés:
   *[other] { $count } jelzés:
}
moderation-is-held = várakozik
moderation-appeals = Fellebbezések
moderation-appeal-of = { $name } fellebbezése
moderation-in-force = Most szünetel vagy le van tiltva
moderation-until = eddig:
moderation-flag-title = Jelezd ezt a hozzászólást
moderation-flag-lead = Egy segítő megnézi. Csak a segítők tudják meg, hogy te jelezted. Megírjuk neked, mi lett belőle.
moderation-flag-reason = Mi a baj vele?
moderation-flag-words = A te szavaiddal
moderation-flag-words-hint = Mit tudjanak a segítők? Egy mondat elég.
moderation-flag-send = Elküldöm a segítőknek
moderation-flagged = Köszönjük. A segítők megnézik, és megtudod, mi lett belőle.
moderation-flagged-before = Ezt a hozzászólást már jelezted. A segítők tudnak róla.
moderation-case-title = Egy hozzászólás, amelynek utánanézel
moderation-before = Az előtte álló hozzászólás, írta: { $name }
moderation-removed-meanwhile = Az írója közben törölte.
moderation-case-flags = Ki jelezte, és miért
moderation-case-no-flags = Senki sem vár válaszra.
moderation-by-platform = maga a platform
moderation-dismiss = Maradjon, ahogy van
moderation-show-held = Jelenjen meg
moderation-act-title = Teszek valamit
moderation-deed = Mit teszel?
moderation-do-hidden = Elrejtem a hozzászólást
moderation-do-warned = Figyelmeztetem az íróját
moderation-do-paused = { $days ->
    [one] Egy napra szüneteltetem az íróját
   *[other] { $days } napra szüneteltetem az íróját
}
moderation-do-blocked = Letiltom az íróját
moderation-reason = Miért?
moderation-language = Milyen nyelven írsz neki
moderation-on = Tovább a szöveghez
moderation-words = Amit olvasni fog
moderation-words-hint = Csak { $name } kapja meg, ezen a nyelven: { $language }. Írd át úgy, ahogy te mondanád.
moderation-hide-too = A hozzászólást is elrejtem
moderation-back = Vissza a hozzászóláshoz
moderation-done = Megtörtént. Megírtuk neki, miért, és hogy fellebbezhet.
moderation-dismissed = Marad, ahogy van. Aki jelezte, megtudta.
moderation-undone = Visszavontad. Megírtuk neki.
moderation-history = Az írója eddig
moderation-history-none = Eddig semmi hasonló.
moderation-history-hidden = { $count } elrejtett hozzászólás
moderation-history-warned = { $count ->
    [one] Egyszer figyelmeztették
   *[other] { $count } alkalommal figyelmeztették
}
moderation-history-paused = { $count ->
    [one] Egyszer szüneteltették
   *[other] { $count } alkalommal szüneteltették
}
moderation-history-blocked = { $count ->
    [one] Egyszer letiltották
   *[other] { $count } alkalommal letiltották
}
moderation-acts-of-post = Ami itt történt
moderation-is-undone = visszavonva
moderation-did-dismissed = Maradt, ahogy volt
moderation-did-held = Várakozik, amíg megnézik
moderation-did-hidden = A hozzászólás elrejtve
moderation-did-shown = A hozzászólás újra látszik
moderation-did-warned = Figyelmeztetés
moderation-did-withdrawn = Visszavont figyelmeztetés
moderation-did-paused = Szüneteltetés
moderation-did-blocked = Letiltás
moderation-did-lifted = Feloldva
moderation-did-upheld = Az intézkedés marad
moderation-did-overturned = Az intézkedés visszavonva
moderation-concerns = Kire vonatkozik
moderation-acted = Ki intézkedett
moderation-thread = Beszélgetés
moderation-told-you = Amit a segítő írt neked
moderation-told = Amit { $name } kapott
moderation-post = A hozzászólás itt: { $title }
moderation-appeal = A fellebbezés
moderation-appeal-waits = Egy másik segítő megnézi, és válaszol.
moderation-to-appeal = Te másként látod?
moderation-to-appeal-lead = Egyszer fellebbezhetsz. Nem az nézi meg, aki intézkedett, hanem egy másik segítő, és megindokolja, amit válaszol.
moderation-appeal-words = Ahogy te látod
moderation-appeal-send = Elküldöm a fellebbezést
moderation-appealed = A fellebbezésed megérkezett. Egy másik segítő válaszol rá.
moderation-appealed-before = Volt már fellebbezés, vagy az intézkedést visszavonták.
moderation-to-answer = Válaszolj a fellebbezésre
moderation-outcome = Hogyan döntesz?
moderation-answer = Miért?
moderation-answer-hint = Csak az kapja meg, akire vonatkozik.
moderation-answer-send = Elküldöm a választ
moderation-answered = Megválaszoltad. Megírtuk neki.
moderation-answered-before = Erre a fellebbezésre már más válaszolt.
moderation-undo-held = Jelenjen meg a hozzászólás
moderation-undo-hidden = Jelenjen meg újra a hozzászólás
moderation-undo-warned = Visszavonom a figyelmeztetést
moderation-undo-paused = Véget vetek a szüneteltetésnek
moderation-undo-blocked = Feloldom a letiltást
moderation-undo-sure = Megírjuk neki, és a nyilvános naplóban is benne lesz.
moderation-log-title = A rend naplója
moderation-log-lead = Minden, amit a segítők a rendért tettek, és hogy miért. Nevek nélkül, és a hozzászólások szövege nélkül.
moderation-log-none = Eddig semmit sem kellett tenni.
moderation-log-in = Itt:
moderation-log-dismissed = Egy segítő megnézett egy jelzett hozzászólást, és úgy hagyta, ahogy van
moderation-log-held = Egy hozzászólás addig vár, amíg egy segítő megnézi
moderation-log-hidden = Egy segítő elrejtett egy hozzászólást
moderation-log-shown = Egy segítő újra megmutatott egy hozzászólást
moderation-log-warned = Egy segítő figyelmeztetett valakit
moderation-log-withdrawn = Egy segítő visszavont egy figyelmeztetést
moderation-log-paused = { $days ->
    [one] Egy segítő egy napra szüneteltetett valakit
   *[other] Egy segítő { $days } napra szüneteltetett valakit
}
moderation-log-blocked = Egy segítő letiltott valakit
moderation-log-lifted = Egy segítő feloldott egy szüneteltetést vagy letiltást
moderation-log-upheld = Megnéztek egy fellebbezést, és az intézkedés marad
moderation-log-overturned = Megnéztek egy fellebbezést, és az intézkedést visszavonták
moderation-because-unkind = Bántó vagy fenyegető volt valakire nézve, mi pedig azt szeretnénk, hogy itt mindenki merjen szólni.
moderation-because-off-topic = Nem arról szólt, amiről az a beszélgetés, és aki követi, azért jött.
moderation-because-advertising = Reklám volt, az emberek pedig azért jönnek ide, hogy a szomszédaikkal beszéljenek.
moderation-because-harmful = Olyat állított, ami nem igaz, és árthat valakinek.
moderation-because-personal = Valakinek a személyes adata volt benne, amit csak ő maga hozhat nyilvánosságra.
moderation-because-other = Ellentétes volt azzal, amiben itt megegyeztünk.
moderation-answer-hidden =
    Szia!

    Elrejtettük a hozzászólásodat, amelyet ide írtál: „{ $title }”. { $because }

    Te magad továbbra is olvashatod. Ha szeretnéd, mondd el másképp: téged és az ügyedet is szívesen látjuk.
moderation-answer-warned =
    Szia!

    A hozzászólásod miatt írok, amelyet ide írtál: „{ $title }”. { $because }

    Kérlek, legközelebb figyelj erre. A véleményedre itt akkor is kíváncsiak vagyunk, ha mások nem osztják.
moderation-answer-paused =
    Szia!

    A hozzászólásod miatt, amelyet ide írtál: „{ $title }”, { $days ->
        [one] egy napig
       *[other] { $days } napig
    } nem tudsz itt írni. { $because }

    Közben mindent olvashatsz, és szavazhatsz is. Utána újra szívesen hallunk felőled.
moderation-answer-blocked =
    Szia!

    A hozzászólásod miatt, amelyet ide írtál: „{ $title }”, letiltottuk a fiókodat. { $because }

    Nem ez az első eset, vagy túl súlyos ahhoz, hogy úgy folytassuk, mint eddig.
moderation-letter-subject = A fiókod itt: { $town }
moderation-letter-blocked =
    { $words }

    Ha te másként látod, egyszer fellebbezhetsz. Egy másik segítő nézi meg:
    { $link }
moderation-letter-upheld =
    A fellebbezésedet egy másik segítő megnézte. A letiltás marad.

    { $words }
moderation-letter-lifted =
    Feloldottuk a fiókod letiltását itt: { $town }. Újra be tudsz lépni:
    { $link }

    { $words }
activity-moderation-warned = Egy segítő figyelmeztetett valakit
activity-moderation-withdrawn = Egy segítő visszavont egy figyelmeztetést
activity-moderation-paused = Egy segítő szüneteltetett valakit
activity-moderation-blocked = Egy segítő letiltott valakit
activity-moderation-lifted = Egy segítő feloldott egy szüneteltetést vagy letiltást
activity-moderation-upheld = Egy segítő megnézett egy fellebbezést, és az intézkedés marad
notices-flag-waits = { $others ->
    [0] Jeleztek egy hozzászólást itt: { $title }
   *[other] Többen jeleztek egy hozzászólást itt: { $title }
}
notices-flag-hidden = Amit jeleztél, azt megnéztük, és már nem látszik. Itt: { $title }
notices-flag-acted = Amit jeleztél, azt megnéztük, és egy segítő szólt az írójának. Itt: { $title }
notices-flag-dismissed = Amit jeleztél, azt megnéztük, és marad, ahogy van. Itt: { $title }
notices-appeal-waits = Egy fellebbezés válaszra vár. Itt: { $title }
notices-moderation-held = A hozzászólásod addig vár, amíg egy segítő megnézi. Itt: { $title }
notices-moderation-hidden = Egy segítő elrejtette a hozzászólásodat. Itt: { $title }. Nézd meg, miért, és hogyan fellebbezhetsz
notices-moderation-shown = A hozzászólásod újra látszik. Itt: { $title }
notices-moderation-warned = Egy segítő figyelmeztetett a hozzászólásod miatt. Itt: { $title }. Nézd meg, miért, és hogyan fellebbezhetsz
notices-moderation-withdrawn = Egy segítő visszavonta a figyelmeztetést a hozzászólásod miatt. Itt: { $title }
notices-moderation-paused = Egy segítő szüneteltet a hozzászólásod miatt. Itt: { $title }. Nézd meg, miért, és hogyan fellebbezhetsz
notices-moderation-blocked = Egy segítő letiltotta a fiókodat a hozzászólásod miatt. Itt: { $title }
notices-moderation-lifted = Egy segítő véget vetett a szüneteltetésednek vagy letiltásodnak. Újra írhatsz
notices-moderation-upheld = Megnéztük a fellebbezésedet, és az intézkedés marad. Itt: { $title }
notices-moderation-overturned = Megnéztük a fellebbezésedet, és az intézkedést visszavontuk. Itt: { $title }
moderation-reports-title = A segítőknek megmutatott üzenetek
moderation-reports-lead = Valaki olyan üzenetet kapott, amelyet nem tart rendben levőnek, és megmutatja nektek. Ezt az egyet látjátok, mást nem.
moderation-reports-none = Egy üzenet sem vár.
moderation-report-by = Üzenet tőle: { $name }
moderation-report-where = egy közvetlen üzenet
moderation-report-words = Amit írsz neki
moderation-report-words-hint = Ha üresen hagyod, egy barátságos szokásos választ kap a saját nyelvén.
moderation-report-settle = Megteszem
