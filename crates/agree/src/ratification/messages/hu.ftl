ratification-ask = Szavazzunk róla
ratification-ask-says = Ezt az alapító kör döntötte el. Egy polgári csoport megkérdeztetheti mindkét oldalt, hogy így maradjon-e.
ratification-ask-send = Szavazás megnyitása
ratification-rests = Erről nemrég kérdeztük meg a két oldalt. Három hónapig nyugszik, aztán újra lehet kérdezni.
