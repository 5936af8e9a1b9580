//! What is asked of the promises.

use super::promise::{Move, Promise, PromiseId, PromiseState};
use crate::initiatives::InitiativeId;
use db::Changed;
use jiff::Timestamp;
use kit::{GroupId, PersonId};

macro_rules! promises {
    ($rest:literal) => {
        concat!(
            "select r.id, r.initiative_id, r.what, r.locale, r.person_id, r.group_id, coalesce(g.name, p.name) as owner,
                    coalesce(g.side, 'citizens') as side, r.due_on, r.made_at, r.state, r.ended_at, r.note, r.note_locale,
                    (select count(*) from promise_moves m where m.promise_id = r.id) as moves
             from promises r join persons p on p.id = r.person_id left join groups g on g.id = r.group_id ",
            $rest
        )
    };
}

db::query! {
    /// Nothing where the key is known.
    pub fn insert(initiative: InitiativeId, what: &str, locale: &str, person: PersonId, group: Option<GroupId>, due: &str, now: Timestamp, key: Option<&str>) -> Option<PromiseId> {
        "insert into promises (initiative_id, what, locale, person_id, group_id, due_on, made_at, idempotency_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (idempotency_key) do nothing returning id"
    }

    pub fn by_key(key: &str) -> Option<PromiseId> {
        "select id from promises where idempotency_key = $1"
    }

    pub fn by_id(id: PromiseId) -> Option<Promise> {
        promises!("where r.id = $1")
    }

    /// The open ones first, by day; then what has ended, the latest first.
    pub fn of_initiative(initiative: InitiativeId) -> Vec<Promise> {
        promises!(
            "where r.initiative_id = $1
             order by r.state <> 'open', case when r.state = 'open' then r.due_on end, r.ended_at desc, r.id desc
             limit 200"
        )
    }

    /// What a person has promised, themselves or for a group that they represent, and is still open.
    pub fn due_of(person: PersonId, most: i64) -> Vec<Promise> {
        promises!(
            "where r.state = 'open'
               and ((r.group_id is null and r.person_id = $1)
                    or r.group_id in (select s.group_id from memberships s
                                      where s.person_id = $1 and s.role = 'representative'))
             order by r.due_on, r.id limit $2"
        )
    }

    /// The moves of all promises of an initiative, the latest first.
    pub fn moves_of(initiative: InitiativeId) -> Vec<Move> {
        "select m.promise_id, m.from_day, m.reason, m.locale, m.at
         from promises r join promise_moves m on m.promise_id = r.id
         where r.initiative_id = $1 order by m.id desc limit 200"
    }

    pub fn end(id: PromiseId, state: PromiseState, note: &str, locale: &str, by: PersonId, now: Timestamp) -> Changed {
        "update promises set state = $2, note = $3, note_locale = $4, ended_by = $5, ended_at = $6 where id = $1 and state = 'open'"
    }

    pub fn move_to(id: PromiseId, due: &str) -> Changed {
        "update promises set due_on = $2 where id = $1 and state = 'open' and due_on <> $2"
    }

    pub fn insert_move(id: PromiseId, from: &str, to: &str, reason: &str, locale: &str, by: PersonId, now: Timestamp) -> Changed {
        "insert into promise_moves (promise_id, from_day, to_day, reason, locale, person_id, at)
         values ($1, $2, $3, $4, $5, $6, $7)"
    }
}
