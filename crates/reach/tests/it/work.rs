//! The worker: does each job once, tries again, gives up, and holds nothing up.

use crate::desk::{Desk, until};
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use reach::{Failure, Handlers, Mailer};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::Notify;

fn handlers() -> Handlers {
    Handlers::new(Mailer::new(None, &std::env::temp_dir()).unwrap())
}

/// Leaves a trace in the database, in the transaction that ends the job.
fn trace(c: &mut Conn, payload: &serde_json::Value, _: Timestamp) -> kit::Result<()> {
    let key = payload["key"].to_string();
    c.run("insert into limits (key, window_start, count) values ($1, 0, 1)", &[&key])?;
    Ok(())
}

fn broken(c: &mut Conn, payload: &serde_json::Value, now: Timestamp) -> kit::Result<()> {
    trace(c, payload, now)?;
    Err(kit::Error::Bug("not today".into()))
}

fn traces(desk: &Desk) -> i64 {
    desk.town.write(|c| Ok(c.first::<i64>("select count(*) from limits", &[])?.unwrap_or(0)))
}

fn enqueue(desk: &Desk, kind: &'static str, count: i64) {
    let now = desk.town.now();
    desk.town.write(move |c| {
        for key in 0..count {
            db::jobs::enqueue(c, kind, &serde_json::json!({ "key": key }), now)?;
        }
        Ok(())
    });
    desk.town.app.work.notify_one();
}

#[test]
fn a_job_inside_the_database_leaves_its_effect_once() {
    // The key is unique: a job done twice would fail and stay.
    let desk = Desk::with(handlers().jobs([("test.trace", trace as kit::Work)]));
    enqueue(&desk, "test.trace", 50);
    until("fifty traces", || desk.jobs() == 0);
    assert_eq!(traces(&desk), 50);
}

#[test]
fn a_job_that_fails_leaves_nothing_and_is_tried_again_later() {
    let desk = Desk::with(handlers().jobs([("test.broken", broken as kit::Work)]));
    enqueue(&desk, "test.broken", 1);
    until("the first try", || desk.job().2.is_some());
    let (attempts, run_at, error) = desk.job();
    assert_eq!((attempts, traces(&desk)), (1, 0));
    assert_eq!(run_at, (desk.town.now() + SignedDuration::from_mins(1)).as_millisecond());
    assert!(error.unwrap().contains("not today"));
    desk.town.wait(SignedDuration::from_mins(1));
    until("the second", || desk.job().0 == 2 && desk.job().1 > desk.town.now().as_millisecond());
    assert_eq!(desk.job().1, (desk.town.now() + SignedDuration::from_mins(2)).as_millisecond());
}

#[test]
fn a_job_that_nobody_does_waits() {
    let desk = Desk::with(handlers());
    enqueue(&desk, "test.of-another-version", 1);
    until("the try", || desk.job().2.is_some());
    assert_eq!(desk.jobs(), 1);
}

#[test]
fn a_job_is_done_when_its_time_has_come() {
    let desk = Desk::with(handlers().jobs([("test.trace", trace as kit::Work)]));
    let later = desk.town.now() + SignedDuration::from_hours(1);
    desk.town.write(move |c| {
        Ok(db::jobs::enqueue(c, "test.trace", &serde_json::json!({ "key": 1 }), later).map(drop)?)
    });
    enqueue(&desk, "test.trace", 0);
    assert_eq!(desk.jobs(), 1);
    desk.town.wait(SignedDuration::from_hours(1));
    until("done without being woken", || desk.jobs() == 0);
}

#[test]
fn a_slow_job_holds_up_no_other_and_a_woken_worker_does_not_wait() {
    let (begun, released) = (Arc::new(AtomicUsize::new(0)), Arc::new(Notify::new()));
    let (counter, release) = (begun.clone(), released.clone());
    let slow = move |_, _| {
        counter.fetch_add(1, Ordering::Relaxed);
        let release = release.clone();
        async move {
            release.notified().await;
            Ok(())
        }
    };
    let desk = Desk::idle();
    let kinds = handlers().outside("test.slow", slow).jobs([("test.trace", trace as kit::Work)]);
    let desk = desk.working(kinds);
    enqueue(&desk, "test.slow", 3);
    until("three are under way", || begun.load(Ordering::Relaxed) == 3);
    let woken = Instant::now();
    enqueue(&desk, "test.trace", 1);
    until("the quick one", || traces(&desk) == 1);
    assert!(woken.elapsed() < Duration::from_millis(900), "{:?}", woken.elapsed());
    released.notify_waiters();
    until("the slow ones", || desk.jobs() == 0);
}

#[test]
fn what_can_never_be_done_is_kept_for_the_steward() {
    let desk = Desk::with(
        handlers().outside("test.never", |_, _| async { Err(Failure::Never("no such thing".into())) }),
    );
    enqueue(&desk, "test.never", 1);
    until("given up", || desk.jobs() == 0);
    assert_eq!(desk.job().2.as_deref(), Some("no such thing"));
}
