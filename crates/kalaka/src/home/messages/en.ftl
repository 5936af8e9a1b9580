home-title = What { $town } does together
home-lead = { $organisations ->
    [0] No organisation
    [one] One organisation
   *[other] { $organisations } organisations
} and { $citizens ->
    [0] no group of citizens yet.
    [one] one group of citizens.
   *[other] { $citizens } groups of citizens.
}
home-few = { $max ->
    [one] One thing at a time, so that it gets done.
    [2] Two things at a time at most, so that they get done.
    [3] Three things at a time at most, so that they get done.
    [4] Four things at a time at most, so that they get done.
   *[other] { $max } things at a time at most, so that they get done.
}
home-read-along = Everybody can read along.
home-by-invitation = To speak and vote you need an invitation: ask a group that is here, or a guide.
home-join = Take part
home-what-for = What this is for, and what it leaves to the council
home-waiting = Waiting for you
home-nothing-waits = Nothing waits for you. What would you like to see done in town?
home-name-need = Name a need
home-both-sides = Both sides must agree.
home-vote-as = You can vote { $voices }.
home-for-yourself = for yourself
home-for-group = for { $name }
home-closes = Closes
home-vote = Vote
home-look = Look
home-group-promised = { $name } promised this.
home-you-promised = You promised this.
home-due = Due
home-was-due = It was due
home-say-how = Say how it went
home-new-posts = { $count ->
    [one] One new post, by
   *[other] { $count } new posts, the last by
}
home-stuck = Where you are needed
home-nothing-stuck = Nothing is stuck. A good day to ask somebody how they are.
home-call = Call { $names }.
home-draft = a draft
home-lacks-sectors = { $count ->
    [one] An organisation of one more sector is missing.
   *[other] Organisations of { $count } sectors are missing.
}
home-lacks-citizens = A citizen group is missing, or two citizens.
home-one-sided = { $side ->
    [organisations] { $cast } of { $may } organisations have voted
   *[citizens] { $cast } of { $may } citizens’ voices have voted
}
home-silent = { $count ->
    [one] One group was invited and is silent
   *[other] { $count } groups were invited and are silent
}
home-silent-who = For more than { $days } days: { $names }.
home-focuses = Our focuses
home-places = { $taken } of { $max } places taken
home-provisional = provisional
home-no-initiative = Nobody has begun anything here yet.
home-begin = Begin something
home-kept = { $count ->
    [one] one promise kept
   *[other] { $count } promises kept
}
home-carried-by = Carried by
home-and-more = and { $count } more
home-next = Next
home-until = by
home-missing = Missing
home-promise-missing = a promise for the coming weeks.
home-make-promise = Make one
home-ends = Ends
home-free = { $count ->
    [one] One place is free.
   *[other] { $count } places are free.
}
home-seat = What most of us share could be next:
home-no-needs = A focus grows out of needs. Nobody has named one yet.
home-deciding = What we are deciding
home-all-decisions = All decisions
home-results = What came of it
home-all-results = All results
home-no-results = Nothing to show yet. The first result comes from a promise that is kept.
home-see-initiatives = See the initiatives
home-talk = Talked about last
home-forum = To the forum
home-no-threads = Nobody has said anything yet. Somebody has to begin.
home-open-thread = Begin a thread
home-circle = founding circle
home-posts = { $count ->
    [one] one post
   *[other] { $count } posts
}
home-coming = Coming up
home-meetings = Meetings
home-nothing-next = Nothing is set yet.
home-set-meeting = Set a meeting
home-next-meeting = Meeting:
home-next-closes = Vote closes
home-next-promise = Promised by
home-next-term = Focus ends
home-here = Who is here
home-all-groups = All groups
home-nobody = Nobody is here yet. Who belongs to the town?
home-add-group = Add a group
home-legend = Filled is in, outlined is known and not yet in. Circles in the middle are groups of citizens.
home-gap = Nobody from “{ $sector }”.
home-gap-who = Who could it be?
home-no-citizens = No group of citizens is here.
home-found-group = Found one
home-needs = What most of us share
home-all-needs = All needs
home-shared-by = { $organisations ->
    [0] Shared by
    [one] Shared by one organisation and
   *[other] Shared by { $organisations } organisations and
} { $citizens ->
    [0] no citizen yet
    [one] one citizen
   *[other] { $citizens } citizens
}
home-being-founded = { $town } is laying its foundations
home-circle-lead = Welcome, { $name }. You are one of those who begin. Only invited people can read what is said here until it opens.
home-to-circle = What is ready, and what is missing
home-welcome-lead = Some of the town’s organisations and citizens are preparing a place for all of us to talk, agree on a few things, and get them done.
home-welcome-when = When they are ready, it opens to everybody. You will read it here.
home-welcome-invited = Were you invited? The link in your letter brings you in. If you were here before, sign in with your e-mail address.
home-announced = Announced
