//! A notice tells one person that something concerns them: somebody mentioned them, a thread they
//! follow went on. Several of one kind on one subject are one notice that counts. A room that tells a kind
//! has its message: `notices-<kind>`, with `$who`, `$title`, and `$others`, how many more it counts.

mod pages;
mod queries;

pub use queries::{forget, read_all, rename};

use db::{Changed, Conn};
use jiff::Timestamp;
use kit::{PersonId, Routes};

pub fn routes() -> Routes {
    Routes::new()
        .get("/notifications", pages::index)
        .post("/notifications/reading", pages::read_all)
        .get("/notifications/{id}", pages::show)
        .post("/notifications/{id}/reading", pages::read)
}

kit::period!("notifications", place 30, 90 days of 7 to 730, let_go);

/// Lets go of what was read before a time.
fn let_go(c: &mut Conn, before: Timestamp) -> kit::Result<()> {
    Ok(queries::sweep(c, before).map(drop)?)
}

/// What a notice says. `path` is where it leads.
#[derive(Debug, Clone, Copy)]
pub struct Notice<'a> {
    pub kind: &'a str,
    pub subject: (&'a str, i64),
    pub path: &'a str,
    pub title: &'a str,
    pub by_name: &'a str,
}

/// Tells a person, or counts up the unread notice of the same kind on the same subject.
pub fn tell(c: &mut Conn, person: PersonId, notice: Notice<'_>, now: Timestamp) -> db::Result<()> {
    let (kind, id) = notice.subject;
    insert(c, person, notice.kind, kind, id, notice.path, notice.title, notice.by_name, now).map(drop)
}

db::query! {
    fn insert(person: PersonId, kind: &str, subject_kind: &str, subject_id: i64, path: &str, title: &str, by_name: &str, now: Timestamp) -> Changed {
        "insert into notifications (person_id, kind, subject_kind, subject_id, path, title, by_name, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (subject_kind, subject_id, kind, person_id) where read_at is null
         do update set count = notifications.count + 1, by_name = excluded.by_name, at = excluded.at"
    }

    /// What waited for several people is done by one of them.
    pub fn settle(kind: &str, subject_kind: &str, subject_id: i64, now: Timestamp) -> Changed {
        "update notifications set read_at = $4
         where kind = $1 and subject_kind = $2 and subject_id = $3 and read_at is null"
    }

    /// Whoever has read the subject needs no notice of it any more.
    pub fn read_subject(person: PersonId, subject_kind: &str, subject_id: i64, now: Timestamp) -> Changed {
        "update notifications set read_at = $4
         where person_id = $1 and subject_kind = $2 and subject_id = $3 and read_at is null"
    }
}
