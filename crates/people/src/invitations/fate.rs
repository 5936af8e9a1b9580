//! What became of the letter of an invitation, as the mail server's answer tells.

use super::queries;
use crate::links::InvitationId;
use db::Conn;
use jiff::Timestamp;
use kit::Result;
use kit::outbox::Fate;
use serde_json::Value;

/// The kind of job that hears of it.
pub const JOB: &str = "invitations.fate";

pub(super) fn learn(c: &mut Conn, told: &Value, now: Timestamp) -> Result<()> {
    let fate = told["fate"].as_str().and_then(|word| word.parse::<Fate>().ok());
    let (Some(id), Some(fate)) = (told["id"].as_i64().map(InvitationId), fate) else { return Ok(()) };
    match fate {
        Fate::Sent => queries::sent(c, id, now)?,
        Fate::Refused => queries::bounced(c, id, now)?,
    };
    Ok(())
}
