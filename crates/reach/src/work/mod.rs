//! The worker: takes jobs that are due, one row each, and does them. It looks when something was changed
//! and once a second; several nodes may each have one, as a job is held by one worker at a time.
//!
//! A job inside the database is done in the transaction that ends it, so its effect is there exactly once. What
//! goes outside, a letter, can't be: it is sent, then its job ends; whoever is killed between the two sends the
//! same letter again, under the same number.

mod handlers;

pub use handlers::{Failure, Handlers};

use db::jobs::{self, Job};
use handlers::Doer;
use kit::{App, Result, Work};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// How often it looks when nobody wakes it.
const LOOK: Duration = Duration::from_secs(1);

/// So many jobs at once, so that a mail server that doesn't answer holds up nothing else.
const AT_ONCE: usize = 8;

/// What is under way when it is told to stop may take so long.
const PATIENCE: Duration = Duration::from_secs(5);

/// Works until `shutdown`, then finishes what is under way.
pub async fn run(app: App, handlers: Handlers, shutdown: impl Future<Output = ()>) {
    let handlers = Arc::new(handlers);
    let mut under_way = JoinSet::new();
    tokio::pin!(shutdown);
    let mut looked = Instant::now();
    loop {
        if looked.elapsed() >= LOOK {
            look_at_community(&app).await;
            looked = Instant::now();
        }
        begin_due(&app, &handlers, &mut under_way).await;
        tokio::select! {
            () = &mut shutdown => break,
            () = app.work.notified() => {}
            Some(done) = under_way.join_next() => log_panic(done),
            () = tokio::time::sleep(LOOK) => {}
        }
    }
    let rest = async { while under_way.join_next().await.is_some() {} };
    if tokio::time::timeout(PATIENCE, rest).await.is_err() {
        tracing::warn!("some jobs were not finished; they are done again when their lease is over");
    }
}

/// A job, or another node, may have changed what stands about the community.
async fn look_at_community(app: &App) {
    if let Err(error) = app.community_changed().await {
        tracing::error!(%error, "the community can't be read");
    }
}

async fn begin_due(app: &App, handlers: &Arc<Handlers>, under_way: &mut JoinSet<()>) {
    while under_way.len() < AT_ONCE {
        match take(app).await {
            Ok(Some(job)) => drop(under_way.spawn(perform(app.clone(), handlers.clone(), job))),
            Ok(None) => return,
            Err(error) => {
                tracing::error!(%error, "the jobs can't be read");
                return;
            }
        }
    }
}

/// Looks before it writes: mostly there is nothing to do.
async fn take(app: &App) -> Result<Option<Job>> {
    let now = app.now();
    let due = app.db.read(jobs::next_due).await?;
    if due.is_none_or(|at| at > now) {
        return Ok(None);
    }
    Ok(app.db.write(move |c| jobs::claim(c, now)).await?)
}

async fn perform(app: App, handlers: Arc<Handlers>, job: Job) {
    let outcome = match handlers.doer(&job.kind) {
        Some(Doer::InTransaction(act)) => in_transaction(&app, *act, &job).await,
        Some(Doer::Outside(act)) => act(app.clone(), job.clone()).await.map(|()| Done::ToBeEnded),
        None => Err(Failure::Later("nobody does jobs of this kind".into())),
    };
    if let Err(error) = settle(&app, job, outcome).await {
        tracing::error!(%error, "a job's end can't be written");
    }
}

/// What is left to do about a job that was done.
enum Done {
    /// It ended in the transaction that did it.
    Ended,
    ToBeEnded,
}

async fn in_transaction(app: &App, act: Work, job: &Job) -> Result<Done, Failure> {
    let payload: serde_json::Value =
        serde_json::from_str(&job.payload).map_err(|e| Failure::Never(e.to_string()))?;
    let (id, now) = (job.id, app.now());
    let done = app.db.write(move |c| {
        act(c, &payload, now)?;
        Ok::<_, kit::Error>(jobs::complete(c, id)?)
    });
    done.await.map(|()| Done::Ended).map_err(|e| Failure::Later(e.to_string()))
}

async fn settle(app: &App, job: Job, outcome: Result<Done, Failure>) -> Result<()> {
    let now = app.now();
    match outcome {
        Ok(Done::Ended) => {}
        Ok(Done::ToBeEnded) => app.db.write(move |c| jobs::complete(c, job.id)).await?,
        Err(Failure::Later(why)) => {
            tracing::warn!(job = job.id.0, kind = job.kind, attempt = job.attempts, why, "a job failed");
            app.db.write(move |c| jobs::fail(c, &job, &why, now)).await?;
        }
        Err(Failure::Never(why)) => {
            tracing::error!(job = job.id.0, kind = job.kind, why, "a job can't be done");
            app.db.write(move |c| jobs::give_up(c, job.id, &why, now)).await?;
        }
    }
    Ok(())
}

/// The job's lease runs out and somebody tries again.
fn log_panic(done: std::result::Result<(), tokio::task::JoinError>) {
    if let Err(error) = done {
        tracing::error!(%error, "a job panicked");
    }
}
