files-add = Add a picture or file
files-sending = On its way:
files-failed = It did not arrive. Look whether you are online, and try again.
files-new-title = Add a picture or file
files-new-lead = What you have written is kept. The file will stand at its end.
files-file = File
files-file-hint = A picture, a PDF, an office document or plain text of 20 MB at most. Where and when a picture was taken is removed from it.
files-send = Send it
files-back = Back to what you were writing
files-none = Choose a file first.
files-too-large = This file is too large. It may have { $megabytes } MB.
files-too-many = You have sent many files in a short time. Try again in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}.
files-other-voice = You don’t speak for this group any more. Choose another voice.
files-person-full = Your files fill the { $megabytes } MB that each person has here. What no post of yours shows makes room after a day.
files-group-full = This group’s files fill the { $megabytes } MB that each group has here.
files-community-full = There is no room for more files here: { $megabytes } MB are full. Tell a guide.
files-alt-title = What does it show?
files-alt-lead = Some of your neighbours can’t see pictures. A sentence lets them take part.
files-alt = What the picture shows
files-alt-hint = As you would tell it on the telephone: “The footbridge under water, seen from the mill.”
files-alt-missing = Say what the picture shows, or tick that it only decorates.
files-decorative = It only decorates: those who can’t see it miss nothing
files-put = Put it into the text
files-leave = Leave it out
files-yours = The picture you sent
