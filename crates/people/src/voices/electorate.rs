//! Who may vote in something that opened at a time: persons who had joined by then, and groups that
//! were in by then, each one voice. Whoever comes later votes in what opens later.

use db::{Conn, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId, Voice};

db::row! {
    /// How many voices each side had.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Electorate {
        pub organisations: i64,
        pub citizens: i64,
    }
}

/// Since when a voice is here; `None` where this person may not speak with it any more.
pub fn since(c: &mut Conn, voice: &Voice) -> db::Result<Option<Timestamp>> {
    match voice.group {
        Some(group) => since_of_group(c, voice.person, group),
        None => since_of_person(c, voice.person),
    }
}

db::query! {
    /// The voices of each side at a time, as far as they are still here.
    pub fn electorate(at: Timestamp) -> One<Electorate> {
        "select (select count(*) from groups
                 where state = 'in' and side = 'organisations' and coalesce(joined_at, created_at) <= $1)
                as organisations,
                (select count(*) from groups
                 where state = 'in' and side = 'citizens' and coalesce(joined_at, created_at) <= $1)
              + (select count(*) from persons where left_at is null and joined_at <= $1)
                as citizens"
    }

    fn since_of_person(person: PersonId) -> Option<Timestamp> {
        "select joined_at from persons where id = $1 and left_at is null"
    }

    fn since_of_group(person: PersonId, group: GroupId) -> Option<Timestamp> {
        "select coalesce(g.joined_at, g.created_at)
         from memberships m join groups g on g.id = m.group_id
         where m.person_id = $1 and m.group_id = $2 and m.role = 'representative' and g.state = 'in'"
    }
}
