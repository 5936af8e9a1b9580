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
map-gap-known = Kit ismerünk innen
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
