browsers-letter-subject = Új böngészőből léptél be ide: { $town }
browsers-letter-unknown = egy eszköz, amelyet nem ismerünk fel
browsers-letter =
    Szia { $name }!

    Az imént valaki belépett a nevedben ide: { $town }. Olyan böngészőből, amelyet nálad még nem láttunk:

    { $device }
    { $when }

    Ha te voltál, nincs teendőd.

    Ha nem, akkor valaki olvassa a leveleidet. Először változtasd meg a postafiókod jelszavát. Utána nézd meg, hol vagy belépve, léptess ki mindent, ami nem a tiéd, és állítsd be a második lépést:

    { $link }
