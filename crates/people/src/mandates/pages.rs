//! The mandates of a group, for those who are in it and the guides.

use super::queries::{self, Handover};
use crate::Member;
use crate::groups::{self, Group, mandate};
use crate::memberships::{self, GroupRole, Membership};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, GroupId, PersonId, Result, Section, page};

/// A group, as one sees it who is in it or a guide.
pub(super) struct Inside {
    pub group: Group,
    pub role: Option<GroupRole>,
    pub runs: bool,
}

impl Inside {
    pub fn find(c: &mut Conn, id: GroupId, by: &Member) -> Result<Inside> {
        let group = groups::by_id(c, id)?.ok_or(Error::NotFound)?;
        let role = memberships::role_in(c, by.id(), id)?;
        ensure(by.is_guide() || role.is_some())?;
        Ok(Inside { group, role, runs: Group::is_run_by(by, role) })
    }
}

#[derive(Template)]
#[template(path = "mandates/index.html")]
pub(super) struct IndexPage {
    chrome: Chrome,
    form: Form,
    /// For the hand-over.
    offer: Form,
    inside: Inside,
    own: PersonId,
    members: Vec<Membership>,
    handovers: Vec<Handover>,
}

impl IndexPage {
    /// The page; a form that was sent and is wrong stands in it as it was typed.
    pub fn find(
        c: &mut Conn,
        id: GroupId,
        by: &Member,
        form: Option<Form>,
        offer: Form,
    ) -> Result<IndexPage> {
        let inside = Inside::find(c, id, by)?;
        let months = mandate::term_of(c, id)?.flatten();
        let months = months.map(|months| months.to_string()).unwrap_or_default();
        Ok(IndexPage {
            chrome: by.chrome(Section::Groups),
            form: form.unwrap_or_else(|| Form::with(&[("months", &months)])),
            offer,
            inside,
            own: by.id(),
            members: memberships::of_group(c, id)?,
            handovers: queries::handovers(c, id)?,
        })
    }

    fn speakers(&self) -> impl Iterator<Item = &Membership> {
        self.members.iter().filter(|m| m.represents())
    }

    fn from(&self, member: &Membership) -> Timestamp {
        member.mandate_from.unwrap_or(member.since)
    }

    fn last_day(&self, until: &Timestamp) -> jiff::civil::Date {
        mandate::last_day(&self.chrome.zone, *until)
    }

    fn invitation(&self) -> String {
        format!("/invitations/new?group={}", self.inside.group.id)
    }

    fn speaks(&self) -> bool {
        self.inside.role == Some(GroupRole::Representative)
    }

    /// The others of the group, to whom one may hand over.
    fn heirs(&self) -> Vec<(String, &str)> {
        let others = self.members.iter().filter(|m| !m.represents() && m.person_id != self.own);
        others.map(|m| (m.person_id.to_string(), m.name.as_str())).collect()
    }

    /// The offer that one has made oneself.
    fn own_offer(&self) -> Option<&Handover> {
        self.handovers.iter().find(|h| h.from_id == self.own)
    }

    /// Offers to oneself.
    fn offered(&self) -> impl Iterator<Item = &Handover> {
        self.handovers.iter().filter(|h| h.to_id == self.own)
    }
}

pub async fn index(State(app): State<App>, member: Member, Path(id): Path<GroupId>) -> Result<Response> {
    let find = move |c: &mut Conn| IndexPage::find(c, id, &member, None, Form::default());
    page::show(&app.db.read(find).await?)
}

/// For how many months the group names those who speak for it; for those who are named from now on.
pub async fn update(
    State(app): State<App>,
    member: Member,
    Path(id): Path<GroupId>,
    mut form: Form,
) -> Result<Response> {
    let by = member.clone();
    let inside = app.db.read(move |c| Inside::find(c, id, &by)).await?;
    ensure(inside.runs)?;
    let months = if form.value("months").trim().is_empty() { None } else { form.whole("months", 1..=120) };
    if form.has_errors() {
        let find = move |c: &mut Conn| IndexPage::find(c, id, &member, Some(form), Form::default());
        return page::invalid(&app.db.read(find).await?);
    }
    let done = app.db.write(move |c| {
        ensure(Inside::find(c, id, &member)?.runs)?;
        mandate::set_term(c, id, months, member.now)?;
        Ok::<_, Error>(())
    });
    done.await?;
    page::see(&format!("/groups/{id}/mandates"))
}
