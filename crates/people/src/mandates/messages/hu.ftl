mandates-title = Megbízások
mandates-lead = Ki szól e csoport nevében, mettől meddig, és ki bízta meg: { $group }. Ezt a csoport tagjai látják.
mandates-speakers = Ők szólnak a nevében
mandates-from = ettől:
mandates-until = eddig:
mandates-no-end = határidő nélkül
mandates-named-by = megbízta: { $who }
mandates-change = A határidő módosítása
mandates-offered = { $who } neked adná át a megbízását: te szólnál a csoport nevében, ő pedig többé nem.
mandates-accept = Elfogadom
mandates-decline = Köszönöm, nem
mandates-hand-over = Átadás
mandates-own-offer = Felajánlottad a megbízásodat, de még nem érkezett válasz. Addig te szólsz a csoport nevében. Akinek felajánlottad: { $who }
mandates-take-back = Visszavonom
mandates-no-heirs = Nincs más a csoportban, akinek átadhatnád. Előbb hívd meg.
mandates-to = Kinek
mandates-to-hint = Ha elfogadja, a megbízásod hátralévő idejére ő szól a csoport nevében, te pedig tag maradsz.
mandates-not-in-group = Olyat válassz, aki benne van a csoportban, és még nem szól a nevében.
mandates-term = Mennyi időre
mandates-months = Hónap
mandates-months-hint = Azokra érvényes, akiket ezután bíznak meg. Hagyd üresen, ha nincs határideje.
mandates-edit-title = Meddig szól a csoport nevében: { $who }
mandates-edit-own = A saját megbízásodat csak rövidítheted. Meghosszabbítani más tudja, aki a csoport nevében szól, vagy egy gazda.
mandates-last-day = Az utolsó nap
mandates-last-day-hint = Hagyd üresen, ha nincs határideje.
mandates-is-past = Ez a nap már elmúlt. Válassz későbbit.
mandates-own-longer = A saját megbízásodat nem hosszabbíthatod meg. Kérj meg rá mást, aki a csoport nevében szól, vagy egy gazdát.
mandates-letter-subject = { $group }: a megbízásod ({ $town })
mandates-letter-soon =
    Szia { $name }!

    Eddig szólsz a csoport nevében: { $day } ({ $group }). Utána a csoport hangja nálad elhallgat.

    Más, aki a csoport nevében szól, vagy egy gazda meghosszabbíthatja; vagy átadhatod a csoport egy másik tagjának:

    { $link }
mandates-letter-ended =
    Szia { $name }!

    Lejárt a megbízásod, hogy e csoport nevében szólj: { $group }. Köszönjük, amit tettél. A csoportban maradsz; ha újra megbíznak, a hangod azonnal visszatér.

    { $link }
mandates-letter-offered =
    Szia { $name }!

    { $who } szeretné átadni neked a megbízását, hogy te szólj e csoport nevében: { $group }. Itt mondhatsz igent vagy nemet:

    { $link }
notices-mandate-ends = Hamarosan lejár a megbízásod, hogy e csoport nevében szólj: { $title }
notices-mandate-ended = Lejárt a megbízásod, hogy e csoport nevében szólj: { $title }
notices-mandate-alone = Lejárt a megbízás, már senki sem szól e csoport nevében: { $title }
notices-mandate-set = { $who } módosította, meddig szólsz e csoport nevében: { $title }
notices-mandate-offered = { $who } átadná neked a megbízását, hogy e csoport nevében szólj: { $title }
notices-mandate-declined = { $who } nem veszi át a megbízásodat: { $title }
notices-mandate-taken = { $who } átvette a megbízásodat, és mostantól e csoport nevében szól: { $title }
my-data-kind-mandates-given = Akiket én bíztam meg
my-data-kind-handovers = Megbízások, amelyeket felajánlottam vagy nekem ajánlottak fel
