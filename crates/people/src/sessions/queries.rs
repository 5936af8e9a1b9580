//! What is asked of the table of sessions.

use super::Session;
use db::Changed;
use jiff::Timestamp;
use kit::{PersonId, Role};

db::row! {
    /// Who a session's cookie belongs to, with all that the frame of a page shows of them.
    #[derive(Debug, Clone)]
    pub struct Identity {
        pub session: i64,
        pub seen_at: Timestamp,
        pub proven_at: Timestamp,
        pub id: PersonId,
        pub name: String,
        pub role: Role,
        pub in_circle: bool,
        pub locale: Option<String>,
        pub joined_at: Timestamp,
        pub unread: i64,
        /// They read but don't write until then.
        pub paused_until: Option<Timestamp>,
        /// A guide or steward who has set up no second step, nor a passkey.
        pub lacks_second_step: bool,
        pub second_step_due: Option<Timestamp>,
        /// By when they are to accept what the community has agreed on since they last did.
        pub agreements_due: Option<Timestamp>,
    }
}

db::query! {
    pub fn insert(hash: &[u8], id: i64, person: PersonId, device: &str, now: Timestamp, expires: Timestamp) -> Changed {
        "insert into sessions (token_hash, id, person_id, device, created_at, seen_at, proven_at, expires_at)
         values ($1, $2, $3, $4, $5, $5, $5, $6)"
    }

    /// The person behind a cookie, unless the session is over or the person has left or is blocked.
    pub fn identity(hash: &[u8], now: Timestamp) -> Option<Identity> {
        "select s.id as session, s.seen_at, s.proven_at, p.id, p.name, p.role, p.in_circle, p.locale, p.joined_at,
                (select count(*) from notifications n where n.person_id = p.id and n.read_at is null) as unread,
                b.until as paused_until,
                p.role <> 'member' and not exists (
                    select 1 from second_steps t where t.person_id = p.id and t.secret is not null
                ) and not exists (
                    select 1 from passkeys k where k.person_id = p.id and k.halted_at is null
                ) as lacks_second_step,
                p.second_step_due,
                (select min(v.due_at) from agreement_versions v
                 where v.number > coalesce(
                     (select max(a.number) from agreement_acceptances a where a.person_id = p.id), 0)
                ) as agreements_due
         from sessions s join persons p on p.id = s.person_id left join pauses b on b.person_id = p.id
         where s.token_hash = $1 and s.expires_at > $2 and p.left_at is null
           and (b.person_id is null or b.until is not null)"
    }

    /// In one statement, since it is done while a page is waited for: the chosen days are read along.
    pub fn touch(id: i64, now: Timestamp, sensible_days: i64) -> Changed {
        "update sessions set seen_at = $2,
                expires_at = cast($2 as bigint) + 86400000 * coalesce(
                    (select days from retention_periods where kind = 'sessions'), cast($3 as bigint))
         where id = $1"
    }

    /// Who holds a session showed that it is them: it goes on under another secret.
    pub fn prove(id: i64, hash: &[u8], now: Timestamp) -> Changed {
        "update sessions set token_hash = $2, proven_at = $3 where id = $1"
    }

    pub fn of_person(person: PersonId, now: Timestamp) -> Vec<Session> {
        "select id, device, created_at, seen_at from sessions
         where person_id = $1 and expires_at > $2 order by seen_at desc"
    }

    /// Ends one session of a person; nothing happens to anybody else's.
    pub fn end(id: i64, person: PersonId) -> Changed {
        "delete from sessions where id = $1 and person_id = $2"
    }

    /// Ends one session, whoever's it is; only for the browser that holds its secret.
    pub fn close(id: i64) -> Changed {
        "delete from sessions where id = $1"
    }

    pub fn end_others(person: PersonId, but: i64) -> Changed {
        "delete from sessions where person_id = $1 and id <> $2"
    }

    /// Takes away the sessions of a person that are over.
    pub fn sweep(person: PersonId, now: Timestamp) -> Changed {
        "delete from sessions where person_id = $1 and expires_at <= $2"
    }

    /// Those that nobody has used since a time.
    pub fn sweep_all(before: Timestamp) -> Changed {
        "delete from sessions where seen_at < $1"
    }

    pub fn end_all(person: PersonId) -> Changed {
        "delete from sessions where person_id = $1"
    }
}
