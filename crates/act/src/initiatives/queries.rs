//! What is asked of initiatives and of who carries them.

use super::initiative::{Carrier, Initiative, InitiativeId};
use agree::focuses::FocusId;
use db::{Changed, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId};

db::row! {
    /// An initiative as lists show it, with the days on which its health depends.
    #[derive(Debug, Clone)]
    pub struct Overview {
        pub id: InitiativeId,
        pub focus_id: FocusId,
        pub title: String,
        pub locale: String,
        pub started_at: Option<Timestamp>,
        pub closed_at: Option<Timestamp>,
        pub news_at: Timestamp,
        pub warned_at: Option<Timestamp>,
        /// When somebody last wrote in one of its threads.
        pub post_at: Option<Timestamp>,
        pub next_due: Option<String>,
        pub next_what: Option<String>,
        pub next_locale: Option<String>,
        /// The last day by which something was promised and did not end.
        pub last_due: Option<String>,
        pub last_ended_at: Option<Timestamp>,
        pub kept: i64,
        /// One a line: voice, side, sector, name, with slashes between.
        pub carriers: Option<String>,
    }
}

db::query! {
    /// Nothing where the key is known.
    pub fn insert(focus: FocusId, title: &str, aim: &str, html: &str, locale: &str, person: PersonId, group: Option<GroupId>, now: Timestamp, key: Option<&str>) -> Option<InitiativeId> {
        "insert into initiatives (focus_id, title, aim, html, locale, person_id, group_id, created_at, news_at, idempotency_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)
         on conflict (idempotency_key) do nothing returning id"
    }

    pub fn by_key(key: &str) -> Option<InitiativeId> {
        "select id from initiatives where idempotency_key = $1"
    }

    pub fn by_id(id: InitiativeId) -> Option<Initiative> {
        "select id, focus_id, title, aim, html, locale, person_id, created_at, started_at, closed_at, closing_note,
                closing_locale
         from initiatives where id = $1"
    }

    /// Initiatives are few, so their titles are read at once and the wanted ones kept.
    pub fn titles() -> Vec<(InitiativeId, String, String)> {
        "select id, title, locale from initiatives order by id desc limit 1000"
    }

    pub fn update(id: InitiativeId, title: &str, aim: &str, html: &str, locale: &str) -> Changed {
        "update initiatives set title = $2, aim = $3, html = $4, locale = $5 where id = $1"
    }

    /// Starting is news.
    pub fn start(id: InitiativeId, now: Timestamp) -> Changed {
        "update initiatives set started_at = $2, news_at = $2
         where id = $1 and started_at is null and closed_at is null"
    }

    pub fn close(id: InitiativeId, note: &str, locale: &str, now: Timestamp) -> Changed {
        "update initiatives set closed_at = $4, closing_note = $2, closing_locale = $3 where id = $1 and closed_at is null"
    }

    /// Something happened in it.
    pub fn news(id: InitiativeId, now: Timestamp) -> Changed {
        "update initiatives set news_at = $2, warned_at = null where id = $1"
    }

    /// Those who carry it were told that it fades.
    pub fn warned(id: InitiativeId, now: Timestamp) -> Changed {
        "update initiatives set warned_at = $2 where id = $1"
    }

    /// How many of a focus are under way.
    pub fn under_way(focus: FocusId) -> One<i64> {
        "select count(*) from initiatives
         where focus_id = $1 and started_at is not null and closed_at is null"
    }

    /// The drafts of a focus, the oldest first.
    pub fn drafts_of(focus: FocusId) -> Vec<InitiativeId> {
        "select id from initiatives where focus_id = $1 and started_at is null and closed_at is null
         order by id limit 50"
    }

    pub fn carriers(id: InitiativeId) -> Vec<Carrier> {
        "select k.voice, coalesce(g.name, p.name) as name, coalesce(g.side, 'citizens') as side, g.sector_id
         from initiative_carriers k
         join persons p on p.id = k.person_id left join groups g on g.id = k.group_id
         where k.initiative_id = $1 order by k.group_id is null, k.at, k.voice limit 200"
    }

    pub fn carry(id: InitiativeId, voice: &str, person: PersonId, group: Option<GroupId>, now: Timestamp) -> Changed {
        "insert into initiative_carriers (initiative_id, voice, person_id, group_id, at)
         values ($1, $2, $3, $4, $5) on conflict do nothing"
    }

    pub fn put_down(id: InitiativeId, voice: &str) -> Changed {
        "delete from initiative_carriers where initiative_id = $1 and voice = $2"
    }

    /// All initiatives, or those of one focus (`$2`), or one alone (`$3`), where these are not 0, with
    /// what their health depends on. `today` as in `promises.due_on`.
    pub fn overview(today: &str, focus: i64, id: i64) -> Vec<Overview> {
        concat!(
            "select i.id, i.focus_id, i.title, i.locale, i.started_at, i.closed_at, i.news_at, i.warned_at, ",
            forum::last_post_of!("initiative", "i.id"),
            " as post_at,
                n.due_on as next_due, n.what as next_what, n.locale as next_locale,
                (select max(p.due_on) from promises p
                 where p.initiative_id = i.id and p.state = 'open' and p.due_on < $1) as last_due,
                (select max(p.ended_at) from promises p where p.initiative_id = i.id) as last_ended_at,
                (select count(*) from promises p where p.initiative_id = i.id and p.state = 'kept') as kept,
                (select string_agg(k.voice || '/' || coalesce(g.side, 'citizens') || '/'
                                   || coalesce(cast(g.sector_id as text), '') || '/' || coalesce(g.name, p.name), '\n'
                                   order by k.group_id is null, k.at, k.voice)
                 from initiative_carriers k
                 join persons p on p.id = k.person_id left join groups g on g.id = k.group_id
                 where k.initiative_id = i.id) as carriers
         from initiatives i
         left join promises n on n.id = (select p.id from promises p
                                         where p.initiative_id = i.id and p.state = 'open' and p.due_on >= $1
                                         order by p.due_on, p.id limit 1)
         where ($2 = 0 or i.focus_id = $2) and ($3 = 0 or i.id = $3)
         order by i.closed_at is not null, i.id desc limit 100"
        )
    }
}
