//! What somebody says of themselves, and who may see it. Each part is for everybody, for members, or for nobody, as
//! they chose; whoever shows a part, on a page or by any other way, asks [`Audience::includes`].

use super::finding;
use db::{Changed, Conn};
use jiff::Timestamp;
use kit::{PersonId, Role};

db::words! {
    /// For whom something is that a person says of themselves.
    pub enum Audience { Public = "public", Members = "members", Hidden = "hidden" }
}

impl Audience {
    /// Whether what `of` said is for this viewer: the one policy of profiles. One's own is always there to see.
    pub fn includes(self, of: PersonId, viewer: Option<PersonId>) -> bool {
        match self {
            Audience::Public => true,
            Audience::Members => viewer.is_some(),
            Audience::Hidden => viewer == Some(of),
        }
    }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct Profile {
        pub id: PersonId,
        pub name: String,
        pub role: Role,
        pub about: String,
        pub helps: String,
        pub speaks: String,
        pub joined_at: Timestamp,
        pub about_for: Audience,
        pub helps_for: Audience,
        pub speaks_for: Audience,
        pub groups_for: Audience,
        pub since_for: Audience,
        pub profile_for: Audience,
    }
}

/// Each part, for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Audiences {
    pub about: Audience,
    pub helps: Audience,
    pub speaks: Audience,
    pub groups: Audience,
    pub since: Audience,
}

impl Audiences {
    /// Whom the profile as a whole is there for: everybody who sees a part of it.
    fn widest(&self) -> Audience {
        let all = [self.about, self.helps, self.speaks, self.groups, self.since];
        all.into_iter().min().unwrap_or(Audience::Hidden)
    }
}

/// What somebody says of themselves.
#[derive(Debug, Clone)]
pub struct Said {
    pub about: String,
    pub helps: String,
    pub speaks: String,
}

/// Writes a profile.
pub fn say(c: &mut Conn, id: PersonId, said: &Said, to: Audiences) -> db::Result<()> {
    let Said { about, helps, speaks } = said;
    let Audiences { about: a, helps: h, speaks: s, groups: g, since: i } = to;
    update_profile(c, id, about, helps, speaks, a, h, s, g, i, to.widest())?;
    finding::find_again(c, id)
}

db::query! {
    pub fn profile(id: PersonId) -> Option<Profile> {
        "select id, name, role, about, helps, speaks, joined_at, about_for, helps_for, speaks_for, groups_for,
                since_for, profile_for
         from persons where id = $1 and left_at is null"
    }

    fn update_profile(id: PersonId, about: &str, helps: &str, speaks: &str, about_for: Audience, helps_for: Audience, speaks_for: Audience, groups_for: Audience, since_for: Audience, widest: Audience) -> Changed {
        "update persons set about = $2, helps = $3, speaks = $4, about_for = $5, helps_for = $6, speaks_for = $7,
                groups_for = $8, since_for = $9, profile_for = $10
         where id = $1"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_is_for_those_whom_its_owner_chose() {
        let (own, other) = (PersonId(1), Some(PersonId(2)));
        let seen =
            |by: Option<PersonId>| Audience::ALL.iter().map(|a| a.includes(own, by)).collect::<Vec<_>>();
        assert_eq!(seen(None), [true, false, false]);
        assert_eq!(seen(other), [true, true, false]);
        assert_eq!(seen(Some(own)), [true, true, true]);
    }

    #[test]
    fn a_profile_is_there_for_whoever_sees_a_part_of_it() {
        use Audience::{Hidden, Members, Public};
        let of =
            |about, since| Audiences { about, helps: Hidden, speaks: Hidden, groups: Hidden, since }.widest();
        assert_eq!([of(Hidden, Hidden), of(Members, Hidden), of(Members, Public)], [Hidden, Members, Public]);
    }
}
