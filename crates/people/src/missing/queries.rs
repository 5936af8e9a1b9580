//! What is asked of the groups that are missed.

use super::proposal::{Missing, MissingId};
use db::{Changed, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId, SectorId, Side};

db::query! {
    pub fn insert(side: Side, sector: Option<SectorId>, name: &str, folded: &str, reason: &str, person: PersonId, now: Timestamp) -> One<MissingId> {
        "insert into missing_groups (side, sector_id, name, name_folded, reason, person_id, created_at)
         values ($1, $2, $3, $4, $5, $6, $7) returning id"
    }

    /// Those that wait for a guide, the newest first.
    pub fn open(limit: i64) -> Vec<Missing> {
        "select m.id, m.side, m.sector_id, m.name, m.reason, m.person_id, p.name as by_name, m.created_at
         from missing_groups m join persons p on p.id = m.person_id
         where m.settled_at is null order by m.id desc limit $1"
    }

    pub fn open_by_id(id: MissingId) -> Option<Missing> {
        "select m.id, m.side, m.sector_id, m.name, m.reason, m.person_id, p.name as by_name, m.created_at
         from missing_groups m join persons p on p.id = m.person_id
         where m.settled_at is null and m.id = $1"
    }

    pub fn is_open(folded: &str) -> One<bool> {
        "select exists (select 1 from missing_groups where settled_at is null and name_folded = $1)"
    }

    pub fn settle(id: MissingId, group: Option<GroupId>, by: PersonId, now: Timestamp) -> Changed {
        "update missing_groups set settled_at = $4, settled_by = $3, group_id = $2
         where id = $1 and settled_at is null"
    }

    pub fn withdraw(id: MissingId) -> Changed {
        "delete from missing_groups where id = $1 and settled_at is null"
    }
}
