community-place-heading = The place
community-name = Name of the platform
community-name-hint = Most call it as the town is called.
community-place = Town, village or district
community-place-hint = For example: Kővölgy and its three villages
community-language-heading = Languages and time
community-main-language = Main language
community-languages = Languages that people write in
community-languages-hint = The pages can be read in all of these.
community-time-zone = Time zone
community-join-email = On their own, with an e-mail address that works
community-join-invitation = By invitation only
community-title = About the community
community-lead = What stands about it, and how much it takes on at a time.
community-founded = Founded
community-opened = Opened
community-join = How do newcomers come in?
community-second-step = Who needs a second step of signing in?
community-second-step-hint = Everybody may set one up: a code from their telephone after the link. Whoever guides can do more, so a stolen mailbox would do more harm.
community-second-step-guides = Guides and stewards; they have two weeks to set it up
community-second-step-nobody = Nobody has to
community-edit = Change what stands here
community-edit-lead = Each change is in the public log.
community-save = Save
community-saved = Saved.
community-back = Back
community-caps = Few things at a time
community-caps-why = What is begun here shall get done. So the community has caps, and only both sides together change them.
community-caps-are = Now: at most { $focuses ->
    [one] one focus
   *[other] { $focuses } focuses
} at a time, and { $initiatives ->
    [one] one initiative
   *[other] { $initiatives } initiatives
} in each.
community-caps-became = From now on: at most { $focuses ->
    [one] one focus
   *[other] { $focuses } focuses
} at a time, and { $initiatives ->
    [one] one initiative
   *[other] { $initiatives } initiatives
} in each.
community-caps-stay = It stays at { $focuses ->
    [one] one focus
   *[other] { $focuses } focuses
} at a time, and { $initiatives ->
    [one] one initiative
   *[other] { $initiatives } initiatives
} in each.
community-caps-follows = If both sides agree, this holds from the closing on. What is under way goes on.
community-caps-question = Shall we have at most { $focuses ->
    [one] one focus
   *[other] { $focuses } focuses
} at a time, and { $initiatives ->
    [one] one initiative
   *[other] { $initiatives } initiatives
} in each?
community-caps-put = Put other caps to both sides
community-caps-put-send = Put it to both sides
community-caps-focuses = Focuses at a time
community-caps-focuses-hint = From 1 to 9. Most communities do well with three.
community-caps-initiatives = Initiatives in each focus
community-caps-initiatives-hint = From 1 to 9.
community-caps-closes = The vote closes
community-caps-closes-hint = In 3 to 30 days.
community-caps-body = Why
community-caps-body-hint = What is too little or too much today, and what would change.
community-caps-same = These are the caps of today. Choose others.
community-caps-open = Both sides are being asked now:
community-caps-last = The last decision about it:
activity-community-changed = { $who } changed what stands about the community: { $title }
community-thoughts = A quiet word before some posts go out
community-thoughts-hint = Before a post that is very long, comes right after another of the same person, or is much in capitals. One more press sends it. Nothing else is looked at, and nobody is told.
community-thoughts-fact = Writing
community-previews = Say what links in posts lead to
community-previews-hint = A small card under the post has the title of the page and a sentence of it. This server reads the page once for everybody, so its owner learns that the community speaks of it, but not who does. Only links in threads that everybody sees are followed, and no pictures are taken over.
community-previews-fact = Links in posts
community-previews-on = A card says what they lead to
community-previews-off = Without cards
