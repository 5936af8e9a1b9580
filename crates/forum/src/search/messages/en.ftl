search-title = Search
search-words = Words to look for
search-find = Find
search-hint = A few words are enough. Accents and capitals don’t matter.
search-filters = What to look for
search-all = Everything
search-none = Nothing has “{ $words }” in it. Try fewer words, or the beginning of one. Or ask the town.
search-count = { $count ->
    [one] Found one
   *[other] Found { $count }
}
search-more = There is more. Add a word to find the right one.
