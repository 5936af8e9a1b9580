# The language's name in itself.
kit-own-name = English
kit-form-missing = Write something here.
kit-form-too-short = { $min ->
    [one] At least one letter, please.
   *[other] At least { $min } letters, please.
}
kit-form-too-long = That is { $count } letters; there is room for { $max }.
kit-form-choose = Choose one of these.
kit-form-not-an-email = This doesn’t look like an e-mail address. It should be like name@example.org.
kit-form-not-a-web-address = This doesn’t look like a web address. It should be like www.example.org.
kit-form-not-a-day = Give a day, like 2026-12-08.
kit-form-not-a-time = Give a day and a time, like 2026-12-08 18:00.
kit-form-not-a-number = This is not a number.
kit-form-not-in-range = Give a number from { $min } to { $max }.
kit-form-unreadable = What was sent could not be read. Go back and try again.
kit-when-today = today
kit-when-tomorrow = tomorrow
kit-when-yesterday = yesterday
kit-when-day-and-time = { $day }, { $time }
