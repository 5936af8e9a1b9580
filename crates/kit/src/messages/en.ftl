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
kit-file-empty = This file is empty.
kit-file-other-picture = We can’t show this kind of picture. Save it as JPEG, PNG or WebP first; a phone does so when you choose “Most compatible”.
kit-file-too-many-dots = This picture has more than 50 million dots. Make it smaller first.
kit-file-unreadable = This file is damaged, or not what it says it is. Open it, save it anew, and try again.
kit-file-macros = This document holds macros, which could do harm. Save it without them first.
kit-file-unknown = We take pictures (JPEG, PNG, WebP, GIF), PDF, office documents and plain text. This is something else.
