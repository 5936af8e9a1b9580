second-step-title = Second step of signing in
second-step-lead = After the link from your mailbox, a code from your telephone. Whoever gets into your mailbox still doesn’t get in here.
second-step-due = Whoever guides here needs a second step. Please set it up by { $day }; after that this page comes first.
second-step-how = You need an app that shows codes, such as Aegis, FreeOTP, 2FAS, or the password manager you have. It works without a network and tells nobody anything.
second-step-begin = Set it up
second-step-is-set-up = It is set up
second-step-codes = Recovery codes
second-step-codes-left = { $count ->
    [0] You have no recovery codes left. Make new ones, so that a lost telephone doesn’t lock you out.
    [one] You have one recovery code left.
   *[other] You have { $count } recovery codes left, each for once.
}
second-step-codes-new = New recovery codes
second-step-codes-new-sure = The old ones stop working at once.
second-step-codes-new-yes = Make new ones
second-step-codes-yours = Your recovery codes
second-step-codes-first = Your second step is set up. One more thing, for the day when your telephone is gone:
second-step-codes-again = The old ones work no more.
second-step-codes-keep = Print this page or copy the codes, and keep them where you keep other papers. Each lets you in once in place of a code from the app. They are shown only now.
second-step-codes-kept = I have kept them
second-step-app = The app
second-step-app-other = You have another telephone, or another app? The old one works until the new one does.
second-step-app-change = Change the app
second-step-duty = As you guide here, you keep a second step.
second-step-remove = Take the second step away
second-step-remove-sure = From then on, a link from your mailbox is enough to come in as you.
second-step-remove-yes = Take it away
second-step-removed = The second step is taken away.
second-step-new-title = Set up the second step
second-step-new-app = Open an app that shows codes, and let it add an account.
second-step-new-scan = Let it read this picture:
second-step-picture = A QR code that holds the secret for your app. The same secret stands in letters below.
second-step-new-by-hand = It can’t read the picture?
second-step-new-letters = Type or copy these letters into the app instead; kind “time-based”, six digits:
second-step-code = Code
second-step-code-hint = The six digits that the app shows now.
second-step-code-or-paper = The six digits that your app shows now, or one of your recovery codes.
second-step-code-wrong = That is not the code. It changes each half minute and works once: wait for the next. If it is wrong again, look whether the telephone’s clock is right.
second-step-new-on = Done
second-step-back = Not now
second-step-ask-title = The second step
second-step-ask-lead = Your mailbox is proven. Now the code from your telephone.
second-step-ask-on = Come in
second-step-lost = No telephone and no recovery codes?
second-step-lost-what = Tell a steward, in person or where they know your voice. They can take the second step away; then the link alone lets you in, and you set it up anew.
second-step-reset = Take the second step away
second-step-reset-hint = For somebody who has lost telephone and recovery codes. Be sure that it is them who asks. They are signed out everywhere, and told by letter.
second-step-was-reset = The second step is taken away. They can sign in by their link now.
second-step-none-there = They had no second step.
second-step-passkeys = You have passkeys
second-step-or-passkey = A passkey does as well, without an app:
second-step-last-passkey = As you guide here, you keep a second step. Make another passkey or set up the app first.
second-step-letter-subject = Your second step on { $town }
second-step-letter-set-up =
    Hello { $name },

    your account on { $town } has a second step of signing in now: after the link, a code from your app. Everywhere else you are signed out.

    If it was not you, tell a steward at once.
second-step-letter-removed =
    Hello { $name },

    the second step of signing in on { $town } was taken away. The link in our letters is enough to come in now.

    If it was not you, set it up again and tell a steward:

    { $link }
second-step-letter-code-used =
    Hello { $name },

    one of your recovery codes for { $town } was used just now. { $left ->
        [0] It was the last one.
        [one] One is left.
       *[other] { $left } are left.
    }

    If it was not you, make new ones at once and look where you are signed in:

    { $link }
second-step-letter-reset =
    Hello { $name },

    { $by } has taken away the second step of signing in on { $town }, as somebody does for one who has lost telephone and recovery codes. You are signed out everywhere. Sign in by the link in our letter, and set it up anew:

    { $link }

    If you didn’t ask for it, tell another steward at once.
