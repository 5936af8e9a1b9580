//! What is asked of the table of pauses. Each request of a member reads theirs together with their session.

use super::Pause;
use db::{Changed, One};
use jiff::Timestamp;
use kit::PersonId;

db::query! {
    pub fn put(person: PersonId, until: Option<Timestamp>, words: &str, locale: &str, path: &str, now: Timestamp) -> Changed {
        "insert into pauses (person_id, until, words, locale, path, at) values ($1, $2, $3, $4, $5, $6)
         on conflict (person_id) do update set until = excluded.until, words = excluded.words,
             locale = excluded.locale, path = excluded.path, at = excluded.at"
    }

    pub fn lift(person: PersonId, path: &str) -> Changed {
        "delete from pauses where person_id = $1 and path = $2"
    }

    /// The pause of a person, over or not.
    pub fn of_person(person: PersonId) -> Option<Pause> {
        "select until, words, locale, path from pauses where person_id = $1"
    }

    pub fn is_blocked(person: PersonId) -> One<bool> {
        "select count(*) > 0 from pauses where person_id = $1 and until is null"
    }
}
