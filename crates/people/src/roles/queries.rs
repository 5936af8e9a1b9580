//! What is asked of persons and their groups for the list of people.

use crate::persons::Audience;
use db::One;
use kit::{PersonId, Role, Side};

db::row! {
    /// A person in one of their groups; without a group where they are in none.
    #[derive(Debug, Clone)]
    pub struct Listed {
        pub id: PersonId,
        pub name: String,
        pub name_folded: String,
        pub role: Role,
        pub group_name: Option<String>,
        pub side: Option<Side>,
        pub represents: bool,
        pub groups_for: Audience,
        pub profile_for: Audience,
    }
}

db::query! {
    /// One page of people, by name, after the one named last; `words` is part of a folded name, or empty. One
    /// row for each group of each.
    pub fn page(words: &str, after: &str, after_id: i64, guides: bool, limit: i64) -> Vec<Listed> {
        "select p.id, p.name, p.name_folded, p.role, g.name as group_name, g.side,
                coalesce(m.role = 'representative', false) as represents, p.groups_for, p.profile_for
         from (select id, name, name_folded, role, groups_for, profile_for from persons
               where left_at is null and ($1 = '' or name_folded like '%' || $1 || '%')
                 and (name_folded, id) > ($2, $3)
                 and (not $4 or role <> 'member')
               order by name_folded, id limit $5) p
         left join memberships m on m.person_id = p.id
         left join groups g on g.id = m.group_id
         order by p.name_folded, p.id, g.name_folded, g.id"
    }

    pub fn stewards() -> One<i64> {
        "select count(*) from persons where role = 'steward' and left_at is null"
    }
}
