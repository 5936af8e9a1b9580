moderation-title = Order among people
moderation-lead = What members flagged, and what you can do about it. Most of it needs a kind word, not an act.
moderation-waiting = Waiting for a guide
moderation-none = Nothing waits. When somebody flags a post, it stands here.
moderation-flags = { $count ->
    [one] One flag:
   *[other] { $count } flags:
}
moderation-is-held = held
moderation-appeals = Appeals
moderation-appeal-of = Appeal by { $name }
moderation-in-force = Paused and blocked now
moderation-until = until
moderation-flag-title = Flag this post
moderation-flag-lead = A guide will look at it. Only guides learn that it was you. You will be told what came of it.
moderation-flag-reason = What is wrong with it?
moderation-flag-words = In your words
moderation-flag-words-hint = What should the guides know? A sentence is enough.
moderation-flag-send = Send to the guides
moderation-flagged = Thank you. The guides will look at it, and you will hear what came of it.
moderation-flagged-before = You have flagged this post already. The guides know.
moderation-case-title = Look after a post
moderation-before = The post before it, by { $name }
moderation-removed-meanwhile = Its writer has removed it meanwhile.
moderation-case-flags = Who flagged it, and why
moderation-case-no-flags = Nobody waits for an answer.
moderation-by-platform = the platform itself
moderation-dismiss = Leave it as it is
moderation-show-held = Show it
moderation-act-title = Do something
moderation-deed = What will you do?
moderation-do-hidden = Hide the post
moderation-do-warned = Warn its writer
moderation-do-paused = { $days ->
    [one] Pause its writer for one day
   *[other] Pause its writer for { $days } days
}
moderation-do-blocked = Block its writer
moderation-reason = Why?
moderation-language = Language of what you write to them
moderation-on = Go on to the words
moderation-words = What they will read
moderation-words-hint = Goes to { $name } alone, in { $language }. Change it as you would say it.
moderation-hide-too = Hide the post as well
moderation-back = Back to the post
moderation-done = Done. They were told why, and that they can appeal.
moderation-dismissed = It stays as it is. Whoever flagged it was told.
moderation-undone = It is undone. They were told.
moderation-history = Its writer before
moderation-history-none = Nothing like this before.
moderation-history-hidden = { $count ->
    [one] One post hidden
   *[other] { $count } posts hidden
}
moderation-history-warned = { $count ->
    [one] Warned once
   *[other] Warned { $count } times
}
moderation-history-paused = { $count ->
    [one] Paused once
   *[other] Paused { $count } times
}
moderation-history-blocked = { $count ->
    [one] Blocked once
   *[other] Blocked { $count } times
}
moderation-acts-of-post = What was done here
moderation-is-undone = undone
moderation-did-dismissed = Left as it is
moderation-did-held = Held for a look
moderation-did-hidden = Post hidden
moderation-did-shown = Post shown again
moderation-did-warned = Warning
moderation-did-withdrawn = Warning withdrawn
moderation-did-paused = Paused
moderation-did-blocked = Blocked
moderation-did-lifted = Lifted
moderation-did-upheld = The act stays
moderation-did-overturned = The act is undone
moderation-concerns = Concerns
moderation-acted = Acted
moderation-thread = Thread
moderation-told-you = What the guide wrote to you
moderation-told = What { $name } was told
moderation-post = The post, in: { $title }
moderation-appeal = The appeal
moderation-appeal-waits = Another guide will look at it and answer.
moderation-to-appeal = Do you see it differently?
moderation-to-appeal-lead = You can appeal once. Another guide looks at it, not the one who acted, and answers you with a reason.
moderation-appeal-words = Your side of it
moderation-appeal-send = Send the appeal
moderation-appealed = Your appeal is sent. You will hear from another guide.
moderation-appealed-before = There was an appeal already, or the act is undone.
moderation-to-answer = Answer the appeal
moderation-outcome = How do you decide?
moderation-answer = Why?
moderation-answer-hint = Goes to whom it concerns alone.
moderation-answer-send = Send the answer
moderation-answered = Answered. They were told.
moderation-answered-before = Somebody else has answered this appeal already.
moderation-undo-held = Show the post
moderation-undo-hidden = Show the post again
moderation-undo-warned = Withdraw the warning
moderation-undo-paused = End the pause
moderation-undo-blocked = Lift the block
moderation-undo-sure = They will be told, and the public log will say so.
moderation-log-title = Moderation log
moderation-log-lead = Everything that guides did to keep order, and why. No names, and nothing of what the posts said.
moderation-log-none = Nothing had to be done so far.
moderation-log-in = In:
moderation-log-dismissed = A guide looked at a flagged post and left it as it is
moderation-log-held = A post was held until a guide looks at it
moderation-log-hidden = A guide hid a post
moderation-log-shown = A guide showed a post again
moderation-log-warned = A guide warned somebody
moderation-log-withdrawn = A guide withdrew a warning
moderation-log-paused = { $days ->
    [one] A guide paused somebody for one day
   *[other] A guide paused somebody for { $days } days
}
moderation-log-blocked = A guide blocked somebody
moderation-log-lifted = A guide ended a pause or a block
moderation-log-upheld = An appeal was looked at, and the act stays
moderation-log-overturned = An appeal was looked at, and the act was undone
moderation-because-unkind = It was unkind or threatening to somebody, and here we want everybody to dare to speak.
moderation-because-off-topic = It was not about what that thread is about, and those who follow it came for that.
moderation-because-advertising = It was an advertisement, and people come here to talk with their neighbours.
moderation-because-harmful = It said something that is untrue and can do harm to somebody.
moderation-because-personal = It held somebody’s personal data, which only they may make public.
moderation-because-other = It went against what we have agreed on here.
moderation-answer-hidden =
    Hello,

    your post in “{ $title }” is hidden now. { $because }

    You can still read it yourself. Say it another way if you like: you are welcome here, and so is your matter.
