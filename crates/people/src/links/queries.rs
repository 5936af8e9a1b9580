//! What is asked of the table of links.

use super::link::{InvitationId, Link, Purpose};
use db::Changed;
use jiff::Timestamp;
use kit::PersonId;

db::query! {
    pub fn insert(hash: &[u8], purpose: Purpose, email: &str, name: &str, person: Option<PersonId>, invitation: Option<InvitationId>, next: &str, now: Timestamp, expires: Timestamp) -> Changed {
        "insert into sign_in_links
             (token_hash, purpose, email, name, person_id, invitation_id, next, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    }

    pub fn open(hash: &[u8], purpose: Purpose, now: Timestamp) -> Option<Link> {
        "select purpose, email, name, person_id, invitation_id, next from sign_in_links
         where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3"
    }

    pub fn spend(hash: &[u8], now: Timestamp) -> Changed {
        "update sign_in_links set used_at = $2
         where token_hash = $1 and used_at is null and expires_at > $2"
    }

    pub fn sweep(before: Timestamp) -> Changed {
        "delete from sign_in_links where expires_at < $1"
    }

    /// An address that isn't somebody's any more opens nothing.
    pub fn forget(email: &str) -> Changed {
        "delete from sign_in_links where email = $1"
    }
}
