previews-take-away = A kártya elvétele
previews-taken-away = A kártya eltűnt, a hivatkozás megmaradt.
