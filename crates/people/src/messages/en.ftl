people-not-your-voice = You can’t speak for this group. Choose one of your own voices.
people-for-myself = for myself
people-for-group = for { $name }
