sharing-share = Megosztás
sharing-share-thread = Beszélgetés megosztása
sharing-print = Beszélgetés nyomtatása
sharing-title = Megosztás
sharing-open = Bárki elolvashatja, akinél ott a link.
sharing-circle = Csak az alapítói kör tagjai olvashatják, akkor is, ha másnál ott a link.
sharing-founding = Amíg a felület alapítása tart, csak a tagok olvashatják, akkor is, ha másnál ott a link.
sharing-link = A link
sharing-address = Cím
sharing-address-hint = Jelöld ki, és másold oda, ahová szeretnéd.
sharing-copy = Link másolása
sharing-copied = A linket kimásoltuk.
sharing-device = Megosztás ezzel az eszközzel
sharing-by-mail = E-mailben
sharing-letter-subject = { $title }
sharing-letter =
    Gondoltam, ez érdekelhet: „{ $title }” ({ $town })

    { $link }
sharing-camera = Telefon kamerájának
sharing-camera-hint = Mutasd meg valakinek, hogy a telefonjával beolvassa, vagy nyomtasd ki hirdetőtáblára.
sharing-code = QR-kód, amely ide vezet: „{ $title }”
sharing-part = { $from }–{ $to }. hozzászólás, összesen { $all }
sharing-printed = nyomtatva:
sharing-from = Ettől a hozzászólástól
sharing-to = Eddig a hozzászólásig
sharing-choose = Ezeket mutasd
sharing-print-now = Nyomtatás
sharing-hidden = Ezt a hozzászólást egy segítő elrejtette.
sharing-before = Az előző rész
sharing-after = A következő rész
