//! Where a group stands: guides say so, as far as it isn't told by who is in it.

use super::group::GroupState;
use super::queries;
use crate::{Guide, memberships};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::{App, Error, Form, GroupId, PersonId, Problem, Result};

/// Somebody was asked to come for a group that is *listed*: it is *invited* from now on. Nothing happens to
/// one that is further.
pub fn mark_invited(c: &mut Conn, id: GroupId, now: Timestamp) -> db::Result<()> {
    queries::invited(c, id, now).map(drop)
}

/// Says where a group stands. Nobody can be in for a group that has nobody.
pub fn set_state(c: &mut Conn, id: GroupId, state: GroupState, by: PersonId, now: Timestamp) -> Result<()> {
    queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    if state == GroupState::In && memberships::count(c, id)? == 0 {
        return Err(Error::Invalid(Problem::new("groups-nobody-in-it")));
    }
    super::rest::end_rest(c, id)?;
    let changed = match state {
        GroupState::In => queries::came_in(c, id, now)?,
        _ => queries::set_state(c, id, state, now)?,
    };
    if changed > 0 {
        super::record(c, Some((by, None)), kind(state), id, now)?;
    }
    Ok(())
}

fn kind(state: GroupState) -> &'static str {
    match state {
        GroupState::Listed => "group.listed",
        GroupState::Invited => "group.invited",
        GroupState::In => "group.came-in",
        GroupState::Dormant => "group.dormant",
    }
}

pub async fn update(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<GroupId>,
    mut form: Form,
) -> Result<Response> {
    let Some(state) = form.choice::<GroupState>("state") else {
        return Err(Error::Invalid(Problem::new("kit-form-choose")));
    };
    let (by, now) = (guide.id(), guide.now);
    app.db.write(move |c| set_state(c, id, state, by, now)).await?;
    kit::page::see(&format!("/groups/{id}"))
}
