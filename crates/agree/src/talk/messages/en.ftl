talk-title = What is said about it
talk-posts = { $count ->
    [one] one post
   *[other] { $count } posts
}
talk-none = Nobody has talked about it here yet.
talk-begin = Begin a thread about it
