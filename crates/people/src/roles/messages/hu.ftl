roles-title = Emberek
roles-lead = Mindenki, aki itt van, és a csoportjaik. Ezt a lapot csak tagok látják.
roles-search = Keresés név szerint
roles-which = Kiket
roles-all = Mindenki
roles-guides = Segítők és gondnokok
roles-begin = Az elejétől
roles-on = További nevek
roles-nobody = Ilyen nevű ember nincs itt.
roles-steward = gondnok
roles-guide = segítő
roles-member = tag
roles-change = Szerep
roles-change-hint = Bekerül a nyilvános naplóba. Az illetőnek újra be kell lépnie.
roles-make-steward = Legyen gondnok
roles-make-guide = Legyen segítő
roles-make-member = Legyen tag
roles-changed = A szerep megváltozott.
roles-last-steward = Egy gondnoknak lennie kell. Előbb tégy valaki mást gondnokká.
roles-letter-subject = Megváltozott a szereped
roles-letter-steward =
    Szia { $name }!

    { $by } gondnokká tett: te vigyázol magára a platformra. Lépj be újra:

    { $link }
roles-letter-guide =
    Szia { $name }!

    { $by } segítővé tett: előreviszed a platform dolgait, meghívsz másokat, és látod, mi akadt el. Lépj be újra:

    { $link }
roles-letter-member =
    Szia { $name }!

    { $by } megváltoztatta a szereped: mostantól tag vagy. Lépj be újra:

    { $link }
activity-person-made-steward = { $who } gondnokká tette őt: { $title }
activity-person-made-guide = { $who } segítővé tette őt: { $title }
activity-person-made-member = { $who } újra taggá tette őt: { $title }
