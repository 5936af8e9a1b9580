//! What is asked of the register and of what is said about it.

use super::likely::Open;
use super::relation::{Related, Relating, Relation};
use super::{Day, Item, ItemId, Listed};
use db::{Changed, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId};

db::query! {
    pub fn insert(title: &str, body: &str, html: &str, link: &str, locale: &str, on: Option<String>, until: Option<String>, person: PersonId, group: Option<GroupId>, now: Timestamp, key: Option<&str>) -> Option<ItemId> {
        "insert into agenda_items (title, body, html, link, locale, on_day, until_day, created_by, group_id, created_at,
                                   idempotency_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (idempotency_key) do nothing returning id"
    }

    pub fn update(id: ItemId, title: &str, body: &str, html: &str, link: &str, locale: &str, on: Option<String>, until: Option<String>) -> Changed {
        "update agenda_items
         set title = $2, body = $3, html = $4, link = $5, locale = $6, on_day = $7, until_day = $8
         where id = $1"
    }

    pub fn by_key(key: &str) -> One<ItemId> {
        "select id from agenda_items where idempotency_key = $1"
    }

    pub fn by_id(id: ItemId) -> One<Item> {
        "select i.id, i.title, i.body, i.html, i.link, i.locale, i.on_day, i.until_day,
                coalesce(g.name, p.name) as by_name, i.created_at, i.closed_at, i.outcome, i.outcome_locale
         from agenda_items i
         left join persons p on p.id = i.created_by
         left join groups g on g.id = i.group_id
         where i.id = $1"
    }

    /// What comes, by day; what has no day yet stands at the end.
    pub fn upcoming(today: &str) -> Vec<Listed> {
        "select i.id, i.title, i.locale, i.on_day, i.until_day, i.closed_at, i.outcome, i.outcome_locale,
                (select count(*) from agenda_relations r where r.item_id = i.id) as relations
         from agenda_items i
         where i.closed_at is null and (i.on_day is null or coalesce(i.until_day, i.on_day) >= $1)
         order by coalesce(i.on_day, '9999-12-31'), i.id limit 200"
    }

    /// What is over or off the table, the latest first, from before this day and id on.
    pub fn past(today: &str, before: &str, before_id: ItemId, limit: i64) -> Vec<Listed> {
        "select i.id, i.title, i.locale, i.on_day, i.until_day, i.closed_at, i.outcome, i.outcome_locale,
                (select count(*) from agenda_relations r where r.item_id = i.id) as relations
         from agenda_items i
         where (i.closed_at is not null or coalesce(i.until_day, i.on_day) < $1)
           and (coalesce(i.on_day, ''), i.id) < ($2, $3)
         order by coalesce(i.on_day, '') desc, i.id desc limit $4"
    }

    pub fn close(id: ItemId, now: Timestamp, by: PersonId, outcome: &str, locale: &str) -> Changed {
        "update agenda_items set closed_at = $2, closed_by = $3, outcome = $4, outcome_locale = $5 where id = $1 and closed_at is null"
    }

    pub fn reopen(id: ItemId) -> Changed {
        "update agenda_items set closed_at = null, closed_by = null, outcome = '' where id = $1 and closed_at is not null"
    }

    /// What is still on the table, the newest first.
    pub fn open_items() -> Vec<Open> {
        "select id, title, locale, on_day from agenda_items where closed_at is null order by id desc limit 500"
    }

    /// The titles and days that the register has: what a list brings again is told.
    pub fn titles_and_days() -> Vec<(String, Option<Day>)> {
        "select title, on_day from agenda_items order by id desc limit 2000"
    }

    pub fn put_relation(item: ItemId, kind: &str, subject: i64, relation: Relation, note: &str, locale: &str, person: PersonId, group: Option<GroupId>, now: Timestamp) -> Changed {
        "insert into agenda_relations (item_id, subject_kind, subject_id, relation, note, locale, person_id, group_id, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (item_id, subject_kind, subject_id) do update
         set relation = excluded.relation, note = excluded.note, locale = excluded.locale, person_id = excluded.person_id,
             group_id = excluded.group_id, at = excluded.at"
    }

    /// How a need, focus or initiative relates to items.
    pub fn of_subject(kind: &str, subject: i64) -> Vec<Related> {
        "select r.item_id, i.title, i.locale, i.on_day, r.relation, r.note, r.locale as note_locale, coalesce(g.name, p.name) as voice,
                coalesce(g.side, 'citizens') as side, r.at
         from agenda_relations r
         join agenda_items i on i.id = r.item_id
         join persons p on p.id = r.person_id
         left join groups g on g.id = r.group_id
         where r.subject_kind = $1 and r.subject_id = $2
         order by r.id limit 100"
    }

    /// What relates to an item, and how.
    pub fn of_item(item: ItemId) -> Vec<Relating> {
        "select r.subject_kind, r.subject_id, r.relation, r.note, r.locale as note_locale, coalesce(g.name, p.name) as voice,
                coalesce(g.side, 'citizens') as side, r.at
         from agenda_relations r
         join persons p on p.id = r.person_id
         left join groups g on g.id = r.group_id
         where r.item_id = $1
         order by r.id limit 200"
    }

    /// What was said for one subject holds for another, where that has said nothing of the item itself.
    pub fn hand_relations_on(kind: &str, from: i64, to: i64) -> Changed {
        "update agenda_relations set subject_id = $3
         where subject_kind = $1 and subject_id = $2
           and item_id not in (select o.item_id from agenda_relations o where o.subject_kind = $1 and o.subject_id = $3)"
    }
}
