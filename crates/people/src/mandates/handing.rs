//! Handing one's mandate to another person of the group, who accepts it or not.

use super::letters::{self, About};
use super::pages::{IndexPage, Inside};
use super::queries;
use crate::Member;
use crate::groups::mandate;
use crate::memberships::{self, GroupRole};
use crate::notices::{self, Notice};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::error::ensure;
use kit::limits::{self, Limit};
use kit::{App, Error, Form, GroupId, PersonId, Problem, Result, page};

/// Each offer is a letter.
const A_DAY: Limit = Limit { count: 10, minutes: 24 * 60 };

db::words! {
    pub enum Answer {
        Yes = "yes",
        No = "no",
    }
}

fn representative(c: &mut Conn, id: GroupId, by: &Member) -> Result<Inside> {
    let inside = Inside::find(c, id, by)?;
    ensure(inside.role == Some(GroupRole::Representative))?;
    Ok(inside)
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<GroupId>,
    mut form: Form,
) -> Result<Response> {
    let by = member.clone();
    app.db.read(move |c| representative(c, id, &by)).await?;
    let Some(to) = form.choice::<PersonId>("to") else { return again(&app, member, id, form).await };
    let (by, house) = (member.clone(), app.clone());
    if !app.db.write(move |c| offer(c, &house, id, to, &by)).await? {
        form.add("to", Problem::new("mandates-not-in-group"));
        return again(&app, member, id, form).await;
    }
    page::see(&format!("/groups/{id}/mandates"))
}

async fn again(app: &App, by: Member, id: GroupId, form: Form) -> Result<Response> {
    page::invalid(&app.db.read(move |c| IndexPage::find(c, id, &by, None, form)).await?)
}

/// `false` where the other isn't a member of the group.
fn offer(c: &mut Conn, app: &App, id: GroupId, to: PersonId, by: &Member) -> Result<bool> {
    let inside = representative(c, id, by)?;
    if memberships::role_in(c, to, id)? != Some(GroupRole::Member) {
        return Ok(false);
    }
    limits::take(c, &format!("handovers/{}", by.id()), A_DAY, by.now)?;
    queries::offer(c, id, by.id(), to, by.now)?;
    tell(c, to, "mandate.offered", &inside, by)?;
    let about = About::Offered(&by.person.name);
    letters::tell(c, app, to, (id, &inside.group.name), about, by.now)?;
    Ok(true)
}

fn tell(c: &mut Conn, person: PersonId, kind: &str, inside: &Inside, by: &Member) -> Result<()> {
    let (group, by_name) = (&inside.group, by.person.name.as_str());
    let (subject, path) = (("group", group.id.0), format!("{}/mandates", group.path()));
    let notice = Notice { kind, subject, path: &path, title: &group.name, by_name };
    Ok(notices::tell(c, person, notice, by.now)?)
}

/// Takes one's own offer back.
pub async fn destroy(State(app): State<App>, member: Member, Path(id): Path<GroupId>) -> Result<Response> {
    let done = app.db.write(move |c| {
        representative(c, id, &member)?;
        queries::take_back(c, id, member.id())?;
        Ok::<_, Error>(())
    });
    done.await?;
    page::see(&format!("/groups/{id}/mandates"))
}

/// The one to whom it was offered says yes or no.
pub async fn answer(
    State(app): State<App>,
    member: Member,
    Path((id, from)): Path<(GroupId, PersonId)>,
    mut form: Form,
) -> Result<Response> {
    let answer = form.choice::<Answer>("answer");
    app.db.write(move |c| settle(c, id, from, answer, &member)).await?;
    page::see(&format!("/groups/{id}/mandates"))
}

fn settle(c: &mut Conn, id: GroupId, from: PersonId, answer: Option<Answer>, by: &Member) -> Result<()> {
    let inside = Inside::find(c, id, by)?;
    let offers = queries::handovers(c, id)?;
    if !offers.iter().any(|h| h.from_id == from && h.to_id == by.id()) {
        return Err(Error::NotFound);
    }
    let answer = answer.ok_or_else(|| Error::Invalid(Problem::new("kit-form-choose")))?;
    queries::take_back(c, id, from)?;
    if answer == Answer::No {
        return tell(c, from, "mandate.declined", &inside, by);
    }
    mandate::hand_over(c, id, from, by.id(), by.now)?;
    tell(c, from, "mandate.taken", &inside, by)
}
