//! Tells those who voted how a decision came out, some hundred persons a job, so that a large town's
//! closing holds nobody up.

use super::{DecisionId, queries};
use db::{Conn, jobs};
use jiff::Timestamp;
use kit::{PersonId, Result};
use people::notices::{self, Notice};

pub(super) const JOB: &str = "decision.tell";
const AT_ONCE: i64 = 200;

pub(super) fn begin(c: &mut Conn, id: DecisionId, now: Timestamp) -> Result<()> {
    tell_after(c, id, PersonId(0), now)
}

fn tell_after(c: &mut Conn, id: DecisionId, after: PersonId, now: Timestamp) -> Result<()> {
    jobs::enqueue(c, JOB, &serde_json::json!({ "decision": id, "after": after }), now)?;
    Ok(())
}

/// Tells the next persons, and leaves those after them to another job.
pub(super) fn run(c: &mut Conn, payload: &serde_json::Value, now: Timestamp) -> Result<()> {
    let (Some(id), Some(after)) = (payload["decision"].as_i64(), payload["after"].as_i64()) else {
        return Ok(());
    };
    let id = DecisionId(id);
    let Some(decision) = queries::by_id(c, id)? else { return Ok(()) };
    let path = decision.path();
    let notice = Notice {
        kind: "decision.closed",
        subject: ("decision", id.0),
        path: &path,
        title: &decision.question,
        by_name: "",
    };
    let persons = queries::voters_after(c, id, PersonId(after), AT_ONCE)?;
    for person in &persons {
        notices::tell(c, *person, notice, now)?;
    }
    match persons.last() {
        Some(last) if persons.len() as i64 == AT_ONCE => tell_after(c, id, *last, now),
        _ => Ok(()),
    }
}
