talk-title = Mit mondanak róla
talk-posts = { $count } hozzászólás
talk-none = Erről itt még senki sem beszélgetett.
talk-begin = Beszélgetést kezdek róla
