links-sign-in-subject = Your link to { $town }
links-sign-in-letter =
    Hello { $name },

    this link lets you in to { $town }:

    { $link }

    It works once, for ten minutes. No password is needed.

    If it was not you who asked for it, do nothing: without the link nobody comes in.
links-join-subject = Welcome to { $town }
links-join-letter =
    Hello,

    somebody gave this address to come in to { $town }, the common platform of its organisations and citizens. If that was you, this link lets you in:

    { $link }

    It works once, for ten minutes. No password is needed.

    If it was not you, do nothing: nothing is kept of your address.
links-sent-title = Look into your letters
links-sent = If { $email } may come in here, a letter with a link is on its way.
links-sent-how = Open the letter and press its link. It works once, for ten minutes, and on any of your devices.
links-sent-nothing = No letter came?
links-sent-look = Look among the unwanted mail, and whether the address above is right. It may take a minute.
links-sent-again = Try again
links-over-title = This link is over
links-over = A link works once, for ten minutes, so that nobody else can use it. A new one is quickly sent.
links-over-again = Send me a new one
