import-title = Lista beolvasása
import-lead = A város szervezeteinek listája úgy, ahogy van: táblázatból, régi nyilvántartásból, a városházáról. Mielőtt bekerülne, mindent megnézhetsz, és utána is visszavonhatod.
import-file = A lista: táblázat vagy CSV-fájl
import-file-hint = Legfeljebb 20 MB és 50 000 sor: XLSX (Excel), ODS (Calc), CSV bármilyen kódolással, vagy Open Referral-csomag.
import-send = Olvasd be
import-before = Korábbi listák
import-one-open = rád vár
import-one-done = { $taken ->
    [one] egy csoport került be
   *[other] { $taken } csoport került be
}
import-one-undone = visszavonva
import-no-file = Előbb válassz egy fájlt.
import-no-names = Egyik oszlop sem a név. Válaszd ki, melyik az.
import-done-already = Ez a lista már bekerült.
import-nothing-to-undo = Nincs mit visszavonni.
import-sector-gone = E lista egyik ágazatát közben megszüntették. Nézd át újra a sorokat.
import-unreadable-empty = Ebben a fájlban nincs semmi.
import-unreadable-large = Ez a fájl túl nagy. Legfeljebb { $most } MB fér el.
import-unreadable-workbook = Ez régi fajta munkafüzet (.xls), vagy jelszó védi. Mentsd el jelszó nélkül, XLSX, ODS vagy CSV formában.
import-unreadable-broken = Ez a munkafüzet sérült. Nyisd meg Excelben vagy Calcban, mentsd el újra, és azt hozd be.
import-unreadable-archive = Ebben a csomagban nincs olyan lista, amelyet ismerünk. XLSX, ODS, CSV és Open Referral-csomag olvasható.
import-unreadable-hsds = Ebben a fájlban nincsenek szervezetek úgy, ahogy az Open Referral írja őket.
import-unreadable-not-text = Ez nem lista. XLSX, ODS, CSV és Open Referral-csomag olvasható.
import-unreadable-no-rows = Ebben a fájlban nincsenek sorok.
import-unreadable-many = Ebben a listában több mint { $most } sor van. Hozd be részletekben.
import-unreadable-wide = Ebben a listában { $columns } oszlop van; { $most } oszlopnál többet nem tudunk elolvasni.
import-step-columns = Oszlopok
import-step-rows = Sorok
import-step-result = Mi lett belőle
import-columns-title = Mi van melyik oszlopban?
import-columns-lead = { $rows ->
    [one] Egy sor van ebben: „{ $file }”. Javítsd ki, amit rosszul sejtettünk.
   *[other] { $rows } sor van ebben: „{ $file }”. Javítsd ki, amit rosszul sejtettünk.
}
import-encoding = Így olvastuk: { $encoding }. Ha a betűk rosszak, mentsd el a fájlt UTF-8 kódolással, és hozd be újra.
import-encoding-lossy = Néhány betűt nem tudtunk elolvasni így: { $encoding }. Mentsd el a fájlt UTF-8 kódolással, és hozd be újra.
import-sheet = Munkalap
import-sheet-read = A munkafüzet { $count } lapján van valami. Ezt olvastuk: „{ $sheet }”.
import-sheet-only = Erről a lapról: „{ $sheet }”.
import-sheet-turn = Inkább ezt a lapot olvasd
import-column = Oszlop
import-cells = Így kezdődik
import-holds = Ez van benne
import-no-header = { $number }. oszlop
import-unsure = Ezt nézd meg.
import-otherwise = Ahová azok a sorok tartoznak, amelyekről semmi sem árulkodik
import-otherwise-hint = Ha se oszlop, se a sor szavai nem mondják meg. Egyenként még módosíthatod.
import-on = Nézd meg a sorokat
import-discard = A lista eldobása
import-discard-sure = A lista eltűnik, mintha sose jött volna.
import-field-name = Név
import-field-side = Oldal
import-field-sector = Ágazat
import-field-purpose = Mire való
import-field-address = Cím
import-field-phone = Telefon
import-field-email = E-mail
import-field-website = Honlap
import-field-contact = Kapcsolattartó
import-field-language = Nyelv
import-field-ignore = semmi, ami kellene
import-citizens = polgári csoport
import-rows-title = Mielőtt bekerül
import-rows-lead = { $taken ->
    [one] Egy sor kerül be
   *[other] { $taken } sor kerül be
}, { $left ->
    [0] egy sem marad ki.
    [one] egy marad ki.
   *[other] { $left } marad ki.
} { $doubted ->
    [0] Mindegyik egyértelmű.
    [one] Egyet közülük érdemes megnézni.
   *[other] { $doubted } sort közülük érdemes megnézni.
}
import-rows-none = { $left ->
    [one] Az egyetlen sor kimarad: már itt van, vagy nem kerülhet be.
   *[other] Mind a { $left } sor kimarad: már itt vannak, vagy nem kerülhetnek be.
}
import-show-all = Minden sor
import-show-doubts = Amiket érdemes megnézni
import-nothing-doubted = Nincs több megnéznivaló.
import-row = { $line }. sor
import-no-name = (nincs neve)
import-take = Kerüljön be
import-cant-take = Nem kerülhet be
import-belongs = Ide tartozik
import-guessed = E szóból sejtjük: „{ $why }”.
import-guessed-unsure = E szóból sejtjük, de nem biztos: „{ $why }”.
import-not-guessed = Semmi sem árulja el. Válassz.
import-alike = Ugyanaz?
import-alike-here = már itt van
import-alike-row = e lista { $line }. sora
import-changes = Már itt van. Változzon ez?
import-changes-touched = Ezt emberek írták. Csak az változik, amit kiválasztasz.
import-change-old = Itt: { $text }
import-change-new = A listában: { $text }
import-change-nothing = Itt: még semmi
import-rows-changed = { $changed ->
    [one] Egy csoport, amely már itt van, módosul.
   *[other] { $changed } csoport, amely már itt van, módosul.
}
import-change-all = { $count ->
    [one] Egy csoport módosítása
   *[other] { $count } csoport módosítása
}
import-result-changed = { $count ->
    [one] Egy csoport, amely már itt volt, módosult.
   *[other] { $count } csoport, amely már itt volt, módosult.
}
import-take-all = { $count ->
    [one] Egy csoport felvétele
   *[other] { $count } csoport felvétele
}
import-keep-next = Mentés, és tovább a következő sorokra
import-keep = Mentsd el a választásaimat
import-result-title = Mi lett belőle
import-result-taken = { $count ->
    [one] csoport került be
   *[other] csoport került be
}
import-result-read = { $count ->
    [one] Egy sort olvastunk be
   *[other] { $count } sort olvastunk be
}, { $left ->
    [0] egy sem maradt ki.
    [one] egy maradt ki.
   *[other] { $left } maradt ki.
}
import-result-doubted = { $count ->
    [0] Mindegyik egyértelmű volt.
    [one] Egyet közülük érdemes megnézni.
   *[other] { $count } csoportot közülük érdemes megnézni.
}
import-result-see = Nézd meg, kiket ismerünk már
import-undo = Visszavonás
import-undo-sure = E lista csoportjai eltűnnek. Akit azóta valaki módosított vagy meghívott, vagy akihez beléptek, az marad. Amit a lista módosított, újra a régi lesz, hacsak azóta valaki át nem írta.
import-undone = Ezt a listát visszavonták.
import-kept = { $count ->
    [0] Semmi sem maradt belőle.
    [one] Egy csoport megmaradt, mert azóta valaki foglalkozott vele:
   *[other] { $count } csoport megmaradt, mert azóta valaki foglalkozott velük:
}
import-problem-joined = { $columns } helyett { $cells } cellája volt: vesszők ebben: „{ $names }”. Újra összeraktuk.
import-problem-many-cells = { $columns } helyett { $cells } cellája van. Nézd meg, minden a helyén van-e ({ $names }).
import-problem-short = { $columns } helyett { $cells } cellája van; az utolsók hiányoznak.
import-problem-few-cells = { $columns } helyett { $cells } cellája van. Nézd meg, minden a helyén van-e.
import-problem-stray-quote = Egy idézőjel kinyílt, de nem zárult be. A szöveg részének vettük.
import-problem-no-name = Nincs neve, ezért nem kerülhet be.
import-problem-headers-again = Ezek újra az oszlopok címei.
import-problem-odd-name = Ez nem olyan, mint egy név: „{ $name }”.
import-problem-long-name = A név { $letters } betű volt, ezért levágtuk.
import-problem-points-elsewhere = { $field }: „{ $text }” csak máshová mutat. Kihagytuk.
import-problem-unread = { $field }: ezt nem tudjuk elolvasni: „{ $text }”. Kihagytuk.
import-problem-moved = „{ $text }” itt állt: „{ $from }”. Áttettük ide: „{ $to }”.
import-problem-mended = A webcím hibás volt. Ilyenre javítottuk: { $website }.
import-problem-unknown-sector = „{ $text }” nem a mi ágazatunk.
import-problem-unknown-side = „{ $text }” egyik oldal sem.
import-reason-same-name = ugyanaz a név
import-reason-alike-names = hasonló nevek: { $words }
import-reason-initials = a kezdőbetűi: { $letters }
import-reason-phone = ugyanaz a telefon: { $number }
import-reason-website = ugyanaz a honlap: { $website }
import-reason-domain = ugyanaz a domain: { $domain }
import-reason-address = ugyanaz a cím
activity-import-done = { $who } beolvasott egy listát a csoportokról: { $title }
activity-import-undone = { $who } visszavont egy listát a csoportokról: { $title }
import-invite-title = Hívd meg, akinek van címe
import-invite-lead = { $count ->
    [0] Ebből a listából senkinek sem lehet írni.
   *[other] Ebből a listából { $count } csoportnak lehet írni. Nézd meg, mielőtt elmennek a levelek.
}
import-invite-none = Mindegyiket meghívtuk már, vagy nincs e-mail-címe. A többihez egy papírlevél vagy egy látogatás eljuthat.
import-invite-list = Lásd a meghívókat
import-invite-whom = Ki kapjon levelet
import-invite-later = Még { $count } a következő körben jön: egyszerre legfeljebb { $most } levél megy.
import-invite-note-hint = Ez áll mindegyik levélben. Miért jöjjenek?
import-invite-send = Küldöm a leveleket
import-invite-nobody = Válassz legalább egy csoportot.
import-invite-asked = { $count ->
   *[other] { $count } csoportot már meghívtunk, vagy ugyanaz a címe, mint egy másiké:
}
import-invite-odd = { $count ->
   *[other] { $count } csoport címe nem lehet jó:
}
import-invited = A levelek elindultak, egymás után mennek.
import-not-taken = Ez a lista nincs bent, vagy visszavontuk.
