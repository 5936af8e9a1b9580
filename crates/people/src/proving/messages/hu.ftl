proving-title = Te vagy az?
proving-lead = Komoly dolog következik, és már egy ideje be vagy lépve itt. Ezért még egyszer megkérdezzük; negyed óráig érvényes. Amit beírtál, nem vész el.
proving-on = Tovább
proving-back = Vissza
proving-by-letter = Küldünk egy linket az e-mail-címedre. Ebben a böngészőben nyomd meg, aztán itt folytathatod.
proving-sent = Úton van egy levél ide: { $email }. Nyomd meg benne a linket ebben a böngészőben; egy másik lapot nyit meg. Aztán gyere vissza erre a lapra, és folytasd.
proving-pressed = Megnyomtam, tovább
