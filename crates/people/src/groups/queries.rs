//! What is asked of the table of groups.
#![expect(clippy::too_many_arguments, reason = "one for each column of a group")]

use super::group::{Entry, Group, GroupState, ImportId, Link, LinkKind};
use super::relisting::Told;
use db::{Changed, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId, SectorId, Side};

db::row! {
    /// How many groups of one kind there are.
    #[derive(Debug, Clone)]
    pub struct GroupCount {
        pub side: Side,
        pub sector_id: Option<SectorId>,
        pub state: GroupState,
        pub count: i64,
    }
}

db::row! {
    /// A group that a person is in.
    #[derive(Debug, Clone)]
    pub struct OwnGroup {
        pub id: GroupId,
        pub name: String,
        pub side: Side,
        pub state: GroupState,
        pub role: crate::memberships::GroupRole,
    }
}

db::row! {
    /// What tells whether two groups are one, and what a list can say otherwise.
    #[derive(Debug, Clone)]
    pub struct Known {
        pub id: GroupId,
        pub name: String,
        pub purpose: String,
        pub contact_name: String,
        pub phone: String,
        pub email: String,
        pub website: String,
        pub address: String,
        /// Whether somebody other than a list has written what it says.
        pub is_touched: bool,
    }
}

impl Known {
    pub fn told(&self, field: Told) -> &str {
        match field {
            Told::Name => &self.name,
            Told::Purpose => &self.purpose,
            Told::Contact => &self.contact_name,
            Told::Email => &self.email,
            Told::Phone => &self.phone,
            Told::Address => &self.address,
            Told::Website => &self.website,
        }
    }
}

db::row! {
    /// What a list changed of a group.
    #[derive(Debug, Clone)]
    pub struct Overwritten {
        pub group_id: GroupId,
        pub field: Told,
        pub old_text: String,
        pub new_text: String,
        pub updated_before: Timestamp,
        pub at: Timestamp,
    }
}

db::row! {
    /// A group that can be written to.
    #[derive(Debug, Clone)]
    pub struct Addressed {
        pub id: GroupId,
        pub name: String,
        pub contact_name: String,
        pub email: String,
        pub locale: Option<String>,
    }
}

db::row! {
    pub struct Namesake {
        pub id: GroupId,
        pub name: String,
        pub created_by: Option<PersonId>,
        pub created_at: Timestamp,
    }
}

