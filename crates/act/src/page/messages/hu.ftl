page-is-draft = Ez még tervezet.
page-too-few = Kevesebben viszik, mint kellene.
page-missing-sectors = { $count ->
    [one] Még egy ágazatból hiányzik szervezet.
   *[other] Még { $count } ágazatból hiányzik szervezet.
}
page-missing-citizens = Hiányzik egy polgári csoport vagy két polgár.
page-who-could = Ki lehetne az?
page-waits-for-place = Elegen viszik. Elindul, amint a fókuszának szabad helye lesz.
page-closed = Lezárva:
page-promises = Vállalások
page-no-promises = Még nincs vállalás. Mit lehetne tenni a következő 30 napban?
page-lacks-promise = A következő 30 napra nincs vállalás. Mi lehetne a következő apró lépés?
page-ended = { $count } lezárult vállalás
page-results = Mi lett belőle
page-no-results = Még nincs eredmény.
page-carriers = Akik viszik
page-nobody-carries = Pillanatnyilag senki.
page-sign-in = Lépj be, és vidd te is
page-take-up = Benne vagyok
page-take-up-too = Viszem ezen a hangon is
page-you-carry = Te is viszed: { $voice }.
page-put-down = Leteszem
page-keep = Gondozás
page-edit = Szöveg módosítása
page-close = Lezárás
