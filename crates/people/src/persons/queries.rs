//! What is asked of the table of persons.

use super::Person;
use db::{Changed, One};
use jiff::Timestamp;
use kit::{PersonId, Role};

db::query! {
    pub fn insert(name: &str, folded: &str, email: &str, role: Role, in_circle: bool, now: Timestamp) -> One<PersonId> {
        "insert into persons (name, name_folded, email, role, in_circle, joined_at, seen_at)
         values ($1, $2, $3, $4, $5, $6, $6) returning id"
    }

    pub fn update(id: PersonId, name: &str, folded: &str, locale: Option<&str>) -> Changed {
        "update persons set name = $2, name_folded = $3, locale = $4 where id = $1"
    }

    pub fn set_email(id: PersonId, email: &str) -> Changed {
        "update persons set email = $2 where id = $1"
    }

    pub fn saw(id: PersonId, now: Timestamp) -> Changed {
        "update persons set seen_at = $2 where id = $1"
    }

    pub fn by_id(id: PersonId) -> Option<Person> {
        "select id, name, email, role, in_circle, locale, joined_at
         from persons where id = $1 and left_at is null"
    }

    pub fn by_email(email: &str) -> Option<Person> {
        "select id, name, email, role, in_circle, locale, joined_at
         from persons where email = $1 and left_at is null"
    }

    pub fn set_locale(id: PersonId, locale: &str) -> Changed {
        "update persons set locale = $2 where id = $1"
    }

    pub fn set_role(id: PersonId, role: Role) -> Changed {
        "update persons set role = $2, second_step_due = null where id = $1"
    }

    /// Until when somebody may go without a second step.
    pub fn set_second_step_due(id: PersonId, due: Timestamp) -> Changed {
        "update persons set second_step_due = $2 where id = $1"
    }

    pub fn set_in_circle(id: PersonId, in_circle: bool) -> Changed {
        "update persons set in_circle = $2 where id = $1"
    }

    pub fn count() -> One<i64> {
        "select count(*) from persons where left_at is null"
    }

    /// Guides and stewards.
    pub fn guides() -> Vec<PersonId> {
        "select id from persons where role in ('guide', 'steward') and left_at is null order by id"
    }
}