db::query! {
    pub fn insert(side: Side, sector: Option<SectorId>, name: &str, folded: &str, purpose: &str, state: GroupState, by: Option<PersonId>, now: Timestamp) -> One<GroupId> {
        "insert into groups (side, sector_id, name, name_folded, purpose, state, created_by, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8) returning id"
    }

    /// Many of them at once, in the order of `groups`.
    #[only(postgres)]
    pub fn insert_bundle(groups: &str, import: ImportId, by: Option<PersonId>, now: Timestamp) -> Vec<GroupId> {
        "insert into groups (side, sector_id, name, name_folded, purpose, contact_name, email, phone, address,
                             website, state, import_id, created_by, created_at, updated_at)
         select side, sector, name, folded, purpose, contact, email, phone, address, website, 'listed', $2, $3, $4, $4
         from json_to_recordset($1::json) as sent (place bigint, side text, sector bigint, name text, folded text,
              purpose text, contact text, email text, phone text, address text, website text)
         order by place returning id"
    }

    /// A group out of a list: *listed*, with all that the list says of it.
    pub fn insert_listed(side: Side, sector: Option<SectorId>, name: &str, folded: &str, purpose: &str, contact: &str, email: &str, phone: &str, address: &str, website: &str, import: ImportId, by: Option<PersonId>, now: Timestamp) -> One<GroupId> {
        "insert into groups (side, sector_id, name, name_folded, purpose, contact_name, email, phone, address,
                             website, state, import_id, created_by, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'listed', $11, $12, $13, $13) returning id"
    }

    pub fn update(id: GroupId, name: &str, folded: &str, sector: Option<SectorId>, purpose: &str, needs: &str, offers: &str, contact: &str, email: &str, phone: &str, address: &str, website: &str, locale: Option<&str>, now: Timestamp) -> Changed {
        "update groups set name = $2, name_folded = $3, sector_id = $4, purpose = $5, needs = $6, offers = $7,
                contact_name = $8, email = $9, phone = $10, address = $11, website = $12, locale = $13,
                updated_at = $14
         where id = $1"
    }

    pub fn by_id(id: GroupId) -> Option<Group> {
        "select id, side, sector_id, name, purpose, needs, offers, contact_name, email, phone, address, website,
                locale, state, created_at, joined_at
         from groups where id = $1"
    }

    /// The next so many of all by name, after that group; those that come first after none.
    pub fn whole_after(id: GroupId, limit: i64) -> Vec<Group> {
        "select id, side, sector_id, name, purpose, needs, offers, contact_name, email, phone, address, website,
                locale, state, created_at, joined_at
         from groups
         where name_folded > coalesce((select g.name_folded from groups g where g.id = $1), '')
            or (name_folded = coalesce((select g.name_folded from groups g where g.id = $1), '') and id > $1)
         order by name_folded, id limit $2"
    }

    pub fn entries() -> Vec<Entry> {
        "select id, side, sector_id, name, name_folded, substr(purpose, 1, 240) as purpose, locale, state
         from groups"
    }

    /// How many there are of each side, sector and state.
    pub fn counts() -> Vec<GroupCount> {
        "select side, sector_id, state, count(*) as count from groups group by side, sector_id, state"
    }

    pub fn known() -> Vec<Known> {
        "select id, name, purpose, contact_name, phone, email, website, address,
                not (state = 'listed' and import_id is not null
                     and (updated_at = created_at
                          or exists (select 1 from group_changes h
                                     where h.group_id = groups.id and h.at = groups.updated_at))) as is_touched
         from groups order by id"
    }

    pub fn namesake(folded: &str) -> Option<Namesake> {
        "select id, name, created_by, created_at from groups where name_folded = $1 order by id limit 1"
    }

    /// The first two that are called so, or whose names begin so; the one that is called so comes first. `$2` is
    /// `$1` as a pattern.
    pub fn beginning(folded: &str, pattern: &str) -> Vec<(GroupId, String)> {
        "select id, name from groups where name_folded = $1 or name_folded like $2
         order by case when name_folded = $1 then 0 else 1 end, name_folded, id limit 2"
    }

    /// The groups that a person is in.
    pub fn of_person(person: PersonId) -> Vec<OwnGroup> {
        "select g.id, g.name, g.side, g.state, m.role
         from memberships m join groups g on g.id = m.group_id
         where m.person_id = $1 order by g.name_folded, g.id"
    }

    /// The names of the first so many, in their order.
    pub fn names(limit: i64) -> Vec<(GroupId, String)> {
        "select id, name from groups order by name_folded, id limit $1"
    }

    /// The name of the group that is called so.
    pub fn name_called(folded: &str) -> Option<String> {
        "select name from groups where name_folded = $1 order by id limit 1"
    }

    pub fn name_of(id: GroupId) -> Option<String> {
        "select name from groups where id = $1"
    }

    pub fn updated_at(id: GroupId) -> Option<Timestamp> {
        "select updated_at from groups where id = $1"
    }

    pub fn set_updated(id: GroupId, at: Timestamp) -> Changed {
        "update groups set updated_at = $2 where id = $1"
    }

    pub fn insert_change(group: GroupId, import: ImportId, field: Told, old: &str, new: &str, updated_before: Timestamp, now: Timestamp) -> Changed {
        "insert into group_changes (group_id, import_id, field, old_text, new_text, updated_before, at)
         values ($1, $2, $3, $4, $5, $6, $7)"
    }

    pub fn changes_of_import(import: ImportId) -> Vec<Overwritten> {
        "select group_id, field, old_text, new_text, updated_before, at
         from group_changes where import_id = $1 order by group_id, id"
    }

    pub fn delete_changes(import: ImportId) -> Changed {
        "delete from group_changes where import_id = $1"
    }

    pub fn sweep_changes(before: Timestamp) -> Changed {
        "delete from group_changes where at < $1"
    }

    pub fn set_locale(id: GroupId, locale: &str) -> Changed {
        "update groups set locale = $2 where id = $1"
    }

    pub fn set_state(id: GroupId, state: GroupState, now: Timestamp) -> Changed {
        "update groups set state = $2, updated_at = $3 where id = $1 and state <> $2"
    }

    /// Somebody is here for it now.
    pub fn came_in(id: GroupId, now: Timestamp) -> Changed {
        "update groups set state = 'in', joined_at = coalesce(joined_at, $2), updated_at = $2
         where id = $1 and state <> 'in' and rested_at is null"
    }

    /// Somebody was asked to come for it; one that is in stays so.
    pub fn invited(id: GroupId, now: Timestamp) -> Changed {
        "update groups set state = 'invited', updated_at = $2 where id = $1 and state = 'listed'"
    }

    /// The names of citizen groups that are in, those that came first.
    pub fn citizen_groups_in(limit: i64) -> Vec<String> {
        "select name from groups where state = 'in' and side = 'citizens' order by joined_at, id limit $1"
    }

    pub fn links_of(group: GroupId) -> Vec<Link> {
        "select kind, label, url from group_links where group_id = $1 order by position, id"
    }

    pub fn insert_link(group: GroupId, kind: LinkKind, label: &str, url: &str, position: i64) -> Changed {
        "insert into group_links (group_id, kind, label, url, position) values ($1, $2, $3, $4, $5)"
    }

    pub fn delete_links(group: GroupId) -> Changed {
        "delete from group_links where group_id = $1"
    }

    /// Takes back the groups of a list that nobody has touched since: still as they came, nobody in them and
    /// nobody asked.
    pub fn delete_untouched(import: ImportId) -> Vec<GroupId> {
        "delete from groups
         where import_id = $1 and state = 'listed' and updated_at = created_at
           and not exists (select 1 from memberships m where m.group_id = groups.id)
           and not exists (select 1 from group_changes h where h.group_id = groups.id)
           and not exists (select 1 from invitations i where i.group_id = groups.id)
           and not exists (select 1 from claims k where k.group_id = groups.id)
         returning id"
    }

    /// Those of a list that have an address and were never asked.
    pub fn addressed_of_import(import: ImportId) -> Vec<Addressed> {
        "select id, name, contact_name, email, locale from groups
         where import_id = $1 and state = 'listed' and email <> '' order by name_folded, id"
    }

    /// The groups of a list that are here.
    pub fn of_import(import: ImportId) -> Vec<Entry> {
        "select id, side, sector_id, name, name_folded, substr(purpose, 1, 240) as purpose, locale, state
         from groups where import_id = $1"
    }
}
