town-accounts-title = My account of the town
town-accounts-lead = Where the town has a sign-in of its own for its people, one comes in here by it too. We hear your name and your address from it, and tell it nothing but that you come.
town-accounts-none = None opens your account here. It does once you sign in by it, with the same e-mail address.
town-accounts-since = Linked
town-accounts-used = Last used
town-accounts-remove = Take the link away
town-accounts-remove-sure = The letter lets you in as before. Whoever signs in at the town with your address, and it is proven there, links it again.
town-accounts-remove-yes = Take it away
town-accounts-removed = The link is taken away.
town-accounts-refused = You are not in yet
town-accounts-why-over = This way in was used already, or took more than ten minutes, or was begun in another browser. Begin once more.
town-accounts-why-refused = { $account } let nobody through just now, or said something that we can’t believe. Try again, or let us send you a letter.
town-accounts-why-unproven = { $account } has not made sure that your e-mail address is yours. So we don’t know who you are here. Let it be made sure there, or let us send you a letter.
town-accounts-why-stranger = Nobody here has your address yet, and one comes in by invitation. Ask somebody who is in already, or a guide.
town-accounts-letter-subject = Your account on { $town }
town-accounts-letter =
    Hello { $name },

    from now on { $account } lets you in on { $town } too. It said that your e-mail address is yours.

    If it was not you who signed in just now, take the link away and tell a steward at once:

    { $link }
