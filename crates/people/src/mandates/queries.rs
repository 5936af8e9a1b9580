//! What is asked of mandates and of the table of hand-overs.

use db::{Changed, Conn};
use jiff::Timestamp;
use kit::{GroupId, PersonId};

db::row! {
    /// A mandate that ends.
    #[derive(Debug, Clone)]
    pub struct Ending {
        pub person_id: PersonId,
        pub group_id: GroupId,
        pub group_name: String,
        pub until: Timestamp,
    }
}

db::row! {
    /// A mandate that is offered to another person.
    #[derive(Debug, Clone)]
    pub struct Handover {
        pub from_id: PersonId,
        pub from_name: String,
        pub to_id: PersonId,
        pub to_name: String,
        pub at: Timestamp,
    }
}

db::query! {
    /// Those that are over, the oldest first.
    pub fn over(now: Timestamp, limit: i64) -> Vec<Ending> {
        "select m.person_id, m.group_id, g.name as group_name, m.mandate_until as until
         from memberships m join groups g on g.id = m.group_id
         where m.mandate_until <= $1 and m.role = 'representative'
         order by m.mandate_until, m.id limit $2"
    }

    /// Those that end by a time and whose holder was reminded fewer times; of groups that are in.
    pub fn ending(now: Timestamp, by: Timestamp, reminded: i64, limit: i64) -> Vec<Ending> {
        "select m.person_id, m.group_id, g.name as group_name, m.mandate_until as until
         from memberships m join groups g on g.id = m.group_id
         where m.mandate_until > $1 and m.mandate_until <= $2 and m.mandate_reminded < $3
           and m.role = 'representative' and g.state = 'in'
         order by m.mandate_until, m.id limit $4"
    }

    pub fn reminded(person: PersonId, group: GroupId, times: i64) -> Changed {
        "update memberships set mandate_reminded = $3 where person_id = $1 and group_id = $2"
    }

    /// Those in a group that can still be accepted.
    pub fn handovers(group: GroupId) -> Vec<Handover> {
        "select h.from_id, f.name as from_name, h.to_id, t.name as to_name, h.at
         from handovers h join persons f on f.id = h.from_id join persons t on t.id = h.to_id
         join memberships mf on mf.person_id = h.from_id and mf.group_id = h.group_id
         join memberships mt on mt.person_id = h.to_id and mt.group_id = h.group_id
         where h.group_id = $1 and mf.role = 'representative' and mt.role = 'member' order by h.at, h.from_id"
    }

    pub fn offer(group: GroupId, from: PersonId, to: PersonId, now: Timestamp) -> Changed {
        "insert into handovers (group_id, from_id, to_id, at) values ($1, $2, $3, $4)
         on conflict (group_id, from_id) do update set to_id = excluded.to_id, at = excluded.at"
    }

    pub fn take_back(group: GroupId, from: PersonId) -> Changed {
        "delete from handovers where group_id = $1 and from_id = $2"
    }

    pub fn sweep(before: Timestamp) -> Changed {
        "delete from handovers where at < $1"
    }

    fn forget_handovers(person: PersonId) -> Changed {
        "delete from handovers where from_id = $1 or to_id = $1"
    }

    fn forget_named(person: PersonId) -> Changed {
        "update memberships set named_by = null where named_by = $1"
    }
}

/// Takes away what stands of a person in others' mandates.
pub fn forget(c: &mut Conn, person: PersonId) -> db::Result<()> {
    forget_handovers(c, person)?;
    forget_named(c, person).map(drop)
}
