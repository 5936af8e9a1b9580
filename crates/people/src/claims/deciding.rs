//! Saying yes or no to a claim, with a word; taking one's own back.

use super::claim::{Claim, ClaimId, Outcome};
use super::{letters, queries};
use crate::memberships::{self, GroupRole, Membership};
use crate::notices::{self, Notice};
use crate::sessions::cookie;
use crate::{Member, groups};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, PersonId, Problem, Result, Section, page};

#[derive(Template)]
#[template(path = "claims/show.html")]
struct ShowPage {
    chrome: Chrome,
    form: Form,
    claim: Claim,
    may_decide: bool,
    is_own: bool,
}

impl ShowPage {
    fn find(c: &mut Conn, id: ClaimId, by: &Member, form: Form) -> Result<ShowPage> {
        let (claim, may_decide) = seen(c, id, by)?;
        let (is_own, may_decide) = (claim.is_of(by), may_decide && claim.is_open(by.now));
        Ok(ShowPage { chrome: by.chrome(Section::Groups), form, claim, may_decide, is_own })
    }

    fn is_open(&self) -> bool {
        self.claim.is_open(self.chrome.now)
    }

    fn sign(&self) -> &'static str {
        self.claim.sign(self.chrome.now)
    }

    fn state(&self) -> &'static str {
        self.claim.state(self.chrome.now)
    }
}

/// The claim, for whoever made it and those who decide, and whether this one decides. Others don't know of it.
fn seen(c: &mut Conn, id: ClaimId, by: &Member) -> Result<(Claim, bool)> {
    let claim = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    let role = memberships::role_in(c, by.id(), claim.group_id)?;
    let may_decide = claim.may_be_decided_by(by, role);
    if may_decide || claim.is_of(by) { Ok((claim, may_decide)) } else { Err(Error::NotFound) }
}

pub async fn show(State(app): State<App>, member: Member, Path(id): Path<ClaimId>) -> Result<Response> {
    page::show(&app.db.read(move |c| ShowPage::find(c, id, &member, Form::default())).await?)
}

pub async fn update(
    State(app): State<App>,
    member: Member,
    Path(id): Path<ClaimId>,
    mut form: Form,
) -> Result<Response> {
    let outcome = form.choice::<Outcome>("outcome");
    let least = if outcome == Some(Outcome::Refused) { 2 } else { 0 };
    let answer = form.text("answer", least..=500);
    let Some(outcome) = outcome.filter(|_| form.is_valid()) else {
        return page::invalid(&app.db.read(move |c| ShowPage::find(c, id, &member, form)).await?);
    };
    let house = app.clone();
    app.db.write(move |c| decide(c, &house, id, outcome, &answer, &member)).await?;
    let mut response = page::see(&format!("/claims/{id}"))?;
    cookie::set_flash(response.headers_mut(), &app.settings, "claims-is-settled");
    Ok(response)
}

fn decide(c: &mut Conn, app: &App, id: ClaimId, outcome: Outcome, answer: &str, by: &Member) -> Result<()> {
    let (claim, may_decide) = seen(c, id, by)?;
    ensure(if outcome == Outcome::Withdrawn { claim.is_of(by) } else { may_decide })?;
    settle(c, app, &claim, Answer { outcome, words: answer, by: Some(by.id()) }, by.now)
}

/// What is said to a claim; by nobody, where it is said by the letter's link.
pub struct Answer<'a> {
    pub outcome: Outcome,
    pub words: &'a str,
    pub by: Option<PersonId>,
}

/// Settles a claim once. A confirmed one lets its person speak for the group.
pub fn settle(c: &mut Conn, app: &App, claim: &Claim, answer: Answer<'_>, now: Timestamp) -> Result<()> {
    let Answer { outcome, words, by } = answer;
    if queries::settle(c, claim.id, outcome, words, by, now)? == 0 {
        return Err(Error::Conflict(Problem::new("claims-is-over")));
    }
    notices::settle(c, "claim.made", "claim", claim.id.0, now)?;
    if outcome == Outcome::Confirmed {
        hand_over(c, claim, by, now)?;
    }
    if outcome != Outcome::Withdrawn {
        tell(c, claim, outcome, now)?;
        letters::answer(c, app, claim, outcome, words, now)?;
    }
    Ok(())
}

/// One that rested with nobody to speak for it is awake again.
fn hand_over(c: &mut Conn, claim: &Claim, by: Option<PersonId>, now: Timestamp) -> Result<()> {
    let had_voice = memberships::of_group(c, claim.group_id)?.iter().any(Membership::represents);
    groups::admit_named(c, claim.person_id, claim.group_id, GroupRole::Representative, by, now)?;
    if !had_voice {
        groups::wake(c, claim.group_id, Some(claim.person_id), now)?;
    }
    Ok(())
}

fn tell(c: &mut Conn, claim: &Claim, outcome: Outcome, now: Timestamp) -> Result<()> {
    let kind = if outcome == Outcome::Confirmed { "claim.confirmed" } else { "claim.refused" };
    let (subject, path) = (("claim", claim.id.0), claim.path());
    let notice = Notice { kind, subject, path: &path, title: &claim.group_name, by_name: "" };
    Ok(notices::tell(c, claim.person_id, notice, now)?)
}
