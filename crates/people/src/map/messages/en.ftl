map-title = Who is here, and who is missing
map-lead = { $organisations ->
    [0] No organisation is in yet
    [one] One organisation is in
   *[other] { $organisations } organisations are in
}, { $citizens ->
    [0] and no group of citizens.
    [one] and one group of citizens.
   *[other] and { $citizens } groups of citizens.
}
map-legend = Each square is an organisation, each circle in the middle a group of citizens. Filled is in; outlined is known and not in yet. A dashed part has nobody in.
map-said = { $sector }: { $present } in, { $outside } known and not in.
map-said-citizens = Groups of citizens: { $present } in, { $outside } known and not in.
map-each = Each mark stands for { $count } groups.
map-gap = Nobody from “{ $sector }” yet. Who could it be?
map-gap-add = Add somebody
map-gap-known = See whom we know
map-no-citizens = No group of citizens is in yet. Who could begin?
map-citizens-add = Found a group
map-by-sector = By sector
map-nobody = nobody yet
map-count-in = { $count } in
map-citizens = Groups of citizens
map-as-table = The map as a table
map-sector = Sector
map-in = In
map-invited = Invited
map-listed = Known
map-dormant = Resting
