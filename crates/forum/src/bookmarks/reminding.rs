//! Reminding somebody of what they keep: on the morning of the day that they chose, by a notice, and by a letter
//! where they asked for one. Nobody is reminded of what they may no longer see.

use super::bookmark::path_to;
use super::queries;
use crate::{BookmarkId, ThreadId};
use db::{Conn, jobs};
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use kit::outbox::{self, Letter};
use kit::{App, Locale, PersonId, Result};
use people::notices::{self, Notice};
use serde_json::{Value, json};

/// The kind of job that reminds of one bookmark.
pub const JOB: &str = "bookmark.remind";

/// The hour of the day, where the community is.
const HOUR: i8 = 8;

/// What notices are about.
pub const SUBJECT: &str = "bookmark";

db::row! {
    /// A reminder, whose it is, and of what.
    #[derive(Debug, Clone)]
    pub struct Due {
        pub remind_on: Option<String>,
        pub by_letter: bool,
        pub note: String,
        pub person_id: PersonId,
        pub name: String,
        pub email: Option<String>,
        pub locale: Option<String>,
        pub thread_id: ThreadId,
        pub number: Option<i64>,
        pub title: String,
    }
}

/// Sets a reminder down; one for today comes at once where the hour is past.
pub fn set_down(
    c: &mut Conn,
    id: BookmarkId,
    day: civil::Date,
    zone: &TimeZone,
    now: Timestamp,
) -> Result<()> {
    let morning = zone.to_timestamp(day.at(HOUR, 0, 0, 0)).unwrap_or(now);
    jobs::enqueue(c, JOB, &json!({ "bookmark": id }), morning.max(now))?;
    Ok(())
}

/// Reminds, where the day is still the one that was chosen. Done again, it changes nothing.
pub async fn remind(app: &App, payload: &str) -> Result<()> {
    let payload: Value = serde_json::from_str(payload).unwrap_or_default();
    let (Some(id), Some(community)) = (payload["bookmark"].as_i64(), app.community()) else {
        return Ok(());
    };
    let (id, now, settings) = (BookmarkId(id), app.now(), app.settings.clone());
    let act = move |c: &mut Conn| {
        let today = community.time_zone.to_datetime(now).date().to_string();
        let is_due = |due: &Due| due.remind_on.as_ref().is_some_and(|day| *day <= today);
        let Some(due) = queries::due(c, id)?.filter(is_due) else { return Ok(()) };
        queries::note_reminded(c, id, now)?;
        let path = path_to(due.thread_id, due.number);
        let (kind, subject, title) = ("bookmark.due", (SUBJECT, id.0), due.title.as_str());
        notices::tell(c, due.person_id, Notice { kind, subject, path: &path, title, by_name: "" }, now)?;
        if let Some(email) = due.email.as_deref().filter(|_| due.by_letter) {
            let locale = due.locale.as_deref().and_then(Locale::find);
            let locale = locale.unwrap_or_else(|| community.main_language());
            let links = (settings.url(&path), settings.url("/bookmarks"));
            outbox::send(c, &letter(&due, email, locale, &community.name, &links), now)?;
        }
        Ok(())
    };
    app.db.write(act).await
}

fn letter(due: &Due, to: &str, locale: Locale, town: &str, (link, all): &(String, String)) -> Letter {
    let fill = |key| {
        let said = locale.t(key).with("name", &due.name).with("title", &due.title).with("town", town);
        said.with("link", link).with("all", all).to_string()
    };
    let mut text = fill("bookmarks-letter");
    if !due.note.is_empty() {
        text.push_str("\n\n");
        text.push_str(&locale.t("bookmarks-letter-note").with("note", &due.note).to_string());
    }
    text.push_str("\n\n");
    text.push_str(&fill("bookmarks-letter-end"));
    Letter { to: to.into(), subject: fill("bookmarks-letter-subject"), text, unsubscribe: None }
}
