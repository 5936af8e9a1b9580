bookmarks-title = Bookmarks
bookmarks-one = A bookmark
bookmarks-lead = What you keep for later. Nobody else sees this list.
bookmarks-keep = Keep
bookmarks-is-kept = Kept
bookmarks-keep-thread = Keep this thread
bookmarks-is-kept-thread = You keep this thread
bookmarks-kept = It is among your bookmarks. There you can add a note and a day to be reminded.
bookmarks-enough = You keep { $most } things already. Please remove some of them first.
bookmarks-post = Post
bookmarks-thread = Whole thread
bookmarks-gone = This post was removed or hidden.
bookmarks-unseen = What you kept here is no longer open to you.
bookmarks-note = Your note
bookmarks-note-hint = Why you keep it. Only you read this.
bookmarks-day = Remind me on
bookmarks-day-hint = In the morning of that day you get a notice.
bookmarks-day-past = That day is over. Please choose today or a later one.
bookmarks-day-far = That is more than three years away. Please choose an earlier day.
bookmarks-by-letter = And write me an e-mail
bookmarks-by-letter-hint = Without a day there is no e-mail.
bookmarks-reminds = Reminder:
bookmarks-reminded = You were reminded:
bookmarks-change = Change
bookmarks-save = Save
bookmarks-saved = The bookmark is saved.
bookmarks-remove = Remove
bookmarks-removed = The bookmark is removed.
bookmarks-to-all = All bookmarks
bookmarks-none = You keep nothing yet. Each post has a button “Keep”, and so has each thread.
bookmarks-letter-subject = Your reminder: { $title }
bookmarks-letter =
    Hello { $name },

    you wanted to be reminded today of “{ $title }” ({ $town }):

    { $link }
bookmarks-letter-note = Your note: { $note }
bookmarks-letter-end =
    You asked for this letter with a bookmark. All of them are here, and can be changed:

    { $all }
notices-bookmark-due = You wanted to be reminded of this today: { $title }
