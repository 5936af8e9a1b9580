//! As whom somebody speaks or votes: themselves, or one group that they represent.

db::id! {
    /// Somebody with an account.
    PersonId,
    /// An organisation or a citizen group.
    GroupId,
    SectorId,
}

db::words! {
    /// The two sides of the town. A citizen group and a person who speaks for themselves are on the
    /// citizens' side.
    pub enum Side { Organisations = "organisations", Citizens = "citizens" }
}

db::words! {
    /// What a person is on the platform.
    pub enum Role { Steward = "steward", Guide = "guide", Member = "member" }
}

impl Role {
    /// Guides and stewards.
    pub fn guides(self) -> bool {
        matches!(self, Role::Guide | Role::Steward)
    }
}

db::words! {
    /// Who may see a thing: everybody, the founding circle, or those it names.
    pub enum Scope { Open = "open", Circle = "circle", Private = "private" }
}

/// A person, speaking for themselves or for a group that they represent. Only `people` makes one, so
/// holding one means that it was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    pub person: PersonId,
    /// The group spoken for; `None` for oneself.
    pub group: Option<GroupId>,
    /// The group's name, or the person's own.
    pub name: String,
    pub side: Side,
    /// The sector of the organisation spoken for.
    pub sector: Option<SectorId>,
}

impl Voice {
    /// What makes two voices the same in a count: `p12` a person, `g5` a group, whoever speaks for it.
    pub fn key(&self) -> String {
        match self.group {
            Some(group) => format!("g{group}"),
            None => format!("p{}", self.person),
        }
    }

    /// What a search can narrow down by of something that is said in this voice, in a place as `focus-3` or in none.
    pub fn said<'a>(&self, place: &'a str) -> db::search::Said<'a> {
        db::search::Said { group: self.group.map(|group| group.0), side: self.side.as_str(), place }
    }

    /// The value of this voice in a form: `me`, or the group's id.
    pub fn form_value(&self) -> String {
        self.group.map_or_else(|| "me".into(), |g| g.to_string())
    }
}
