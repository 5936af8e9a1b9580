//! Leaving for good: somebody asks for it, may come back by signing in while it waits, and is then a *former
//! member*, of whom nothing is known any more.

use super::{Person, finding};
use db::{Changed, Conn};
use jiff::Timestamp;
use kit::PersonId;
use kit::personal::Fate;

db::row! {
    /// Somebody's wish to leave.
    #[derive(Debug, Clone)]
    pub struct Wish {
        pub person_id: PersonId,
        pub due_at: Timestamp,
        pub posts: Fate,
    }
}

db::query! {
    pub fn wish_to_leave(person: PersonId, now: Timestamp, due: Timestamp, posts: Fate) -> Changed {
        "insert into deletions (person_id, asked_at, due_at, posts) values ($1, $2, $3, $4)
         on conflict (person_id) do update set asked_at = excluded.asked_at, due_at = excluded.due_at,
             posts = excluded.posts"
    }

    /// Takes the wish back, while there is time.
    pub fn stay(person: PersonId, now: Timestamp) -> Changed {
        "delete from deletions where person_id = $1 and due_at > $2"
    }

    pub fn wish(person: PersonId) -> Option<Wish> {
        "select person_id, due_at, posts from deletions where person_id = $1"
    }

    pub fn postpone(person: PersonId, due: Timestamp) -> Changed {
        "update deletions set due_at = $2 where person_id = $1"
    }

    fn fulfil(person: PersonId) -> Changed {
        "delete from deletions where person_id = $1"
    }

    /// The row stays, since others' rows refer to it, and says nothing any more.
    fn forget(person: PersonId, former: &str, folded: &str, now: Timestamp) -> Changed {
        "update persons set name = $2, name_folded = $3, email = null, role = 'member', in_circle = false,
                locale = null, about = '', helps = '', speaks = '', about_for = 'hidden', helps_for = 'hidden',
                speaks_for = 'hidden', groups_for = 'hidden', since_for = 'hidden', profile_for = 'hidden',
                joined_at = $4, seen_at = $4, left_at = $4
         where id = $1"
    }
}

/// Makes a former member of somebody.
pub fn part(c: &mut Conn, person: &Person, former: &str, now: Timestamp) -> db::Result<()> {
    forget(c, person.id, former, &db::fold::fold(former), now)?;
    finding::forget(c, person.id)?;
    fulfil(c, person.id).map(drop)
}
