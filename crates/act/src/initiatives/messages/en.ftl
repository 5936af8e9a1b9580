initiatives-title = Initiatives
initiatives-lead = Work that several sectors carry. Few at a time, so that they get done.
initiatives-all = All initiatives
initiatives-new = Begin an initiative
initiatives-new-lead = It starts when organisations of two sectors and citizens carry it. Until then its page says who is missing.
initiatives-to-focus = To the focus
initiatives-to-focuses = See the focuses
initiatives-no-focus = There is no active focus yet. Initiatives grow under one.
initiatives-free = { $count ->
    [one] One place is free here.
   *[other] { $count } places are free here.
}
initiatives-past = Under focuses that have ended
initiatives-carried-by = Carried by
initiatives-next = Next
initiatives-kept = Promises
initiatives-kept-count = { $count } kept
initiatives-draft = a draft, carried by too few
initiatives-waiting = waits for a free place
initiatives-moving = moving
initiatives-quiet-now = quiet: nothing is promised for the next 30 days
initiatives-quiet = { $days ->
    [one] quiet for a day
   *[other] quiet for { $days } days
}
initiatives-stalled = stalled for { $days } days
initiatives-closed = closed
initiatives-form-focus = Under which focus?
initiatives-form-title = What is it called?
initiatives-form-title-hint = Short, as people would say it: “A visitor for every street”
initiatives-form-aim = What shall be different when it is done?
initiatives-form-aim-hint = And what is the first thing to do?
initiatives-form-send = Begin it
initiatives-focus-not-active = This focus isn’t active any more. Choose another one.
initiatives-is-closed = This initiative is closed. It can be read, not changed.
initiatives-edit = Change the initiative
initiatives-edit-send = Save
initiatives-back = Back
initiatives-close = Close the initiative
initiatives-close-lead = An honest close is worth more than a quiet end. Its place is free for another one at once.
initiatives-close-note = What came of it?
initiatives-close-note-hint = Done, or not, and why. A sentence or two.
initiatives-close-send = Close it
activity-initiative-proposed = { $who } proposed an initiative: { $title }
activity-initiative-changed = { $who } changed the words of an initiative: { $title }
activity-initiative-carried = { $who } carries an initiative: { $title }
activity-initiative-put-down = { $who } no longer carries an initiative: { $title }
activity-initiative-started = An initiative has started: { $title }
activity-initiative-closed = { $who } closed an initiative: { $title }
notices-initiative-started = Enough carry it, it has started: { $title }
notices-initiative-fading = It grows quiet. What could be promised next? { $title }
