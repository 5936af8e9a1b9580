account-title = Fiókom
account-me = Rólam
account-language-hint = Ezen szólnak a lapok és a leveleink.
account-language-browser = Ahogy a böngészőm kéri
account-save = Mentés
account-saved = Elmentettük.
account-address = Az e-mail-címem
account-address-is = { $email }
account-address-private = Senki más nem látja.
account-address-change = Másik címet használok
account-new-address = Az új cím
account-new-address-hint = Oda küldünk egy linket. Nyomd meg ebben a böngészőben, és a cím a tiéd.
account-address-confirm = Az új címed
account-address-will-be = Mostantól ide megy minden levelünk: { $email }. Ezzel lépsz be is. A többi eszközödön kiléptetünk.
account-address-take = Ezt a címet használom
account-address-changed = Megváltozott a címed.
account-address-taken = Ez a cím egy másik fiókhoz tartozik. Lépj be vele, vagy válassz másikat.
account-groups = Csoportjaim és hangjaim
account-speaks = a nevében szólhatok
account-member = tag
account-no-groups = Még egy csoportban sem vagy. Nézd meg, kik vannak itt:
account-devices = Hol vagyok belépve
account-device-unknown = Egy eszköz, amelyet nem ismerünk fel
account-this-device = ez az eszköz
account-end = Kiléptetem ott
account-end-others = Kiléptetem mindenhol máshol
account-signed-out = Ott kiléptettünk.
account-letter-new-subject = Az új címed itt: { $town }
account-letter-new =
    Szia { $name }!

    Ezzel a linkkel lesz a tiéd ez a cím itt: { $town }. Abban a böngészőben nyomd meg, ahol be vagy lépve:

    { $link }

    Egyszer használható, tíz percig. Ha nem te kérted, nincs teendőd.
account-letter-old-subject = Megváltozott a címed itt: { $town }
account-letter-old =
    Szia { $name }!

    A fiókodnak ({ $town }) mostantól másik e-mail-címe van. Azzal lépsz be, és erre a címre nem jön több levél.

    Ha nem te voltál, szólj azonnal egy segítőnek.
account-messages = Üzenetek
