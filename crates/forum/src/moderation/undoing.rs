//! Taking an act back: showing a post again, ending a pause or a block, withdrawing a warning.

use super::act::{self, Act, Kind};
use super::{ActId, acting, queries, telling};
use crate::posts;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::error::ensure;
use kit::{App, Error, Result};
use people::sessions::cookie;
use people::{Guide, standing};

/// Undoes an act and says so; nothing happens where somebody was quicker. `how` is what it is called in the log.
pub fn undo(c: &mut Conn, act: &Act, by: &Guide, how: Kind) -> Result<()> {
    let now = by.now;
    if queries::undo(c, act.id, now)? == 0 {
        return Ok(());
    }
    match (act.kind, act.post_id) {
        (Kind::Held | Kind::Hidden, Some(post)) => posts::show(c, post, now)?,
        (Kind::Paused | Kind::Blocked, _) => standing::lift(c, act.person_id, &act.path())?,
        _ => {}
    }
    note(c, act, by, how)?;
    if how != Kind::Overturned {
        // What is undone needs no answer any more.
        queries::answer_appeal(c, act.id, true, by.id(), "", "", now)?;
    }
    telling::answered(c, act, how, now)
}

/// A line in the log about an act.
pub fn note(c: &mut Conn, act: &Act, by: &Guide, how: Kind) -> Result<()> {
    let (post, thread, person) = (act.post_id, act.thread_id, act.person_id);
    let (who, about) = (Some(by.id()), Some(act.id));
    queries::insert_act(c, how, act.reason, post, thread, person, who, about, "", "", None, None, by.now)?;
    let public = match (how, act.kind.undone_by()) {
        (Kind::Overturned, Some(undoing)) => undoing,
        _ => how,
    };
    acting::record(c, act, public, by.now)
}

pub async fn destroy(State(app): State<App>, guide: Guide, Path(id): Path<ActId>) -> Result<Response> {
    let house = app.clone();
    let take_back = move |c: &mut Conn| {
        let act = act::seen(c, id, &guide)?;
        ensure(act.may_be_undone_by(&guide))?;
        let how = act.kind.undone_by().ok_or(Error::Forbidden)?;
        undo(c, &act, &guide, how)?;
        acting::write_to_blocked(c, &house, &act, how, "", &guide)?;
        Ok::<_, Error>(act)
    };
    let act = app.db.write(take_back).await?;
    tell_live(&app, &act);
    let mut response = kit::page::see(&act.path())?;
    cookie::set_flash(response.headers_mut(), &app.settings, "moderation-undone");
    Ok(response)
}

/// Open pages of the thread hear that a post looks different.
pub fn tell_live(app: &App, act: &Act) {
    if let (Some(thread), Some(number)) = (act.thread_id, act.number) {
        app.live.tell(format!("threads/{thread}"), number);
    }
}
