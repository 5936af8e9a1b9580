founding-code-wrong = This is not the code. It stands in the log of the server, where it says “found it here”.
founding-sectors-few = Choose two sectors at least. A platform of one sector is not one of the town.
founding-done-already = The community has been founded already.
founding-start-title = Found your community
founding-start-lead = A few facts to begin with. All of it can be changed later, by the community itself.
founding-code = Founding code
founding-code-hint = It stands in the log of the server. Only who can read that may found the community.
founding-sectors-heading = Sectors
founding-sectors = Which parts of the town’s life are there?
founding-sectors-hint = The map of who is here is drawn from these. A sector with nobody in it shows as a gap.
founding-guide-heading = You, the first guide
founding-guide-text = A guide looks after the talk and the work, and calls who is missing. You can name more guides later.
founding-guide = Your name
founding-email = Your e-mail address
founding-email-hint = You sign in by a link that is sent there. Others don’t see it.
founding-start-send = Found it
founding-title = The founding circle
founding-lead = Only invited people see this. Talk, settle what the platform is for, and call who is missing. Then open it.
founding-done = { $done } of { $all } are ready.
founding-point-done = ready
founding-ready-people = { $count ->
    [one] One person is here
   *[other] { $count } people are here
}
founding-ready-people-hint = A circle of eight or more can carry a beginning. Invite those without whom it would not work.
founding-ready-people-action = Invite people
founding-ready-sectors = { $count ->
    [0] No sector is here yet
    [one] One sector is here
   *[other] { $count } sectors are here
}
founding-ready-sectors-hint = { $absent ->
    [0] Every sector has somebody here.
   *[other] Nobody yet from { $missing }. Who could it be?
}
founding-ready-sectors-action = See who is missing
founding-ready-citizens = { $count ->
    [0] No citizen group is here yet
    [one] One citizen group is here
   *[other] { $count } citizen groups are here
}
founding-ready-citizens-hint = Without citizens from the start, organisations will dominate. Two people and a name make a citizen group.
founding-ready-citizens-action = Add a citizen group
founding-ready-charter = { $count ->
    [0] There is no charter yet
   *[other] The charter is written
}
founding-ready-charter-hint = What the platform is for, and what it leaves to others. A page is enough.
founding-ready-charter-action = To the charter
founding-ready-needs = { $count ->
    [0] No need is named yet
    [one] One need is named
   *[other] { $count } needs are named
}
founding-ready-needs-hint = Three needs or interests that several share, so that newcomers find something to join.
founding-ready-needs-action = To the needs
founding-ready-meeting = { $count ->
    [0] No meeting is set yet
   *[other] The first meeting is set
}
founding-ready-meeting-hint = A day, an hour and a room. People trust what they have met.
founding-ready-meeting-action = To the meetings
founding-opening-title = Open the platform
founding-opening-lead = When you open it, everybody can read along and join in.
founding-opening-look = See what will happen
founding-opening-summary = This step is taken once. Here is what it does.
founding-opening-public = Everybody can read the forum, the needs, the focuses and the directory, also what was written there until now.
founding-opening-circle = Private threads of the founding circle stay private.
founding-opening-provisional = What the circle has settled is provisional:
founding-opening-charter = the charter, version { $number }
founding-opening-focus = the focus “{ $title }”
founding-opening-ratification = Both sides are asked at once whether they ratify it. Who joins within three weeks can vote too.
founding-opening-not-ready = { $done } of { $all } points are ready. You can open it all the same. What is missing:
founding-opening-sectors-missing = Nobody is here yet from { $missing }.
founding-opening-join = How do newcomers come in?
founding-opening-sure = Are you all agreed?
founding-opening-sure-yes = Yes, the circle wants to open now
founding-opening-sure-missing = Tick this first. Nobody should open the platform alone.
founding-opening-send = Open the platform
founding-opening-not-yet = Not yet
founding-open-already = The platform is open already.
activity-community-founded = { $who } founded the community: { $title }
activity-community-opened = { $who } opened the platform: { $title }
