//! A meeting is a day, an hour and a place, in everyone's calendar. The first one is what the founding
//! circle settles before it opens the platform.

mod calendar;
mod change;
mod meeting;
mod pages;
mod queries;

pub use meeting::{Meeting, NewMeeting};
pub use queries::{any, next};

use db::Conn;
use db::search::{self, Document, Said};
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::limits::Limit;
use kit::{Error, Problem, Result, Routes, Scope, Voice};

db::id! {
    MeetingId,
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/meetings", pages::index)
        .get("/meetings/new", pages::new)
        .post("/meetings", pages::create)
        .get("/meetings/{id}", pages::show)
        .post("/meetings/{id}", change::update)
        .get("/meetings/{id}/edit", change::edit)
        .get("/meetings/{id}/calendar.ics", calendar::show)
        .post("/meetings/{id}/cancellation", pages::cancel)
}

/// Sets a meeting.
pub fn set(c: &mut Conn, new: &NewMeeting, by: &Voice, now: Timestamp) -> Result<MeetingId> {
    let NewMeeting { title, place, starts_at, body, locale, key } = new;
    let (person, group, key) = (by.person, by.group, key.as_deref());
    let Some(id) = queries::insert(c, title, place, *starts_at, body, locale, person, group, now, key)?
    else {
        return queries::by_key(c, key.unwrap_or_default())?.ok_or(Error::NotFound);
    };
    find_in_search(c, id, new, Some(by.said("")), now)?;
    activity::record(c, by, happening("meeting.set", id, title), now)?;
    Ok(id)
}

fn find_in_search(
    c: &mut Conn,
    id: MeetingId,
    new: &NewMeeting,
    said: Option<Said<'_>>,
    now: Timestamp,
) -> Result<()> {
    let (path, body) = (id.path(), format!("{}\n\n{}", new.body, new.place));
    let document = Document {
        kind: "meeting",
        subject_id: id.0,
        scope: Scope::Open.as_str(),
        path: &path,
        title: &new.title,
        body: body.trim(),
        locale: &new.locale,
        said,
        at: now,
    };
    Ok(search::put(c, &document)?)
}

/// So many new ones one person sets in a day; more is no help to anybody's calendar.
const A_DAY: Limit = Limit { count: 20, minutes: 24 * 60 };

/// Changes what stands about it; what was called off stays as it was.
fn change(c: &mut Conn, id: MeetingId, new: &NewMeeting, by: &Voice, now: Timestamp) -> Result<()> {
    let NewMeeting { title, place, starts_at, body, locale, .. } = new;
    if queries::update(c, id, title, place, *starts_at, body, locale)? == 0 {
        return Err(Error::Conflict(Problem::new("meetings-is-cancelled")));
    }
    find_in_search(c, id, new, None, now)?;
    activity::record(c, by, happening("meeting.changed", id, title), now)?;
    Ok(())
}

/// Calls it off; a second time changes nothing.
fn cancel(c: &mut Conn, meeting: &Meeting, by: &Voice, now: Timestamp) -> Result<()> {
    if queries::cancel(c, meeting.id, now)? > 0 {
        activity::record(c, by, happening("meeting.cancelled", meeting.id, &meeting.title), now)?;
    }
    Ok(())
}

fn happening<'a>(kind: &'a str, id: MeetingId, title: &'a str) -> Happening<'a> {
    Happening { kind, subject: ("meeting", id.0), title, scope: Scope::Open }
}
