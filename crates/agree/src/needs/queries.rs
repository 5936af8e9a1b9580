//! What is asked of needs and of those who share them.

use super::listing::Listed;
use super::merge::Merged;
use super::support::{SectorCount, Support};
use super::{Need, NeedId};
use db::{Changed, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId};

db::query! {
    pub fn insert(title: &str, body: &str, html: &str, for_whom: &str, locale: &str, person: PersonId, group: Option<GroupId>, now: Timestamp, key: Option<&str>) -> Option<NeedId> {
        "insert into needs (title, body, html, for_whom, locale, person_id, group_id, created_at, idempotency_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (idempotency_key) do nothing returning id"
    }

    pub fn by_key(key: &str) -> Option<NeedId> {
        "select id from needs where idempotency_key = $1"
    }

    /// A need, merged or not.
    pub fn by_id(id: NeedId) -> One<Need> {
        "select n.id, n.title, n.body, n.html, n.for_whom, n.locale, n.person_id, n.group_id,
                coalesce(g.name, p.name) as voice, coalesce(g.side, 'citizens') as side, n.created_at, n.edited_at,
                n.merged_into, n.supporters, n.organisations
         from needs n
         join persons p on p.id = n.person_id
         left join groups g on g.id = n.group_id
         where n.id = $1"
    }

    pub fn update(id: NeedId, title: &str, body: &str, html: &str, for_whom: &str, locale: &str, now: Timestamp) -> Changed {
        "update needs set title = $2, body = $3, html = $4, for_whom = $5, locale = $6, edited_at = $7 where id = $1"
    }

    /// The needs that are open, the most shared first, from after this place on. Empty and 0 ask for all:
    /// a side or a sector that shares it, a person who does (alone or for a group), the ids `,3,5,`.
    pub fn listed(side: &str, sector: i64, person: i64, ids: &str, after_supporters: i64, after_id: i64, limit: i64) -> Vec<Listed> {
        "select n.id, n.title, substr(n.body, 1, 400) as body, n.for_whom, n.locale, n.supporters, n.organisations
         from needs n
         where n.merged_into is null
           and ($1 = '' or ($1 = 'organisations' and n.organisations > 0)
                        or ($1 = 'citizens' and n.supporters > n.organisations))
           and (cast($2 as bigint) = 0
                or exists (select 1 from need_supports s join groups g on g.id = s.group_id
                           where s.need_id = n.id and g.sector_id = $2))
           and (cast($3 as bigint) = 0
                or exists (select 1 from need_supports s
                           where s.need_id = n.id
                             and ((s.person_id = $3 and s.group_id is null)
                                  or s.group_id in (select m.group_id from memberships m
                                                    where m.person_id = $3 and m.role = 'representative'))))
           and ($4 = '' or $4 like '%,' || cast(n.id as text) || ',%')
           and (n.supporters, n.id) < ($5, $6)
         order by n.supporters desc, n.id desc limit $7"
    }

    pub fn count_open() -> One<i64> {
        "select count(*) from needs where merged_into is null"
    }

    /// What is named here, as a background for likeness.
    pub fn newest_titles() -> Vec<String> {
        "select title from needs where merged_into is null order by id desc limit 300"
    }

    #[only(sqlite)]
    pub fn titles_sqlite(ids: &str) -> Vec<(NeedId, String, String)> {
        "select id, title, locale from needs where id in (select value from json_each($1))"
    }

    #[only(postgres)]
    pub fn titles_postgres(ids: &str) -> Vec<(NeedId, String, String)> {
        "select id, title, locale from needs
         where id in (select cast(value as bigint) from jsonb_array_elements_text(cast($1 as jsonb)))"
    }

    pub fn insert_support(need: NeedId, voice: &str, person: PersonId, group: Option<GroupId>, note: &str, locale: &str, now: Timestamp) -> Changed {
        "insert into need_supports (need_id, voice, person_id, group_id, note, locale, at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (need_id, voice) do nothing"
    }

    pub fn set_note(need: NeedId, voice: &str, note: &str, locale: &str) -> Changed {
        "update need_supports set note = $3, locale = $4 where need_id = $1 and voice = $2"
    }

    pub fn remove_support(need: NeedId, voice: &str) -> Changed {
        "delete from need_supports where need_id = $1 and voice = $2"
    }

    /// Counts those who share a need again.
    pub fn recount(need: NeedId) -> Changed {
        "update needs
         set supporters = (select count(*) from need_supports s where s.need_id = $1),
             organisations = (select count(*) from need_supports s join groups g on g.id = s.group_id
                              where s.need_id = $1 and g.side = 'organisations')
         where id = $1"
    }

    /// Who shares a need: one's own voices first, then in the order of joining.
    pub fn supports(need: NeedId, person: i64, limit: i64) -> Vec<Support> {
        "select s.voice, coalesce(g.name, p.name) as name, s.group_id, coalesce(g.side, 'citizens') as side,
                g.sector_id, s.note, s.locale, s.at,
                (s.group_id is null and s.person_id = $2)
                or (s.group_id is not null and s.group_id in (select m.group_id from memberships m
                        where m.person_id = $2 and m.role = 'representative')) as is_mine
         from need_supports s
         join persons p on p.id = s.person_id
         left join groups g on g.id = s.group_id
         where s.need_id = $1
         order by is_mine desc, s.at, s.voice limit $3"
    }

    /// How many organisations of each sector share a need.
    pub fn sectors_of(need: NeedId) -> Vec<SectorCount> {
        "select g.sector_id, count(*) as count
         from need_supports s join groups g on g.id = s.group_id
         where s.need_id = $1 and g.side = 'organisations' and g.sector_id is not null
         group by g.sector_id order by count(*) desc, g.sector_id"
    }

    /// How many others than this voice share a need.
    pub fn others_than(need: NeedId, voice: &str) -> One<i64> {
        "select count(*) from need_supports where need_id = $1 and voice <> $2"
    }

    /// All who share one need share another; who shares both keeps the earlier day.
    pub fn copy_supports(from: NeedId, to: NeedId) -> Changed {
        "insert into need_supports (need_id, voice, person_id, group_id, note, locale, at)
         select cast($2 as bigint), s.voice, s.person_id, s.group_id, s.note, s.locale, s.at from need_supports s where s.need_id = $1
         on conflict (need_id, voice) do update
         set at = case when excluded.at < need_supports.at then excluded.at else need_supports.at end,
             note = case when need_supports.note = '' then excluded.note else need_supports.note end,
             locale = case when need_supports.note = '' then excluded.locale else need_supports.locale end"
    }

    pub fn remove_supports(need: NeedId) -> Changed {
        "delete from need_supports where need_id = $1"
    }

    pub fn set_merged(need: NeedId, into: NeedId, now: Timestamp, by: PersonId) -> Changed {
        "update needs set merged_into = $2, merged_at = $3, merged_by = $4 where id = $1"
    }

    /// What was merged into a need goes with it, so that nobody is led from one to the next.
    pub fn hand_merged_on(from: NeedId, to: NeedId) -> Changed {
        "update needs set merged_into = $2 where merged_into = $1"
    }

    /// What became part of a need.
    pub fn merged_into(need: NeedId) -> Vec<Merged> {
        "select n.id, n.title, n.locale, n.merged_at, p.name as by_name, n.supporters
         from needs n left join persons p on p.id = n.merged_by
         where n.merged_into = $1
         order by n.merged_at, n.id limit 30"
    }
}
