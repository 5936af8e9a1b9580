passkeys-title = Belépőkulcsok
passkeys-lead = Lépj be az ujjaddal, az arcoddal vagy a készüléked kódjával. Nem kell levél, nincs mit másolni, és más oldal nem csalhatja ki tőled.
passkeys-new = Új belépőkulcs
passkeys-since = Készült:
passkeys-used = Utoljára használtad:
passkeys-none = Még nincs egy sem. A levél ugyanúgy működik, belépőkulccsal is.
passkeys-no-name = Ezt az oldalt most számmal érik el, nem névvel; a böngészők ilyenhez nem készítenek belépőkulcsot. Aki a szervert üzemelteti, változtathat rajta.
passkeys-guides = Mivel itt segítő vagy, a belépőkulcsaid a második lépésed: a levél egyedül nem enged be.
passkeys-guides-codes = Tegyél el tartalék kódokat arra a napra, amikor a készülék elvész
passkeys-halted = Megállítva
passkeys-halted-what = Úgy válaszolt, ahogy egy másolata válaszolna. Itt már semmit sem nyit; töröld, és készíts újat.
passkeys-remove = Törlöm
passkeys-remove-sure = A(z) „{ $passkey }” többé semmit sem nyit itt. Töröld a készüléken is.
passkeys-remove-yes = Igen, törlöm
passkeys-removed = A belépőkulcsot töröltük.
passkeys-made = Kész a belépőkulcs. Mostantól beléphetsz vele.
passkeys-new-lead = A készüléked vagy a jelszókezelőd őrzi. Több is lehet, minden készüléken egy.
passkeys-name = A neve
passkeys-name-hint = Hogy megismerd a listádban, például „Telefon”.
passkeys-make = Belépőkulcs készítése
passkeys-make-failed = Nem készült el. Talán bezártad a kérdést, vagy ezen a készüléken már van egy. Próbáld újra, vagy válassz másik készüléket.
passkeys-back = Most nem
passkeys-not-made = A belépőkulcsot nem tudtuk átvenni. Nyomd meg a gombot még egyszer.
passkeys-too-many = Húsz belépőkulcs elég. Töröld azokat, amelyeket nem használsz.
passkeys-use = Belépőkulccsal
passkeys-failed = Ez nem sikerült. Próbáld újra, vagy válaszd a másik utat.
passkeys-unable = Ez a böngésző nem tud mit kezdeni a belépőkulcsokkal. A másik út működik.
passkeys-without-script = A belépőkulcshoz JavaScript kell, és az itt ki van kapcsolva. A másik út anélkül is működik.
passkeys-wrong = Ez a belépőkulcs itt semmit sem nyit, vagy túl sok idő telt el. Próbáld újra, vagy válaszd a másik utat.
passkeys-or = Vagy belépőkulccsal
passkeys-letter-subject = A belépőkulcsaid itt: { $town }
passkeys-letter-made =
    Szia, { $name }!

    A fiókodhoz új belépőkulcs készült itt: { $town }. A neve „{ $passkey }”. Akinél ez van, a nevedben beléphet.

    Ha nem te készítetted, töröld azonnal, és szólj egy gondnoknak:

    { $link }
passkeys-letter-removed =
    Szia, { $name }!

    A(z) „{ $passkey }” nevű belépőkulcsot törölték a fiókodból itt: { $town }. Ott már semmit sem nyit.

    Ha nem te voltál, nézd meg, hol vagy belépve, és szólj egy gondnoknak:

    { $link }
passkeys-letter-halted =
    Szia, { $name }!

    Valaki az imént a(z) „{ $passkey }” nevű belépőkulcsodat használta itt: { $town }, és az úgy válaszolt, ahogy egy másolata válaszolna. Ezért nem engedtük be, és ez a belépőkulcs már semmit sem nyit.

    Töröld, és készíts újat egy olyan készüléken, amelyben megbízol:

    { $link }
