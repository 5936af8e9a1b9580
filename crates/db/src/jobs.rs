//! Work that must happen after a transaction, and only if it committed: a row beside the data that
//! causes it, claimed by a worker under a lease. A worker that dies loses its lease, not the job.

use crate::{Changed, Conn, Engine, One, Result};
use jiff::{SignedDuration, Timestamp};

crate::id!(JobId);

crate::row! {
    #[derive(Debug, Clone)]
    pub struct Job {
        pub id: JobId,
        pub kind: String,
        pub payload: String,
        pub attempts: i64,
    }
}

/// How long a worker may hold a job before another takes it.
const LEASE: SignedDuration = SignedDuration::from_mins(5);

/// After so many failures a job is given up and kept for the steward to see.
const ATTEMPTS: i64 = 12;

/// Adds a job, due at `run_at`.
pub fn enqueue(c: &mut Conn, kind: &str, payload: &serde_json::Value, run_at: Timestamp) -> Result<JobId> {
    insert(c, kind, &payload.to_string(), run_at)
}

/// Takes the job that has been due longest, if any.
pub fn claim(c: &mut Conn, now: Timestamp) -> Result<Option<Job>> {
    let until = now.saturating_add(LEASE).unwrap_or(now);
    match c.engine() {
        Engine::Sqlite => claim_sqlite(c, now, until),
        Engine::Postgres => claim_postgres(c, now, until),
    }
}

/// Ends a job that was done.
pub fn complete(c: &mut Conn, id: JobId) -> Result<()> {
    delete(c, id).map(drop)
}

/// Puts a job that failed back, later each time: after 1, 2, 4 … minutes, at most a day.
pub fn fail(c: &mut Conn, job: &Job, error: &str, now: Timestamp) -> Result<()> {
    if job.attempts >= ATTEMPTS {
        give_up(c, job.id, error, now)?;
        return Ok(());
    }
    let minutes = (1_i64 << job.attempts.clamp(1, 11).saturating_sub(1)).min(24 * 60);
    let later = now.saturating_add(SignedDuration::from_mins(minutes)).unwrap_or(now);
    postpone(c, job.id, error, later)?;
    Ok(())
}

crate::query! {
    fn insert(kind: &str, payload: &str, run_at: Timestamp) -> One<JobId> {
        "insert into jobs (kind, payload, run_at) values ($1, $2, $3) returning id"
    }

    #[only(sqlite)]
    fn claim_sqlite(now: Timestamp, until: Timestamp) -> Option<Job> {
        "update jobs set leased_until = $2, attempts = attempts + 1
         where id = (select id from jobs
                     where failed_at is null and run_at <= $1 and (leased_until is null or leased_until < $1)
                     order by run_at, id limit 1)
         returning id, kind, payload, attempts"
    }

    #[only(postgres)]
    fn claim_postgres(now: Timestamp, until: Timestamp) -> Option<Job> {
        "update jobs set leased_until = $2, attempts = attempts + 1
         where id = (select id from jobs
                     where failed_at is null and run_at <= $1 and (leased_until is null or leased_until < $1)
                     order by run_at, id limit 1 for update skip locked)
         returning id, kind, payload::text as payload, attempts"
    }

    fn delete(id: JobId) -> Changed {
        "delete from jobs where id = $1"
    }

    fn postpone(id: JobId, error: &str, run_at: Timestamp) -> Changed {
        "update jobs set leased_until = null, last_error = $2, run_at = $3 where id = $1"
    }

    /// Keeps a job that can't ever be done for the steward to see.
    pub fn give_up(id: JobId, error: &str, at: Timestamp) -> Changed {
        "update jobs set leased_until = null, last_error = $2, failed_at = $3 where id = $1"
    }

    /// A job of a kind that nobody has begun.
    pub fn waiting(kind: &str) -> Option<JobId> {
        "select id from jobs where kind = $1 and failed_at is null and leased_until is null limit 1"
    }

    /// When the next job is due; `None` when there is none.
    pub fn next_due() -> Option<Timestamp> {
        "select run_at from jobs where failed_at is null order by run_at limit 1"
    }
}
