links-sign-in-subject = Belépés: { $town }
links-sign-in-letter =
    Szia { $name }!

    Ezzel a linkkel lépsz be ide: { $town }.

    { $link }

    Egyszer használható, tíz percig. Jelszó nem kell.

    Ha nem te kérted, nincs teendőd: a link nélkül senki sem léphet be.
links-join-subject = Üdvözlünk: { $town }
links-join-letter =
    Szia!

    Valaki ezt a címet adta meg, hogy belépjen ide: { $town }, a szervezetek és polgárok közös platformja. Ha te voltál, ezzel a linkkel jöhetsz be:

    { $link }

    Egyszer használható, tíz percig. Jelszó nem kell.

    Ha nem te voltál, nincs teendőd: a címedből semmit sem őrzünk meg.
links-sent-title = Nézd meg a leveleidet
links-sent = Ha ezzel a címmel be lehet lépni, már úton van egy levél a linkkel: { $email }
links-sent-how = Nyisd meg a levelet, és nyomd meg benne a linket. Egyszer használható, tíz percig, bármelyik eszközödön.
links-sent-nothing = Nem jött levél?
links-sent-look = Nézd meg a levélszemét között is, és hogy jó-e a fenti cím. Eltarthat egy percig.
links-sent-again = Próbáld újra
links-over-title = Ez a link már lejárt
links-over = Egy link egyszer használható, tíz percig, hogy más ne élhessen vele. Gyorsan küldünk egy újat.
links-over-again = Kérek egy újat
