//! What a promise is, and making one.

use super::queries;
use crate::initiatives::{self, InitiativeId};
use db::Conn;
use forum::threads::language;
use jiff::{Timestamp, civil};
use kit::activity::{self, Happening};
use kit::{Error, Form, GroupId, PersonId, Problem, Result, Scope, Side, Voice};
use people::Member;

db::id! {
    PromiseId,
}

db::words! {
    pub enum PromiseState { Open = "open", Kept = "kept", Broken = "broken" }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct Promise {
        pub id: PromiseId,
        pub initiative_id: InitiativeId,
        pub what: String,
        pub locale: String,
        pub person_id: PersonId,
        pub group_id: Option<GroupId>,
        /// The voice that made it: the group, or the person.
        pub owner: String,
        pub side: Side,
        pub due_on: String,
        pub made_at: Timestamp,
        pub state: PromiseState,
        pub ended_at: Option<Timestamp>,
        pub note: String,
        pub note_locale: String,
        /// How often it was moved.
        pub moves: i64,
    }
}

db::row! {
    /// A promise was moved to another day.
    #[derive(Debug, Clone)]
    pub struct Move {
        pub promise_id: PromiseId,
        pub from_day: String,
        pub reason: String,
        pub locale: String,
        pub at: Timestamp,
    }
}

impl Move {
    pub fn from(&self) -> civil::Date {
        self.from_day.parse().unwrap_or(civil::Date::MAX)
    }
}

impl Promise {
    pub fn due(&self) -> civil::Date {
        self.due_on.parse().unwrap_or(civil::Date::MAX)
    }

    pub fn is_open(&self) -> bool {
        self.state == PromiseState::Open
    }

    pub fn is_overdue(&self, today: &civil::Date) -> bool {
        self.is_open() && self.due() < *today
    }

    /// In which voice somebody says how it went, where they may: its owner in its own, which for a
    /// group is whoever speaks for it now; guides for whoever can't.
    pub fn voice_of<'m>(&self, member: &'m Member) -> Option<&'m Voice> {
        let is_its =
            |v: &&Voice| v.group == self.group_id && (v.group.is_some() || v.person == self.person_id);
        let own = member.voices().iter().find(is_its);
        own.or_else(|| member.is_guide().then(|| member.own_voice()))
    }
}

/// A promise as somebody makes it.
#[derive(Debug, Clone)]
pub struct NewPromise {
    pub what: String,
    pub due: civil::Date,
    pub locale: String,
    /// What makes a form that is sent twice one promise.
    pub key: Option<String>,
}

impl NewPromise {
    pub(super) fn parse(form: &mut Form, member: &Member, today: civil::Date) -> Option<NewPromise> {
        let what = form.line("what", 5..=160);
        let due = due(form, today);
        let locale = language::chosen(form, member).into();
        let new = NewPromise { what, due: due?, locale, key: member.form_key(form) };
        form.is_valid().then_some(new)
    }
}

/// The most days ahead.
const FAR: i32 = 730;

/// A day from today on, within two years.
pub(super) fn due(form: &mut Form, today: civil::Date) -> Option<civil::Date> {
    let day = form.day("due")?;
    match (day - today).get_days() {
        ..0 => form.add("due", Problem::new("promises-in-the-past")),
        0..=FAR => {}
        _ => form.add("due", Problem::new("promises-too-far")),
    }
    Some(day)
}

/// Makes a promise. It is news of the initiative.
pub fn make(
    c: &mut Conn,
    initiative: InitiativeId,
    new: &NewPromise,
    by: &Voice,
    now: Timestamp,
) -> Result<PromiseId> {
    ensure_open(c, initiative)?;
    let NewPromise { what, due, locale, key } = new;
    let (due, key) = (due.to_string(), key.as_deref());
    let Some(id) = queries::insert(c, initiative, what, locale, by.person, by.group, &due, now, key)? else {
        return queries::by_key(c, key.unwrap_or_default())?.ok_or(Error::NotFound);
    };
    initiatives::news(c, initiative, now)?;
    activity::record(c, by, happening("promise.made", initiative, what), now)?;
    Ok(id)
}

/// In one that is closed nothing more is promised.
pub(super) fn ensure_open(c: &mut Conn, id: InitiativeId) -> Result<initiatives::Initiative> {
    let initiative = initiatives::by_id(c, id)?.ok_or(Error::NotFound)?;
    if initiative.is_closed() {
        return Err(Error::Conflict(Problem::new("promises-initiative-closed")));
    }
    Ok(initiative)
}

/// The log leads to the initiative, where all its promises stand.
pub(super) fn happening<'a>(kind: &'a str, initiative: InitiativeId, what: &'a str) -> Happening<'a> {
    Happening { kind, subject: ("initiative", initiative.0), title: what, scope: Scope::Open }
}
