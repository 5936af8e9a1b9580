account-title = My account
account-me = About me
account-language-hint = The pages and our letters speak it.
account-language-browser = As my browser says
account-save = Save
account-saved = Saved.
account-address = My e-mail address
account-address-is = { $email }
account-address-private = Nobody else sees it.
account-address-change = Use another address
account-new-address = New address
account-new-address-hint = We send a link there. Press it in this browser, and the address is yours.
account-address-confirm = Your new address
account-address-will-be = From now on our letters go to { $email }, and you sign in with it. Your other devices will be signed out.
account-address-take = Use this address
account-address-changed = Your address is changed.
account-address-taken = This address belongs to another account. Sign in with it, or choose another.
account-groups = My groups and voices
account-speaks = I speak for it
account-member = member
account-no-groups = You are in no group yet. Look who is here:
account-devices = Where I am signed in
account-device-unknown = A device we don’t know
account-this-device = this device
account-end = Sign out there
account-end-others = Sign out everywhere else
account-signed-out = Signed out there.
account-letter-new-subject = Your new address for { $town }
account-letter-new =
    Hello { $name },

    this link makes this address yours on { $town }. Press it in the browser where you are signed in:

    { $link }

    It works once, for ten minutes. If it was not you who asked for it, do nothing.
account-letter-old-subject = Your address for { $town } has changed
account-letter-old =
    Hello { $name },

    your account on { $town } has another e-mail address now. You sign in with that one, and this address gets no letters any more.

    If it was not you, tell a guide at once.
account-messages = Messages
