//! What is asked of the charter's versions and sections.

use super::version::{Section, Version};
use db::Changed;
use jiff::Timestamp;
use kit::{GroupId, PersonId};

macro_rules! versions {
    ($rest:literal) => {
        concat!(
            "select v.id, v.number, v.summary, p.name as by_name, v.at, v.provisional, v.ratified_at, v.decision_id, v.locale
             from charter_versions v join persons p on p.id = v.person_id ",
            $rest
        )
    };
}

db::query! {
    pub fn current_number() -> Option<i64> {
        "select number from charter_versions order by number desc limit 1"
    }

    pub fn current() -> Option<Version> {
        versions!("order by v.number desc limit 1")
    }

    pub fn by_id(id: i64) -> Option<Version> {
        versions!("where v.id = $1")
    }

    pub fn newest_versions() -> Vec<Version> {
        versions!("order by v.number desc limit 50")
    }

    pub fn by_number(number: i64) -> Option<Version> {
        versions!("where v.number = $1")
    }

    pub fn sections(version: i64) -> Vec<Section> {
        "select title, body, html from charter_sections where version_id = $1 order by position"
    }

    /// Nothing where somebody else has just written this number.
    pub fn insert_version(number: i64, summary: &str, locale: &str, person: PersonId, group: Option<GroupId>, at: Timestamp) -> Option<i64> {
        "insert into charter_versions (number, summary, locale, person_id, group_id, at, provisional)
         values ($1, $2, $3, $4, $5, $6, true) on conflict (number) do nothing returning id"
    }

    pub fn insert_section(version: i64, position: i64, title: &str, body: &str, html: &str) -> Changed {
        "insert into charter_sections (version_id, position, title, body, html) values ($1, $2, $3, $4, $5)"
    }

    pub fn set_decision(version: i64, decision: i64) -> Changed {
        "update charter_versions set decision_id = $2 where id = $1"
    }

    pub fn ratify(version: i64, now: Timestamp) -> Changed {
        "update charter_versions set provisional = false, ratified_at = $2 where id = $1"
    }

    pub fn unratify(version: i64) -> Changed {
        "update charter_versions set provisional = true, ratified_at = null where id = $1"
    }
}
