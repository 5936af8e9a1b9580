//! A group may rest: it stays in the directory and says why, gets no letters, and its voice is silent until its
//! representatives, or a guide, wake it. Another kind of rest is that of a group which nobody is in any more: that
//! one is awake as soon as somebody comes.

use super::group::{Group, GroupState};
use super::queries;
use crate::{Member, memberships};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::{Changed, Conn};
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, GroupId, PersonId, Problem, Result, Section, page};

db::row! {
    /// Why a group rests, and since when.
    #[derive(Debug, Clone)]
    pub struct Rest {
        pub reason: String,
        pub since: Timestamp,
    }
}

db::query! {
    pub fn rest_of(group: GroupId) -> Option<Rest> {
        "select rest_reason as reason, rested_at as since from groups where id = $1 and rested_at is not null"
    }

    fn lay_down(group: GroupId, reason: &str, now: Timestamp) -> Changed {
        "update groups set state = 'dormant', rest_reason = $2, rested_at = $3, updated_at = $3
         where id = $1 and state = 'in'"
    }

    /// Only what was in rests, so it is in again, unless all have left meanwhile.
    fn get_up(group: GroupId, now: Timestamp) -> Changed {
        "update groups set rest_reason = '', rested_at = null, updated_at = $2,
                state = case when exists (select 1 from memberships m join persons p on p.id = m.person_id
                                          where m.group_id = groups.id and p.left_at is null)
                        then 'in' else 'dormant' end
         where id = $1 and rested_at is not null"
    }

    /// A guide has said otherwise where it stands.
    pub(super) fn end_rest(group: GroupId) -> Changed {
        "update groups set rest_reason = '', rested_at = null where id = $1 and rested_at is not null"
    }
}

/// Lets a group rest; `false` where it isn't in.
pub fn rest(
    c: &mut Conn,
    group: GroupId,
    reason: &str,
    by: Option<PersonId>,
    now: Timestamp,
) -> Result<bool> {
    let rests = lay_down(c, group, reason, now)? > 0;
    if rests {
        super::record(c, by.map(|person| (person, None)), "group.dormant", group, now)?;
    }
    Ok(rests)
}

/// Wakes a group that rests; nothing happens to others.
pub fn wake(c: &mut Conn, group: GroupId, by: Option<PersonId>, now: Timestamp) -> Result<()> {
    if get_up(c, group, now)? > 0 {
        super::record(c, by.map(|person| (person, None)), "group.awake", group, now)?;
    }
    Ok(())
}

/// The group, for those who run it.
fn run_by(c: &mut Conn, id: GroupId, member: &Member) -> Result<Group> {
    let group = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    let role = memberships::role_in(c, member.id(), id)?;
    ensure(Group::is_run_by(member, role))?;
    Ok(group)
}

#[derive(Template)]
#[template(path = "groups/rest.html")]
struct RestPage {
    chrome: Chrome,
    form: Form,
    group: Group,
}

fn is_in(group: &Group) -> Result<()> {
    if group.state == GroupState::In {
        Ok(())
    } else {
        Err(Error::Conflict(Problem::new("groups-rest-not-in")))
    }
}

pub async fn new(State(app): State<App>, member: Member, Path(id): Path<GroupId>) -> Result<Response> {
    let by = member.clone();
    let group = app.db.read(move |c| run_by(c, id, &by)).await?;
    is_in(&group)?;
    page::show(&RestPage { chrome: member.chrome(Section::Groups), form: Form::default(), group })
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<GroupId>,
    mut form: Form,
) -> Result<Response> {
    let by = member.clone();
    let group = app.db.read(move |c| run_by(c, id, &by)).await?;
    let reason = form.text("reason", 2..=300);
    if form.has_errors() {
        return page::invalid(&RestPage { chrome: member.chrome(Section::Groups), form, group });
    }
    let done = app.db.write(move |c| {
        let group = run_by(c, id, &member)?;
        if !rest(c, id, &reason, Some(member.id()), member.now)? {
            is_in(&group)?;
        }
        Ok::<_, Error>(group.path())
    });
    page::see(&done.await?)
}

pub async fn destroy(State(app): State<App>, member: Member, Path(id): Path<GroupId>) -> Result<Response> {
    let done = app.db.write(move |c| {
        let group = run_by(c, id, &member)?;
        wake(c, id, Some(member.id()), member.now)?;
        Ok::<_, Error>(group.path())
    });
    page::see(&done.await?)
}
