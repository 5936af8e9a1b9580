map-title = Ki van itt, és ki hiányzik
map-lead = { $organisations ->
    [0] Még egy szervezet sincs itt
    [one] Egy szervezet van itt
   *[other] { $organisations } szervezet van itt
}, { $citizens ->
    [0] és polgári csoport sem.
    [one] és egy polgári csoport.
   *[other] és { $citizens } polgári csoport.
}
map-legend = Minden négyzet egy szervezet, középen minden kör egy polgári csoport. A teli jel azt mutatja, aki itt van; az üres azt, akit ismerünk, de még nincs itt. A szaggatott szeletből még senki sincs itt.
map-said = { $sector }: { $present } itt van, { $outside } még nincs itt.
map-said-citizens = Polgári csoportok: { $present } itt van, { $outside } még nincs itt.
map-each = Minden jel { $count } csoportot jelent.
map-gap = { $sector }: innen még senki sincs itt. Ki lehetne az?
map-gap-add = Vegyél fel valakit
map-no-citizens = Még egy polgári csoport sincs itt. Ki kezdhetné?
map-citizens-add = Alapíts csoportot
map-by-sector = Ágazatok szerint
map-nobody = még senki
map-count-in = { $count } van itt
map-citizens = Polgári csoportok
map-as-table = A térkép táblázatban
map-sector = Ágazat
map-in = Itt van
map-invited = Meghívtuk
map-listed = Ismerjük
map-dormant = Pihen
map-to-missing = Nevezd meg, ki hiányzik
map-to-poster = Nyomtatható plakát
map-few = { $sector }: innen csak egy csoport van itt. Ki jöhetne még?
map-look-for = Kit érdemes keresni:
map-listed-not-invited = Ismerjük, még nem hívtuk meg:
map-listed-more = { $count ->
    [one] és még egy
   *[other] és még { $count }
}
map-gap-name = Nevezz meg egy csoportot
map-kinds-education = bölcsődék, óvodák, iskolák, zeneiskolák, szülői közösségek, felnőttképzések, egy közeli egyetem vagy főiskola.
map-kinds-culture = a könyvtár, a múzeum, a művelődési ház, énekkarok, színjátszók, táncosok, hagyományőrzők.
map-kinds-sport = minden sportág egyesületei, az uszoda, túrázók, kerékpárosok, diáksport, akik a parkban játszanak.
map-kinds-health = orvosok, ápolók, a rendelő, a gyógyszertár, a házi gondozás, az idősek otthona, a mentők, a szenvedélybetegek és a fogyatékkal élők segítői.
map-kinds-business = boltok, mesteremberek, gazdák, vendéglők, a piac, a legnagyobb munkaadó, a takarékszövetkezet, a kamara.
map-kinds-authority = az önkormányzat, a polgármesteri hivatal, a nemzetiségi önkormányzatok, a rendőrség, a tűzoltóság, a vízművek, a családsegítő.
map-kinds-civil = egyesületek a természetért, az idősekért, a fiatalokért, a rászorulókért, önkéntes tűzoltók, alapítványok, nyugdíjasklubok.
map-kinds-faith = minden egyház gyülekezetei és plébániái, iskoláik, segélyszolgálataik, énekkaraik.
map-kinds-media = a helyi újság, a rádió vagy a tévé, a település oldala, aki a nagy helyi csoportot kezeli, diáklapok.
map-kinds-citizens = egy utca lakói, egy osztály szülei, kutyasétáltatók, kertészkedők, fiatalok, akik amúgy is együtt vannak.
map-reachable = Kit érhetnénk el
map-invite = Meghívom
map-missed = Akiket a tagok hiányolnak
map-missed-all = Mind, és új megnevezése
map-history = Hogy volt
map-history-none = Még nem volt számlálás. A térképet havonta egyszer megszámoljuk; egy nappal az első után itt áll majd, hogy volt, egy évvel később pedig, hogy volt egy éve.
map-a-year-ago = Egy éve és most. Az összevetés napja:
map-since = Az első számlálás óta. Az összevetés napja:
map-months = Hány csoport volt itt, hónapról hónapra
map-month-said = { $day }: { $organisations } szervezet és { $citizens } polgári csoport volt itt.
map-now = most
map-organisations-in = szervezetek, akik itt vannak
map-citizens-in = polgári csoportok, akik itt vannak
map-history-table = Ágazatonként
map-in-then = Itt volt akkor
map-in-now = Itt van most
map-change = Változás
map-out-then = Ismertük, nem volt itt
map-out-now = Ismerjük, nincs itt
map-poster-title = Plakát: ki ül az asztalnál
map-poster-lead = Egyetlen lap a könyvtárba, a rendelőbe, a buszmegállóba. A böngésző A4-es vagy A3-as papírra nyomtatja, fekete-fehérben is.
map-poster-heading = { $town }: ki ül az asztalnál?
map-poster-says = Teli szék: már itt van. Üres szék: várunk rád.
map-poster-more = { $count ->
    [one] és még egy
   *[other] és még { $count }
}
map-poster-empty = Egy üres szék. A tiéd?
map-poster-invites = A te csoportod hiányzik? Foglalj helyet!
map-poster-how = Irányítsd ide a telefonod kameráját, vagy írd be:
map-poster-picture = Kód, amely a platformra vezet
map-poster-day = Állapot:
map-poster-chairs = { $present } itt van, { $empty } üres szék
