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
map-to-missing = Name a group you miss
map-to-poster = The poster to print
map-few = Only one from “{ $sector }”. Who else?
map-look-for = One could look for:
map-listed-not-invited = Listed, not invited:
map-listed-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
map-gap-name = Name a group
map-kinds-education = nurseries, schools, music schools, parents’ associations, adult classes, a university or a college nearby.
map-kinds-culture = the library, the museum, the culture house, choirs, theatre and dance groups, those who keep traditions alive.
map-kinds-sport = clubs of all sports, the swimming pool, hikers, cyclists, school sport, those who play in the park.
map-kinds-health = doctors, nurses, the clinic, the pharmacy, home care, the old people’s home, the ambulance, those who help with addiction or disability.
map-kinds-business = shops, craftspeople, farmers, inns, the market, the largest employer, the savings bank, the chamber.
map-kinds-authority = the council, the mayor’s office, minority councils, the police, the fire brigade, the water works, family services.
map-kinds-civil = associations for nature, for the old and the young, for those in need, the volunteer fire brigade, foundations, clubs of pensioners.
map-kinds-faith = parishes and congregations of all churches, their schools, charities and choirs.
map-kinds-media = the local paper, the radio or television, the town’s page, whoever runs the large group where people talk, school papers.
map-kinds-citizens = neighbours of a street, parents of a class, dog walkers, gardeners, young people who meet anyway.
map-reachable = Whom we could reach
map-invite = Invite
map-missed = Missed by members
map-missed-all = All, and name one
map-history = How it was
map-history-none = Nothing has been counted yet. The map is counted once a month; a day after the first count it stands here how it was, and a year later how it was a year ago.
map-a-year-ago = A year ago, and now: compared with
map-since = Since the first count, and now: compared with
map-months = How many groups were in, month by month
map-month-said = { $day }: { $organisations } organisations and { $citizens } groups of citizens in.
map-now = now
map-organisations-in = organisations that are in
map-citizens-in = groups of citizens that are in
map-history-table = Sector by sector
map-in-then = In, then
map-in-now = In, now
map-change = Change
map-out-then = Known and not in, then
map-out-now = Known and not in, now
map-poster-title = Poster: who sits at the table
map-poster-lead = One page for the library, the clinic, the bus stop. Your browser prints it on A4 or A3, in black and white as well.
map-poster-heading = Who sits at { $town }’s table?
map-poster-says = A filled chair: here already. An empty chair: we are waiting for you.
map-poster-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
map-poster-empty = An empty chair. Is it yours?
map-poster-invites = Your group is missing? Take a chair.
map-poster-how = Point your phone’s camera here, or type:
map-poster-picture = A code that leads to the platform
map-poster-day = As of
map-poster-chairs = { $present } in, { $empty } empty chairs
