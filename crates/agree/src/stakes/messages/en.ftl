stakes-title = Whom it concerns, and who can do something
stakes-lead = Each group says for itself how much this concerns it, and how much it can do. Nothing is guessed.
stakes-see = See all
stakes-heard = { $count ->
    [0] No group has said yet how much this concerns it.
    [one] One of { $of } groups has said how much this concerns it.
   *[other] { $count } of { $of } groups have said how much this concerns them.
}
stakes-answered = { $count ->
    [0] nobody has answered yet
    [one] one group has answered
   *[other] { $count } groups have answered
}
stakes-answer-for-mine = Answer for my group
stakes-answer-for = Answer for { $name }
stakes-not-yet-own = “{ $name }” has not answered yet. Two questions, four steps each.
stakes-none = No group has answered yet.
stakes-caption = From left to right: how much it concerns them. From below upwards: how much they can do about it. Filled marks are a group’s own answer; hollow ones are what members think of a group that is not in.
stakes-concern = How much does this concern this group?
stakes-influence = How much can it do about it?
stakes-concern-1 = hardly
stakes-concern-2 = a little
stakes-concern-3 = much
stakes-concern-4 = very much
stakes-influence-1 = hardly anything
stakes-influence-2 = a little
stakes-influence-3 = a lot
stakes-influence-4 = a great deal
stakes-concerns = Concerns them:
stakes-can-do = Can do:
stakes-who-said = Who says so
stakes-itself = Says so itself,
stakes-itself-by = Says so itself, by { $name },
stakes-members = { $count ->
    [one] Not in yet. One member thinks so.
   *[other] Not in yet. { $count } members think so; this is the middle of what they say.
}
stakes-change = Change
stakes-say-too = Say what you think
stakes-silent = { $count ->
    [one] One group has not answered yet
   *[other] { $count } groups have not answered yet
}
stakes-silent-says = Where they stand in this is not known. Whoever speaks for one can answer.
stakes-ask = How much does it concern whom?
stakes-ask-another = Answer, or say what you think of a group that is not in
stakes-group = Which group?
stakes-group-hint = For your own group you answer in its voice. Of a group that is not in you say what you think; others see how many did, and the middle of it.
stakes-for-it = { $name } (I answer for it)
stakes-about-it = { $name } (not in; what I think)
stakes-nobody-to-ask = You speak for no group that is in, and nobody is listed who is not. Whom do you miss?
stakes-to-map = See the map
stakes-send = Keep
stakes-back = Back
stakes-closed = This focus has ended. What was said of it stays as it is.
