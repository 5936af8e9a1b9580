people-not-your-voice = E csoport nevében nem szólhatsz. Válassz a saját hangjaid közül.
people-for-myself = a magam nevében
people-for-group = { $name } nevében
