proving-title = Is it you?
proving-lead = What comes now is grave, and you have been signed in here for a while. So we ask once more; it holds for a quarter of an hour. Nothing that you typed is lost.
proving-on = Go on
proving-back = Go back
proving-by-letter = We send a link to your e-mail address. Press it in this browser, then go on here.
proving-sent = A letter is on its way to { $email }. Press its link in this browser; it opens another page. Then come back to this one and go on.
proving-pressed = I have pressed it, go on
