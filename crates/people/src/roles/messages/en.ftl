roles-title = People
roles-lead = Everybody who is here, and the groups they belong to. Only members see this page.
roles-search = Search by name
roles-which = Which people
roles-all = Everybody
roles-guides = Guides and stewards
roles-begin = From the beginning
roles-on = Further names
roles-nobody = Nobody here has a name like that.
roles-steward = steward
roles-guide = guide
roles-member = member
roles-change = Role
roles-change-hint = It is written in the public log. They have to sign in again.
roles-make-steward = Make steward
roles-make-guide = Make guide
roles-make-member = Make member
roles-changed = The role is changed.
roles-last-steward = There must be one steward. Make somebody else a steward first.
roles-letter-subject = Your role has changed
roles-letter-steward =
    Hello { $name },

    { $by } has made you a steward: you look after the platform itself. Please sign in again:

    { $link }
roles-letter-guide =
    Hello { $name },

    { $by } has made you a guide: you help the platform along, invite people and see what is stuck. Please sign in again:

    { $link }
roles-letter-member =
    Hello { $name },

    { $by } has changed your role: you are a member now. Please sign in again:

    { $link }
activity-person-made-steward = { $who } made { $title } a steward
activity-person-made-guide = { $who } made { $title } a guide
activity-person-made-member = { $who } made { $title } a member again
