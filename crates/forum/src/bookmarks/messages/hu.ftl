bookmarks-title = Könyvjelzők
bookmarks-one = Könyvjelző
bookmarks-lead = Amit későbbre eltettél. Ezt a listát csak te látod.
bookmarks-keep = Elteszem
bookmarks-is-kept = Eltettem
bookmarks-keep-thread = Tedd el ezt a beszélgetést
bookmarks-is-kept-thread = Eltetted ezt a beszélgetést
bookmarks-kept = A könyvjelzőid közé került. Ott jegyzetet írhatsz hozzá, és kérheted, hogy egy napon emlékeztessünk rá.
bookmarks-enough = Már { $most } könyvjelződ van. Előbb törölj néhányat.
bookmarks-post = Hozzászólás
bookmarks-thread = Egész beszélgetés
bookmarks-gone = Ezt a hozzászólást törölték vagy elrejtették.
bookmarks-unseen = Amit ide eltettél, azt már nem láthatod.
bookmarks-note = A jegyzeted
bookmarks-note-hint = Miért tetted el. Csak te olvasod.
bookmarks-day = Mikor emlékeztessünk rá
bookmarks-day-hint = Aznap reggel értesítést kapsz.
bookmarks-day-past = Ez a nap már elmúlt. Válaszd a mait vagy egy későbbit.
bookmarks-day-far = Ez több mint három év múlva lesz. Válassz egy közelebbi napot.
bookmarks-by-letter = E-mailben is kérem
bookmarks-by-letter-hint = Ha nincs megadva nap, nem küldünk e-mailt.
bookmarks-reminds = Emlékeztető:
bookmarks-reminded = Emlékeztettünk rá:
bookmarks-change = Módosítás
bookmarks-save = Mentés
bookmarks-saved = A könyvjelzőt elmentettük.
bookmarks-remove = Törlés
bookmarks-removed = A könyvjelzőt töröltük.
bookmarks-to-all = Az összes könyvjelző
bookmarks-none = Még semmit sem tettél el. Minden hozzászólásnál és beszélgetésnél van erre egy gomb.
bookmarks-letter-subject = Emlékeztető: { $title }
bookmarks-letter =
    Szia { $name }!

    Azt kérted, hogy ma emlékeztessünk erre: „{ $title }” ({ $town })

    { $link }
bookmarks-letter-note = A jegyzeted: { $note }
bookmarks-letter-end =
    Ezt a levelet egy könyvjelzővel kérted. Az összes könyvjelződet itt találod és módosíthatod:

    { $all }
notices-bookmark-due = Azt kérted, hogy ma emlékeztessünk erre: { $title }
