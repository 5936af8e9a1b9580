promises-new = Vállalj valamit
promises-new-lead = Egy kézzelfogható dolog és egy nap. Lehet kicsi, csak készüljön el.
promises-what = Mi készül el?
promises-what-hint = Például: Kinyomtatom a látogatási rendet, és kiteszem a könyvtárban
promises-due = Meddig?
promises-send = Vállalom
promises-in-the-past = Ez a nap elmúlt. Válassz egyet mától kezdve.
promises-too-far = Ez nagyon messze van. Két éven belülre vállalj valamit.
promises-initiative-closed = Ez a kezdeményezés lezárult. Már nem lehet benne vállalni.
promises-ended = Ez a vállalás már lezárult. A kezdeményezése oldalán áll, hogy sikerült.
promises-due-on = határidő:
promises-overdue = lejárt
promises-kept = teljesült
promises-broken = nem teljesült
promises-moved = { $count ->
    [one] egyszer halasztva
   *[other] { $count } alkalommal halasztva
}
promises-was-due = Eredetileg:
promises-end = Hogy sikerült?
promises-end-how = Hogy sikerült?
promises-end-kept = Elkészült
promises-end-broken = Nem lett belőle semmi
promises-end-note = Egy szó róla
promises-end-note-hint = Mi készült el, vagy mi állt az útjába.
promises-end-send = Mentés
promises-say-why = Írd meg pár szóban, mi állt az útjába. Senki sem fog vádolni érte.
promises-move = Elhalasztom
promises-move-title = Vállalás elhalasztása
promises-move-instead = Inkább elhalasztom
promises-move-to = Melyik napra?
promises-move-reason = Miért?
promises-move-reason-hint = Hogy tudják, akik számítanak rá.
promises-move-send = Elhalasztom
activity-promise-made = { $who } vállalta: { $title }
activity-promise-kept = { $who } teljesítette, amit vállalt: { $title }
activity-promise-broken = { $who } nem tudta teljesíteni, amit vállalt: { $title }
activity-promise-moved = { $who } elhalasztotta, amit vállalt: { $title }
