//! The groups counted, and those who were asked and have not answered: for the map and for the home page.

use super::GroupState;
use crate::sectors::{Sector, named};
use jiff::Timestamp;
use kit::{GroupId, Locale, SectorId};

db::row! {
    /// So many groups of a sector are in one state; without a sector they are those of the citizens.
    #[derive(Debug, Clone)]
    pub struct SectorCount {
        pub sector_id: Option<SectorId>,
        pub key: String,
        pub names: String,
        pub colour: i64,
        pub symbol: String,
        pub position: i64,
        /// Nothing where a sector has no group at all.
        pub state: Option<GroupState>,
        pub count: i64,
    }
}

impl SectorCount {
    pub fn sector(&self, locale: Locale) -> Option<Sector> {
        let id = self.sector_id?;
        let name = named(&self.names, locale).unwrap_or_else(|| self.key.clone());
        Some(Sector { id, key: self.key.clone(), name, colour: self.colour, symbol: self.symbol.clone() })
    }
}

db::row! {
    /// A group that was invited and has not come.
    #[derive(Debug, Clone)]
    pub struct Silent {
        pub id: GroupId,
        pub name: String,
        pub since: Timestamp,
        /// How many such groups there are.
        pub total: i64,
    }
}

db::row! {
    /// A group that is in, for a list by sectors.
    #[derive(Debug, Clone)]
    pub struct Seated {
        /// None: a group of citizens.
        pub sector_id: Option<SectorId>,
        pub name: String,
    }
}

db::query! {
    /// Of each sector those that are in, at most so many: who came first, first.
    pub fn seated(each: i64) -> Vec<Seated> {
        "select sector_id, name
         from (select sector_id, name,
                      row_number() over (partition by sector_id order by joined_at, id) as place
               from groups where state = 'in') seated
         where place <= $1 order by coalesce(sector_id, 0), place"
    }

    /// All sectors in use, in their order, with their organisations by state; at the end the groups of citizens.
    pub fn by_sector() -> Vec<SectorCount> {
        "select s.id as sector_id, s.key, cast(s.names as text) as names, s.colour, s.symbol, s.position, n.state,
                coalesce(n.count, 0) as count
         from sectors s
         left join (select sector_id, state, count(*) as count from groups
                    where side = 'organisations' group by sector_id, state) n on n.sector_id = s.id
         where s.retired_at is null
         union all
         select null, '', '{}', 0, '', 1000000, state, count(*) from groups where side = 'citizens' group by state
         order by 6, 1, 7"
    }

    /// Those invited before a time who have not come since, the longest waiting first.
    pub fn silent_since(before: Timestamp, limit: i64) -> Vec<Silent> {
        "select id, name, updated_at as since, count(*) over () as total
         from groups where state = 'invited' and updated_at < $1 order by updated_at, id limit $2"
    }
}
