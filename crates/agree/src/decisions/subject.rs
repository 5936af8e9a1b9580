//! Threads may belong to a decision.

use super::{DecisionId, queries};
use db::Conn;
use forum::threads::Subject;
use kit::{Result, Scope};

forum::subject!("decision", find);

fn find(c: &mut Conn, id: i64) -> Result<Option<Subject>> {
    let decision = queries::by_id(c, DecisionId(id))?;
    Ok(decision.map(|d| Subject { path: d.path(), title: d.question, scope: Scope::Open }))
}
