notices-title = Ami rám tartozik
notices-newest = Legfrissebbek elöl
notices-read = Olvasott
notices-read-all = Mind olvasott
notices-empty = Még semmi. Ha valaki válaszol neked vagy megemlít, itt látod.
notices-invitation-accepted = { $others ->
    [0] { $who } elfogadta a meghívódat
   *[other] { $who } és még { $others } ember elfogadta a meghívódat
}
notices-invitation-declined = { $others ->
    [0] Nemet mondtak a meghívódra: { $title }
   *[other] Nemet mondtak a meghívódra és még { $others } másikra: { $title }
}
notices-reply = { $others ->
    [0] { $who } írt ide: { $title }
   *[other] { $who } írt, és még { $others } hozzászólás jött ide: { $title }
}
notices-group-waits = { $who } behozta: { $title }. Szólhat a nevében?
notices-mention = { $who } megemlített itt: { $title }
notices-missing-proposed = { $who } hiányol egy csoportot a térképről: { $title }
notices-missing-listed = { $who } felvette a listára, akit hiányoltál: { $title }
notices-missing-set-aside = { $who } félretette, akit megneveztél: { $title }
