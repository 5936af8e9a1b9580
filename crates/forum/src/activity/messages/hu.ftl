activity-title = Mi történt
activity-lead = Minden változás a platformon: mikor, kitől, kinek a nevében. Bárki utánanézhet.
activity-filters = Miről
activity-all = Minden
activity-none = Itt még nem történt semmi. Azzal kezdődik, hogy valaki megszólal.
activity-other = { $who }: { $title }
