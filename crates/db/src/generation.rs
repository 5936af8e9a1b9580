//! A number that grows with each commit that changed something a guest could be shown: what makes it
//! safe to show a page again without making it again.
//!
//! It grows after the commit and before anybody is told that it happened. Whoever reads the number first
//! and the data then may keep what they made of it under that number: as long as the number is the
//! same, nothing was acknowledged that the page doesn't show.

use std::sync::atomic::{AtomicU64, Ordering};

/// Tables that no guest's page reads, written while people read, sign in and ask: changing them makes no
/// page another. All others count.
const UNSEEN: [&str; 23] = [
    "sessions",
    "sign_in_links",
    "second_steps",
    "recovery_codes",
    "browsers",
    "passkeys",
    "passkey_challenges",
    "town_accounts",
    "town_account_asks",
    "limits",
    "jobs",
    "readings",
    "notifications",
    "drafts",
    "bookmarks",
    "exports",
    "deletions",
    "correspondences",
    "direct_messages",
    "message_readings",
    "message_blocks",
    "closed_letterboxes",
    "agreement_acceptances",
];

#[derive(Debug, Default)]
pub(crate) struct Generation(AtomicU64);

impl Generation {
    pub fn now(&self) -> u64 {
        self.0.load(Ordering::Acquire)
    }

    pub fn grow(&self) {
        self.0.fetch_add(1, Ordering::Release);
    }
}

/// Whether a statement may change what guests see. What can't be told from its first words does.
pub(crate) fn may_show(sql: &str) -> bool {
    let mut words = sql.split_whitespace();
    let table = match words.next() {
        Some("select" | "pragma" | "explain") => return false,
        Some("insert" | "delete") => words.nth(1),
        Some("update") => words.next(),
        _ => None,
    };
    !table.is_some_and(|table| UNSEEN.contains(&table))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_while_reading_changes_no_page() {
        let unseen = [
            "select 1 from posts",
            "\n  insert into readings (person_id) values ($1) on conflict do nothing",
            "update notifications set read_at = 1",
            "delete from sessions where id = $1",
        ];
        assert!(unseen.iter().all(|sql| !may_show(sql)));
        let seen = [
            "insert into posts (id) values (1) returning id",
            "update persons set name = $1",
            "with x as (select 1) delete from readings",
        ];
        assert!(seen.iter().all(|sql| may_show(sql)));
    }
}
