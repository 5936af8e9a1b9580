//! What is asked of the table of sectors.

use super::sector::SectorRow;
use db::{Changed, One};
use jiff::Timestamp;
use kit::SectorId;

db::query! {
    pub fn in_order() -> Vec<SectorRow> {
        "select id, key, cast(names as text) as names, colour, symbol, position
         from sectors where retired_at is null order by position, id"
    }

    pub fn in_use(id: SectorId) -> Option<SectorRow> {
        "select id, key, cast(names as text) as names, colour, symbol, position
         from sectors where id = $1 and retired_at is null"
    }

    /// The keys of all that ever were: none is used twice.
    pub fn keys() -> Vec<String> {
        "select key from sectors"
    }

    pub fn insert(key: &str, names: &str, colour: i64, symbol: &str, position: i64) -> One<SectorId> {
        "insert into sectors (key, names, colour, symbol, position) values ($1, $2, $3, $4, $5) returning id"
    }

    pub fn update(id: SectorId, names: &str, colour: i64, symbol: &str) -> Changed {
        "update sectors set names = $2, colour = $3, symbol = $4 where id = $1 and retired_at is null"
    }

    pub fn put_at(id: SectorId, position: i64) -> Changed {
        "update sectors set position = $2 where id = $1 and position <> $2"
    }

    pub fn by_key(key: &str) -> Option<SectorId> {
        "select id from sectors where key = $1 and retired_at is null"
    }

    /// Takes a sector out of use, as long as nobody is in it.
    pub fn retire(key: &str, now: Timestamp) -> Changed {
        "update sectors set retired_at = $2
         where key = $1 and retired_at is null
           and not exists (select 1 from groups where groups.sector_id = sectors.id)"
    }

    /// How many groups hold on to it.
    pub fn groups_in(id: SectorId) -> One<i64> {
        "select count(*) from groups where sector_id = $1"
    }
}
