search-title = Keresés
search-words = Keresett szavak
search-find = Keresd
search-hint = Néhány szó elég. Az ékezet és a nagybetű nem számít.
search-filters = Mit keresel
search-all = Minden
search-none = Nincs, amiben benne volna: „{ $words }”. Próbáld kevesebb szóval, vagy egy szó elejével. Vagy kérdezd meg a várost.
search-count = { $count ->
    [one] Egy találat
   *[other] { $count } találat
}
search-more = Van még. Írj hozzá egy szót, hogy a keresett legyen elöl.
