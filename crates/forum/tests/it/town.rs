//! The town of these tests: threads in it may belong to a "focus" 3, and to a "focus" 9 that only the
//! founding circle knows of.

use db::Conn;
use forum::ThreadId;
use forum::threads::{NewThread, Subject};
use jiff::SignedDuration;
use kit::testing::{Answer, Browser};
use kit::{PersonId, Scope, Side, Voice};
use people::testing::Town;
use std::time::{Duration, Instant};

forum::subject!("focus", focus);

fn focus(_: &mut Conn, id: i64) -> kit::Result<Option<Subject>> {
    let named = |title: &str, scope| Subject { title: title.into(), path: format!("/focuses/{id}"), scope };
    Ok(match id {
        3 => Some(named("Growing old at home", Scope::Open)),
        9 => Some(named("The founding circle's own", Scope::Circle)),
        _ => None,
    })
}

pub fn open() -> Town {
    Town::open(forum::routes())
}

/// Somebody's own voice.
pub fn voice(town: &Town, name: &str) -> Voice {
    own(town.person(name), name)
}

pub fn own(person: PersonId, name: &str) -> Voice {
    Voice { person, group: None, name: name.into(), side: Side::Citizens, sector: None }
}

/// Opens a thread by the form, as a browser would, and gives its path.
pub fn start(browser: &Browser, title: &str, body: &str) -> String {
    let answer = browser.post("/threads", &[("title", title), ("body", body), ("sure", "yes")]);
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().to_owned()
}

/// Opens a thread of the founding circle.
pub fn start_in_circle(browser: &Browser, title: &str, body: &str) -> String {
    let fields = [("title", title), ("body", body), ("circle", "yes"), ("sure", "yes")];
    let answer = browser.post("/threads", &fields);
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().to_owned()
}

pub fn reply(browser: &Browser, thread: &str, body: &str) -> Answer {
    browser.post(&format!("{thread}/posts"), &[("body", body)])
}

/// Does the jobs that are set down, as the worker does a moment later.
pub fn work(town: &Town) {
    town.wait(SignedDuration::from_secs(2));
    let now = town.now();
    town.write(move |c| {
        while let Some(job) = db::jobs::claim(c, now)? {
            if let Some((_, run)) = forum::jobs().into_iter().find(|(kind, _)| *kind == job.kind) {
                run(c, &serde_json::from_str(&job.payload).unwrap(), now)?;
            }
            db::jobs::complete(c, job.id)?;
        }
        Ok(())
    });
}

/// What is handed to the writer without waiting for it comes true soon.
pub fn soon(what: &str, mut is_true: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_true() {
        assert!(begun.elapsed() < Duration::from_secs(5), "{what}");
        std::thread::yield_now();
    }
}

/// How many statements a page takes once it was seen. Each look has an address of its own, for a page that a
/// guest was given may be kept. That it was read is written without anybody waiting, so that the writing may
/// fall into the next look: the least of three is the page's own.
pub fn statements(town: &Town, browser: &Browser, path: &str) -> u64 {
    let more = if path.contains('?') { '&' } else { '?' };
    let look = |n| assert_eq!(browser.get(&format!("{path}{more}look={n}")).status(), 200, "{path}");
    look(1);
    (2..5).map(|n| counted(town, || look(n))).min().unwrap_or_default()
}

/// How many statements something takes.
pub fn counted(town: &Town, what: impl FnOnce()) -> u64 {
    let before = town.app.db.statements();
    what();
    town.app.db.statements() - before
}

/// Opens a thread as a room above would.
pub fn open_thread(town: &Town, by: &'static str, title: &'static str) -> ThreadId {
    let (voice, now) = (voice(town, by), town.now());
    town.write(move |c| {
        let new = NewThread {
            title,
            body: "As a room above would open it.",
            by: &voice,
            scope: Scope::Open,
            subject: Some(("focus", 3)),
            locale: "en",
            key: None,
        };
        forum::threads::open(c, &new, now)
    })
}

/// The id of the post that a path leads to.
pub fn post_id(town: &Town, thread: &str, number: i64) -> i64 {
    let thread: i64 = thread.rsplit('/').next().unwrap().parse().unwrap();
    town.write(move |c| Ok(id_of(c, thread, number)?))
}

db::query! {
    fn id_of(thread: i64, number: i64) -> One<i64> {
        "select id from posts where thread_id = $1 and number = $2"
    }
}

use db::One;
