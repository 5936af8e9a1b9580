acquaintances-title = Ki érhetné el őket
acquaintances-count = { $count ->
    [0] Még senki sem jelezte, hogy ismer ott valakit.
    [one] Egy tag ismer ott valakit.
   *[other] { $count } tag ismer ott valakit.
}
acquaintances-names = Köztük: { $names }.
acquaintances-you-do = Ismersz ott valakit
acquaintances-say = Ismerek ott valakit
acquaintances-keep = Mentés
acquaintances-take-back = Mégsem
acquaintances-named = A nevem is látszódhat
acquaintances-named-hint = A tagok azt látják, hányan ismernek ott valakit. A segítők a neveket is, hogy egy jó szót kérhessenek tőled. Mások csak akkor látják a neved, ha ők is vállalták a magukét.
acquaintances-is-in = Ez a csoport már itt van. Az oldalán írhatsz neki.
