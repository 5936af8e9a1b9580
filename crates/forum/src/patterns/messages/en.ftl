patterns-title = What advertising looks like here
patterns-lead = Words and addresses that you know from advertising. When somebody who has just come writes one of them, the post waits until a guide has looked at it. Nothing is deleted by itself.
patterns-list = Words and addresses, one a line
patterns-hint = Like “casino” or “cheap-pills.example”. Capitals and accents don’t matter.
patterns-keep = Keep the list
patterns-kept = The list is kept.
patterns-length = “{ $line }” is too short or too long: a line has 4 to 80 characters.
patterns-most = The list has at most { $most } lines.
