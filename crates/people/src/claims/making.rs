//! Making a claim: one sentence on who one is in the group.

use super::claim::{Claim, LASTS};
use super::{letters, queries};
use crate::groups::{self, Group};
use crate::memberships::{self, GroupRole, Membership};
use crate::notices::{self, Notice};
use crate::{Member, persons};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::form::is_email;
use kit::limits::{self, Limit};
use kit::{App, Chrome, Error, Form, GroupId, PersonId, Problem, Result, Section, page, token};
use std::collections::BTreeSet;

/// So many claims one person makes in a day, and so many letters one group's address gets.
const A_DAY: Limit = Limit { count: 5, minutes: 24 * 60 };
const LETTERS: Limit = Limit { count: 2, minutes: 24 * 60 };

/// The group, and who is in it.
struct Claimed {
    group: Group,
    members: Vec<Membership>,
    /// A claim of the one who asks waits already.
    waiting: Option<Claim>,
}

impl Claimed {
    fn find(c: &mut Conn, id: GroupId, by: &Member) -> Result<Claimed> {
        let group = groups::by_id(c, id)?.ok_or(Error::NotFound)?;
        let members = memberships::of_group(c, id)?;
        if members.iter().any(|m| m.person_id == by.id() && m.represents()) {
            return Err(Error::Conflict(Problem::new("claims-is-yours")));
        }
        Ok(Claimed { waiting: queries::open_of(c, by.id(), id, by.now)?, group, members })
    }

    fn has_representatives(&self) -> bool {
        self.members.iter().any(Membership::represents)
    }

    /// Nobody here has had its page in hand.
    fn goes_by_letter(&self) -> bool {
        let Group { state, joined_at, email, .. } = &self.group;
        state.is_outside() && joined_at.is_none() && self.members.is_empty() && is_email(email)
    }
}

#[derive(Template)]
#[template(path = "claims/new.html")]
struct NewPage {
    chrome: Chrome,
    form: Form,
    group: Group,
    by_letter: bool,
    has_representatives: bool,
}

impl NewPage {
    fn of(by: &Member, claimed: Claimed, form: Form) -> NewPage {
        let (by_letter, has_representatives) = (claimed.goes_by_letter(), claimed.has_representatives());
        NewPage {
            chrome: by.chrome(Section::Groups),
            form,
            group: claimed.group,
            by_letter,
            has_representatives,
        }
    }

    /// Who is going to be asked.
    fn who_decides(&self) -> &'static str {
        match (self.by_letter, self.has_representatives) {
            (_, true) => "claims-asks-representatives",
            (true, _) => "claims-asks-letter",
            _ => "claims-asks-guides",
        }
    }
}

pub async fn new(State(app): State<App>, member: Member, Path(id): Path<GroupId>) -> Result<Response> {
    let by = member.clone();
    let claimed = app.db.read(move |c| Claimed::find(c, id, &by)).await?;
    match &claimed.waiting {
        Some(claim) => page::see(&claim.path()),
        None => page::show(&NewPage::of(&member, claimed, Form::default())),
    }
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<GroupId>,
    mut form: Form,
) -> Result<Response> {
    let words = form.text("words", 2..=500);
    if form.has_errors() {
        let by = member.clone();
        let claimed = app.db.read(move |c| Claimed::find(c, id, &by)).await?;
        return page::invalid(&NewPage::of(&member, claimed, form));
    }
    let house = app.clone();
    let claim = app.db.write(move |c| make(c, &house, id, &member, &words)).await?;
    page::see(&claim.path())
}

/// Two clicks are one claim.
fn make(c: &mut Conn, app: &App, id: GroupId, by: &Member, words: &str) -> Result<Claim> {
    let claimed = Claimed::find(c, id, by)?;
    if let Some(claim) = claimed.waiting {
        return Ok(claim);
    }
    limits::take(c, &format!("claims/{}", by.id()), A_DAY, by.now)?;
    let secret =
        if claimed.goes_by_letter() && may_write(c, &claimed.group, by)? { Some(token::new()) } else { None };
    let hash = secret.as_ref().map(|secret| secret.hash.as_slice());
    let new = queries::insert(c, id, by.id(), words, by.locale.code(), hash, by.now, by.now + LASTS)?;
    let claim = queries::by_id(c, new)?.ok_or(Error::NotFound)?;
    if let Some(secret) = &secret {
        letters::ask(c, app, &claimed.group, &claim, &secret.text)?;
    }
    tell(c, &claimed.members, &claim, by)?;
    Ok(claim)
}

/// A group's address is spared: past the limit the claim waits for a guide alone.
fn may_write(c: &mut Conn, group: &Group, by: &Member) -> Result<bool> {
    match limits::take(c, &format!("claims/to/{}", group.id), LETTERS, by.now) {
        Err(Error::TooMany { .. }) => Ok(false),
        taken => taken.map(|()| true),
    }
}

/// Whoever may decide hears of it.
fn tell(c: &mut Conn, members: &[Membership], claim: &Claim, by: &Member) -> Result<()> {
    let speakers = members.iter().filter(|m| m.role == GroupRole::Representative).map(|m| m.person_id);
    let told: BTreeSet<PersonId> = speakers.chain(persons::guides(c)?).collect();
    let path = claim.path();
    let notice = Notice {
        kind: "claim.made",
        subject: ("claim", claim.id.0),
        path: &path,
        title: &claim.group_name,
        by_name: &claim.person_name,
    };
    for person in told.into_iter().filter(|person| *person != by.id()) {
        notices::tell(c, person, notice, by.now)?;
    }
    Ok(())
}
