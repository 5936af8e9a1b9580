passkeys-title = Passkeys
passkeys-lead = Sign in with a finger, a face or the code of your device. No letter, nothing to copy, and no other site can get it from you.
passkeys-new = New passkey
passkeys-since = Made
passkeys-used = Last used
passkeys-none = You have none yet. The letter works as before, with a passkey too.
passkeys-no-name = This platform is reached by a number and not by a name just now; browsers make no passkeys for that. Whoever runs the server can change it.
passkeys-guides = As you guide here, your passkeys are your second step: the letter alone doesn’t let you in.
passkeys-guides-codes = Keep recovery codes, for the day when the device is gone
passkeys-halted = Halted
passkeys-halted-what = It answered as a copy of it would. It opens nothing here any more; take it away and make a new one.
passkeys-remove = Take it away
passkeys-remove-sure = “{ $passkey }” will open nothing here any more. Delete it on the device too.
passkeys-remove-yes = Take it away
passkeys-removed = The passkey is taken away.
passkeys-made = The passkey is made. From now on you can sign in with it.
passkeys-new-lead = Your device or your password manager keeps it. You can have several, one for each device.
passkeys-name = Its name
passkeys-name-hint = So that you know it again in your list, for example “Telephone”.
passkeys-make = Make a passkey
passkeys-make-failed = Nothing was made. Perhaps you closed the question, or this device has one already. Try again, or choose another device.
passkeys-back = Not now
passkeys-not-made = The passkey could not be taken. Press the button once more.
passkeys-too-many = Twenty passkeys are enough. Take away those that you don’t use.
passkeys-use = Use a passkey
passkeys-failed = That didn’t work. Try again, or use the other way.
passkeys-unable = This browser can do nothing with passkeys. The other way works.
passkeys-without-script = A passkey needs JavaScript, which is switched off here. The other way works without.
passkeys-wrong = This passkey opens nothing here, or too much time passed. Try again, or use the other way.
passkeys-or = Or with a passkey
passkeys-letter-subject = Your passkeys on { $town }
passkeys-letter-made =
    Hello { $name },

    your account on { $town } has a new passkey, “{ $passkey }”. Whoever has it can sign in as you.

    If it was not you who made it, take it away at once and tell a steward:

    { $link }
passkeys-letter-removed =
    Hello { $name },

    the passkey “{ $passkey }” was taken away from your account on { $town }. It opens nothing there any more.

    If it was not you, look where you are signed in and tell a steward:

    { $link }
passkeys-letter-halted =
    Hello { $name },

    somebody used your passkey “{ $passkey }” on { $town } just now, and it answered as a copy of it would. So it was not let in, and this passkey opens nothing any more.

    Take it away, and make a new one on a device that you trust:

    { $link }
