browsers-letter-subject = You signed in to { $town } with a new browser
browsers-letter-unknown = a device we don’t know
browsers-letter =
    Hello { $name },

    somebody has just signed in to { $town } as you, with a browser that we haven’t seen with you before:

    { $device }
    { $when }

    If that was you, do nothing.

    If not, somebody can read your letters. Change the password of your mailbox first. Then look where you are signed in, sign out there whatever isn’t yours, and set up a second step:

    { $link }
