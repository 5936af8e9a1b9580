//! What is asked of the tables of the town's accounts.

use db::{Changed, Conn};
use jiff::Timestamp;
use kit::PersonId;

db::id! {
    TownAccountId,
}

db::row! {
    pub struct TownAccount {
        pub id: TownAccountId,
        pub issuer: String,
        pub linked_at: Timestamp,
        pub used_at: Timestamp,
    }
}

db::row! {
    /// What was asked of somebody who comes back.
    pub struct Ask {
        pub nonce: String,
        pub verifier: String,
        pub next: String,
    }
}

/// Somebody who is sent there.
pub struct NewAsk {
    pub state: Vec<u8>,
    pub browser: Vec<u8>,
    pub nonce: String,
    pub verifier: String,
    pub next: String,
}

db::query! {
    pub fn of_person(person: PersonId) -> Vec<TownAccount> {
        "select id, issuer, linked_at, used_at from town_accounts where person_id = $1 order by id"
    }

    /// Whose account it is here, which is used now.
    pub fn note_use(issuer: &str, subject: &str, now: Timestamp) -> Option<PersonId> {
        "update town_accounts set used_at = $3 where issuer = $1 and subject = $2 returning person_id"
    }

    pub fn link(person: PersonId, issuer: &str, subject: &str, now: Timestamp) -> Changed {
        "insert into town_accounts (person_id, issuer, subject, linked_at, used_at) values ($1, $2, $3, $4, $4)"
    }

    /// Takes one of somebody's away; nothing happens to anybody else's.
    pub fn unlink(id: TownAccountId, person: PersonId) -> Changed {
        "delete from town_accounts where id = $1 and person_id = $2"
    }

    fn unlink_all(person: PersonId) -> Changed {
        "delete from town_accounts where person_id = $1"
    }

    pub fn lay(state: &[u8], browser: &[u8], nonce: &str, verifier: &str, next: &str, expires: Timestamp) -> Changed {
        "insert into town_account_asks (state_hash, browser_hash, nonce, verifier, next, expires_at)
         values ($1, $2, $3, $4, $5, $6)"
    }

    pub fn take(state: &[u8], browser: &[u8], now: Timestamp) -> Option<Ask> {
        "delete from town_account_asks where state_hash = $1 and browser_hash = $2 and expires_at > $3
         returning nonce, verifier, next"
    }

    pub fn sweep(now: Timestamp) -> Changed {
        "delete from town_account_asks where expires_at <= $1"
    }
}

pub fn forget(c: &mut Conn, person: PersonId) -> db::Result<()> {
    unlink_all(c, person).map(drop)
}
