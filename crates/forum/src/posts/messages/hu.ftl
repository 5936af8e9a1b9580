posts-by = { $number }. hozzászólás, írta: { $name }
posts-edited = módosítva
posts-edit = Módosítás
posts-edit-title = Módosítsd a hozzászólásodat
posts-edit-lead = Az eredeti szöveg is látható marad, hogy a rá adott válaszok érthetők legyenek.
posts-body = A szöveged
posts-body-hint = Üres sor: új bekezdés; **két csillag**: félkövér. A @Név szól annak, akit megnevezel.
posts-save = Mentés
posts-back = Vissza a beszélgetéshez
posts-remove = Törlés
posts-remove-sure = A szöveget senki sem látja többé. A helye megmarad, és jelzi, hogy törölték.
posts-remove-yes = Töröld
posts-removed-now = A hozzászólást töröltük.
posts-removed-by-author = Törölte, aki írta:
posts-removed-by-guide = Törölte egy segítő:
posts-versions-title = Hogyan változott ez a hozzászólás
posts-version-now = Így szól most
posts-version-until = Eddig így szólt:
posts-thread-closed = Ez a beszélgetés lezárult. Olvasni lehet, írni már nem.
posts-sent-already = Ezt már elküldted.
activity-post-added = { $who } hozzászólt ehhez: { $title }
activity-post-edited = { $who } módosította egy hozzászólását itt: { $title }
activity-post-removed = { $who } törölt egy hozzászólást innen: { $title }
posts-react = Röviden felelek
posts-reaction-agree = Egyetértek
posts-reaction-thanks = Köszönöm
posts-reaction-help = Tudok segíteni
posts-reaction-explain = Kérlek, fejtsd ki
posts-reactions-who = Kik
posts-reactions-others = és még { $count }
notices-help = { $others ->
    [0] { $who } tud segíteni a bejegyzésedben itt: { $title }
   *[other] { $who } és még { $others } tud segíteni a bejegyzésedben itt: { $title }
}
notices-explain = { $others ->
    [0] { $who } kéri, hogy fejtsd ki a bejegyzésedet itt: { $title }
   *[other] { $who } és még { $others } kéri, hogy fejtsd ki a bejegyzésedet itt: { $title }
}
posts-quote = Idézem
posts-numbered = { $number }. hozzászólás
posts-flag = Jelzem
posts-moderate = Utánanézek
posts-hidden = Egy segítő elrejtette:
posts-held = Ez a hozzászólás addig vár, amíg egy segítő meg nem nézi.
posts-hidden-text = Mi áll benne
posts-hidden-yours = Te és a segítők olvashatjátok, más nem.
posts-hidden-guides = Csak a segítők és az írója olvassák:
posts-reason-unkind = bántó vagy fenyegető valakire nézve
posts-reason-off-topic = nem ide tartozik
posts-reason-advertising = reklám
posts-reason-harmful = nem igaz, és árt
posts-reason-personal = valakinek a személyes adata
posts-reason-other = ellentétes azzal, amiben megegyeztünk
posts-reason-repeated = ugyanaz a szöveg többször
posts-reason-pattern = reklámokból ismert szó vagy cím
posts-reason-fast = hosszú szöveg hivatkozással, rögtön egy másik után
posts-newcomer-links = Amíg új vagy itt, egy hozzászólásban { $count } hivatkozás lehet más helyekre. Ez bővül, ahogy írsz.
posts-newcomer-mentions = Amíg új vagy itt, egy hozzászólás legfeljebb { $count } embert említhet, mert mindegyikük értesül róla.
posts-newcomer-posts = Amíg új vagy itt, naponta { $count } hozzászólást küldhetsz. A szövegedet piszkozatként megőrizzük: küldd el holnap.
posts-newcomer-threads = Amíg új vagy itt, naponta { $count } beszélgetést nyithatsz. Válaszolj egy meglévőben, vagy gyere vissza holnap: a szövegedet piszkozatként megőrizzük.
posts-newcomer-opening = Ez nagyon hasonlít egy reklámra, és te még új vagy itt, ezért nem nyitunk belőle beszélgetést. Válaszolj egy meglévőben, vagy kérj meg egy segítőt, hogy nyissa meg.
activity-post-hidden = Egy segítő elrejtett egy hozzászólást itt: { $title }
activity-post-shown = Egy segítő újra megmutatott egy hozzászólást itt: { $title }
