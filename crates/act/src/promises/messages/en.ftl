promises-new = Make a promise
promises-new-lead = One concrete thing, and a day. Small is fine, as long as it gets done.
promises-what = What will be done?
promises-what-hint = For example: Print the visiting rota and hang it up in the library
promises-due = Until when?
promises-send = Promise it
promises-in-the-past = This day has passed. Choose one from today on.
promises-too-far = That is very far away. Promise something within two years.
promises-initiative-closed = This initiative is closed. Nothing can be promised in it any more.
promises-ended = This promise has ended already. How it went stands on the page of its initiative.
promises-due-on = by
promises-overdue = overdue
promises-kept = kept
promises-broken = not kept
promises-moved = { $count ->
    [one] moved once
   *[other] moved { $count } times
}
promises-was-due = It was due
promises-end = Say how it went
promises-end-how = How did it go?
promises-end-kept = It is done
promises-end-broken = It did not happen
promises-end-note = A word on it
promises-end-note-hint = What was done, or what stood in the way.
promises-end-send = Save
promises-say-why = Say in a few words what stood in the way. Nobody will be blamed for it.
promises-move = Move it
promises-move-title = Move a promise
promises-move-instead = Move it to another day
promises-move-to = To which day?
promises-move-reason = Why?
promises-move-reason-hint = So that those who count on it know.
promises-move-send = Move it
activity-promise-made = { $who } promised: { $title }
activity-promise-kept = { $who } kept a promise: { $title }
activity-promise-broken = { $who } could not keep a promise: { $title }
activity-promise-moved = { $who } moved a promise: { $title }
