needs-title = What the town needs
needs-lead = Needs and interests that people and groups here share. What many share can become one of our few focuses.
needs-name-one = Name a need
needs-whose = Whose needs
needs-all = All { $count }
needs-shared-by-organisations = Shared by organisations
needs-shared-by-citizens = Shared by citizens
needs-mine = Mine
needs-search = Look for words
needs-sector = Sector
needs-any-sector = All sectors
needs-look = Look
needs-list = The needs, the most shared first
needs-none = Nobody has named a need yet. What would make life here better, and for whom?
needs-none-such = No need fits that.
needs-see-all = See all needs
needs-first = Back to the most shared
needs-more = More needs
needs-organisations = { $count ->
    [0] no organisation yet
    [one] one organisation
   *[other] { $count } organisations
}
needs-citizens = { $count ->
    [0] nobody on the citizens’ side yet
    [one] one on the citizens’ side
   *[other] { $count } on the citizens’ side
}
needs-for-whom-short = For:
needs-new-title = Name a need
needs-edit-title = Change the words
needs-new-lead = A need or an interest, in your own words. It is enough to say what is missing; how it is solved comes later, together.
needs-field-title = What is needed
needs-field-title-hint = In a few words, like “A safe way to school”.
needs-field-body = Tell us more
needs-field-body-hint = What happens now, and what would be better? A few sentences are enough.
needs-field-for-whom = For whom
needs-field-for-whom-hint = Like “children who walk to school, and their grandparents”.
needs-send = Name it
needs-back = Back without saving
needs-alike-title = Is it one of these?
needs-alike-agenda-title = One thing before you post
needs-alike-lead = “{ $title }” isn’t posted yet. Needs that many share get further than many needs side by side.
needs-shared-words = Both speak of
needs-words-along = Your words go along
needs-join-instead = Join this one instead
needs-alike-agenda = On the council’s table
needs-alike-agenda-lead = This reads much like yours. After posting we ask how the two relate, so that nobody does the same work twice.
needs-mine-is-different = Mine is different: post it
needs-post-it = Post it
needs-back-to-text = Back to my text
needs-added = Your need is named. Others can join it now.
needs-joined = You share this need now.
needs-left = You don’t share this need any more.
needs-changed = The words are changed.
needs-merged = The two needs are one now. Everybody who joined either is here.
needs-changed-at = changed
needs-who-shares = { $count ->
    [0] Nobody shares it now
    [one] One voice shares it
   *[other] { $count } voices share it
}
needs-persons = People; members see who.
needs-and-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
needs-you-share = You share it:
needs-leave = Leave it
needs-sign-in-to-join = Sign in to join it
needs-note = What it means for you
needs-note-hint = A sentence that others see beside your name.
needs-join = I share this need
needs-join-too = Join in another voice too
needs-led-here = You were led here from “{ $title }”, which is part of this need now.
needs-merged-trace = { $count ->
    [one] “{ $title }” became part of this need, and the one voice that shared it came along.
   *[other] “{ $title }” became part of this need, and the { $count } voices that shared it came along.
}
needs-what-came = What came of it
needs-nothing-came = Nothing yet.
needs-propose-focus = Propose it as a focus
needs-keep = For whoever looks after it
needs-edit = Change the words
needs-merge = Merge into another
needs-merge-title = Merge into another need
needs-merge-lead = { $count ->
    [one] “{ $title }” becomes part of the need that you choose. The one voice that shares it comes along. This can’t be undone here.
   *[other] “{ $title }” becomes part of the need that you choose. The { $count } voices that share it come along. This can’t be undone here.
}
needs-merge-none = No other need reads like this one. Look for the one that you mean.
needs-merge-into = Into which one?
needs-merge-target = { $count ->
    [one] { $title } (one voice)
   *[other] { $title } ({ $count } voices)
}
needs-merge-send = Merge them
needs-merge-back = Leave both
needs-merge-search = Look for another
needs-was-merged = This need is part of another one by now. Go back and look again.
activity-need-added = { $who } named a need: { $title }
activity-need-edited = { $who } changed the words of a need: { $title }
activity-need-joined = { $who } joined a need: { $title }
activity-need-left = { $who } left a need: { $title }
activity-need-merged = { $who } merged a need into another: { $title }
notices-need-merged = { $who } merged a need that you named into: { $title }
