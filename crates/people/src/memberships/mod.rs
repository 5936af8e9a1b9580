//! A membership is a person in a group: as a member, or as a representative, who may speak for it.

use crate::persons::Audience;
use db::{Changed, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId};

db::words! {
    pub enum GroupRole { Member = "member", Representative = "representative" }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct Membership {
        pub person_id: PersonId,
        pub name: String,
        pub role: GroupRole,
        pub since: Timestamp,
        /// Of a representative's mandate: since when, until when, and who named them, as far as it is known.
        pub mandate_from: Option<Timestamp>,
        pub mandate_until: Option<Timestamp>,
        pub named_by_name: Option<String>,
        /// Who may see in which groups they are, and whom their profile is there for.
        pub groups_for: Audience,
        pub profile_for: Audience,
    }
}

impl Membership {
    pub fn represents(&self) -> bool {
        self.role == GroupRole::Representative
    }
}

db::query! {
    /// Adds a person to a group, or changes their role in it. To let somebody in, call
    /// `groups::admit`, which also marks the group as *in*.
    pub fn put(person: PersonId, group: GroupId, role: GroupRole, now: Timestamp) -> Changed {
        "insert into memberships (person_id, group_id, role, since) values ($1, $2, $3, $4)
         on conflict (person_id, group_id) do update set role = excluded.role, mandate_reminded = 0,
             mandate_from = case when excluded.role = 'representative' then memberships.mandate_from end,
             mandate_until = case when excluded.role = 'representative' then memberships.mandate_until end,
             named_by = case when excluded.role = 'representative' then memberships.named_by end"
    }

    /// Says for how long a representative speaks for the group, and who named them.
    pub fn give_mandate(person: PersonId, group: GroupId, by: Option<PersonId>, from: Timestamp, until: Option<Timestamp>) -> Changed {
        "update memberships set named_by = $3, mandate_from = $4, mandate_until = $5, mandate_reminded = 0
         where person_id = $1 and group_id = $2 and role = 'representative'"
    }

    pub fn mandate_until(person: PersonId, group: GroupId) -> Option<Option<Timestamp>> {
        "select mandate_until from memberships where person_id = $1 and group_id = $2"
    }

    /// The people of a group, its representatives first.
    pub fn of_group(group: GroupId) -> Vec<Membership> {
        "select m.person_id, p.name, m.role, m.since, m.mandate_from, m.mandate_until, n.name as named_by_name,
                p.groups_for, p.profile_for
         from memberships m join persons p on p.id = m.person_id left join persons n on n.id = m.named_by
         where m.group_id = $1 and p.left_at is null
         order by m.role desc, m.since, m.id"
    }

    pub fn role_in(person: PersonId, group: GroupId) -> Option<GroupRole> {
        "select role from memberships where person_id = $1 and group_id = $2"
    }

    /// How many people are in a group.
    pub fn count(group: GroupId) -> One<i64> {
        "select count(*) from memberships m join persons p on p.id = m.person_id
         where m.group_id = $1 and p.left_at is null"
    }

    pub fn leave(person: PersonId, group: GroupId) -> Changed {
        "delete from memberships where person_id = $1 and group_id = $2"
    }
}
