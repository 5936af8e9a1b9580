page-is-draft = This is a draft.
page-too-few = Fewer carry it than it needs.
page-missing-sectors = { $count ->
    [one] An organisation of one more sector is missing.
   *[other] Organisations of { $count } sectors are missing.
}
page-missing-citizens = A citizen group is missing, or two citizens.
page-who-could = Who could it be?
page-waits-for-place = Enough carry it. It starts as soon as its focus has a free place.
page-closed = Closed
page-promises = Promises
page-no-promises = Nothing is promised yet. What could be done in the next 30 days?
page-lacks-promise = Nothing is promised for the next 30 days. What could be the next small thing?
page-ended = { $count ->
    [one] One promise that has ended
   *[other] { $count } promises that have ended
}
page-results = What came of it
page-no-results = No result yet.
page-carriers = Carried by
page-nobody-carries = Nobody at the moment.
page-sign-in = Sign in to carry it too
page-take-up = I’m in
page-take-up-too = Carry it in this voice too
page-you-carry = You carry it { $voice }.
page-put-down = Put it down
page-keep = Look after it
page-edit = Change the words
page-close = Close it
