sharing-share = Share
sharing-share-thread = Share this thread
sharing-print = Print this thread
sharing-title = Share
sharing-open = Everybody who has the link can read it.
sharing-circle = Only those of the founding circle can read it, link or not.
sharing-founding = Only members can read it as long as the platform is being founded, link or not.
sharing-link = The link
sharing-address = Address
sharing-address-hint = Mark it and copy it to wherever you want.
sharing-copy = Copy the link
sharing-copied = The link is copied.
sharing-device = Share with this device
sharing-by-mail = By e-mail
sharing-letter-subject = { $title }
sharing-letter =
    I thought this could interest you: “{ $title }” ({ $town })

    { $link }
sharing-camera = For a phone’s camera
sharing-camera-hint = Let somebody point their phone at it, or print it for a notice board.
sharing-code = QR code that leads to “{ $title }”
sharing-part = Posts { $from } to { $to } of { $all }
sharing-printed = printed
sharing-from = From post
sharing-to = To post
sharing-choose = Show these
sharing-print-now = Print
sharing-hidden = A guide hid this post.
sharing-before = The part before
sharing-after = The next part
