previews-take-away = Take this card away
previews-taken-away = The card is taken away; the link stays.
