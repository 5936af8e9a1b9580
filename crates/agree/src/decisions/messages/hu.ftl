decisions-title = Döntések
decisions-lead = Ami mindannyiunkat köt, ahhoz mindkét oldal többsége kell: a szervezeteké és a polgároké. Egyik oldal sem viheti keresztül egyedül.
decisions-open = Most nyitva
decisions-closed = Eldőlt
decisions-none = Még semmi sem került szavazásra. Egy sokak által osztott igénnyel kezdődik.
decisions-none-action = Nézd meg a javaslatokat
decisions-look = Megnézem és szavazok
decisions-look-at = Megnézem és szavazok: { $question }
decisions-closes = Lezárul:
decisions-closed-at = lezárult:
decisions-adopted = mindkét oldal elfogadta
decisions-rejected = nem fogadták el
decisions-opened = Megnyitva
decisions-binds = Miről dönt
decisions-read-on = Bővebben: { $name }
decisions-mine = A te szavad
decisions-sign-in-says = Az szavazhat, aki itt él vagy dolgozik és belépett: a maga nevében és a csoportjáéban, amelyet képvisel.
decisions-sign-in = Belépek és szavazok
decisions-too-late-to-join = A döntés megnyitása után érkeztél, ezért ebben nem szavazhatsz. A következőben már igen.
decisions-voice-too-late = a döntés megnyitása után érkezett, ezért itt nincs szavazata
decisions-as-myself = a magam nevében
decisions-for-group = { $name } nevében
decisions-not-yet = még nem szavazott
decisions-receipt = Igazolás
decisions-change-until = Megváltoztatható eddig:
decisions-change = Megváltoztatom
decisions-vote = Szavazok
decisions-your-vote = A szavazatod
decisions-choice = Mit mondasz?
decisions-choice-yes = Igen
decisions-choice-no = Nem
decisions-choice-abstain = Tartózkodom
decisions-reason = Miért?
decisions-reason-hint = A lezárás után látszik, név nélkül: csak annyi, hogy szervezettől vagy polgártól jött.
decisions-send = Leadom a szavazatot
decisions-over = A szavazás ideje lejárt. Az eredmény a döntés oldalán olvasható.
decisions-electors = Kik szavaznak
decisions-cast-so-far = { $voices } közül eddig { $cast } szavazott
decisions-electors-join = Mindenki, aki eddig itt lesz:
decisions-one-voice = Egy csoportnak egy szavazata van, és egy embernek is egy.
decisions-electors-say = Mindenki, aki a megnyitáskor már itt volt. Egy csoportnak egy szavazata van, és egy embernek is egy.
decisions-rule = Hogyan számoljuk
decisions-rule-majority = Egy oldal akkor fogadja el, ha több az igen, mint a nem. Aki tartózkodik, jelen van, de egyikhez sem számít. Akkor fogadtuk el, ha mindkét oldal elfogadta; a döntetlen nem többség.
decisions-rule-hidden = Hogy hol tart, a lezárásig senki sem látja.
decisions-rule-statutory = A platform így dönt a maga dolgairól. Ez nem törvény szerinti választás.
decisions-already-open = Erről már nyitva van egy döntés.
decisions-closes-in-the-past = A lezárás ideje legyen a jövőben.
decisions-closes-out-of-range = Olyan napot válassz, amely { $min }–{ $max } nap múlva lesz.
decisions-both-agreed = Mindkét oldal elfogadta.
decisions-not-both-agreed = Nem fogadtuk el: ahhoz mindkét oldal igenje kellett volna.
decisions-how-sides = Hogyan szavazott a két oldal
decisions-sides-table = A két oldal szavazatai
decisions-yes = Igen
decisions-no = Nem
decisions-abstained = Tartózkodott
decisions-took-part = Részt vett
decisions-yes-and-no = { $yes } igen, { $no } nem
decisions-turnout = { $cast } a { $voices } közül
decisions-side-agrees = { $side ->
    [organisations] A szervezetek elfogadták, { $by } szavazattal több volt az igen.
   *[citizens] A polgárok elfogadták, { $by } szavazattal több volt az igen.
}
decisions-side-refuses = { $side ->
    [organisations] A szervezetek nem fogadták el: { $by } szavazattal több volt a nem.
   *[citizens] A polgárok nem fogadták el: { $by } szavazattal több volt a nem.
}
decisions-side-tied = { $side ->
    [organisations] A szervezeteknél döntetlen lett, { $each }:{ $each }. A döntetlen nem többség.
   *[citizens] A polgároknál döntetlen lett, { $each }:{ $each }. A döntetlen nem többség.
}
decisions-side-abstained = { $side ->
    [organisations] A szervezetek közül senki sem mondott igent vagy nemet.
   *[citizens] A polgárok közül senki sem mondott igent vagy nemet.
}
decisions-side-silent = { $side ->
    [organisations] Egy szervezet sem szavazott. A hallgatás nem beleegyezés.
   *[citizens] Egy polgár sem szavazott. A hallgatás nem beleegyezés.
}
decisions-by-sector = Ágazatonként
decisions-sectors-table = A szervezetek szavazatai ágazatonként
decisions-sector = Ágazat
decisions-side = Oldal
decisions-other-sectors = Többi ágazat
decisions-small-sectors = Az ötnél kevesebb szavazatú ágazatokat együtt számoljuk, hogy senkinek a szavazata ne látsszon.
decisions-what-changed = Min múlt
decisions-change-both = Mindkét oldalnak meg kellett volna fordulnia:
decisions-change-stop-organisations = Ha { $moved } szervezet igen helyett nemet mond, vagy { $more } szervezettel több mond nemet, nem fogadtuk volna el.
decisions-change-stop-citizens = Ha { $moved } polgár igen helyett nemet mond, vagy { $more } polgárral több mond nemet, nem fogadtuk volna el.
decisions-change-turn-organisations = Ha { $moved } szervezet nem helyett igent mond, vagy { $more } szervezettel több mond igent, a szervezetek oldala elfogadta volna.
decisions-change-turn-citizens = Ha { $moved } polgár nem helyett igent mond, vagy { $more } polgárral több mond igent, a polgárok oldala elfogadta volna.
decisions-change-more-organisations = Ha { $more } szervezettel több mond igent, a szervezetek oldala elfogadta volna.
decisions-change-more-citizens = Ha { $more } polgárral több mond igent, a polgárok oldala elfogadta volna.
decisions-reasons = Miért szavaztak így
decisions-reasons-say = Név nélkül, betűrendben.
decisions-now = Mi lesz most
decisions-go-to = Tovább ide: „{ $name }”
decisions-check = Ellenőrizd magad
decisions-check-says = { $count ->
    [0] Senki sem szavazott, így nincs közzétehető szavazat.
   *[other] Mind a { $count } szavazatot név nélkül közzétettük.
}
decisions-check-lead = Minden szavazatot közzéteszünk, név és időpont nélkül. Keresd meg a tiédet, és számold meg újra mindet.
decisions-find-mine = Megkeresem a szavazatomat
decisions-find = Megkeresem
decisions-receipt-hint = A kód, amelyet szavazáskor láttál, ilyen: K7Q4-MX2D-9RTA.
decisions-found = Ezt a szavazatot számoltuk:
decisions-not-found = Nincs { $receipt } igazolású szavazat ebben a döntésben. Nézd meg újra a kódot, vagy kérdezz egy kísérőt.
decisions-choice-counted = Így számoltuk
decisions-recount = Számold újra
decisions-recount-how = Töltsd le a szavazatokat, és számold meg a saját gépeden: mindkét oldalon több az igen, mint a nem?
decisions-counts-alike = Most újraszámoltuk mind a { $count } szavazatot: ugyanaz jött ki.
decisions-counts-differ = Most újraszámoltuk a szavazatokat, és mást kaptunk, mint amit közzétettünk. Szólj a gazdának.
decisions-download = Az összes szavazat letöltése (CSV)
activity-decision-opened = { $who } döntést nyitott: { $title }
activity-decision-adopted = Mindkét oldal elfogadta: { $title }
activity-decision-rejected = Nem fogadtuk el, nem volt meg mindkét oldal igenje: { $title }
notices-decision-closed = Eldőlt: { $title }
