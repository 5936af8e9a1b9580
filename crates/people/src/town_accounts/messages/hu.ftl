town-accounts-title = A városi fiókom
town-accounts-lead = Ahol a városnak saját belépése van a lakóknak, azzal ide is be lehet jönni. Tőle a nevedet és a címedet tudjuk meg, és csak annyit mondunk neki, hogy jössz.
town-accounts-none = Egy sem nyitja a fiókodat itt. Akkor fogja, ha ugyanazzal az e-mail-címmel belépsz vele.
town-accounts-since = Összekapcsolva:
town-accounts-used = Utoljára használtad:
town-accounts-remove = Leválasztom
town-accounts-remove-sure = A levél ugyanúgy beenged. Aki a városnál a te igazolt címeddel lép be, újra összekapcsolja.
town-accounts-remove-yes = Igen, leválasztom
town-accounts-removed = Leválasztottuk.
town-accounts-refused = Még nem vagy bent
town-accounts-why-over = Ezt az utat már használták, vagy tíz percnél tovább tartott, vagy másik böngészőben kezdődött. Kezdd újra.
town-accounts-why-refused = Innen most senkit sem engedtek tovább, vagy olyat mondtak, amit nem hihetünk el: { $account }. Próbáld újra, vagy kérj levelet.
town-accounts-why-unproven = Itt még nem győződtek meg róla, hogy az e-mail-cím a tiéd: { $account }. Ezért nem tudjuk, ki vagy nálunk. Igazoltasd ott, vagy kérj levelet.
town-accounts-why-stranger = Ezzel a címmel még nincs itt senki, és ide meghívással lehet jönni. Szólj valakinek, aki már itt van, vagy egy segítőnek.
town-accounts-letter-subject = A fiókod itt: { $town }
town-accounts-letter =
    Szia, { $name }!

    Mostantól ez is beenged ide: { $account }. Ő mondta, hogy az e-mail-cím a tiéd. Hely: { $town }.

    Ha nem te léptél be az imént, válaszd le, és szólj azonnal egy gondnoknak:

    { $link }
