//! An appeal: once against each act, in one's own words, to another guide than who acted. It is upheld or
//! overturned with a reason; what is overturned is undone.

use super::act::{self, Act, Kind};
use super::acts::{ActPage, Reader};
use super::{ActId, acting, queries, telling, undoing};
use crate::threads::language;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Error, Form, Problem, Result, token};
use people::sessions::cookie;
use people::{Guide, Member, Visitor};

/// Lays an appeal before those who may answer it.
fn lay(c: &mut Conn, act: &Act, words: &str, now: Timestamp) -> Result<()> {
    let is_first = act.may_be_appealed() && queries::insert_appeal(c, act.id, words, now)? > 0;
    if !is_first {
        return Err(Error::Conflict(Problem::new("moderation-appealed-before")));
    }
    telling::judges(c, act, now)
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<ActId>,
    mut form: Form,
) -> Result<Response> {
    let words = form.text("words", 3..=3000);
    if form.has_errors() {
        let page = ActPage::find(&app, Reader::Person(member.visitor.clone(), id), form).await?;
        return kit::page::invalid(&page);
    }
    let lay = move |c: &mut Conn| {
        let act = queries::act(c, id)?.filter(|act| act.concerns(&member) || member.is_guide());
        let act = act.ok_or(Error::NotFound)?;
        if !act.concerns(&member) {
            crate::visibility::ensure_seen(act.scope, &member)?;
            return Err(Error::Forbidden);
        }
        lay(c, &act, &words, member.now)
    };
    app.db.write(lay).await?;
    said(&app, &act::path(id), "moderation-appealed")
}

/// The same for one who is blocked, by the link in their letter.
pub async fn create_by_secret(
    State(app): State<App>,
    visitor: Visitor,
    Path(secret): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let words = form.text("words", 3..=3000);
    if form.has_errors() {
        let page = ActPage::find(&app, Reader::Secret(visitor, secret), form).await?;
        return kit::page::invalid(&page);
    }
    let (hash, now) = (token::hash(&secret), visitor.now);
    let lay = move |c: &mut Conn| {
        let act = queries::act_by_key(c, &hash)?.ok_or(Error::NotFound)?;
        lay(c, &act, &words, now)
    };
    app.db.write(lay).await?;
    said(&app, &format!("/appeals/{secret}"), "moderation-appealed")
}

pub async fn answer(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<ActId>,
    mut form: Form,
) -> Result<Response> {
    let outcome =
        form.choice::<Kind>("outcome").filter(|kind| matches!(kind, Kind::Upheld | Kind::Overturned));
    let (words, locale) = (form.text("answer", 3..=3000), language::chosen(&mut form, &guide));
    let Some(outcome) = outcome.filter(|_| form.is_valid()) else {
        let page = ActPage::find(&app, Reader::Person(guide.visitor.clone(), id), form).await?;
        ensure(page.may_answer)?;
        return kit::page::invalid(&page);
    };
    let house = app.clone();
    let answer = move |c: &mut Conn| {
        let act = act::seen(c, id, &guide)?;
        ensure(act::judges(c, &act)?.contains(&guide.id()))?;
        let overturned = outcome == Kind::Overturned;
        if queries::answer_appeal(c, id, overturned, guide.id(), &words, locale, guide.now)? == 0 {
            return Err(Error::Conflict(Problem::new("moderation-answered-before")));
        }
        if overturned {
            undoing::undo(c, &act, &guide, outcome)?;
        } else {
            undoing::note(c, &act, &guide, outcome)?;
            telling::answered(c, &act, outcome, guide.now)?;
        }
        acting::write_to_blocked(c, &house, &act, outcome, &words, &guide)?;
        Ok(act)
    };
    let act = app.db.write(answer).await?;
    undoing::tell_live(&app, &act);
    said(&app, &act.path(), "moderation-answered")
}

fn said(app: &App, path: &str, said: &str) -> Result<Response> {
    let mut response = kit::page::see(path)?;
    cookie::set_flash(response.headers_mut(), &app.settings, said);
    Ok(response)
}
