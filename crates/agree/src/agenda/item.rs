//! An item: what it holds, and when it is past.

use super::{Day, queries};
use db::Conn;
use db::search::{self, Document, Said};
use jiff::{Timestamp, civil};
use kit::activity::{self, Happening};
use kit::{Markup, Result, Scope, Voice};

db::id! {
    /// Something on the municipality's table.
    ItemId,
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct Item {
        pub id: ItemId,
        pub title: String,
        pub body: String,
        pub html: Markup,
        pub link: String,
        pub locale: String,
        pub on_day: Option<Day>,
        pub until_day: Option<Day>,
        pub by_name: Option<String>,
        pub created_at: Timestamp,
        pub closed_at: Option<Timestamp>,
        pub outcome: String,
        pub outcome_locale: String,
    }
}

db::row! {
    /// An item among others.
    #[derive(Debug, Clone)]
    pub struct Listed {
        pub id: ItemId,
        pub title: String,
        pub locale: String,
        pub on_day: Option<Day>,
        pub until_day: Option<Day>,
        pub closed_at: Option<Timestamp>,
        pub outcome: String,
        pub outcome_locale: String,
        /// How many needs, focuses and initiatives have said how they relate to it.
        pub relations: i64,
    }
}

impl Item {
    pub fn path(&self) -> String {
        self.id.path()
    }

    pub fn is_closed(&self) -> bool {
        self.closed_at.is_some()
    }

    /// Its last day is over.
    pub fn is_past(&self, today: civil::Date) -> bool {
        self.until_day.or(self.on_day).is_some_and(|last| last.0 < today)
    }
}

impl ItemId {
    pub fn path(self) -> String {
        format!("/agenda/{self}")
    }
}

/// What an item is made of; all of it was checked.
#[derive(Debug, Clone, PartialEq)]
pub struct NewItem {
    pub title: String,
    pub body: String,
    pub link: String,
    pub locale: String,
    pub on_day: Option<Day>,
    pub until_day: Option<Day>,
}

/// Puts an item on the register. A key that was used before leads to the item that it made.
pub fn add(c: &mut Conn, new: &NewItem, key: Option<&str>, by: &Voice, now: Timestamp) -> Result<ItemId> {
    let Some(id) = insert(c, new, key, by, now)? else {
        return Ok(queries::by_key(c, key.unwrap_or_default())?);
    };
    record(c, by, "agenda.added", id, &new.title, now)?;
    Ok(id)
}

/// The same without a line in the log: a list that is imported has one of its own.
pub(super) fn insert(
    c: &mut Conn,
    new: &NewItem,
    key: Option<&str>,
    by: &Voice,
    now: Timestamp,
) -> Result<Option<ItemId>> {
    let NewItem { title, body, link, locale, .. } = new;
    let html = kit::markdown::render(body).0;
    let (on, until) = (in_column(new.on_day), in_column(new.until_day));
    let made =
        queries::insert(c, title, body, &html, link, locale, on, until, by.person, by.group, now, key)?;
    if let Some(id) = made {
        make_findable(c, id, new, Some(by.said("")), now)?;
    }
    Ok(made)
}

/// Changes what an item says.
pub(super) fn change(c: &mut Conn, id: ItemId, new: &NewItem, by: &Voice, now: Timestamp) -> Result<()> {
    let NewItem { title, body, link, locale, .. } = new;
    let html = kit::markdown::render(body).0;
    queries::update(
        c,
        id,
        title,
        body,
        &html,
        link,
        locale,
        in_column(new.on_day),
        in_column(new.until_day),
    )?;
    make_findable(c, id, new, None, now)?;
    record(c, by, "agenda.edited", id, title, now)
}

fn make_findable(
    c: &mut Conn,
    id: ItemId,
    new: &NewItem,
    said: Option<Said<'_>>,
    now: Timestamp,
) -> Result<()> {
    let document = Document {
        kind: "agenda",
        subject_id: id.0,
        scope: "open",
        path: &id.path(),
        title: &new.title,
        body: &new.body,
        locale: &new.locale,
        said,
        at: now,
    };
    Ok(search::put(c, &document)?)
}

pub(super) fn record(
    c: &mut Conn,
    by: &Voice,
    kind: &str,
    id: ItemId,
    title: &str,
    now: Timestamp,
) -> Result<()> {
    activity::record(c, by, Happening { kind, subject: ("agenda", id.0), title, scope: Scope::Open }, now)?;
    Ok(())
}

fn in_column(day: Option<Day>) -> Option<String> {
    day.map(|day| day.to_string())
}
