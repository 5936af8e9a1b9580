decisions-title = Decisions
decisions-lead = What binds all of us needs a majority on both sides: organisations and citizens. No side can carry it alone.
decisions-open = Open now
decisions-closed = Decided
decisions-none = Nothing has been put to a vote yet. It begins with a need that many share.
decisions-none-action = See what is proposed
decisions-look = Look and vote
decisions-look-at = Look and vote: { $question }
decisions-closes = Closes
decisions-closed-at = closed
decisions-adopted = both sides agreed
decisions-rejected = not agreed
decisions-opened = Opened
decisions-binds = What it decides
decisions-read-on = Read more: { $name }
decisions-mine = Your voice
decisions-sign-in-says = Who lives or works here and has signed in can vote, for themselves and for the group they represent.
decisions-sign-in = Sign in to vote
decisions-too-late-to-join = You came after this decision opened, so you can’t vote in it. You can in the next one.
decisions-voice-too-late = came after this decision opened, so it has no vote here
decisions-as-myself = as myself
decisions-for-group = for { $name }
decisions-not-yet = has not voted yet
decisions-receipt = Receipt
decisions-change-until = Can be changed until
decisions-change = Change it
decisions-vote = Vote
decisions-your-vote = Your vote
decisions-choice = What do you say?
decisions-choice-yes = Yes
decisions-choice-no = No
decisions-choice-abstain = I abstain
decisions-reason = Why?
decisions-reason-hint = Shown after the closing, without your name: only whether it came from an organisation or a citizen.
decisions-send = Cast the ballot
decisions-over = The time to vote is over. The result is on the decision’s page.
decisions-electors = Who votes
decisions-cast-so-far = { $cast } of { $voices } have voted so far
decisions-electors-join = Everybody who is here by
decisions-one-voice = A group has one voice, and so has a person.
decisions-electors-say = Everybody who was here when it opened. A group has one voice, and so has a person.
decisions-rule = How it is counted
decisions-rule-majority = Each side agrees when more say yes than no. Abstaining is being present, and counts for neither. It is adopted when both sides agree; a tie is no majority.
decisions-rule-hidden = How it stands stays hidden until the closing, from everybody.
decisions-rule-statutory = This is how the platform decides about itself. It is no election by law.
decisions-already-open = A decision about this is open already.
decisions-closes-in-the-past = The closing time must be still to come.
decisions-closes-out-of-range = Choose a day from { $min } to { $max } days ahead.
decisions-both-agreed = Both sides agreed.
decisions-not-both-agreed = It was not adopted: both sides would have had to agree.
decisions-how-sides = How each side voted
decisions-sides-table = The votes of each side
decisions-yes = Yes
decisions-no = No
decisions-abstained = Abstained
decisions-took-part = Took part
decisions-yes-and-no = { $yes } yes, { $no } no
decisions-turnout = { $cast } of { $voices }
decisions-side-agrees = { $side ->
    [organisations] The organisations agreed, by { $by }.
   *[citizens] The citizens agreed, by { $by }.
}
decisions-side-refuses = { $side ->
    [organisations] The organisations did not agree: { $by } more said no than yes.
   *[citizens] The citizens did not agree: { $by } more said no than yes.
}
decisions-side-tied = { $side ->
    [organisations] The organisations were tied, { $each } to { $each }. A tie is no majority.
   *[citizens] The citizens were tied, { $each } to { $each }. A tie is no majority.
}
decisions-side-abstained = { $side ->
    [organisations] Of the organisations nobody said yes or no.
   *[citizens] Of the citizens nobody said yes or no.
}
decisions-side-silent = { $side ->
    [organisations] No organisation voted. Silence is not consent.
   *[citizens] No citizen voted. Silence is not consent.
}
decisions-by-sector = By sector
decisions-sectors-table = The organisations’ votes by sector
decisions-sector = Sector
decisions-side = Side
decisions-other-sectors = Other sectors
decisions-small-sectors = Sectors with fewer than five votes are counted together, so that nobody’s vote shows.
decisions-what-changed = What would have changed it
decisions-change-both = Both sides would have had to turn:
decisions-change-stop-organisations = { $moved ->
    [one] One organisation saying no instead of yes, or { $more } more saying no, would have stopped it.
   *[other] { $moved } organisations saying no instead of yes, or { $more } more saying no, would have stopped it.
}
decisions-change-stop-citizens = { $moved ->
    [one] One citizen saying no instead of yes, or { $more } more saying no, would have stopped it.
   *[other] { $moved } citizens saying no instead of yes, or { $more } more saying no, would have stopped it.
}
decisions-change-turn-organisations = { $moved ->
    [one] One organisation saying yes instead of no, or { $more } more saying yes, would have turned the organisations’ side.
   *[other] { $moved } organisations saying yes instead of no, or { $more } more saying yes, would have turned the organisations’ side.
}
decisions-change-turn-citizens = { $moved ->
    [one] One citizen saying yes instead of no, or { $more } more saying yes, would have turned the citizens’ side.
   *[other] { $moved } citizens saying yes instead of no, or { $more } more saying yes, would have turned the citizens’ side.
}
decisions-change-more-organisations = { $more ->
    [one] One organisation saying yes would have turned the organisations’ side.
   *[other] { $more } organisations saying yes would have turned the organisations’ side.
}
decisions-change-more-citizens = { $more ->
    [one] One citizen saying yes would have turned the citizens’ side.
   *[other] { $more } citizens saying yes would have turned the citizens’ side.
}
decisions-reasons = Why they voted so
decisions-reasons-say = Without names, in the order of the alphabet.
decisions-now = What happens now
decisions-go-to = Go to “{ $name }”
decisions-check = Check it yourself
decisions-check-says = { $count ->
    [0] Nobody voted, so there is no ballot to publish.
    [one] The one ballot is published without a name.
   *[other] All { $count } ballots are published without names.
}
decisions-check-lead = Every ballot is published, without names and times. Find yours, and count all of them again.
decisions-find-mine = Find my ballot
decisions-find = Find it
decisions-receipt-hint = The code that you were shown when you voted, like K7Q4-MX2D-9RTA.
decisions-found = This ballot was counted:
decisions-not-found = There is no ballot with the receipt { $receipt } in this decision. Look at the code again, or ask a guide.
decisions-choice-counted = Counted as
decisions-recount = Count again
decisions-recount-how = Download the ballots and count them on your own machine: on each side, is yes more than no?
decisions-counts-alike = { $count ->
    [one] Counted again just now, from the one ballot: the same.
   *[other] Counted again just now, from all { $count } ballots: the same.
}
decisions-counts-differ = Counted again just now, the ballots give other numbers than were published. Please tell the steward.
decisions-download = Download all ballots (CSV)
activity-decision-opened = { $who } opened a decision: { $title }
activity-decision-adopted = Both sides agreed: { $title }
activity-decision-rejected = Not adopted, both sides did not agree: { $title }
notices-decision-closed = It is decided: { $title }
