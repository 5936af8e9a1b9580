# The language's name in itself.
kit-own-name = Magyar
kit-form-missing = Írj ide valamit.
kit-form-too-short = Legalább { $min } betű kell.
kit-form-too-long = Ez { $count } betű, de csak { $max } fér el.
kit-form-choose = Válassz egyet ezek közül.
kit-form-not-an-email = Ez nem olyan, mint egy e-mail-cím. Ilyennek kell lennie: nev@example.org.
kit-form-not-a-web-address = Ez nem olyan, mint egy webcím. Ilyennek kell lennie: www.example.org.
kit-form-not-a-day = Adj meg egy napot, így: 2026-12-08.
kit-form-not-a-time = Adj meg egy napot és időpontot, így: 2026-12-08 18:00.
kit-form-not-a-number = Ez nem szám.
kit-form-not-in-range = { $min } és { $max } közötti számot adj meg.
kit-form-unreadable = Nem tudtuk elolvasni, amit küldtél. Menj vissza, és próbáld újra.
kit-when-today = ma
kit-when-tomorrow = holnap
kit-when-yesterday = tegnap
kit-when-day-and-time = { $day } { $time }
