//! What is asked of the tables of second steps.

use db::{Changed, Conn, One};
use jiff::Timestamp;
use kit::PersonId;

db::row! {
    pub struct SecondStep {
        /// `None` until a code has confirmed one.
        pub secret: Option<Vec<u8>>,
        pub since: Option<Timestamp>,
        /// Shown to its owner, and not confirmed yet.
        pub new_secret: Option<Vec<u8>>,
    }
}

db::query! {
    pub fn of_person(person: PersonId) -> Option<SecondStep> {
        "select secret, since, new_secret from second_steps where person_id = $1"
    }

    pub fn is_set_up(person: PersonId) -> One<bool> {
        "select count(*) > 0 from second_steps where person_id = $1 and secret is not null"
    }

    pub fn begin(person: PersonId, new_secret: &[u8]) -> Changed {
        "insert into second_steps (person_id, new_secret) values ($1, $2)
         on conflict (person_id) do update set new_secret = excluded.new_secret"
    }

    /// The new secret is the one that counts from now on; the code that showed it is used up.
    pub fn confirm(person: PersonId, step: i64, now: Timestamp) -> Changed {
        "update second_steps set secret = new_secret, new_secret = null, last_step = $2, since = $3
         where person_id = $1 and new_secret is not null"
    }

    /// Takes the code of a half minute; nothing where that one or a later one was taken before.
    pub fn take(person: PersonId, step: i64) -> Changed {
        "update second_steps set last_step = $2 where person_id = $1 and last_step < $2"
    }

    pub fn insert_code(hash: &[u8], person: PersonId, now: Timestamp) -> Changed {
        "insert into recovery_codes (code_hash, person_id, made_at) values ($1, $2, $3)"
    }

    pub fn spend_code(hash: &[u8], person: PersonId, now: Timestamp) -> Changed {
        "update recovery_codes set used_at = $3 where code_hash = $1 and person_id = $2 and used_at is null"
    }

    pub fn codes_left(person: PersonId) -> One<i64> {
        "select count(*) from recovery_codes where person_id = $1 and used_at is null"
    }

    pub fn forget_codes(person: PersonId) -> Changed {
        "delete from recovery_codes where person_id = $1"
    }

    pub fn forget_step(person: PersonId) -> Changed {
        "delete from second_steps where person_id = $1"
    }
}

/// Takes all of it away; gives whether there was anything.
pub fn forget(c: &mut Conn, person: PersonId) -> db::Result<bool> {
    forget_codes(c, person)?;
    Ok(forget_step(c, person)? > 0)
}
