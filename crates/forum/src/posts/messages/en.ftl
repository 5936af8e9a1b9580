posts-by = Post { $number } by { $name }
posts-edited = changed
posts-edit = Change
posts-edit-title = Change your post
posts-edit-lead = What it said before stays to be seen, so that answers to it still make sense.
posts-body = Your text
posts-body-hint = An empty line makes a paragraph; **two stars** make it bold. @Name lets somebody know.
posts-save = Save
posts-back = Back to the thread
posts-remove = Remove
posts-remove-sure = The text will be gone for everybody. Its place stays, and says that it was removed.
posts-remove-yes = Remove it
posts-removed-now = The post is removed.
posts-removed-by-author = Removed by who wrote it,
posts-removed-by-guide = Removed by a guide,
posts-versions-title = How this post has changed
posts-version-now = What it says now
posts-version-until = What it said until
posts-thread-closed = This thread is closed. You can read it, but not write in it any more.
posts-sent-already = This was sent already.
activity-post-added = { $who } wrote in { $title }
activity-post-edited = { $who } changed a post in { $title }
activity-post-removed = { $who } removed a post from { $title }
posts-react = Answer lightly
posts-reaction-agree = Agree
posts-reaction-thanks = Thanks
posts-reaction-help = I can help
posts-reaction-explain = Please explain
posts-reactions-who = Who
posts-reactions-others = { $count ->
    [one] and one more
   *[other] and { $count } more
}
notices-help = { $others ->
    [0] { $who } can help, as to your post in: { $title }
    [one] { $who } and one more can help, as to your post in: { $title }
   *[other] { $who } and { $others } more can help, as to your post in: { $title }
}
notices-explain = { $others ->
    [0] { $who } asks you to explain your post in: { $title }
    [one] { $who } and one more ask you to explain your post in: { $title }
   *[other] { $who } and { $others } more ask you to explain your post in: { $title }
}
posts-quote = Quote
posts-numbered = Post { $number }
posts-flag = Flag
posts-moderate = Look after
posts-hidden = Hidden by a guide:
posts-held = This post waits until a guide has looked at it.
posts-hidden-text = What it says
posts-hidden-yours = You and the guides can read it, nobody else.
posts-hidden-guides = Only guides and its writer read this:
posts-reason-unkind = unkind or threatening to somebody
posts-reason-off-topic = off topic here
posts-reason-advertising = advertising
posts-reason-harmful = untrue, and it does harm
posts-reason-personal = somebody’s personal data
posts-reason-other = against what we agreed on
posts-reason-repeated = the same text several times
posts-reason-pattern = a word or an address that is known from advertising
posts-reason-fast = a long text with a link, a moment after another
posts-newcomer-links = While you are new here, a post may have { $count } links to other places. This grows as you write.
posts-newcomer-mentions = While you are new here, a post may name { $count } people at most, as each of them hears of it.
posts-newcomer-posts = While you are new here, you may send { $count } posts a day. Your text is kept as a draft: send it tomorrow.
posts-newcomer-threads = While you are new here, you may open { $count } threads a day. Answer in one that is there, or come back tomorrow: your text is kept as a draft.
posts-newcomer-opening = This looks much like advertising, and you are new here, so we don’t open a thread with it. Answer in a thread that is there, or ask a guide to open it.
activity-post-hidden = A guide hid a post in { $title }
activity-post-shown = A guide showed a post again in { $title }
posts-thought = One moment before it goes out
posts-thought-long = It is very long. Would more people read it if you cut it in half?
posts-thought-soon = You wrote only a moment ago. Do you want to wait for what others say?
posts-thought-loud = Much of it is in capitals. Many read that as shouting.
posts-thought-choice = Nothing is sent yet, and nobody sees this. Change it, leave it, or send it as it is.
posts-thought-send = Send as it is
posts-offers = People and groups