moderation-answer-warned =
    Hello,

    I write to you about your post in “{ $title }”. { $because }

    Please keep to it next time. Your view is welcome here, also where others don’t share it.
moderation-answer-paused =
    Hello,

    because of your post in “{ $title }” you can’t write here { $days ->
        [one] for one day
       *[other] for { $days } days
    }. { $because }

    You can read everything and vote meanwhile. After that we are glad to hear from you again.
moderation-answer-blocked =
    Hello,

    because of your post in “{ $title }” your account is blocked. { $because }

    It is not the first time, or it is too grave to go on as before.
moderation-letter-subject = Your account in { $town }
moderation-letter-blocked =
    { $words }

    If you see it differently, you can appeal once. Another guide will look at it:
    { $link }
moderation-letter-upheld =
    Your appeal was looked at by another guide. The block stays.

    { $words }
moderation-letter-lifted =
    The block of your account in { $town } is lifted. You can sign in again:
    { $link }

    { $words }
activity-moderation-warned = A guide warned somebody
activity-moderation-withdrawn = A guide withdrew a warning
activity-moderation-paused = A guide paused somebody
activity-moderation-blocked = A guide blocked somebody
activity-moderation-lifted = A guide ended a pause or a block
activity-moderation-upheld = A guide looked at an appeal, and the act stays
notices-flag-waits = { $others ->
    [0] A post was flagged in: { $title }
   *[other] A post was flagged several times in: { $title }
}
notices-flag-hidden = What you flagged was looked at and is hidden now, in: { $title }
notices-flag-acted = What you flagged was looked at, and a guide spoke with its writer, in: { $title }
notices-flag-dismissed = What you flagged was looked at and stays as it is, in: { $title }
notices-appeal-waits = An appeal waits for an answer, in: { $title }
notices-moderation-held = Your post waits until a guide has looked at it, in: { $title }
notices-moderation-hidden = A guide hid your post in: { $title }. See why, and how to appeal
notices-moderation-shown = A guide shows your post again in: { $title }
notices-moderation-warned = A guide warned you about your post in: { $title }. See why, and how to appeal
notices-moderation-withdrawn = A guide withdrew the warning about your post in: { $title }
notices-moderation-paused = A guide paused you because of your post in: { $title }. See why, and how to appeal
notices-moderation-blocked = A guide blocked your account because of your post in: { $title }
notices-moderation-lifted = A guide ended your pause or block. You can write again
notices-moderation-upheld = Your appeal was looked at, and the act stays, in: { $title }
notices-moderation-overturned = Your appeal was looked at, and the act is undone, in: { $title }
moderation-reports-title = Messages shown to the guides
moderation-reports-lead = Somebody got a message that they find wrong, and shows it to you. You see this one and no other.
moderation-reports-none = No message waits for a look.
moderation-report-by = A message from { $name }
moderation-report-where = a direct message
moderation-report-words = What you write to them
moderation-report-words-hint = Leave it empty for a kind standard answer in their language.
moderation-report-settle = Do it
