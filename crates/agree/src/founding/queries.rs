//! What the founding asks of the community's row.

use db::Changed;
use jiff::Timestamp;
use kit::community::JoinBy;

db::query! {
    /// Nothing where it is founded already.
    pub fn insert_community(name: &str, place: &str, languages: &str, time_zone: &str, now: Timestamp) -> Changed {
        "insert into community (id, name, place, languages, time_zone, stage, founded_at, settings)
         values (1, $1, $2, $3, $4, 'founding', $5, '{}')
         on conflict (id) do nothing"
    }

    /// Opens the platform, once.
    pub fn open(now: Timestamp) -> Changed {
        "update community set stage = 'open', opened_at = $1, version = version + 1
         where id = 1 and stage = 'founding'"
    }

    pub fn set_join_by(join_by: JoinBy) -> Changed {
        "update community set join_by = $1, version = version + 1 where id = 1"
    }
}
