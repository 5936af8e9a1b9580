//! A meeting as an entry for anybody's calendar (RFC 5545).

use super::{Meeting, MeetingId, queries};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use icalendar::{Calendar, Component, Event, EventLike};
use jiff::{SignedDuration, Timestamp};
use kit::{App, Error, Result, markdown};
use people::Visitor;

/// Nobody says how long a meeting takes; calendars want to know.
const LASTS: SignedDuration = SignedDuration::from_hours(2);

pub async fn show(State(app): State<App>, _: Visitor, Path(id): Path<MeetingId>) -> Result<Response> {
    let meeting = app.db.read(move |c| queries::by_id(c, id)?.ok_or(Error::NotFound)).await?;
    let kind = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"meeting.ics\""),
    ];
    Ok((kind, entry(&app, &meeting)).into_response())
}

/// The same entry each time it is fetched, so that a calendar knows it again; changed or called off, it says so.
fn entry(app: &App, meeting: &Meeting) -> String {
    let host = app.settings.base_url.split("://").nth(1).unwrap_or("localhost");
    let mut event = Event::new();
    event
        .uid(&format!("meeting-{}@{host}", meeting.id))
        .summary(&meeting.title)
        .location(&meeting.place)
        .url(&app.settings.url(&meeting.path()))
        .add_property("DTSTAMP", stamp(app.now()))
        .add_property("DTSTART", stamp(meeting.starts_at))
        .add_property("DTEND", stamp(meeting.starts_at.checked_add(LASTS).unwrap_or(meeting.starts_at)));
    if !meeting.body.is_empty() {
        event.description(&markdown::excerpt(&meeting.body, 1_000));
    }
    if meeting.is_cancelled() {
        event.add_property("STATUS", "CANCELLED");
    }
    if meeting.changes > 0 {
        event.add_property("SEQUENCE", meeting.changes.to_string());
    }
    Calendar::new().push(event.done()).done().to_string()
}

fn stamp(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}
