//! What happened, as rows beside what it changed: the public log reads them, and so do
//! notifications and whatever an upper room must learn.
#![expect(clippy::too_many_arguments, reason = "one for each column of a row")]

mod sentence;

pub use sentence::{Told, path_of, sentence};

use crate::{GroupId, PersonId, Scope, Voice};
use db::{Changed, Conn, One};
use jiff::Timestamp;

/// One thing that happened. `kind` is the noun and what befell it: `focus.adopted`.
#[derive(Debug, Clone, Copy)]
pub struct Happening<'a> {
    pub kind: &'a str,
    /// What it happened to: `("focus", 3)`.
    pub subject: (&'a str, i64),
    /// What the subject is called, as the log will show it.
    pub title: &'a str,
    pub scope: Scope,
}

/// Records it in the voice of who did it.
pub fn record(c: &mut Conn, by: &Voice, what: Happening<'_>, now: Timestamp) -> db::Result<i64> {
    record_with(c, Some((by.person, by.group)), what, &serde_json::json!({}), now)
}

/// Records it with details, or, without a voice, as done by the platform itself.
pub fn record_with(
    c: &mut Conn,
    by: Option<(PersonId, Option<GroupId>)>,
    what: Happening<'_>,
    detail: &serde_json::Value,
    now: Timestamp,
) -> db::Result<i64> {
    let (person, group) = (by.map(|b| b.0), by.and_then(|b| b.1));
    let (subject_kind, subject_id) = what.subject;
    insert(
        c,
        now,
        what.kind,
        person,
        group,
        subject_kind,
        subject_id,
        what.title,
        &detail.to_string(),
        what.scope,
    )
}

crate::period!("activity-details", place 50, 365 days of 30 to 3650, let_go);

/// What happened stays in the log; what it was in detail is let go of.
fn let_go(c: &mut Conn, before: Timestamp) -> crate::Result<()> {
    Ok(forget_details(c, before).map(drop)?)
}

db::row! {
    /// A row of the log as a page tells it: `activity-<kind>` is its message.
    #[derive(Debug, Clone)]
    pub struct Happened {
        pub id: i64,
        pub at: Timestamp,
        pub kind: String,
        /// Who did it; nobody where the platform did it by itself.
        pub person: Option<String>,
        pub in_its_voice: bool,
        pub subject_kind: String,
        pub subject_id: i64,
        pub title: String,
    }
}

db::query! {
    fn forget_details(before: Timestamp) -> Changed {
        "update activity set detail = '{}' where at < $1 and detail <> '{}'"
    }

    /// What happened to a person, without their name.
    pub fn rename_person(person: PersonId, name: &str) -> Changed {
        "update activity set title = $2 where subject_kind = 'person' and subject_id = $1"
    }

    /// The newest of what was done in the voice of a group, or befell it. Names of persons are read along: a
    /// log of numbers would be none.
    pub fn of_group(group: GroupId, circle: bool, limit: i64) -> Vec<Happened> {
        "select a.id, a.at, a.kind, p.name as person, a.group_id is not null as in_its_voice, a.subject_kind,
                a.subject_id, a.title
         from activity a left join persons p on p.id = a.person_id
         where (a.group_id = $1 or (a.subject_kind = 'group' and a.subject_id = $1))
           and (a.scope = 'open' or ($2 and a.scope = 'circle'))
         order by a.id desc limit $3"
    }

    fn insert(at: Timestamp, kind: &str, person: Option<PersonId>, group: Option<GroupId>, subject_kind: &str, subject_id: i64, title: &str, detail: &str, scope: Scope) -> One<i64> {
        "insert into activity (at, kind, person_id, group_id, subject_kind, subject_id, title, detail, scope)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id"
    }
}
