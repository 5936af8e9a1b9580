//! A small town for tests, with people who have names. They live on a fresh database, on whichever
//! engine this run is on, and their clock stands until it is moved.
//!
//! | who | is | speaks for |
//! |---|---|---|
//! | istvan | steward | |
//! | stella | guide | the library (culture) |
//! | marta | member | the school (education) |
//! | gabor | member | the football club (sport) |
//! | judit | member | the clinic (health) |
//! | amina | member | |
//! | pista | member | Neighbours of Malom street (citizens) |
//! | vera | member, not of the founding circle | |

use crate::memberships::GroupRole;
use crate::{groups, persons, sectors, sessions, site};
use db::testing::Fresh;
use db::{Changed, Conn};
use jiff::{SignedDuration, Timestamp};
use kit::testing::{Answer, Browser};
use kit::{App, Clock, GroupId, PersonId, Role, Routes, Settings, Side};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

/// When the clock of a test town stands at first: a Monday, 10:00 in Budapest.
pub const START: &str = "2026-11-23T09:00:00Z";

pub struct Town {
    pub app: App,
    people: HashMap<&'static str, PersonId>,
    groups: HashMap<&'static str, GroupId>,
    stranger: Browser,
    _folder: Folder,
    // Last, so that it is dropped after everything that uses it.
    fresh: Fresh,
}

/// The town's data folder, made by whoever puts something there; gone with the town.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        Folder(std::env::temp_dir().join(format!("kalaka_town_{}", kit::token::number())))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

type Named<T> = HashMap<&'static str, T>;

const PEOPLE: [(&str, &str, Role, bool); 8] = [
    ("istvan", "István Nagy", Role::Steward, true),
    ("stella", "Stella Kovács", Role::Guide, true),
    ("marta", "Márta Tóth", Role::Member, true),
    ("gabor", "Gábor Kiss", Role::Member, true),
    ("judit", "Judit Szabó", Role::Member, true),
    ("amina", "Amina Haddad", Role::Member, true),
    ("pista", "Pista Bíró", Role::Member, true),
    ("vera", "Vera Horváth", Role::Member, false),
];

const GROUPS: [(&str, &str, Option<&str>, &str); 5] = [
    ("library", "Town Library", Some("culture"), "stella"),
    ("school", "Primary School", Some("education"), "marta"),
    ("club", "Football Club", Some("sport"), "gabor"),
    ("clinic", "Town Clinic", Some("health"), "judit"),
    ("malom", "Neighbours of Malom street", None, "pista"),
];

impl Town {
    /// A town whose platform is open. It asks nobody for a second step.
    pub fn open(routes: Routes) -> Town {
        Town::build(routes, "open")
    }

    /// The same, with settings of the test's own.
    pub fn open_with(routes: Routes, set: impl FnOnce(&mut Settings)) -> Town {
        let mut settings = settings();
        set(&mut settings);
        Town::build_with(routes, "open", settings)
    }

    /// A town in the founding stage. Vera has no account's rights in it but those of any member.
    pub fn founding(routes: Routes) -> Town {
        Town::build(routes, "founding")
    }

    /// A platform that nobody has founded yet.
    pub fn unfounded(routes: Routes) -> Town {
        let fresh = fresh();
        Town::around(fresh, routes, (HashMap::new(), HashMap::new()), settings())
    }

    fn build(routes: Routes, stage: &'static str) -> Town {
        Town::build_with(routes, stage, settings())
    }

    fn build_with(routes: Routes, stage: &'static str, settings: Settings) -> Town {
        let fresh = fresh();
        let settled = must(fresh.db.write_now(move |c| settle(c, stage)));
        Town::around(fresh, routes, settled, settings)
    }

    fn around(
        fresh: Fresh,
        routes: Routes,
        (people, groups): (Named<PersonId>, Named<GroupId>),
        settings: Settings,
    ) -> Town {
        let folder = Folder::new();
        let settings = Settings { data: folder.0.clone(), ..settings };
        let app = must(App::new(fresh.db.clone(), Clock::set(start()), settings));
        let runtime = must(tokio::runtime::Builder::new_current_thread().enable_all().build());
        let stranger = Browser::new(site::site(app.clone(), routes), Arc::new(runtime));
        Town { app, people, groups, stranger, _folder: folder, fresh }
    }

    /// The browser of somebody who isn't signed in.
    pub fn stranger(&self) -> Browser {
        self.stranger.stranger()
    }

    /// The browser of one of the people, signed in.
    pub fn as_(&self, name: &str) -> Browser {
        let (person, now) = (self.person(name), self.app.now());
        let secret = must(self.app.db.write_now(move |c| sessions::start(c, person, "Test", now)));
        let browser = self.stranger();
        browser.set_cookie("session", &secret);
        browser
    }

