threads-title = Forum
threads-lead = What the town is talking about. Anyone may read; members write, for themselves or for their group.
threads-about = Threads about { $title }
threads-new = Start a thread
threads-filters = Which threads
threads-show-all = All
threads-show-unread = New to me
threads-show-followed = I follow
threads-show-need = About needs
threads-show-focus = About focuses
threads-show-decision = About decisions
threads-show-initiative = About initiatives
threads-none = Nothing here yet. What should the town talk about first?
threads-none-unread = You have read everything. Is something missing?
threads-none-followed = You follow no thread yet. You follow each in which you write.
threads-none-older = That was all.
threads-circle = founding circle
threads-newest-first = Threads, what was talked about last first
threads-to-end = To the newest post
threads-posts = { $count ->
    [one] One post
   *[other] { $count } posts
}
threads-voices = { $organisations ->
    [0] no organisation
    [one] one organisation
   *[other] { $organisations } organisations
}, { $citizens ->
    [0] no citizen spoke
    [one] one citizen spoke
   *[other] { $citizens } citizens spoke
}
threads-last = last
threads-new-posts = { $count } new
threads-new-title = Start a thread
threads-new-about = It belongs to “{ $title }”.
threads-field-title = Title
threads-title-hint = Say in a few words what it is about. A question is best.
threads-language = Written in
threads-circle-only = Only for the founding circle
threads-circle-hint = Nobody else sees it, now or later.
threads-open = Start the thread
threads-open-anyway = Mine is something else: start it
threads-similar = Is it one of these?
threads-similar-what = If so, answer there: more people will read it. If not, go on below.
threads-preview = How it will look
threads-to-new = { $count ->
    [one] To the one post that is new to you
   *[other] To the { $count } posts that are new to you
}
threads-new-since = New since you were here
threads-reply = Your answer
threads-send = Send
threads-sign-in-to-reply = Sign in to answer. A link by e-mail is enough.
threads-spoken = Who has spoken
threads-sectors = Sectors that have spoken, with how many voices
threads-share = { $voices ->
    [0] nobody yet
    [one] one voice
   *[other] { $voices } voices
}{ $posts ->
    [0] {""}
    [one] , one post
   *[other] , { $posts } posts
}
threads-belongs-to = Belongs to
threads-following = Following
threads-follow = Follow this thread
threads-you-follow = You follow this thread: we tell you when it goes on.
threads-unfollow = Stop following
activity-thread-opened = { $who } started a thread: { $title }
threads-closed = closed
threads-closed-here = Closed
threads-kept = It was closed while you wrote, so your words were not sent. Here they are, to take elsewhere:
threads-for-guides = For guides
threads-close = Close this thread
threads-close-what = It stays readable, and nobody writes in it any more. Whoever began it is told, and the activity log says so.
threads-close-reason = Why
threads-close-reason-hint = It stands at the end of the thread, so that everybody understands. Say where the talk goes on, if it does.
threads-closed-now = The thread is closed.
threads-reopen = Open this thread again
threads-reopened-now = The thread is open again.
activity-thread-closed = { $who } closed a thread: { $title }
activity-thread-reopened = { $who } opened a thread again: { $title }
notices-thread-closed = { $who } closed your thread “{ $title }”
threads-pin = Put it at the top of the list
threads-unpin = Take it from the top of the list
threads-pinned = at the top
threads-pinned-here = At the top
threads-pinned-now = The thread stands at the top of the list.
threads-unpinned-now = The thread stands in the list as the others do.
threads-pinned-enough = { $most } threads stand at the top already. Take one of them down first.
activity-thread-pinned = { $who } put a thread at the top of the list: { $title }
activity-thread-unpinned = { $who } took a thread from the top of the list: { $title }
threads-summary = What was said so far
threads-summary-write = Write a summary
threads-summary-change = Change the summary
threads-summary-what = For whoever comes late. It stands above the posts, and says when it was written and up to which post it goes.
threads-summary-hint = What is agreed, what is open, who would do what. Both sides should find themselves in it.
threads-summary-until = It covers the posts up to number
threads-summary-until-hint = The last one so far is { $last }.
threads-summary-until-number = Say the number of a post, such as 12.
threads-summary-keep = Keep the summary
threads-summary-remove = Remove the summary
threads-summary-covers = By the guides, up to post { $number }.
threads-summary-kept = The summary stands above the posts.
threads-summary-gone = The summary is removed.
activity-thread-summarised = { $who } summed up a thread: { $title }
threads-twins = This is being talked about already:
