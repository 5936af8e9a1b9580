import-title = Bring in a list
import-lead = A list of the town’s organisations, as it is: from a spreadsheet, an old database, the town hall. You look at everything before it is taken, and it can be undone.
import-file = The list: a spreadsheet or a CSV file
import-file-hint = Up to 20 MB and 50,000 rows: XLSX (Excel), ODS (Calc), CSV in any encoding, or an Open Referral package.
import-send = Read it
import-before = Lists that came before
import-one-open = waiting for you
import-one-done = { $taken ->
    [one] one group taken
   *[other] { $taken } groups taken
}
import-one-undone = undone
import-no-file = Choose a file first.
import-no-names = None of the columns is the name. Choose which one it is.
import-done-already = This list has been taken already.
import-nothing-to-undo = There is nothing to undo.
import-sector-gone = A sector of this list has been taken away meanwhile. Look through the rows again.
import-unreadable-empty = There is nothing in this file.
import-unreadable-large = This file is too large. There is room for { $most } MB.
import-unreadable-workbook = This workbook is of an old kind (.xls) or has a password. Save it as XLSX, ODS or CSV without one.
import-unreadable-broken = This workbook is damaged. Open it in Excel or Calc, save it again, and bring that.
import-unreadable-archive = This archive has no list in it that we know. We can read XLSX, ODS, CSV and Open Referral packages.
import-unreadable-hsds = There are no organisations in this file as Open Referral writes them.
import-unreadable-not-text = This is no list. We can read XLSX, ODS, CSV and Open Referral packages.
import-unreadable-no-rows = There are no rows in this file.
import-unreadable-many = This list has more than { $most } rows. Bring it in parts.
import-unreadable-wide = This list has { $columns } columns; more than { $most } we can’t read.
import-step-columns = Columns
import-step-rows = Rows
import-step-result = What came of it
import-columns-title = What is in which column?
import-columns-lead = { $rows ->
    [one] One row in “{ $file }”. Correct what we guessed wrongly.
   *[other] { $rows } rows in “{ $file }”. Correct what we guessed wrongly.
}
import-encoding = Read as { $encoding }. If letters look wrong, save the file as UTF-8 and bring it again.
import-encoding-lossy = Some letters could not be read as { $encoding }. Save the file as UTF-8 and bring it again.
import-sheet = Sheet
import-sheet-read = The workbook has { $count } sheets with something in them. We read “{ $sheet }”.
import-sheet-only = From the sheet “{ $sheet }”.
import-sheet-turn = Read this sheet instead
import-column = Column
import-cells = Begins with
import-holds = Holds
import-no-header = Column { $number }
import-unsure = Please look.
import-otherwise = Rows that nothing tells of belong to
import-otherwise-hint = Where neither a column nor the words of a row say it. Choose “a group of citizens” if the whole list is of such groups. You can still change each row.
import-on = Look at the rows
import-discard = Throw this list away
import-discard-sure = The list goes as if it had never come.
import-field-name = Name
import-field-side = Side
import-field-sector = Sector
import-field-purpose = What it is for
import-field-address = Address
import-field-phone = Phone
import-field-email = E-mail
import-field-website = Website
import-field-contact = Contact person
import-field-language = Language
import-field-ignore = nothing that we need
import-citizens = a group of citizens
import-rows-title = Before it is taken
import-rows-lead = { $taken ->
    [one] One row will be taken
   *[other] { $taken } rows will be taken
}, { $left ->
    [0] none left out.
    [one] one left out.
   *[other] { $left } left out.
} { $doubted ->
    [0] All of them are clear.
    [one] One of them deserves a look.
   *[other] { $doubted } of them deserve a look.
}
import-rows-none = { $left ->
    [one] The only row will be left out: it is here already, or can’t be taken.
   *[other] All { $left } rows will be left out: they are here already, or can’t be taken.
}
import-show-all = All rows
import-show-doubts = Those that deserve a look
import-nothing-doubted = Nothing is left to look at.
import-row = Row { $line }
import-no-name = (no name)
import-take = Bring it in
import-cant-take = Can’t be taken
import-belongs = Belongs to
import-guessed = Guessed by “{ $why }”.
import-guessed-unsure = Guessed by “{ $why }”, not surely.
import-not-guessed = Nothing tells it. Please choose.
import-alike = Is it the same?
import-alike-here = here already
import-alike-row = row { $line } of this list
import-changes = It is here already. Should this be changed?
import-changes-touched = People have written this themselves. It is changed only where you choose it.
import-change-old = Here: { $text }
import-change-new = In the list: { $text }
import-change-nothing = Here: nothing yet
import-rows-changed = { $changed ->
    [one] One group that is here already will be changed.
   *[other] { $changed } groups that are here already will be changed.
}
import-change-all = { $count ->
    [one] Change one group
   *[other] Change { $count } groups
}
import-result-changed = { $count ->
    [one] One group that was here already was changed.
   *[other] { $count } groups that were here already were changed.
}
import-take-all = { $count ->
    [one] Take one group
   *[other] Take { $count } groups
}
import-keep-next = Keep, and on to the next rows
import-keep = Keep these choices
import-result-title = What came of it
import-result-taken = { $count ->
    [one] group came in
   *[other] groups came in
}
import-result-read = { $count ->
    [one] One row was read
   *[other] { $count } rows were read
}, { $left ->
    [0] none was left out.
    [one] one was left out.
   *[other] { $left } were left out.
}
import-result-doubted = { $count ->
    [0] All were clear.
    [one] One of them deserves a look.
   *[other] { $count } of them deserve a look.
}
import-result-see = See who is known now
import-undo = Undo this
import-undo-sure = The groups of this list go again. Those that somebody has changed, invited or joined since stay. What the list changed becomes as it was, unless somebody has changed it since.
import-undone = This list has been undone.
import-kept = { $count ->
    [0] Nothing of it is left.
    [one] One group stays, as somebody has touched it since:
   *[other] { $count } groups stay, as somebody has touched them since:
}
import-problem-joined = It had { $cells } cells instead of { $columns }: commas in “{ $names }”. We put it together again.
import-problem-many-cells = It has { $cells } cells instead of { $columns }. Look whether each stands where it belongs ({ $names }).
import-problem-short = It has { $cells } cells instead of { $columns }; the last ones are missing.
import-problem-few-cells = It has { $cells } cells instead of { $columns }. Look whether each stands where it belongs.
import-problem-stray-quote = A quotation mark was opened and never closed. We read it as part of the text.
import-problem-no-name = It has no name, so it can’t be taken.
import-problem-headers-again = These are the titles of the columns once more.
import-problem-odd-name = “{ $name }” doesn’t look like a name.
import-problem-long-name = The name had { $letters } letters, and we cut it.
import-problem-points-elsewhere = { $field }: “{ $text }” only points elsewhere. Left out.
import-problem-unread = { $field }: we can’t read “{ $text }”. Left out.
import-problem-moved = “{ $text }” stood under “{ $from }”. We put it under “{ $to }”.
import-problem-mended = The web address was broken. We made it { $website }.
import-problem-unknown-sector = “{ $text }” is none of our sectors.
import-problem-unknown-side = “{ $text }” is neither side.
import-reason-same-name = the same name
import-reason-alike-names = names alike: { $words }
import-reason-initials = its initials: { $letters }
import-reason-phone = the same phone: { $number }
import-reason-website = the same website: { $website }
import-reason-domain = the same domain: { $domain }
import-reason-address = the same address
activity-import-done = { $who } brought in a list of groups: { $title }
activity-import-undone = { $who } took back a list of groups: { $title }
import-invite-title = Ask those with an address to come
import-invite-lead = { $count ->
    [0] Nobody of this list can be written to.
    [one] One group of this list can be written to. Look before the letter goes.
   *[other] { $count } groups of this list can be written to. Look before the letters go.
}
import-invite-none = Each of them was asked already, or has no e-mail address. A letter on paper, or a visit, may reach the others.
import-invite-list = See the invitations
import-invite-whom = Who gets a letter
import-invite-later = { $count ->
    [one] One more comes in the next round: at most { $most } letters go at once.
   *[other] { $count } more come in the next round: at most { $most } letters go at once.
}
import-invite-note-hint = It stands in each of the letters. Why should they come?
import-invite-send = Send the letters
import-invite-nobody = Choose at least one group.
import-invite-asked = { $count ->
    [one] One was asked already, or has the same address as another:
   *[other] { $count } were asked already, or have the same address as another:
}
import-invite-odd = { $count ->
    [one] One has an address that can’t be right:
   *[other] { $count } have addresses that can’t be right:
}
import-invited = The letters are on their way, one after the other.
import-not-taken = This list isn’t in, or was taken back.
