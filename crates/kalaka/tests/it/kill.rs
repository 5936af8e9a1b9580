//! `kill -9` of the server, over and over, while people write: what was acknowledged is there, once; the
//! data is whole; the next start needs nobody.
//!
//! `KALAKA_KILLS=200` for the long run.

use crate::server::{Server, agent, post};
use crate::small_town::SmallTown;
use db::{Db, Engine, testing};
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

const CLIENTS: usize = 20;

/// A reply that the server said it has: where it said that it is, by what was written.
type Acknowledged = BTreeMap<String, String>;

db::row! {
    #[derive(Debug, Clone)]
    struct Reply {
        body: String,
        thread_id: i64,
        number: i64,
    }
}

#[test]
fn nothing_acknowledged_is_lost_or_doubled_by_kill_9() {
    let town = SmallTown::settle(CLIENTS, 5);
    let mut server = Server::start(&town.place, "127.0.0.1:0");
    let listen = server.base.strip_prefix("http://").unwrap().to_owned();
    let base = Arc::new(RwLock::new(server.base.clone()));
    let stop = Arc::new(AtomicBool::new(false));
    let clients: Vec<_> = (0..CLIENTS)
        .map(|n| {
            let (base, stop) = (base.clone(), stop.clone());
            let (secret, threads) = (town.sessions[n].clone(), town.threads.clone());
            std::thread::spawn(move || write(n, &base, &stop, &secret, &threads))
        })
        .collect();

    let mut restarts = Vec::new();
    for kill in 1..=kills() {
        std::thread::sleep(Duration::from_millis(kit::token::number().unsigned_abs() % 600));
        server.kill();
        if kill % 10 == 0 {
            let checked = town.place.run(&["check"]);
            assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
        }
        server = Server::start(&town.place, &listen);
        restarts.push(server.took);
    }
    stop.store(true, Ordering::Relaxed);
    let mut acknowledged = Acknowledged::new();
    let mut repeated = 0;
    for client in clients {
        let (own, again) = client.join().unwrap();
        acknowledged.extend(own);
        repeated += again;
    }
    server.kill();

    let db = Db::open(&town.place.database).unwrap();
    assert_eq!(faults(&acknowledged, &replies(&db)), Vec::<String>::new());
    assert_eq!(miscounted(&db), Vec::<String>::new());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    assert_eq!(runtime.block_on(db.check()).unwrap(), Vec::<String>::new());
    tell(acknowledged.len(), repeated, restarts);
    the_check_would_see_it(&db, &acknowledged);
}

fn kills() -> usize {
    let asked = std::env::var("KALAKA_KILLS").ok().and_then(|n| n.parse().ok());
    asked.unwrap_or(if testing::engine() == Engine::Sqlite { 40 } else { 10 })
}

/// One person who answers again and again, and sends an answer once more until it is acknowledged, as
/// somebody does who sees an error page.
fn write(
    n: usize,
    base: &RwLock<String>,
    stop: &AtomicBool,
    secret: &str,
    threads: &[forum::ThreadId],
) -> (Acknowledged, usize) {
    let (agent, mut own, mut again) = (agent(), Acknowledged::new(), 0);
    for turn in 0.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let (key, body) = (format!("{n}x{turn}"), format!("Reply {turn} of {n}"));
        let path = format!("/threads/{}/posts", threads[turn % threads.len()]);
        let form = [("voice", "me"), ("locale", "en"), ("body", &body), ("key", &key)];
        let began = Instant::now();
        let location = loop {
            let url = format!("{}{path}", base.read().unwrap());
            match post(&agent, &url, secret, &form) {
                Ok(answer) if answer.status() == 303 => {
                    break answer.headers()["location"].to_str().unwrap().to_owned();
                }
                Ok(answer) => assert!(answer.status().is_server_error(), "{} to {path}", answer.status()),
                Err(_) => std::thread::sleep(Duration::from_millis(5)),
            }
            again += 1;
            assert!(began.elapsed() < Duration::from_secs(60), "{path} can't be had");
        };
        own.insert(body, location);
    }
    (own, again)
}

fn replies(db: &Db) -> Vec<Reply> {
    let all = "select body, thread_id, number from posts where idempotency_key is not null order by id";
    db.read_now(move |c| c.all(all, &[])).unwrap()
}

/// What was acknowledged and isn't there, is there twice, or elsewhere; what is there and nobody sent.
fn faults(acknowledged: &Acknowledged, replies: &[Reply]) -> Vec<String> {
    let mut found: HashMap<&str, Vec<&Reply>> = HashMap::new();
    for reply in replies {
        found.entry(&reply.body).or_default().push(reply);
    }
    let mut faults = Vec::new();
    for (body, location) in acknowledged {
        match found.remove(body.as_str()).as_deref() {
            None => faults.push(format!("lost: {body}")),
            Some([one]) => {
                let path = format!("/threads/{0}?from={1}#post-{1}", one.thread_id, one.number);
                if path != *location {
                    faults.push(format!("elsewhere: {body} is at {path}, not at {location}"));
                }
            }
            Some(_) => faults.push(format!("doubled: {body}")),
        }
    }
    faults.extend(found.keys().map(|body| format!("from nowhere: {body}")));
    faults
}

/// Threads whose counts are not those of their posts, and posts without what is written along with them.
fn miscounted(db: &Db) -> Vec<String> {
    let wrong = "select 'thread ' || t.id || ' counts ' || t.posts
                 from threads t
                 where t.posts <> (select count(*) from posts p where p.thread_id = t.id)
                    or t.posts <> (select max(number) from posts p where p.thread_id = t.id)
                    or t.posts <> (select sum(s.posts) from speakers s where s.thread_id = t.id)
                    or t.organisations + t.citizens
                       <> (select count(*) from speakers s where s.thread_id = t.id and s.posts > 0)
                    or t.posts <> (select count(*) from activity a
                                   where a.subject_kind = 'thread' and a.subject_id = t.id)
                    or t.posts <> 1 + (select count(*) from search_documents d
                                       where d.kind = 'post' and d.path like '/threads/' || t.id || '?%')";
    db.read_now(move |c| c.all(wrong, &[])).unwrap()
}

fn tell(acknowledged: usize, repeated: usize, mut restarts: Vec<Duration>) {
    restarts.sort();
    let at = |part: f64| restarts[((restarts.len() - 1) as f64 * part).round() as usize].as_millis();
    println!(
        "{} kills: {acknowledged} acknowledged replies, {repeated} sent again, none lost, none doubled; \
         from start to first answer p50 {} ms, p99 {} ms, at most {} ms",
        restarts.len(),
        at(0.5),
        at(0.99),
        at(1.0)
    );
}

/// The positive control: with one reply taken away and one written twice, the same check says so.
fn the_check_would_see_it(db: &Db, acknowledged: &Acknowledged) {
    let mut bodies = acknowledged.keys();
    let (lost, doubled) = (bodies.next().unwrap().clone(), bodies.next().unwrap().clone());
    let (gone, twice) = (lost.clone(), doubled.clone());
    db.write_now(move |c| {
        c.run("delete from posts where body = $1", &[&gone])?;
        c.run(
            "insert into posts (thread_id, number, person_id, body, html, locale, created_at, idempotency_key)
             select thread_id, number + 1000000, person_id, body, html, locale, created_at, idempotency_key || 'x'
             from posts where body = $1",
            &[&twice],
        )
    })
    .unwrap();
    assert_eq!(faults(acknowledged, &replies(db)), [format!("lost: {lost}"), format!("doubled: {doubled}")]);
    assert!(!miscounted(db).is_empty());
}
