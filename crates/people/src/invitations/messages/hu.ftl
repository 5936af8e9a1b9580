invitations-title = Meghívók
invitations-lead = Kit hívtunk, és ki jött el. Egy személyes szó a legjobb.
invitations-new-title = Hívj meg valakit
invitations-new-letter = Levelet küldünk egy linkkel. Egy gombnyomás, egy név, és bent is van.
invitations-new-link = Egy link sokaknak: az iskola hirdetőjére, plakátra, körüzenetbe. Akihez eljut, bejöhet vele.
invitations-how = Hogyan
invitations-by-letter = E-mailben
invitations-by-link = Másolható link
invitations-email = Az ő e-mail-címe
invitations-name = A neve
invitations-name-hint = Hogy a levél köszöntse. Ő majd módosíthatja.
invitations-group = Melyik csoportba
invitations-group-hint = A csoport lapjáról is indulhatsz.
invitations-no-group = Egyelőre egyikbe sem
invitations-group-role = Mi lesz a csoportban?
invitations-as-representative = Képviselő: szólhat a csoport nevében
invitations-as-member = Tag: a maga nevében szól
invitations-role = És a platformon?
invitations-role-member = Tag
invitations-role-guide = Segítő: előreviszi a platform dolgait
invitations-note = Pár szó tőled
invitations-note-hint = Miért épp ő? Így áll majd a levélben, ahogy írod.
invitations-uses = Hány embernek
invitations-uses-hint = A link 30 napig él, vagy amíg ennyien be nem jöttek vele.
invitations-send = Küldöm a meghívót
invitations-make = Kérem a linket
invitations-back = Vissza a listához
invitations-sent = A meghívó úton van.
invitations-made-title = Kész a linked
invitations-made = Másold ki most: csak ez egyszer látható. Bármikor visszavonhatod.
invitations-made-link = A link
invitations-made-done = Kimásoltam, tovább
invitations-open = { $count ->
    [0] Nyitott
   *[other] { $count } nyitott
}
invitations-none-open = Nincs nyitott meghívó. Ki hiányzik még?
invitations-past = Mi lett a többivel
invitations-by = { $inviter },
invitations-a-link = { $count ->
    [0] Másolható link
   *[other] Másolható link, még { $count } embernek
}
invitations-somebody = Valaki, levélben
invitations-to-speak = hogy képviselje: { $group }
invitations-to-group = ide: { $group }
invitations-to-town = ide: { $town }
invitations-state-open = nyitott
invitations-state-accepted = elfogadták
invitations-state-used-up = elfogyott
invitations-state-expired = lejárt
invitations-state-withdrawn = visszavonták
invitations-state-void = érvénytelen: aki adta, már nem hívhat meg
invitations-withdraw = Visszavonom
invitations-withdraw-sure = A link ezután nem működik, annál sem, akinél már ott van.
invitations-withdraw-yes = Igen, visszavonom
invitations-door-title = { $inviter } meghív ide: { $town }
invitations-door-to-town = Szervezeteink és polgáraink itt beszélgetnek, néhány dologban megegyeznek, és együtt megcsinálják.
invitations-door-to-group = Itt leszel: { $group }.
invitations-door-to-speak = Te szólhatsz majd e csoport nevében: { $group }. A magad nevében is, amikor csak akarsz.
invitations-door-not-yours = Ez a meghívó nem a te címedre szólt. Ha mégis tiéd, jelentkezz ki, és nyomd meg újra a linkjét.
invitations-door-sign-out = Kijelentkezem
invitations-door-email-hint = Oda küldünk egy linket, hogy senki se jöhessen be a te címeddel.
invitations-door-known = A címedet már ismerjük itt. Küldünk egy linket, azzal bejöhetsz.
invitations-door-accept = Bejövök
invitations-over-title = Ez a meghívó már nem él
invitations-over = Felhasználták, visszavonták, vagy lejárt. Kérj újat attól, aki küldte.
invitations-over-known = Jártál már itt? Akkor csak lépj be.
invitations-is-over = Ez a meghívó már nem él. Kérj újat attól, aki küldte.
invitations-welcome = Üdvözlünk! Bent vagy.
invitations-letter-subject = { $inviter } meghív ide: { $town }
invitations-letter-hello = Szia!
invitations-letter-hello-name = Szia { $name }!
invitations-letter-to-town = { $inviter } meghív ide: { $town }. Ez szervezeteink és polgáraink közös platformja: beszélgetünk, néhány dologban megegyezünk, és együtt megcsináljuk.
invitations-letter-to-group = { $inviter } meghív ebbe a csoportba: { $group }. A hely: { $town }, szervezeteink és polgáraink közös platformja.
invitations-letter-to-speak = { $inviter } arra kér, hogy szólj e csoport nevében: { $group }. A hely: { $town }, szervezeteink és polgáraink közös platformja.
invitations-letter-note = { $inviter } ezt írja: „{ $note }”
invitations-letter-link = Ezzel a linkkel jöhetsz be. Jelszó nem kell:
invitations-letter-until = { $days ->
   *[other] { $days } napig él. Ha nem szeretnél jönni, nincs teendőd.
}
