//! What is asked of the results.

use super::result::{Outcome, ResultId};
use crate::initiatives::InitiativeId;
use crate::promises::PromiseId;
use jiff::Timestamp;
use kit::{GroupId, PersonId};

macro_rules! results {
    ($rest:literal) => {
        concat!(
            "select r.id, r.initiative_id, i.title as initiative, i.locale as initiative_locale, r.title, r.html, r.amount, r.unit, r.link, r.locale,
                    coalesce(g.name, p.name) as by_name, coalesce(g.side, 'citizens') as side, r.at
             from results r join initiatives i on i.id = r.initiative_id
             join persons p on p.id = r.person_id left join groups g on g.id = r.group_id ",
            $rest
        )
    };
}

db::query! {
    /// Nothing where the key is known.
    pub fn insert(initiative: InitiativeId, promise: Option<PromiseId>, title: &str, body: &str, html: &str, amount: Option<f64>, unit: &str, link: &str, locale: &str, person: PersonId, group: Option<GroupId>, now: Timestamp, key: Option<&str>) -> Option<ResultId> {
        "insert into results (initiative_id, promise_id, title, body, html, amount, unit, link, locale, person_id, group_id, at, idempotency_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         on conflict (idempotency_key) do nothing returning id"
    }

    pub fn by_key(key: &str) -> Option<ResultId> {
        "select id from results where idempotency_key = $1"
    }

    pub fn of_initiative(initiative: InitiativeId) -> Vec<Outcome> {
        results!("where r.initiative_id = $1 order by r.id desc limit 100")
    }

    /// The newest results, older than `before` where that isn't 0.
    pub fn newest(before: i64, most: i64) -> Vec<Outcome> {
        results!("where ($1 = 0 or r.id < $1) order by r.id desc limit $2")
    }
}
