invitations-title = Invitations
invitations-lead = Who was asked to come, and who came. A personal word works best.
invitations-new-title = Invite somebody
invitations-new-letter = We send a letter with a link. One press, a name, and they are in.
invitations-new-link = A link for many: for the school’s notice, a poster, a message to all. Whoever has it can come in.
invitations-how = How
invitations-by-letter = By e-mail
invitations-by-link = A link to copy
invitations-email = Their e-mail address
invitations-name = Their name
invitations-name-hint = So that the letter greets them. They can change it.
invitations-group = For which group
invitations-group-hint = You can also begin on a group’s page.
invitations-no-group = For no group yet
invitations-group-role = What will they be in the group?
invitations-as-representative = A representative: speaks for the group
invitations-as-member = A member: speaks for themselves
invitations-role = And on the platform?
invitations-role-member = A member
invitations-role-guide = A guide: helps the platform along
invitations-note = A word from you
invitations-note-hint = Why them? It stands in the letter as you write it.
invitations-uses = For how many people
invitations-uses-hint = The link works for 30 days, or until so many have come.
invitations-send = Send the invitation
invitations-make = Make the link
invitations-back = Back to the list
invitations-sent = The invitation is on its way.
invitations-made-title = Your link is ready
invitations-made = Copy it now: it is shown only this once. You can withdraw it at any time.
invitations-made-link = The link
invitations-made-done = Copied, go on
invitations-open = { $count ->
    [0] Open
    [one] One is open
   *[other] { $count } are open
}
invitations-none-open = No invitation is open. Who is missing?
invitations-past = What became of the others
invitations-by = { $inviter },
invitations-a-link = { $count ->
    [0] A link to copy
    [one] A link to copy, for one more
   *[other] A link to copy, for { $count } more
}
invitations-somebody = Somebody, by letter
invitations-to-speak = to speak for { $group }
invitations-to-group = to { $group }
invitations-to-town = to { $town }
invitations-state-open = open
invitations-state-accepted = accepted
invitations-state-used-up = used up
invitations-state-expired = its time is over
invitations-state-withdrawn = withdrawn
invitations-state-void = void: its giver may not invite any more
invitations-withdraw = Withdraw
invitations-withdraw-sure = The link will not work any more, also where somebody has it already.
invitations-withdraw-yes = Yes, withdraw it
invitations-door-title = { $inviter } invites you to { $town }
invitations-door-to-town = Our organisations and citizens talk here, agree on a few things, and do them together.
invitations-door-to-group = You will be with { $group }.
invitations-door-to-speak = You will speak for { $group }, and for yourself whenever you like.
invitations-door-not-yours = This invitation went to another address than yours. If it is for you, sign out and press its link again.
invitations-door-sign-out = Sign out
invitations-door-email-hint = We send a link there, so that nobody comes in with your address.
invitations-door-known = Your address is known here already. We send you a link to come in with.
invitations-door-accept = Come in
invitations-over-title = This invitation is over
invitations-over = It was used, withdrawn, or its time is over. Ask the one who sent it for a new one.
invitations-over-known = Have you been here before? Then just sign in.
invitations-is-over = This invitation is over. Ask the one who sent it for a new one.
invitations-welcome = Welcome! You are in.
invitations-letter-subject = { $inviter } invites you to { $town }
invitations-letter-hello = Hello,
invitations-letter-hello-name = Hello { $name },
invitations-letter-to-town = { $inviter } invites you to { $town }, the common platform of our organisations and citizens. We talk there, agree on a few things, and do them together.
invitations-letter-to-group = { $inviter } invites you to { $group } in { $town }, the common platform of our organisations and citizens.
invitations-letter-to-speak = { $inviter } invites you to speak for { $group } in { $town }, the common platform of our organisations and citizens.
invitations-letter-note = { $inviter } writes: “{ $note }”
invitations-letter-link = This link lets you in. No password is needed:
invitations-letter-until = { $days ->
    [one] It works for one day. If you don’t want to come, do nothing.
   *[other] It works for { $days } days. If you don’t want to come, do nothing.
}
