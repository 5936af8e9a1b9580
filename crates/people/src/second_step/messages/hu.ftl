second-step-title = A belépés második lépése
second-step-lead = A postafiókodba küldött link után egy kód a telefonodról. Ha valaki bejut a postafiókodba, ide még nem jut be.
second-step-due = Aki itt segítő, annak kell a második lépés. Kérjük, eddig állítsd be: { $day }. Utána ez a lap jön minden más előtt.
second-step-how = Egy alkalmazás kell hozzá, amely kódokat mutat: például az Aegis, a FreeOTP, a 2FAS, vagy a jelszókezelőd. Hálózat nélkül is működik, és senkinek sem árul el semmit.
second-step-begin = Beállítom
second-step-is-set-up = Be van állítva
second-step-codes = Tartalék kódok
second-step-codes-left = { $count ->
    [0] Elfogytak a tartalék kódjaid. Készíts újakat, hogy egy elveszett telefon ne zárjon ki.
    [one] Egy tartalék kódod maradt.
   *[other] { $count } tartalék kódod van, mindegyik egyszer használható.
}
second-step-codes-new = Új tartalék kódok
second-step-codes-new-sure = A régiek azonnal érvénytelenek lesznek.
second-step-codes-new-yes = Újakat kérek
second-step-codes-yours = A tartalék kódjaid
second-step-codes-first = Beállítottad a második lépést. Még valami, arra a napra, amikor nincs meg a telefonod:
second-step-codes-again = A régiek már nem működnek.
second-step-codes-keep = Nyomtasd ki ezt a lapot, vagy másold le a kódokat, és tedd el a többi iratod mellé. Mindegyik egyszer enged be az alkalmazás kódja helyett. Csak most láthatod őket.
second-step-codes-kept = Eltettem őket
second-step-app = Az alkalmazás
second-step-app-other = Másik telefonod vagy másik alkalmazásod van? A régi addig működik, amíg az új nem.
second-step-app-change = Másik alkalmazást állítok be
second-step-duty = Mivel itt segítő vagy, a második lépés megmarad.
second-step-remove = Leveszem a második lépést
second-step-remove-sure = Onnantól a postafiókodba küldött link elég ahhoz, hogy valaki a nevedben belépjen.
second-step-remove-yes = Igen, leveszem
second-step-removed = Levettük a második lépést.
second-step-new-title = A második lépés beállítása
second-step-new-app = Nyiss meg egy alkalmazást, amely kódokat mutat, és vegyél fel benne egy új fiókot.
second-step-new-scan = Olvastasd be vele ezt a képet:
second-step-picture = QR-kód az alkalmazásodnak szánt titokkal. Ugyanez a titok betűkkel is ott áll alatta.
second-step-new-by-hand = Nem tudja beolvasni a képet?
second-step-new-letters = Akkor ezeket a betűket írd vagy másold az alkalmazásba; „időalapú”, hat számjegyű:
second-step-code = Kód
second-step-code-hint = Az a hat számjegy, amelyet az alkalmazás most mutat.
second-step-code-or-paper = Az a hat számjegy, amelyet az alkalmazásod most mutat, vagy az egyik tartalék kódod.
second-step-code-wrong = Ez nem a jó kód. Félpercenként változik, és egyszer használható: várd meg a következőt. Ha az sem jó, nézd meg, pontos-e a telefon órája.
second-step-new-on = Kész
second-step-back = Most nem
second-step-ask-title = A második lépés
second-step-ask-lead = A postafiókod rendben. Most a telefonodról kell a kód.
second-step-ask-on = Belépek
second-step-lost = Nincs meg a telefonod, és tartalék kódod sincs?
second-step-lost-what = Szólj egy gondnoknak, személyesen, vagy úgy, hogy megismerje a hangodat. Ő le tudja venni a második lépést; akkor a link egyedül is beenged, és újra beállíthatod.
second-step-reset = Leveszem a második lépést
second-step-reset-hint = Annak, aki elvesztette a telefonját és a tartalék kódjait. Győződj meg róla, hogy tényleg ő kéri. Mindenhol kiléptetjük, és levélben is megtudja.
second-step-was-reset = Levettük a második lépést. Mostantól a linkkel be tud lépni.
second-step-none-there = Nem volt második lépése.
second-step-passkeys = Vannak belépőkulcsaid
second-step-or-passkey = Alkalmazás nélkül, belépőkulccsal is megy:
second-step-last-passkey = Mivel itt segítő vagy, kell egy második lépés. Előbb készíts másik belépőkulcsot, vagy állítsd be az alkalmazást.
second-step-letter-subject = A belépésed második lépése itt: { $town }
second-step-letter-set-up =
    Szia { $name }!

    A fiókodnak ({ $town }) mostantól van második lépése: a link után egy kód az alkalmazásodból. Mindenhol máshol kiléptettünk.

    Ha nem te voltál, szólj azonnal egy gondnoknak.
second-step-letter-removed =
    Szia { $name }!

    Levettük a belépés második lépését itt: { $town }. Mostantól a leveleinkben küldött link elég a belépéshez.

    Ha nem te voltál, állítsd be újra, és szólj egy gondnoknak:

    { $link }
second-step-letter-code-used =
    Szia { $name }!

    Az imént használták az egyik tartalék kódodat itt: { $town }. { $left ->
        [0] Ez volt az utolsó.
        [one] Egy maradt.
       *[other] Maradt { $left }.
    }

    Ha nem te voltál, készíts azonnal újakat, és nézd meg, hol vagy belépve:

    { $link }
second-step-letter-reset =
    Szia { $name }!

    { $by } levette a belépésed második lépését itt: { $town }. Ezt akkor szokás, ha valaki elvesztette a telefonját és a tartalék kódjait. Mindenhol kiléptettünk. Lépj be a levelünkben kapott linkkel, és állítsd be újra:

    { $link }

    Ha nem te kérted, szólj azonnal egy másik gondnoknak.
