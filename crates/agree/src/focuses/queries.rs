//! What is asked of focuses.

use super::{Focus, FocusId, FocusState};
use crate::decisions::DecisionId;
use crate::focuses::focus::Closure;
use crate::needs::NeedId;
use db::{Changed, Conn, Engine, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId};

/// Whoever takes or frees a place holds all of them until the end of the transaction, so that two at
/// once can't both take the last one. On SQLite there is but one writer.
pub fn hold_places(c: &mut Conn) -> db::Result<()> {
    match c.engine() {
        Engine::Sqlite => Ok(()),
        Engine::Postgres => lock_places(c).map(drop),
    }
}

db::query! {
    #[only(postgres)]
    fn lock_places() -> One<bool> {
        "select true from community where id = 1 for update"
    }

    pub fn insert(title: &str, body: &str, html: &str, locale: &str, person: PersonId, group: Option<GroupId>, now: Timestamp, term_months: i64, key: Option<&str>) -> One<FocusId> {
        "insert into focuses (title, body, html, locale, person_id, group_id, proposed_at, state, term_months, idempotency_key)
         values ($1, $2, $3, $4, $5, $6, $7, 'proposed', $8, $9) returning id"
    }

    pub fn by_key(key: &str) -> Option<FocusId> {
        "select id from focuses where idempotency_key = $1"
    }

    pub fn by_id(id: FocusId) -> Option<Focus> {
        "select id, title, body, html, locale, person_id, group_id, proposed_at, state, adopted_at, until_day,
                term_months, provisional, decision_id
         from focuses where id = $1"
    }

    pub fn title(id: FocusId) -> Option<String> {
        "select title from focuses where id = $1"
    }

    pub fn is_active(id: FocusId) -> One<bool> {
        "select exists (select 1 from focuses where id = $1 and state = 'active')"
    }

    /// The focuses that are active now, the oldest first.
    pub fn active() -> Vec<Focus> {
        "select id, title, body, html, locale, person_id, group_id, proposed_at, state, adopted_at, until_day,
                term_months, provisional, decision_id
         from focuses where state = 'active' order by adopted_at, id limit 50"
    }

    /// Proposed ones, the newest first; those that wait for a place among them.
    pub fn proposed() -> Vec<Focus> {
        "select id, title, body, html, locale, person_id, group_id, proposed_at, state, adopted_at, until_day,
                term_months, provisional, decision_id
         from focuses where state = 'proposed' order by id desc limit 100"
    }

    pub fn closed() -> Vec<Focus> {
        "select id, title, body, html, locale, person_id, group_id, proposed_at, state, adopted_at, until_day,
                term_months, provisional, decision_id
         from focuses where state = 'closed' order by id desc limit 100"
    }

    /// The focuses that came of a need.
    pub fn of_need(need: NeedId) -> Vec<Focus> {
        "select f.id, f.title, f.body, f.html, f.locale, f.person_id, f.group_id, f.proposed_at, f.state, f.adopted_at,
                f.until_day, f.term_months, f.provisional, f.decision_id
         from focus_needs n join focuses f on f.id = n.focus_id where n.need_id = $1 order by f.id desc limit 20"
    }

    pub fn all_titles() -> Vec<(FocusId, String, String)> {
        "select id, title, locale from focuses order by id desc limit 1000"
    }

    pub fn count_active() -> One<i64> {
        "select count(*) from focuses where state = 'active'"
    }

    /// The focus that has waited longest for a place.
    pub fn next_waiting() -> Option<Focus> {
        "select id, title, body, html, locale, person_id, group_id, proposed_at, state, adopted_at, until_day,
                term_months, provisional, decision_id
         from focuses where state = 'proposed' and adopted_at is not null order by adopted_at, id limit 1"
    }

    /// The active ones whose term ended before this day.
    pub fn over_before(day: &str) -> Vec<Focus> {
        "select id, title, body, html, locale, person_id, group_id, proposed_at, state, adopted_at, until_day,
                term_months, provisional, decision_id
         from focuses where state = 'active' and until_day < $1 order by until_day, id limit 50"
    }

    pub fn update(id: FocusId, title: &str, body: &str, html: &str, locale: &str, term_months: i64) -> Changed {
        "update focuses set title = $2, body = $3, html = $4, locale = $5, term_months = $6 where id = $1"
    }

    pub fn adopt(id: FocusId, decision: DecisionId, now: Timestamp, provisional: bool) -> Changed {
        "update focuses set adopted_at = $3, decision_id = $2, provisional = $4
         where id = $1 and state = 'proposed' and adopted_at is null"
    }

    pub fn start(id: FocusId, until_day: &str) -> Changed {
        "update focuses set state = 'active', until_day = $2 where id = $1"
    }

    pub fn set_state(id: FocusId, state: FocusState) -> Changed {
        "update focuses set state = $2 where id = $1"
    }

    /// Back among the proposals, as if it had never been adopted; its closures and decisions remember.
    pub fn propose_again(id: FocusId) -> Changed {
        "update focuses set state = 'proposed', adopted_at = null, until_day = null, decision_id = null,
                provisional = false
         where id = $1"
    }

    pub fn insert_closure(id: FocusId, now: Timestamp, why: &str, locale: &str, by: Option<PersonId>, group: Option<GroupId>, decision: Option<DecisionId>) -> Changed {
        "insert into focus_closures (focus_id, at, why, locale, person_id, group_id, decision_id)
         values ($1, $2, $3, $4, $5, $6, $7)"
    }

    pub fn last_closure(id: FocusId) -> Option<Closure> {
        "select at, why, locale, person_id, decision_id from focus_closures
         where focus_id = $1 and reopened_at is null order by id desc limit 1"
    }

    pub fn mark_reopened(id: FocusId, now: Timestamp, by: PersonId) -> Changed {
        "update focus_closures set reopened_at = $2, reopened_by = $3 where focus_id = $1 and reopened_at is null"
    }

    pub fn add_need(id: FocusId, need: NeedId) -> Changed {
        "insert into focus_needs (focus_id, need_id) values ($1, $2)"
    }

    pub fn needs_of(id: FocusId) -> Vec<NeedId> {
        "select need_id from focus_needs where focus_id = $1 order by need_id limit 50"
    }

    /// What was adopted so far is provisional from now on, until both sides have ratified it.
    pub fn mark_provisional() -> Changed {
        "update focuses set provisional = true where adopted_at is not null and state <> 'closed'"
    }
}
