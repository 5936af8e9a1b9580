//! Closing a decision, exactly once: a job at its closing time does it, or whoever looks first after
//! it. From that moment on its count is published.

use super::{Decision, DecisionId, Outcome, binding, count, queries, telling};
use db::Conn;
use jiff::Timestamp;
use kit::{App, Result, Scope, activity};
use people::voices::electorate;

pub(super) const JOB: &str = "decision.close";

/// So many are closed in one transaction at most; the rest have their jobs.
const AT_ONCE: i64 = 20;

/// Counts and settles a decision whose time is over. `false` where that is done, or not due yet.
pub fn close(c: &mut Conn, id: DecisionId, now: Timestamp) -> Result<bool> {
    // First the row, then the ballots: votes being cast at this moment are either in before, or find
    // it closed. One of two closings at once changes nothing and ends here.
    if queries::end(c, id, now)? == 0 {
        return Ok(false);
    }
    count_electors(c, id)?;
    let published = count::recount(c, id)?;
    let outcome = published.outcome()?;
    let json = serde_json::to_string(&published).map_err(|e| kit::Error::Bug(e.to_string()))?;
    queries::publish(c, id, outcome, &json)?;
    let decision = queries::by_id(c, id)?.ok_or(kit::Error::NotFound)?;
    record(c, &decision, outcome, now)?;
    (binding::of(&decision.kind)?.settle)(c, &decision, outcome, now)?;
    telling::begin(c, id, now)?;
    Ok(true)
}

/// Those who were here by the end of their time, where newcomers could vote too.
fn count_electors(c: &mut Conn, id: DecisionId) -> Result<()> {
    let decision = queries::by_id(c, id)?.ok_or(kit::Error::NotFound)?;
    if decision.admits_newcomers() {
        let electors = electorate::electorate(c, decision.electors_until)?;
        queries::set_electors(c, id, electors.organisations, electors.citizens)?;
    }
    Ok(())
}

fn record(c: &mut Conn, decision: &Decision, outcome: Outcome, now: Timestamp) -> Result<()> {
    let kind = match outcome {
        Outcome::Adopted => "decision.adopted",
        Outcome::Rejected => "decision.rejected",
    };
    let subject = ("decision", decision.id.0);
    let what = activity::Happening { kind, subject, title: &decision.question, scope: Scope::Open };
    activity::record_with(c, None, what, &serde_json::json!({}), now)?;
    Ok(())
}

/// Closes what is due; how many.
pub fn close_due(c: &mut Conn, now: Timestamp) -> Result<usize> {
    let mut closed = 0;
    for id in queries::due(c, now, AT_ONCE)? {
        closed += usize::from(close(c, id, now)?);
    }
    Ok(closed)
}

pub(super) fn run(c: &mut Conn, payload: &serde_json::Value, now: Timestamp) -> Result<()> {
    match payload["decision"].as_i64() {
        Some(id) => close(c, DecisionId(id), now).map(drop),
        None => Ok(()),
    }
}

/// For pages: closes it first if its time is over, so that nobody sees a decision that hangs between.
pub(super) async fn close_if_due(app: &App, id: DecisionId, now: Timestamp) -> Result<()> {
    let found = app.db.read(move |c| queries::by_id(c, id)).await?;
    if found.is_some_and(|decision| decision.is_due(now)) {
        app.db.write(move |c| close(c, id, now)).await?;
        app.community_changed().await?;
    }
    Ok(())
}
