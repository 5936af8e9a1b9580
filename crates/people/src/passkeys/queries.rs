//! What is asked of the tables of passkeys.

use super::letters::{self, Change};
use db::{Changed, Conn, One};
use jiff::Timestamp;
use kit::{App, Locale, PersonId, Result};

db::id! {
    PasskeyId,
}

db::row! {
    pub struct Passkey {
        pub id: PasskeyId,
        pub person_id: PersonId,
        pub credential_id: Vec<u8>,
        pub handle: Vec<u8>,
        /// JSON: the public key, its counter and flags.
        pub credential: String,
        pub name: String,
        pub created_at: Timestamp,
        pub used_at: Option<Timestamp>,
        /// It opens nothing any more.
        pub halted_at: Option<Timestamp>,
    }
}

db::row! {
    pub struct Challenge {
        pub person_id: Option<PersonId>,
        pub state: String,
    }
}

db::query! {
    pub fn of_person(person: PersonId) -> Vec<Passkey> {
        "select id, person_id, credential_id, handle, credential, name, created_at, used_at, halted_at
         from passkeys where person_id = $1 order by id"
    }

    pub fn by_credential(credential_id: &[u8]) -> Option<Passkey> {
        "select id, person_id, credential_id, handle, credential, name, created_at, used_at, halted_at
         from passkeys where credential_id = $1"
    }

    /// Whether somebody has a passkey that opens something.
    pub fn has_any(person: PersonId) -> One<bool> {
        "select count(*) > 0 from passkeys where person_id = $1 and halted_at is null"
    }

    /// Nothing where somebody has that key already.
    pub fn insert(
        person: PersonId, credential_id: &[u8], handle: &[u8], credential: &str, name: &str, now: Timestamp,
    ) -> Changed {
        "insert into passkeys (person_id, credential_id, handle, credential, name, created_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (credential_id) do nothing"
    }

    pub fn note_use(id: PasskeyId, credential: &str, now: Timestamp) -> Changed {
        "update passkeys set credential = $2, used_at = $3 where id = $1"
    }

    pub fn halt(id: PasskeyId, now: Timestamp) -> Changed {
        "update passkeys set halted_at = $2 where id = $1"
    }

    fn delete(id: PasskeyId, person: PersonId) -> Option<String> {
        "delete from passkeys where id = $1 and person_id = $2 returning name"
    }

    fn delete_all(person: PersonId) -> Changed {
        "delete from passkeys where person_id = $1"
    }

    pub fn lay(hash: &[u8], person: Option<PersonId>, state: &str, expires: Timestamp) -> Changed {
        "insert into passkey_challenges (challenge_hash, person_id, state, expires_at) values ($1, $2, $3, $4)"
    }

    pub fn take(hash: &[u8], now: Timestamp) -> Option<Challenge> {
        "delete from passkey_challenges where challenge_hash = $1 and expires_at > $2 returning person_id, state"
    }

    pub fn sweep(now: Timestamp) -> Changed {
        "delete from passkey_challenges where expires_at <= $1"
    }

    fn forget_challenges(person: PersonId) -> Changed {
        "delete from passkey_challenges where person_id = $1"
    }
}

/// Takes all of them away; gives whether there were any.
pub fn forget(c: &mut Conn, person: PersonId) -> db::Result<bool> {
    forget_challenges(c, person)?;
    Ok(delete_all(c, person)? > 0)
}

/// Takes one of somebody's passkeys away, and tells them; nothing happens to anybody else's.
pub fn remove(c: &mut Conn, app: &App, id: PasskeyId, person: PersonId, now: Timestamp) -> Result<()> {
    let Some(name) = delete(c, id, person)? else { return Ok(()) };
    letters::tell(c, app, person, Locale::english(), Change::Removed { passkey: &name }, now)
}
