//! What is asked of who knows whom.

use db::Changed;
use jiff::Timestamp;
use kit::{GroupId, PersonId, SectorId, Side};

db::row! {
    #[derive(Debug, Clone)]
    pub struct Acquaintance {
        pub person_id: PersonId,
        pub name: String,
        pub named: bool,
        /// How many there are.
        pub total: i64,
    }
}

db::row! {
    /// A group that is known and was not asked yet.
    #[derive(Debug, Clone)]
    pub struct Candidate {
        /// None: a group of citizens.
        pub sector_id: Option<SectorId>,
        pub id: GroupId,
        pub name: String,
        /// How many members know somebody there.
        pub known: i64,
        /// How many candidates its sector has.
        pub total: i64,
    }
}

db::row! {
    /// A group that is not in, and somebody knows somebody there.
    #[derive(Debug, Clone)]
    pub struct Reachable {
        pub id: GroupId,
        pub name: String,
        pub side: Side,
        pub state: crate::groups::GroupState,
        pub known: i64,
    }
}

db::query! {
    pub fn put(group: GroupId, person: PersonId, named: bool, now: Timestamp) -> Changed {
        "insert into acquaintances (group_id, person_id, named, at) values ($1, $2, $3, $4)
         on conflict (group_id, person_id) do update set named = excluded.named"
    }

    pub fn take_back(group: GroupId, person: PersonId) -> Changed {
        "delete from acquaintances where group_id = $1 and person_id = $2"
    }

    /// What somebody who leaves said of whom they know.
    pub fn forget(person: PersonId) -> Changed {
        "delete from acquaintances where person_id = $1"
    }

    /// Nobody needs to know any more who knew somebody in a group that came in, or fell asleep, before a time.
    pub fn let_go(before: Timestamp) -> Changed {
        "delete from acquaintances
         where group_id in (select id from groups where state in ('in', 'dormant') and updated_at < $1)"
    }

    /// Those who know somebody there: the reader first, then those who may be named.
    pub fn of_group(group: GroupId, reader: PersonId, limit: i64) -> Vec<Acquaintance> {
        "select a.person_id, p.name, a.named, count(*) over () as total
         from acquaintances a join persons p on p.id = a.person_id
         where a.group_id = $1
         order by case when a.person_id = $2 then 0 when a.named then 1 else 2 end, a.at, a.person_id limit $3"
    }

    /// The groups of which somebody said so.
    pub fn of_person(person: PersonId, limit: i64) -> Vec<GroupId> {
        "select group_id from acquaintances where person_id = $1 order by at desc, group_id limit $2"
    }

    /// Of each sector those that are listed and were not asked yet, at most so many: where most know somebody, then
    /// those of the lists that were brought in.
    pub fn listed_by_sector(each: i64) -> Vec<Candidate> {
        "select sector_id, id, name, known, total
         from (select g.sector_id, g.id, g.name, coalesce(a.known, 0) as known,
                      count(*) over (partition by g.sector_id) as total,
                      row_number() over (partition by g.sector_id
                          order by coalesce(a.known, 0) desc, case when g.import_id is null then 1 else 0 end,
                                   g.name_folded, g.id) as place
               from groups g
               left join (select group_id, count(*) as known from acquaintances group by group_id) a
                 on a.group_id = g.id
               where g.state = 'listed') listed
         where place <= $1 order by coalesce(sector_id, 0), place"
    }

    /// Those that are not in, where most know somebody.
    pub fn reachable(limit: i64) -> Vec<Reachable> {
        "select g.id, g.name, g.side, g.state, a.known
         from (select group_id, count(*) as known from acquaintances group by group_id) a
         join groups g on g.id = a.group_id
         where g.state in ('listed', 'invited') order by a.known desc, g.name_folded, g.id limit $1"
    }
}
