//! Messages between two people, or between one person and a group: all who speak for the group then read and answer.
//! Nobody else knows of them; guides read a message only where one of its readers shows it to them. Either may stop the
//! other from writing, and who wants no messages closes their letterbox.

mod beginning;
mod blocking;
mod index;
mod leaving;
mod party;
mod queries;
mod reports;
mod sending;
mod show;

pub(crate) use leaving::part;
pub(crate) use party::Reported;
pub(crate) use queries::{count_open_reports, open_reports, reported, settle_reports};

use kit::Routes;

db::id! {
    CorrespondenceId,
    MessageId,
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/messages", index::show)
        .post("/messages", beginning::create)
        .get("/messages/new", beginning::new)
        .post("/messages/letterbox", blocking::open)
        .delete("/messages/letterbox", blocking::close)
        .get("/messages/{id}", show::show)
        .post("/messages/{id}", show::create)
        .post("/messages/{id}/block", blocking::block)
        .delete("/messages/{id}/block", blocking::unblock)
        .get("/messages/{id}/reports/new", reports::new)
        .post("/messages/{id}/reports", reports::create)
}

kit::period!("direct-messages", place 35, 730 days of 30 to 3650, let_go);

/// Lets go of messages older than a time, and of what was reported of them.
fn let_go(c: &mut db::Conn, before: jiff::Timestamp) -> kit::Result<()> {
    queries::forget_old_reports(c, before)?;
    Ok(queries::forget_old(c, before).map(drop)?)
}
