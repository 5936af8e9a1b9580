//! A decision puts one question to everybody: yes, no, or abstain. Each voice has one ballot, which
//! it may change until the closing time; nobody, guides included, sees how it stands before. Who may
//! vote is settled when it opens. It is adopted when both sides agree, organisations and citizens;
//! then what it binds happens at once. All ballots are published without names, so that anyone can
//! count again.
//!
//! A ballot that was cast stays counted, whoever leaves. It leaves no line in the activity log and no
//! time anywhere that is shown: either would tell who voted when.

mod ballots;
pub mod binding;
mod closing;
mod count;
mod decision;
mod needing;
mod opening;
mod pages;
mod publication;
mod queries;
mod result;
mod subject;
mod telling;

pub use ballots::cast;
pub use closing::{close, close_due};
pub use count::{Published, recount};
pub use decision::{Choice, Decision, DecisionId, Outcome};
pub use needing::{OpenDecision, open_now};
pub use opening::{NewDecision, closing_time, open, open_to_newcomers, usual_closing};
pub use queries::{by_id, latest_of_subject, open_of_kind, open_of_subject};

use db::Conn;
use jiff::Timestamp;
use kit::Routes;
use kit::Work;

pub fn routes() -> Routes {
    Routes::new()
        .get("/decisions", pages::index)
        .get("/decisions/{id}", pages::show)
        .post("/decisions/{id}/ballots", ballots::create)
        .get("/decisions/{id}/ballots", publication::find)
        .get("/decisions/{id}/ballots.csv", publication::download)
}

/// Whether one can vote in it now.
pub fn is_open(c: &mut Conn, id: DecisionId, now: Timestamp) -> db::Result<bool> {
    Ok(by_id(c, id)?.is_some_and(|decision| decision.is_open(now)))
}

/// What happens when a job of this room is due.
pub const JOBS: [(&str, Work); 2] = [(closing::JOB, closing::run), (telling::JOB, telling::run)];
