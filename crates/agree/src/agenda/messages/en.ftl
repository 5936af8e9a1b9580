agenda-title = On the council’s agenda
agenda-lead = What the municipality decides or discusses, so that we neither replace it nor do the same work twice.
agenda-add = Add an item
agenda-from-a-list = From a list
agenda-coming = Coming up
agenda-going-on = Going on now
agenda-no-day = No day yet
agenda-none-coming = Nothing is on the register now. The local authority and the guides can add what is on the table.
agenda-past = Past
agenda-until = until
agenda-off-the-table = off the table
agenda-day-is-over = its day is over
agenda-relations-count = { $count ->
    [0] nothing here relates to it yet
    [one] one matter of ours relates to it
   *[other] { $count } matters of ours relate to it
}
agenda-older = Earlier ones
agenda-to-what-comes = To what is coming up
agenda-what-relates = What we do about it
agenda-nothing-relates = No need, focus or initiative has said how it relates to this.
agenda-to-the-needs = See the needs
agenda-facts = At a glance
agenda-on-day = On
agenda-on-day-hint = When it is decided or discussed, if known.
agenda-until-day = Until
agenda-until-day-hint = Only where it takes more than a day: a consultation, a call for bids.
agenda-until-before-on = The last day must come after the first one.
agenda-entered-by = Entered by
agenda-link = Link
agenda-link-hint = The council’s own page or document.
agenda-to-the-document = To the council’s own page
agenda-keep = Keep the register
agenda-edit = Change
agenda-close = Take it off the table
agenda-outcome = What did the council make of it?
agenda-reopen = Put it back on the table
agenda-new-title = Add to the agenda register
agenda-edit-title = Change the item
agenda-new-lead = Plain words, so that everybody sees what it is about.
agenda-field-title = Title
agenda-field-title-hint = As people would call it, not as the file is called.
agenda-field-body = What it is about
agenda-field-body-hint = A few sentences are enough.
agenda-save = Save
agenda-back = Back without saving
agenda-relation-independent = Independent of
agenda-relation-complements = Complements
agenda-relation-hands-over = Hands over to
agenda-relation-independent-says = Independent: it is another matter.
agenda-relation-complements-says = It complements it: it does what the council does not do.
agenda-relation-hands-over-says = It hands over to it: where the council takes it on, ours ends.
agenda-relate-title = How does it relate to the agenda?
agenda-relate-likely = “{ $subject }” reads much like something on the municipality’s table. Please say how the two relate, so that nobody does the same work twice.
agenda-relate-lead = Say how “{ $subject }” relates to this item.
agenda-on-the-table = On the table:
agenda-on-the-table-sometime = On the table, without a day yet
agenda-shared-words = Both speak of
agenda-relate-question = “{ $subject }”:
agenda-relate-note = A word of explanation
agenda-relate-note-hint = What of it is yours, and what the council’s?
agenda-relate-send = Say so
agenda-relate-more = { $count ->
    [one] One more item reads alike; we ask about it next.
   *[other] { $count } more items read alike; we ask about them next.
}
agenda-later = Later
agenda-nothing-alike = Nothing on the council’s table reads like this.
agenda-back-to-subject = Go on
agenda-another-item = It has to do with another item
agenda-which-item = Which one?
agenda-choose-it = Choose it
agenda-beside-title = And the council?
agenda-beside-none = Nothing on the council’s table that we know of.
agenda-unsaid = “{ $title }” is on the council’s table and reads much like this.
agenda-say-how = Say how they relate
agenda-import-title = Agenda items from a list
agenda-import-lead = A CSV file with a title in each row, and if you have them a text, a link and a day. Nothing is added before you have looked at it.
agenda-import-file = The file
agenda-import-hint = Saved as CSV from any spreadsheet, at most 500 rows. The first row names the columns: title, text, link, date.
agenda-import-look = Look at it first
agenda-list-missing = Choose a file.
agenda-list-too-large = That is too long a list. Send at most { $rows } rows at once.
agenda-list-without-titles = No column is called “title”. Write the names of the columns into the first row: title, text, link, date.
agenda-list-is-a-workbook = This is a workbook. Open it, and save the sheet as CSV.
agenda-list-is-no-text = This is no list: it holds no text that we can read.
agenda-list-is-empty = There are no rows in this file.
agenda-preview-title = Look before adding
agenda-preview-read = { $count ->
    [one] One row was read.
   *[other] { $count } rows were read.
}
agenda-preview-odd = { $count ->
    [one] One of them needs a look.
   *[other] { $count } of them need a look.
}
agenda-preview-left-out = Columns that we left out: { $columns }.
agenda-preview-encoding = Read as { $encoding }. If letters look wrong, save the list as UTF-8 and send it again.
agenda-preview-rows = Rows of the list
agenda-preview-take = Take
agenda-preview-take-row = Take row { $line }
agenda-preview-oddities = Look at this
agenda-preview-add = Add the ticked rows
agenda-preview-other-file = Choose another file
agenda-odd-no-title = There is no title, so this row stays out.
agenda-odd-title-cut = The title was too long and is cut.
agenda-odd-body-cut = The text was too long and is cut.
agenda-odd-cells = The cells did not fit the columns; see that they are in the right place.
agenda-odd-no-day = “{ $text }” is no day that we can read, so it has none.
agenda-odd-no-link = “{ $text }” is no web address, so it has none.
agenda-odd-there = It is on the register already.
agenda-odd-twice = It stands in this list twice.
activity-agenda-added = { $who } put something on the agenda register: { $title }
activity-agenda-edited = { $who } changed an agenda item: { $title }
activity-agenda-closed = { $who } took an item off the table: { $title }
activity-agenda-reopened = { $who } put an item back on the table: { $title }
activity-agenda-imported = { $who } brought a list of agenda items in, { $title } in number
activity-agenda-related = { $who } said how a matter of ours relates to the agenda: { $title }
