//! Carrying an initiative: a voice that stands for it. Once enough do, it starts, if its focus has a
//! free place.

use super::initiative::{Carrier, Initiative, InitiativeId, Missing, carrying_voice};
use super::{queries, watch};
use agree::focuses;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::error::ensure;
use kit::{App, Error, Form, Problem, Result, Scope, Voice};
use people::Member;

/// Takes an initiative up. Whoever completes it starts it.
pub fn carry(c: &mut Conn, id: InitiativeId, by: &Voice, now: Timestamp) -> Result<()> {
    let initiative = open(c, id)?;
    if queries::carry(c, id, &by.key(), by.person, by.group, now)? == 0 {
        return Ok(());
    }
    activity::record(c, by, happening("initiative.carried", &initiative), now)?;
    start_if_ready(c, &initiative, now)
}

/// Puts it down again. What has started goes on, and its page says who is missing.
fn put_down(c: &mut Conn, id: InitiativeId, by: &Voice, now: Timestamp) -> Result<()> {
    let initiative = open(c, id)?;
    if queries::put_down(c, id, &by.key())? > 0 {
        activity::record(c, by, happening("initiative.put-down", &initiative), now)?;
    }
    Ok(())
}

/// One that is not closed.
fn open(c: &mut Conn, id: InitiativeId) -> Result<Initiative> {
    let initiative = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    if initiative.is_closed() {
        return Err(Error::Conflict(Problem::new("initiatives-is-closed")));
    }
    Ok(initiative)
}

/// Starts a draft that is carried by enough, where its focus has a place free.
pub(super) fn start_if_ready(c: &mut Conn, initiative: &Initiative, now: Timestamp) -> Result<()> {
    if !initiative.is_draft() {
        return Ok(());
    }
    let carriers = queries::carriers(c, initiative.id)?;
    if !Missing::among(&carriers).nobody() || !has_place(c, initiative)? {
        return Ok(());
    }
    if queries::start(c, initiative.id, now)? > 0 {
        let what = happening("initiative.started", initiative);
        activity::record_with(c, None, what, &serde_json::json!({}), now)?;
        watch::set_down(c, initiative.id, now)?;
        let told = watch::whose(c, &carriers)?;
        watch::tell(c, "initiative.started", initiative.id, &initiative.title, &told, now)?;
    }
    Ok(())
}

/// Few things at a time: an active focus has room for so many initiatives. The places are held, so that
/// two can't take the last one at once.
fn has_place(c: &mut Conn, initiative: &Initiative) -> Result<bool> {
    focuses::hold_places(c)?;
    let most = kit::community::load(c)?.map_or(0, |community| community.max_initiatives);
    let is_active = focuses::is_active(c, initiative.focus_id)?;
    Ok(is_active && queries::under_way(c, initiative.focus_id)? < most)
}

agree::when_caps_change!(fill_all_places);

/// The caps have changed: where there is more room, what waits begins.
fn fill_all_places(c: &mut Conn, now: Timestamp) -> Result<()> {
    for focus in focuses::active(c)? {
        fill_places(c, focus.id, now)?;
    }
    Ok(())
}

/// Gives the places of a focus that are free to those that wait, the oldest first.
pub(super) fn fill_places(c: &mut Conn, focus: focuses::FocusId, now: Timestamp) -> Result<()> {
    for draft in queries::drafts_of(c, focus)? {
        let initiative = queries::by_id(c, draft)?.ok_or(Error::NotFound)?;
        start_if_ready(c, &initiative, now)?;
    }
    Ok(())
}

pub(super) fn happening<'a>(kind: &'a str, initiative: &'a Initiative) -> Happening<'a> {
    let subject = ("initiative", initiative.id.0);
    Happening { kind, subject, title: &initiative.title, scope: Scope::Open }
}

/// Whoever carries an initiative, or a guide, may change and close it: in the voice that carries it,
/// where there is one.
pub(super) fn to_change(c: &mut Conn, id: InitiativeId, member: &Member) -> Result<(Initiative, Voice)> {
    let initiative = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    let carriers: Vec<Carrier> = queries::carriers(c, id)?;
    let voice = carrying_voice(&carriers, member.voices());
    ensure(voice.is_some() || member.is_guide())?;
    if initiative.is_closed() {
        return Err(Error::Conflict(Problem::new("initiatives-is-closed")));
    }
    Ok((initiative, voice.unwrap_or(member.own_voice()).clone()))
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<InitiativeId>,
    mut form: Form,
) -> Result<Response> {
    let (voice, now) = (member.voice(&mut form).ok_or(Error::Forbidden)?, member.now);
    app.db.write(move |c| carry(c, id, &voice, now)).await?;
    kit::page::see(&id.path())
}

pub async fn destroy(
    State(app): State<App>,
    member: Member,
    Path(id): Path<InitiativeId>,
    mut form: Form,
) -> Result<Response> {
    let (voice, now) = (member.voice(&mut form).ok_or(Error::Forbidden)?, member.now);
    app.db.write(move |c| put_down(c, id, &voice, now)).await?;
    kit::page::see(&id.path())
}
