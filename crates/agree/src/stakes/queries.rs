//! What is asked of stakes.
#![expect(clippy::too_many_arguments, reason = "one for each column of a stake")]

use crate::focuses::FocusId;
use db::Changed;
use jiff::Timestamp;
use kit::{GroupId, PersonId, Side};

db::row! {
    /// A group that is in, and what it says of itself.
    #[derive(Debug, Clone)]
    pub struct Answer {
        pub group_id: GroupId,
        pub name: String,
        pub side: Side,
        /// Nothing where it has not answered.
        pub concern: Option<i64>,
        pub influence: Option<i64>,
        pub at: Option<Timestamp>,
        /// Who answered for it.
        pub by_name: Option<String>,
    }
}

db::row! {
    /// So many members think so of a group that is not in.
    #[derive(Debug, Clone)]
    pub struct Thought {
        pub group_id: GroupId,
        pub name: String,
        pub side: Side,
        pub concern: i64,
        pub influence: i64,
        pub count: i64,
    }
}

db::row! {
    /// A focus on the map, and how many groups have answered.
    #[derive(Debug, Clone)]
    pub struct Answered {
        pub focus_id: FocusId,
        pub count: i64,
    }
}

db::query! {
    pub fn put(focus: FocusId, group: GroupId, voice: &str, own: bool, person: PersonId, concern: i64, influence: i64, now: Timestamp) -> Changed {
        "insert into focus_stakes (focus_id, group_id, voice, own, person_id, concern, influence, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (focus_id, group_id, voice) do update
         set person_id = excluded.person_id, concern = excluded.concern, influence = excluded.influence,
             at = excluded.at"
    }

    pub fn take_back(focus: FocusId, group: GroupId, voice: &str) -> Changed {
        "delete from focus_stakes where focus_id = $1 and group_id = $2 and voice = $3"
    }

    /// What somebody who leaves thought of groups that are not in. What they said for a group is the group's.
    pub fn forget(person: PersonId) -> Changed {
        "delete from focus_stakes where person_id = $1 and not own"
    }

    /// What a voice said of a group: how much it concerns it, and how much it can do.
    pub fn said(focus: FocusId, group: GroupId, voice: &str) -> Option<(i64, i64)> {
        "select concern, influence from focus_stakes where focus_id = $1 and group_id = $2 and voice = $3"
    }

    /// The groups that are in: first those that have answered.
    pub fn answers(focus: FocusId, limit: i64) -> Vec<Answer> {
        "select g.id as group_id, g.name, g.side, k.concern, k.influence, k.at, p.name as by_name
         from groups g
         left join focus_stakes k on k.group_id = g.id and k.focus_id = $1 and k.own
         left join persons p on p.id = k.person_id
         where g.state = 'in'
         order by case when k.at is null then 1 else 0 end, g.name_folded, g.id limit $2"
    }

    /// How many of the groups that are in have answered, and how many are in.
    pub fn heard(focus: FocusId) -> db::One<(i64, i64)> {
        "select count(k.group_id) as answered, count(*) as of_all
         from groups g
         left join focus_stakes k on k.group_id = g.id and k.focus_id = $1 and k.own
         where g.state = 'in'"
    }

    /// What members think of groups that are not in, in the order of their names.
    pub fn thoughts(focus: FocusId, limit: i64) -> Vec<Thought> {
        "select g.id as group_id, g.name, g.side, k.concern, k.influence, count(*) as count
         from focus_stakes k join groups g on g.id = k.group_id
         where k.focus_id = $1 and not k.own and g.state in ('listed', 'invited')
         group by g.id, g.name, g.name_folded, g.side, k.concern, k.influence
         order by g.name_folded, g.id limit $2"
    }

    /// The groups that are not in, for a choice.
    pub fn outside(limit: i64) -> Vec<(GroupId, String)> {
        "select id, name from groups where state in ('listed', 'invited') order by name_folded, id limit $1"
    }

    /// Of each focus how many groups have answered for themselves.
    pub fn answered() -> Vec<Answered> {
        "select k.focus_id, count(*) as count
         from focus_stakes k join groups g on g.id = k.group_id
         where k.own and g.state = 'in' group by k.focus_id order by k.focus_id"
    }
}
