mandates-title = Mandates
mandates-lead = Who speaks for { $group }, from when, until when, and named by whom. Whoever is in the group sees this.
mandates-speakers = They speak for it
mandates-from = from
mandates-until = until
mandates-no-end = without an end
mandates-named-by = named by { $who }
mandates-change = Change the end
mandates-offered = { $who } wants to hand you the mandate: you would speak for the group, and they no longer.
mandates-accept = I take it
mandates-decline = No, thank you
mandates-hand-over = Hand it over
mandates-own-offer = You offered your mandate to { $who }, who hasn’t answered yet. Until then you speak for the group.
mandates-take-back = Take the offer back
mandates-no-heirs = Nobody else is in the group to whom you could hand your mandate. Invite them first.
mandates-to = To whom
mandates-to-hint = When they accept, they speak for the group for what is left of your mandate, and you stay in it as a member.
mandates-not-in-group = Choose somebody who is in the group and doesn’t speak for it yet.
mandates-term = For how long
mandates-months = Months
mandates-months-hint = Counts for those who are named from now on. Leave it empty if mandates have no end.
mandates-edit-title = Until when { $who } speaks for the group
mandates-edit-own = You can make your own mandate shorter. To make it longer is for others who speak for the group, or a guide.
mandates-last-day = Last day
mandates-last-day-hint = Leave it empty if it has no end.
mandates-is-past = This day is over. Choose a later one.
mandates-own-longer = You can’t make your own mandate longer. Ask another representative or a guide.
mandates-letter-subject = { $group }: your mandate ({ $town })
mandates-letter-soon =
    Hello { $name },

    you speak for { $group } until { $day }. After that your voice for the group is silent.

    Somebody else who speaks for it, or a guide, can prolong your mandate; or you hand it to another person of the group:

    { $link }
mandates-letter-ended =
    Hello { $name },

    your mandate to speak for { $group } has ended. Thank you for what you did. You are still in the group; if you are named again, your voice is back at once.

    { $link }
mandates-letter-offered =
    Hello { $name },

    { $who } would like to hand you the mandate to speak for { $group }. Say yes or no here:

    { $link }
notices-mandate-ends = Your mandate to speak for { $title } ends soon
notices-mandate-ended = Your mandate to speak for { $title } has ended
notices-mandate-alone = Nobody speaks for { $title } any more: the mandate has ended
notices-mandate-set = { $who } changed until when you speak for { $title }
notices-mandate-offered = { $who } wants to hand you the mandate to speak for { $title }
notices-mandate-declined = { $who } doesn’t take over your mandate for { $title }
notices-mandate-taken = { $who } took over your mandate and speaks for { $title } now
my-data-kind-mandates-given = Representatives I named
my-data-kind-handovers = Mandates offered by me or to me
