//! Casting a ballot, and changing it. One voice has one, whoever of a group casts it; the database's
//! primary key holds that, so two clicks, two windows or two representatives are one ballot.

use super::pages::with_form;
use super::{Choice, DecisionId, queries};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use forum::threads::language;
use jiff::Timestamp;
use kit::{App, Error, Form, Problem, Result, Voice, Words, error::ensure};
use people::voices::electorate;
use people::{Member, notices};

/// The most letters of a reason.
const REASON: usize = 600;

db::row! {
    /// A ballot as those see it whose voice it is.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Ballot {
        pub voice: String,
        pub choice: Choice,
        pub reason: String,
        pub receipt: String,
    }
}

/// Casts a ballot, or replaces the one that this voice cast before; answers with its receipt, which
/// stays the same.
pub fn cast(
    c: &mut Conn,
    id: DecisionId,
    by: &Voice,
    vote: (Choice, Words<'_>),
    now: Timestamp,
) -> Result<String> {
    let (choice, reason) = vote;
    // Held, so that a closing at the same moment comes wholly before or wholly after this.
    let decision = queries::hold(c, id)?.ok_or(Error::NotFound)?;
    if !decision.is_open(now) {
        return Err(Error::Conflict(Problem::new("decisions-over")));
    }
    let here_since = electorate::since(c, by)?.ok_or(Error::Forbidden)?;
    ensure(decision.may_vote(here_since))?;
    let receipt = kit::token::code();
    let key = by.key();
    let kept = queries::put_ballot(
        c,
        id,
        &key,
        by.person,
        by.group,
        by.side,
        by.sector,
        choice,
        reason.text,
        reason.locale,
        &receipt,
        now,
    )?;
    notices::read_subject(c, by.person, "decision", id.0, now)?;
    Ok(kept)
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<DecisionId>,
    mut form: Form,
) -> Result<Response> {
    let voice = member.voice(&mut form);
    let choice = form.choice::<Choice>("choice");
    let reason = form.text("reason", 0..=REASON);
    let (Some(voice), Some(choice), true) = (voice, choice, form.is_valid()) else {
        return kit::page::invalid(&with_form(&app, &member.visitor, id, form).await?);
    };
    let locale = language::usual(&member).code();
    // By the clock of the moment in which it is written, so that none is late however long it waited.
    let clock = app.clock.clone();
    app.db.write(move |c| cast(c, id, &voice, (choice, Words::new(&reason, locale)), clock.now())).await?;
    kit::page::see(&format!("/decisions/{id}#mine"))
}
