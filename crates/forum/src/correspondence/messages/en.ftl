correspondence-title = Messages
correspondence-lead = What you write here, you and the one you write to read, and nobody else. The guides can’t read it either.
correspondence-none = You have no messages. To write to somebody, open their page or their group’s.
correspondence-one = A correspondence
correspondence-with = Messages with { $name }
correspondence-unread = { $count ->
    [one] one new
   *[other] { $count } new
}
correspondence-two-read = Only the two of you can read this.
correspondence-group-reads = All who speak for the group read this and can answer. Nobody else.
correspondence-for-group = They wrote to { $name }. All who speak for it read this and can answer.
correspondence-write-to = Write to { $name }
correspondence-older = Older messages
correspondence-newest = To the newest messages
correspondence-gone = The messages have gone after the time for which they are kept.
correspondence-by = Message from { $name }
correspondence-you = You
correspondence-numbered = Message { $number }
correspondence-answer = Answer
correspondence-body = Your message
correspondence-send = Send
correspondence-back = Back to the messages
correspondence-report = Show to the guides
correspondence-report-title = Show this message to the guides
correspondence-report-lead = The guides will read this one message and see that you showed it to them. They don’t see any other.
correspondence-reported = Thank you. The guides will look at it.
correspondence-block-title = No more messages?
correspondence-block-what = You can stop { $name } from writing to you here. They learn it when they write the next time. You can take it back.
correspondence-block = Stop their messages
correspondence-blocked = They can’t write to you here any more.
correspondence-unblock = Let them write again
correspondence-unblocked = They can write to you again.
correspondence-you-block = You have stopped messages here. To write, let them write to you too.
correspondence-refused = This message can’t be sent: they want no messages from you here. It is only kept on this page.
correspondence-letterbox = Your letterbox
correspondence-is-open = Every member can write to you.
correspondence-is-closed = Your letterbox is closed: nobody can begin to write to you. With those you have written with before it goes on.
correspondence-close-letterbox = Close my letterbox
correspondence-open-letterbox = Open my letterbox
correspondence-closed-now = Your letterbox is closed.
correspondence-opened-now = Your letterbox is open.
correspondence-letterbox-closed = They have closed their letterbox, and you haven’t written with each other before. Perhaps a thread is a good place for this?
correspondence-begun-enough = You have written to { $count } people or groups for the first time today. Write to more of them tomorrow.
correspondence-enough = You have sent { $count } messages today. Please go on tomorrow.
notices-message-new = { $others ->
    [0] A message from { $who }
    [one] Two messages from { $who }
   *[other] Several messages from { $who }
}
notices-report-waits = { $others ->
    [0] Somebody showed a message to the guides
   *[other] Several people showed a message to the guides
}
notices-report-settled = A guide has looked at the message that you showed them
notices-report-warned = A guide warned you about a message that you wrote. See why, and how to appeal
notices-report-paused = A guide paused your writing because of a message. See why, and how to appeal
retention-direct-messages = Direct messages
retention-direct-messages-hint = From when they were written. Then they are gone for both.
