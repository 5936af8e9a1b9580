//! What is asked of the table of claims.

use super::claim::{Claim, ClaimId, Outcome};
use db::{Changed, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId};

macro_rules! claims {
    ($rest:literal) => {
        concat!(
            "select k.id, k.group_id, g.name as group_name, k.person_id, p.name as person_name, k.words, k.locale,
                    k.token_hash is not null as by_letter, k.created_at, k.expires_at, k.outcome, k.answer
             from claims k join groups g on g.id = k.group_id join persons p on p.id = k.person_id ",
            $rest
        )
    };
}

db::query! {
    pub fn by_id(id: ClaimId) -> Option<Claim> {
        claims!("where k.id = $1")
    }

    pub fn by_token(hash: &[u8]) -> Option<Claim> {
        claims!("where k.token_hash = $1")
    }

    /// The claim of a person that waits.
    pub fn open_of(person: PersonId, group: GroupId, now: Timestamp) -> Option<Claim> {
        claims!("where k.person_id = $1 and k.group_id = $2 and k.settled_at is null and k.expires_at > $3
                 order by k.id desc limit 1")
    }

    /// Those for a group that wait, the oldest first.
    pub fn open_for(group: GroupId, now: Timestamp, limit: i64) -> Vec<Claim> {
        claims!("where k.group_id = $1 and k.settled_at is null and k.expires_at > $2 order by k.id limit $3")
    }

    /// All that wait, the oldest first.
    pub fn open(now: Timestamp, limit: i64) -> Vec<Claim> {
        claims!("where k.settled_at is null and k.expires_at > $1 order by k.created_at, k.id limit $2")
    }

    /// The newest, whatever became of them.
    pub fn newest(limit: i64) -> Vec<Claim> {
        claims!("order by k.id desc limit $1")
    }

    pub fn insert(group: GroupId, person: PersonId, words: &str, locale: &str, hash: Option<&[u8]>, now: Timestamp, expires: Timestamp) -> One<ClaimId> {
        "insert into claims (group_id, person_id, words, locale, token_hash, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7) returning id"
    }

    /// Nothing changes where it is settled already, or over.
    pub fn settle(id: ClaimId, outcome: Outcome, answer: &str, by: Option<PersonId>, now: Timestamp) -> Changed {
        "update claims set outcome = $2, answer = $3, settled_by = $4, settled_at = $5
         where id = $1 and settled_at is null and expires_at > $5"
    }

    pub fn sweep(before: Timestamp) -> Changed {
        "delete from claims where expires_at < $1"
    }

    /// What one claimed is forgotten with them.
    pub fn forget(person: PersonId) -> Changed {
        "delete from claims where person_id = $1"
    }
}
