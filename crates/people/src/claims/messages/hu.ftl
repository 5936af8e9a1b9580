claims-title = Akik szerint az övék
claims-lead = Emberek, akik szerint a névsor egyik csoportja az övék. Ha valaki megerősíti, ők gondozzák az oldalát, és szólnak a nevében.
claims-waiting = Válaszra vár
claims-none-waits = Senki sem vár válaszra.
claims-settled = Nemrég megválaszolva
claims-title-one = { $group }: kié ez a csoport?
claims-line = { $who } azt mondja: ez a mi csoportunk.
claims-panel = A te csoportod?
claims-panel-free = Itt még senki sem szól a nevében. Ha a tiétek, vedd át az oldalát.
claims-panel-taken = Ha te is a nevében szólsz, azok, akik már itt vannak, beengedhetnek.
claims-make = Ez a mi csoportunk
claims-own-waits = Azt mondtad, hogy ez a te csoportod. Hamarosan válaszolunk.
claims-new-lead = Amint megerősítik, te gondozod itt a csoport oldalát, és szólsz a nevében: { $group }.
claims-asks-representatives = Amit írsz, azt azok látják, akik itt már a csoport nevében szólnak, és a gazdák. Ők válaszolnak.
claims-asks-letter = A csoport közzétett címére levél megy a neveddel; aki ott elolvassa, egy gombbal megerősítheti, és látja, amit írsz. A gazdák is megtehetik.
claims-asks-guides = Amit írsz, azt a gazdák látják, és ők válaszolnak.
claims-words = Ki vagy te a csoportban?
claims-words-hint = Egy-két mondat: mit csinálsz ott, és hol lehet utánakérdezni.
claims-back = Vissza
claims-state-open = válaszra vár
claims-state-confirmed = megerősítve
claims-state-refused = nem erősítették meg
claims-state-withdrawn = visszavonva
claims-state-over = válasz nélkül lejárt
claims-is-yours = Már most is szólhatsz e csoport nevében.
claims-is-over = Ezt már megválaszolták, vagy lejárt az ideje.
claims-is-settled = Kész. Akit érint, értesítettük.
claims-answer-was = A válasz:
claims-letter-went = Levél ment a csoport közzétett címére.
claims-no-letter = A csoportnak nem ment levél; itt dönt róla valaki.
claims-until = Eddig vár:
claims-confirming-means = Ha megerősíted, módosíthatja, amit a csoport magáról mond, meghívhat másokat, és szólhat, szavazhat a nevében.
claims-answer = Egy szó neki
claims-answer-hint = Ha nem erősíted meg, írd meg, miért, és mi segíthetne.
claims-outcome = A válaszod
claims-confirm = Megerősítem
claims-refuse = Nem erősítem meg
claims-withdraw = Visszavonom
claims-by-letter-title = Kié ez a csoport?
claims-by-letter-question = { $group }: szólhat a nevében { $who }?
claims-by-letter-lead = Azért kaptad ezt a linket, mert levél ment a csoport közzétett címére. Ha igent mondasz, ő gondozza itt a csoport oldalát, szól és szavaz a nevében.
claims-by-letter-words = { $who } ezt írja:
claims-by-letter-yes = Igen, közénk tartozik
claims-by-letter-no = Nem, nem ismerjük
claims-by-letter-who-decides = Ha nem vagy biztos benne, ne tegyél semmit: a platform egyik gazdája utánanéz.
claims-by-letter-over-title = Ez a link már lejárt
claims-by-letter-over = Már megválaszolták, visszavonták, vagy eltelt a két hét.
claims-letter-subject = { $group }: közétek tartozik { $who }? ({ $town })
claims-letter =
    Jó napot!

    { $group } szerepel a szervezetek és polgárok közös platformján ezzel a címmel: { $town }.

    Valaki, aki ott { $who } néven van jelen, azt mondja, hogy közétek tartozik, és szeretné gondozni az oldalatokat, szólni a nevetekben. Nézzétek meg, ki ő, és mondjatok igent vagy nemet:

    { $link }

    A link két hétig használható. Ha nem tesztek semmit, e levél nyomán nem történik semmi; akkor a platform egyik gazdája dönt.
claims-letter-answer-subject = { $group }: a válasz ({ $town })
claims-letter-confirmed =
    Szia { $who }!

    Megerősítették: mostantól te szólhatsz e csoport nevében, és te gondozod az oldalát: { $group }. Nézd meg, jó-e ott minden, és hívd meg a többieket:

    { $link }
claims-letter-refused =
    Szia { $who }!

    Azt mondtad, hogy ez a te csoportod: { $group }. Ezt nem erősítették meg. Ha ez tévedés, írj egy gazdának; a csoport oldala itt van:

    { $link }
claims-letter-said = Ezt üzenik neked:
notices-claim-made = { $who } azt mondja, hogy ez az ő csoportja: { $title }
notices-claim-confirmed = Megerősítették: mostantól szólhatsz e csoport nevében: { $title }
notices-claim-refused = Nem erősítették meg, hogy e csoport nevében szólhatsz: { $title }
retention-claims = Kié egy csoport: a kérések
retention-claims-hint = Ennyi idővel a lejártuk után, hogy a gazdák visszanézhessék.
my-data-kind-claims = Csoportok, amelyekről azt mondtam, hogy az enyémek
my-data-word-confirmed = megerősítve
my-data-word-refused = nem erősítették meg
my-data-word-withdrawn = visszavonva
