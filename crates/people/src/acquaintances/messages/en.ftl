acquaintances-title = Who could reach them
acquaintances-count = { $count ->
    [0] Nobody has said yet that they know somebody there.
    [one] One member knows somebody there.
   *[other] { $count } members know somebody there.
}
acquaintances-names = Among them: { $names }.
acquaintances-you-do = You know somebody there
acquaintances-say = I know somebody there
acquaintances-keep = Keep
acquaintances-take-back = Take it back
acquaintances-named = I may be named
acquaintances-named-hint = Members see how many know somebody there. The guides see who, so that they can ask you for a word. Others see your name only if they may be named, too.
acquaintances-is-in = This group is in already. You can write to it on its page.
