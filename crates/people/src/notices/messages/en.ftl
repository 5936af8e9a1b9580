notices-title = What concerns me
notices-newest = Newest first
notices-read = Mark as read
notices-read-all = Mark all as read
notices-empty = Nothing yet. When somebody answers you or mentions you, it stands here.
notices-invitation-accepted = { $others ->
    [0] { $who } has accepted your invitation
    [one] { $who } and one more have accepted your invitation
   *[other] { $who } and { $others } more have accepted your invitation
}
notices-invitation-declined = { $others ->
    [0] Your invitation was declined: { $title }
    [one] Your invitation and one more were declined: { $title }
   *[other] Your invitation and { $others } more were declined: { $title }
}
notices-reply = { $others ->
    [0] { $who } wrote in: { $title }
    [one] { $who } and one more post in: { $title }
   *[other] { $who } and { $others } more posts in: { $title }
}
notices-group-waits = { $who } brought in { $title }. Is it theirs to speak for?
notices-mention = { $who } mentioned you in: { $title }
notices-missing-proposed = { $who } misses a group on the map: { $title }
notices-missing-listed = { $who } has listed the group you missed: { $title }
notices-missing-set-aside = { $who } has set aside the group you named: { $title }