    pub fn person(&self, name: &str) -> PersonId {
        self.people.get(name).copied().unwrap_or(PersonId(0))
    }

    pub fn group(&self, name: &str) -> GroupId {
        self.groups.get(name).copied().unwrap_or(GroupId(0))
    }

    /// Where the town's database is.
    pub fn database(&self) -> &db::Url {
        &self.fresh.url
    }

    pub fn now(&self) -> Timestamp {
        self.app.now()
    }

    /// Lets time pass.
    pub fn wait(&self, time: SignedDuration) {
        self.app.clock.move_to(self.now() + time);
    }

    /// Works on the database as a room's function would, and fails the test where that fails.
    pub fn write<T: Send + 'static>(&self, f: impl Fn(&mut Conn) -> kit::Result<T> + Send + 'static) -> T {
        must(self.app.db.write_now(f))
    }

    /// Runs something of the async world to its end.
    pub fn run<T>(&self, work: impl Future<Output = kit::Result<T>>) -> T {
        let runtime = must(tokio::runtime::Builder::new_current_thread().enable_all().build());
        must(runtime.block_on(work))
    }

    /// What the jobs of a kind are to do, oldest first.
    pub fn jobs(&self, kind: &'static str) -> Vec<String> {
        must(self.app.db.read_now(move |c| payloads(c, kind)))
    }

    /// The letters that wait to be sent: their JSON, oldest first.
    pub fn letters(&self) -> Vec<kit::outbox::Letter> {
        let texts = must(self.app.db.read_now(waiting_letters));
        texts.iter().map(|text| must(serde_json::from_str(text))).collect()
    }

    /// The answer to a GET, and how many statements it took.
    pub fn counted(&self, browser: &Browser, path: &str) -> (Answer, u64) {
        let before = self.app.db.statements();
        let answer = browser.get(path);
        (answer, self.app.db.statements() - before)
    }
}

/// Those of a platform on one machine that keeps its files in memory.
pub fn settings() -> Settings {
    Settings {
        base_url: "http://localhost".into(),
        data: std::env::temp_dir(),
        development: false,
        mail_from: "platform@kovolgy.example".into(),
        founding_code: None,
        trusted_proxies: 0,
        files: kit::files::Place::Memory,
        quotas: kit::files::Quotas::default(),
        town_accounts: None,
    }
}

fn fresh() -> Fresh {
    must(db::testing::fresh())
}

fn start() -> Timestamp {
    must(START.parse())
}

/// Founds the community and lets everybody move in.
fn settle(c: &mut Conn, stage: &str) -> kit::Result<(Named<PersonId>, Named<GroupId>)> {
    insert_community(c, stage, start())?;
    sectors::lay_first(c)?;
    let mut people = HashMap::new();
    for (key, name, role, in_circle) in PEOPLE {
        people
            .insert(key, persons::create(c, name, &format!("{key}@example.org"), role, in_circle, start())?);
    }
    let mut found = HashMap::new();
    for (key, name, sector, representative) in GROUPS {
        let sector = sector.map(|s| sectors::by_key(c, s)).transpose()?.flatten();
        let side = if sector.is_some() { Side::Organisations } else { Side::Citizens };
        let state = groups::GroupState::Listed;
        let new = groups::NewGroup { side, sector, name: name.into(), purpose: String::new(), state };
        let id = groups::create(c, &new, None, start())?;
        if let Some(person) = people.get(representative) {
            groups::admit(c, *person, id, GroupRole::Representative, start())?;
        }
        found.insert(key, id);
    }
    Ok((people, found))
}

db::query! {
    fn insert_community(stage: &str, now: Timestamp) -> Changed {
        "insert into community (id, name, place, languages, time_zone, stage, founded_at, second_step_for, settings)
         values (1, 'Kővölgy', 'Kővölgy', 'en hu', 'Europe/Budapest', $1, $2, 'nobody', '{}')"
    }

    fn payloads(kind: &str) -> Vec<String> {
        "select cast(payload as text) from jobs where kind = $1 order by id"
    }

    fn waiting_letters() -> Vec<String> {
        "select cast(payload as text) from jobs where kind = 'mail' order by id"
    }
}

/// A test town that can't be built fails the test, loudly.
#[expect(clippy::panic, reason = "only tests come here")]
fn must<T, E: std::fmt::Debug>(outcome: Result<T, E>) -> T {
    match outcome {
        Ok(value) => value,
        Err(error) => panic!("the town could not be built: {error:?}"),
    }
}
