//! Whom do members miss on the map? They name a group and say why it should be there. Guides turn that into a listed
//! group, or set it aside; whoever named it is told, and may take it back before. For members only: a reason
//! may speak of people.

mod index;
mod proposal;
mod queries;
mod settling;

pub use index::{Card, cards};
pub use proposal::{Missing, Proposal, note};
pub use queries::open;

use crate::acquaintances;
use db::{Changed, Conn};
use jiff::Timestamp;
use kit::Routes;
use kit::personal::Leaver;

pub fn routes() -> Routes {
    Routes::new()
        .get("/groups/missing", index::show)
        .post("/groups/missing", index::create)
        .delete("/groups/missing/{id}", settling::destroy)
        .post("/groups/missing/{id}/listing", settling::list)
        .post("/groups/missing/{id}/refusal", settling::set_aside)
}

kit::period!("missing-groups", place 32, 365 days of 30 to 3650, let_go);

/// Lets go of what was settled before a time, and of who knew somebody in groups that have long been in.
fn let_go(c: &mut Conn, before: Timestamp) -> kit::Result<()> {
    acquaintances::let_go(c, before)?;
    Ok(forget_settled(c, before).map(drop)?)
}

/// What becomes of their proposals when somebody leaves: what is open goes with their words.
pub fn part(c: &mut Conn, leaver: &Leaver) -> db::Result<()> {
    if leaver.goes() {
        forget_open(c, leaver.person)?;
        forget_reasons(c, leaver.person)?;
    }
    Ok(())
}

db::query! {
    fn forget_settled(before: Timestamp) -> Changed {
        "delete from missing_groups where settled_at < $1"
    }

    fn forget_open(person: kit::PersonId) -> Changed {
        "delete from missing_groups where person_id = $1 and group_id is null"
    }

    fn forget_reasons(person: kit::PersonId) -> Changed {
        "update missing_groups set reason = '' where person_id = $1"
    }
}
