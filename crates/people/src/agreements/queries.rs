//! What is asked of the tables of agreements.

use super::agreement::{Text, Version};
use db::Changed;
use jiff::Timestamp;
use kit::PersonId;

macro_rules! versions {
    ($rest:literal) => {
        concat!(
            "select v.number, p.name as by_name, v.at, v.note, v.locale, v.due_at
             from agreement_versions v join persons p on p.id = v.person_id ",
            $rest
        )
    };
}

db::query! {
    pub fn newest_number() -> Option<i64> {
        "select number from agreement_versions order by number desc limit 1"
    }

    pub fn by_number(number: i64) -> Option<Version> {
        versions!("where v.number = $1")
    }

    pub fn newest(limit: i64) -> Vec<Version> {
        versions!("order by v.number desc limit $1")
    }

    /// Those after one, the newest first.
    pub fn since(number: i64, limit: i64) -> Vec<Version> {
        versions!("where v.number > $1 order by v.number desc limit $2")
    }

    /// In each language that it is written in, the community's first one first.
    pub fn texts(number: i64) -> Vec<Text> {
        "select locale, body, html from agreement_texts where number = $1 order by position, locale"
    }

    /// Nothing where somebody else has just written this number.
    pub fn insert(number: i64, person: PersonId, now: Timestamp, note: &str, locale: &str, due: Option<Timestamp>) -> Option<i64> {
        "insert into agreement_versions (number, person_id, at, note, locale, due_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (number) do nothing returning number"
    }

    pub fn insert_text(number: i64, locale: &str, position: i64, body: &str, html: &str) -> Changed {
        "insert into agreement_texts (number, locale, position, body, html) values ($1, $2, $3, $4, $5)"
    }

    /// The newest version that somebody has accepted.
    pub fn accepted(person: PersonId) -> Option<i64> {
        "select number from agreement_acceptances where person_id = $1 order by number desc limit 1"
    }

    pub fn accept(person: PersonId, number: i64, now: Timestamp) -> Changed {
        "insert into agreement_acceptances (person_id, number, at) values ($1, $2, $3)
         on conflict (person_id, number) do nothing"
    }

    /// Who has left has accepted nothing.
    pub fn forget(person: PersonId) -> Changed {
        "delete from agreement_acceptances where person_id = $1"
    }
}
