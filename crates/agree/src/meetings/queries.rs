//! What is asked of the table of meetings.

use super::{Meeting, MeetingId};
use db::{Changed, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId};

macro_rules! meetings {
    ($rest:literal) => {
        concat!(
            "select m.id, m.title, m.place, m.starts_at, m.body, m.locale, m.person_id, m.group_id,
                    coalesce(g.name, p.name) as by_name, coalesce(g.side, 'citizens') as side, m.cancelled_at,
                    m.changes
             from meetings m join persons p on p.id = m.person_id left join groups g on g.id = m.group_id ",
            $rest
        )
    };
}

db::query! {
    /// Whether one has been set at all.
    pub fn any() -> One<bool> {
        "select exists (select 1 from meetings where cancelled_at is null)"
    }

    /// Nothing where the key is known.
    pub fn insert(title: &str, place: &str, starts_at: Timestamp, body: &str, locale: &str, person: PersonId, group: Option<GroupId>, now: Timestamp, key: Option<&str>) -> Option<MeetingId> {
        "insert into meetings (title, place, starts_at, body, locale, person_id, group_id, created_at, idempotency_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (idempotency_key) do nothing returning id"
    }

    pub fn by_key(key: &str) -> Option<MeetingId> {
        "select id from meetings where idempotency_key = $1"
    }

    pub fn by_id(id: MeetingId) -> Option<Meeting> {
        meetings!("where m.id = $1")
    }

    /// The meetings still to come, the next one first.
    pub fn next(from: Timestamp, most: i64) -> Vec<Meeting> {
        meetings!("where m.starts_at >= $1 and m.cancelled_at is null order by m.starts_at, m.id limit $2")
    }

    /// The same, with those that were called off: who had it in mind must find that it is.
    pub fn coming(from: Timestamp, most: i64) -> Vec<Meeting> {
        meetings!("where m.starts_at >= $1 order by m.starts_at, m.id limit $2")
    }

    /// The meetings that were, the latest first.
    pub fn past(before: Timestamp) -> Vec<Meeting> {
        meetings!("where m.starts_at < $1 order by m.starts_at desc, m.id desc limit 50")
    }

    /// Nothing where it was called off.
    pub fn update(id: MeetingId, title: &str, place: &str, starts_at: Timestamp, body: &str, locale: &str) -> Changed {
        "update meetings set title = $2, place = $3, starts_at = $4, body = $5, locale = $6, changes = changes + 1
         where id = $1 and cancelled_at is null"
    }

    pub fn cancel(id: MeetingId, now: Timestamp) -> Changed {
        "update meetings set cancelled_at = $2, changes = changes + 1 where id = $1 and cancelled_at is null"
    }
}
