//! Who is in a group. Its representatives and the guides say who speaks for it; everybody may leave.

use super::group::{Group, GroupState};
use super::{mandate, queries};
use crate::Member;
use crate::memberships::{self, GroupRole};
use crate::notices::{self, Notice};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Error, Form, GroupId, PersonId, Problem, Result};

/// Takes a person out of a group. One that has nobody any more is *dormant*.
pub fn leave(c: &mut Conn, person: PersonId, group: GroupId, now: Timestamp) -> db::Result<()> {
    if memberships::leave(c, person, group)? == 0 {
        return Ok(());
    }
    super::record(c, Some((person, None)), "group.left", group, now)?;
    if memberships::count(c, group)? == 0 && queries::set_state(c, group, GroupState::Dormant, now)? > 0 {
        super::record(c, None, "group.dormant", group, now)?;
    }
    Ok(())
}

/// Who acts on whom, in which group.
struct Act<'a> {
    by: &'a Member,
    group: GroupId,
    person: PersonId,
}

impl Act<'_> {
    /// The role that the person has; whoever isn't in the group can't be acted on.
    fn role(&self, c: &mut Conn) -> Result<GroupRole> {
        queries::by_id(c, self.group)?.ok_or(Error::NotFound)?;
        memberships::role_in(c, self.person, self.group)?.ok_or(Error::NotFound)
    }

    fn is_about_oneself(&self) -> bool {
        self.by.id() == self.person
    }

    /// Representatives make others; to take the word from one is for themselves or a guide.
    fn put(&self, c: &mut Conn, role: GroupRole) -> Result<()> {
        let own = memberships::role_in(c, self.by.id(), self.group)?;
        ensure(Group::is_run_by(self.by, own))?;
        let before = self.role(c)?;
        if before == role {
            return Ok(());
        }
        ensure(before == GroupRole::Member || self.is_about_oneself() || self.by.is_guide())?;
        memberships::put(c, self.person, self.group, role, self.by.now)?;
        if role == GroupRole::Representative {
            mandate::begin(c, self.person, self.group, Some(self.by.id()), self.by.now)?;
        }
        let kind = if role == GroupRole::Representative { "group.representative" } else { "group.member" };
        super::record(c, Some((self.person, None)), kind, self.group, self.by.now)?;
        if role == GroupRole::Representative && !self.is_about_oneself() {
            self.tell(c)?;
        }
        Ok(())
    }

    /// Who may speak for a group now should know it.
    fn tell(&self, c: &mut Conn) -> Result<()> {
        let title = queries::name_of(c, self.group)?.unwrap_or_default();
        let path = format!("/groups/{}", self.group);
        let by_name = self.by.person.name.as_str();
        let subject = ("group", self.group.0);
        let notice = Notice { kind: "group.representative", subject, path: &path, title: &title, by_name };
        notices::tell(c, self.person, notice, self.by.now)?;
        Ok(())
    }

    fn take_out(&self, c: &mut Conn) -> Result<()> {
        let own = memberships::role_in(c, self.by.id(), self.group)?;
        let runs_it = Group::is_run_by(self.by, own);
        ensure(self.is_about_oneself() || runs_it)?;
        let role = self.role(c)?;
        ensure(self.is_about_oneself() || self.by.is_guide() || role == GroupRole::Member)?;
        leave(c, self.person, self.group, self.by.now)?;
        Ok(())
    }
}

pub async fn update(
    State(app): State<App>,
    member: Member,
    Path((group, person)): Path<(GroupId, PersonId)>,
    mut form: Form,
) -> Result<Response> {
    let Some(role) = form.choice::<GroupRole>("role") else {
        return Err(Error::Invalid(Problem::new("kit-form-choose")));
    };
    app.db.write(move |c| Act { by: &member, group, person }.put(c, role)).await?;
    kit::page::see(&format!("/groups/{group}"))
}

pub async fn destroy(
    State(app): State<App>,
    member: Member,
    Path((group, person)): Path<(GroupId, PersonId)>,
) -> Result<Response> {
    app.db.write(move |c| Act { by: &member, group, person }.take_out(c)).await?;
    kit::page::see(&format!("/groups/{group}"))
}
