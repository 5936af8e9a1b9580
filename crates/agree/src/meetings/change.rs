//! Changing a meeting before it begins: another room, another hour. Whoever called it may, and guides.

use super::pages::FormPage;
use super::{Meeting, MeetingId, NewMeeting, queries};
use crate::preview;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Error, Form, Problem, Result, Voice};
use people::Member;

/// A meeting that somebody may change, and the voice in which they do.
fn to_change(c: &mut Conn, id: MeetingId, member: &Member) -> Result<(Meeting, Voice)> {
    let meeting = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    let voice = meeting.voice_of(member).ok_or(Error::Forbidden)?;
    if meeting.is_cancelled() {
        return Err(Error::Conflict(Problem::new("meetings-is-cancelled")));
    }
    Ok((meeting, voice))
}

async fn found(app: &App, id: MeetingId, member: &Member) -> Result<Meeting> {
    let member = member.clone();
    Ok(app.db.read(move |c| to_change(c, id, &member)).await?.0)
}

pub async fn edit(State(app): State<App>, member: Member, Path(id): Path<MeetingId>) -> Result<Response> {
    let meeting = found(&app, id, &member).await?;
    let starts = member.community()?.time_zone.to_datetime(meeting.starts_at);
    let starts = starts.strftime("%Y-%m-%dT%H:%M").to_string();
    let form = Form::with(&[
        ("title", &meeting.title),
        ("place", &meeting.place),
        ("starts", &starts),
        ("body", &meeting.body),
        ("locale", &meeting.locale),
    ]);
    kit::page::show(&FormPage::of(&member, Some(meeting), form))
}

pub async fn update(
    State(app): State<App>,
    member: Member,
    Path(id): Path<MeetingId>,
    mut form: Form,
) -> Result<Response> {
    let meeting = found(&app, id, &member).await?;
    let new = NewMeeting::parse(&mut form, &member).filter(|_| !preview::is_asked(&form));
    let Some(new) = new else {
        let page = FormPage::of(&member, Some(meeting), form);
        return preview::again(&page, &page.form);
    };
    let now = member.now;
    let change = move |c: &mut Conn| {
        let (_, voice) = to_change(c, id, &member)?;
        super::change(c, id, &new, &voice, now)
    };
    app.db.write(change).await?;
    kit::page::see(&id.path())
}
