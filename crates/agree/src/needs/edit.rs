//! Changing the words of a need: its author may, until somebody joined; a guide always.

use super::adding::{NewNeed, happening, make_findable, page};
use super::pages::see_and_say;
use super::{Need, NeedId, queries};
use crate::preview;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Form, Result, Voice, activity};
use people::Member;

/// Changes what a need says.
pub fn change(c: &mut Conn, need: &Need, new: &NewNeed, by: &Voice, now: Timestamp) -> Result<()> {
    let html = kit::markdown::render(&new.body).0;
    queries::update(c, need.id, &new.title, &new.body, &html, &new.for_whom, &new.locale, now)?;
    make_findable(c, need.id, new, None, need.created_at)?;
    activity::record(c, by, happening("need.edited", need.id, &new.title), now)?;
    Ok(())
}

/// The need, for whoever may change it.
fn theirs(c: &mut Conn, id: NeedId, member: &Member) -> Result<Need> {
    let need = queries::by_id(c, id)?;
    let others = queries::others_than(c, id, &need.author())?;
    ensure(need.can_be_edited_by(member, others))?;
    Ok(need)
}

pub async fn edit(State(app): State<App>, member: Member, Path(id): Path<NeedId>) -> Result<Response> {
    let asking = member.clone();
    let need = app.db.read(move |c| theirs(c, id, &asking)).await?;
    let Need { title, body, for_whom, locale, .. } = &need;
    let values = [("title", title.as_str()), ("body", body), ("for_whom", for_whom), ("locale", locale)];
    page(&member, Form::with(&values), Some(id))
}

pub async fn update(
    State(app): State<App>,
    member: Member,
    Path(id): Path<NeedId>,
    mut form: Form,
) -> Result<Response> {
    let asking = member.clone();
    app.db.read(move |c| theirs(c, id, &asking)).await?;
    let new = NewNeed::parse(&mut form, &member);
    let voice = member.voice(&mut form);
    let (Some(voice), true, false) = (voice, form.is_valid(), preview::is_asked(&form)) else {
        return page(&member, form, Some(id));
    };
    let now = member.now;
    app.db
        .write(move |c| {
            let need = theirs(c, id, &member)?;
            change(c, &need, &new, &voice, now)
        })
        .await?;
    see_and_say(&app, &id.path(), "needs-changed")
}
