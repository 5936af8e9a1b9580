claims-title = Claims
claims-lead = People who say that a group of the directory is theirs. Once somebody confirms it, they keep its page and speak for it.
claims-waiting = Waiting for an answer
claims-none-waits = Nobody waits for an answer.
claims-settled = Answered lately
claims-title-one = { $group }: whose is it?
claims-line = { $who } says: this is our group.
claims-panel = Is this your group?
claims-panel-free = Nobody speaks for it here yet. If it is yours, take its page over.
claims-panel-taken = If you speak for it as well, those who do already can let you in.
claims-make = This is our group
claims-own-waits = You said that this is your group. An answer is on its way.
claims-new-lead = You take over the page of { $group } and speak for it here, as soon as your claim is confirmed.
claims-asks-representatives = Those who speak for the group here, and the guides, will see what you write, and answer.
claims-asks-letter = A letter with your name goes to the published address of the group; whoever reads it there can confirm with one press and sees what you write. The guides can as well.
claims-asks-guides = The guides will see what you write, and answer.
claims-words = Who are you in the group?
claims-words-hint = One or two sentences: what you do there, and how one could ask after it.
claims-back = Back
claims-state-open = waits for an answer
claims-state-confirmed = confirmed
claims-state-refused = not confirmed
claims-state-withdrawn = taken back
claims-state-over = over without an answer
claims-is-yours = You speak for this group already.
claims-is-over = This claim is answered already, or its time is over.
claims-is-settled = Done. Whoever it concerns is told.
claims-answer-was = The answer:
claims-letter-went = A letter went to the published address of the group.
claims-no-letter = No letter went to the group; somebody here decides.
claims-until = It waits until
claims-confirming-means = If you confirm, this person can change what the group says of itself, invite others, and speak and vote in its name.
claims-answer = A word to them
claims-answer-hint = Needed when you don’t confirm it: say why, and what could help.
claims-outcome = Your answer
claims-confirm = Confirm
claims-refuse = Don’t confirm
claims-withdraw = Take it back
claims-by-letter-title = Whose group is it?
claims-by-letter-question = Does { $who } speak for { $group }?
claims-by-letter-lead = You got this link because a letter went to the address that is published for the group. If you say yes, this person keeps its page here and speaks and votes in its name.
claims-by-letter-words = { $who } writes:
claims-by-letter-yes = Yes, they are of us
claims-by-letter-no = No, we don’t know them
claims-by-letter-who-decides = If you are not sure, do nothing: a guide of the platform will look into it.
claims-by-letter-over-title = This link is over
claims-by-letter-over = It was answered already, or taken back, or its two weeks have passed.
claims-letter-subject = Is { $who } of { $group }? ({ $town })
claims-letter =
    Hello,

    { $group } is listed on { $town }, the common platform of the town’s organisations and citizens, with this address.

    Somebody who is there as { $who } says that they belong to you, and would like to keep your page and speak for you. Please look who it is, and say yes or no:

    { $link }

    The link works for two weeks. If you do nothing, nothing happens by this letter; then a guide of the platform decides.
claims-letter-answer-subject = { $group }: your claim ({ $town })
claims-letter-confirmed =
    Hello { $who },

    it is confirmed: you speak for { $group } now, and keep its page. Look whether all is right there, and invite the others:

    { $link }
claims-letter-refused =
    Hello { $who },

    you said that { $group } is your group. This was not confirmed. If that is a mistake, write to a guide; the page of the group is here:

    { $link }
claims-letter-said = This is what you were told:
notices-claim-made = { $who } says that this is their group: { $title }
notices-claim-confirmed = It is confirmed: you speak for { $title } now
notices-claim-refused = It was not confirmed that you speak for { $title }
retention-claims = Claims to a group
retention-claims-hint = So long after their time is over, so that guides can look back.
my-data-kind-claims = Groups I said are mine
my-data-word-confirmed = confirmed
my-data-word-refused = not confirmed
my-data-word-withdrawn = taken back
