activity-title = What happened
activity-lead = Every change on this platform: when, by whom, and in which voice. Anyone can check.
activity-filters = What about
activity-all = Everything
activity-none = Nothing has happened here yet. It begins with somebody saying something.
activity-other = { $who }: { $title }
