//! A small open town on the disk, with people who are signed in and threads to answer in.

use crate::server::Place;
use agree::community::Facts;
use agree::founding::{self, Start};
use db::testing::{self, Fresh};
use db::{Conn, Url};
use forum::ThreadId;
use forum::threads::{self, NewThread};
use jiff::Timestamp;
use kit::Scope;
use people::{persons, sectors, sessions, voices};
use std::os::unix::fs::PermissionsExt;

pub struct SmallTown {
    pub place: Place,
    /// The secrets of the people's session cookies.
    pub sessions: Vec<String>,
    pub threads: Vec<ThreadId>,
    // Last, so that the data goes after whatever uses it.
    _folder: tempfile::TempDir,
    _fresh: Option<Fresh>,
}

/// Closed to others, as the program wants a folder with more in it than its own: here, the log.
fn private_folder() -> tempfile::TempDir {
    let mode = std::fs::Permissions::from_mode(0o700);
    tempfile::Builder::new().permissions(mode).tempdir().unwrap()
}

impl SmallTown {
    /// On the engine of this run, with so many people and threads.
    pub fn settle(people: usize, threads: usize) -> SmallTown {
        let folder = private_folder();
        let fresh = matches!(testing::engine(), db::Engine::Postgres).then(|| testing::fresh().unwrap());
        let own = Url::File(folder.path().join("community.db"));
        let database = fresh.as_ref().map_or(own, |fresh| fresh.url.clone());
        let db = db::Db::open(&database).unwrap();
        let now = kit::Clock::System.now();
        let (sessions, threads) = db.write_now(move |c| fill(c, people, threads, now)).unwrap();
        let place = Place { data: folder.path().into(), database };
        SmallTown { place, sessions, threads, _folder: folder, _fresh: fresh }
    }
}

fn fill(
    c: &mut Conn,
    people: usize,
    threads: usize,
    now: Timestamp,
) -> kit::Result<(Vec<String>, Vec<ThreadId>)> {
    let start = Start {
        facts: Facts {
            name: "Kővölgy".into(),
            place: "Kővölgy".into(),
            languages: vec!["hu", "en"],
            time_zone: "Europe/Budapest".into(),
        },
        sectors: sectors::FIRST.iter().map(|(key, ..)| *key).collect(),
        guide: "Stella Kovács".into(),
        email: "stella@example.org".into(),
    };
    let stella = founding::found(c, &start, now)?;
    let by = voices::of_person(c, stella, "Stella Kovács")?.remove(0);
    founding::open_doors(c, &by, now)?;
    let sign_in = |n: usize| {
        let person = persons::welcome(c, &format!("Person {n}"), &format!("person{n}@example.org"), now)?;
        // A newcomer could send but few posts in a day.
        persons::set_in_circle(c, person.id, true)?;
        Ok(sessions::start(c, person.id, "Test", now)?)
    };
    let sessions = (0..people).map(sign_in).collect::<kit::Result<_>>()?;
    let open = |n: usize| {
        let (title, body) = (format!("Thread {n}"), "How do we begin?");
        let new = NewThread {
            title: &title,
            body,
            by: &by,
            scope: Scope::Open,
            subject: None,
            locale: "en",
            key: None,
        };
        threads::open(c, &new, now)
    };
    let threads = (0..threads).map(open).collect::<kit::Result<_>>()?;
    Ok((sessions, threads))
}
