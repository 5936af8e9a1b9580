//! A large town, to measure with: 5,000 people, 400 groups, 2,000 threads and 100,000 posts over three
//! years, three focuses with their initiatives, decisions with thousands of ballots. Nobody has to like to
//! read it, and nobody did: all that was said is unread for those who are signed in. It is made by the same functions that pages use, in the order in which a town would, and on the
//! embedded engine it is the same town on each run.

mod chance;
mod people;
mod talk;
mod words;
mod work;

use ::people::sessions;
use anyhow::Result;
use db::{Conn, Db};
use jiff::{SignedDuration, Timestamp};
use kit::{PersonId, Voice};
use serde::Serialize;
use std::sync::Arc;

/// How many of each there are.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub people: usize,
    pub groups: usize,
    pub threads: usize,
    pub posts: usize,
}

impl Size {
    /// The large town, with so many times the threads and posts.
    pub fn times(times: usize) -> Size {
        Size { people: 5_000, groups: 400, threads: 2_000 * times, posts: 100_000 * times }
    }
}

/// So many people are signed in for a measurement.
const SESSIONS: usize = 64;

/// Where in the town a measurement looks, and as whom.
#[derive(Debug, Clone, Serialize)]
pub struct Landmarks {
    /// A thread of a usual length.
    pub thread: String,
    /// The last page of the longest thread.
    pub longest: String,
    pub decision: String,
    pub initiative: String,
    pub search: String,
    /// The same, narrowed down to what few said.
    pub narrowed: String,
    /// Threads to answer in.
    pub replies: Vec<String>,
    /// The secrets of signed-in people's session cookies; the first represents two groups.
    pub sessions: Vec<String>,
}

/// What has become of the town while it is made.
struct Town {
    db: Db,
    size: Size,
    now: Timestamp,
    /// Each person's voices: their own, then those of the groups that they represent.
    voices: Vec<Arc<Vec<Voice>>>,
}

/// How long ago the town was founded. People talk in the newer half of that.
const DAYS: i64 = 2_000;

impl Town {
    /// A time since the founding: 0.0 then, 1.0 now.
    fn at(&self, part: f64) -> Timestamp {
        let all = SignedDuration::from_hours(24 * DAYS).as_millis() as f64;
        self.now - SignedDuration::from_millis((all * (1.0 - part)) as i64)
    }

    fn own(&self, person: usize) -> &Voice {
        &self.voices[person % self.voices.len()][0]
    }
}

/// Fills an empty database. `progress` is told how many of all posts are written.
pub fn fill(db: &Db, size: Size, now: Timestamp, progress: impl Fn(usize)) -> Result<Landmarks> {
    let mut town = Town { db: db.clone(), size, now, voices: Vec::new() };
    people::settle(&mut town)?;
    let works = work::begin(&town)?;
    let threads = talk::hold(&town, &works, progress)?;
    let sessions = sign_in(&town)?;
    db.write_now(move |c: &mut Conn| crate::demo::work(c, now))?;
    Ok(Landmarks {
        thread: threads.usual,
        longest: threads.longest,
        decision: works.decision,
        initiative: works.initiative,
        search: format!("/search?q={}", kit::page::encoded(words::COMMON)),
        narrowed: format!("/search?q={}&sector=health&locale=en", kit::page::encoded(words::COMMON)),
        replies: threads.replies,
        sessions,
    })
}

fn sign_in(town: &Town) -> Result<Vec<String>> {
    let persons: Vec<PersonId> = (0..SESSIONS).map(|n| town.own(n).person).collect();
    let now = town.now;
    let start = move |c: &mut Conn| {
        persons.iter().map(|person| sessions::start(c, *person, "Bench", now)).collect::<db::Result<_>>()
    };
    Ok(town.db.write_now(start)?)
}
