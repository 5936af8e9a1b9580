//! Everything that the page says, read at once. Each room answers with one statement, however large the town is;
//! what is said to everybody alike is read once for all.

use super::focuses::FocusCard;
use super::next::{self, Next};
use super::stuck::{self, Stuck};
use super::waiting::Waiting;
use act::initiatives::{self, Card};
use act::promises;
use act::results::{self, Outcome};
use agree::decisions::{self, OpenDecision};
use agree::focuses;
use agree::meetings::{self, Meeting};
use agree::needs::{self, Listed};
use db::Conn;
use forum::threads::{self, ThreadCard};
use jiff::Timestamp;
use kit::{Chrome, Markup, Result, Sharing};
use people::Visitor;
use people::map::{self, Standing};
use std::sync::Arc;

/// So many threads are looked through for what is new to somebody; the first of them are shown.
const THREADS: i64 = 12;
const SHOWN_THREADS: usize = 5;
/// So many promises of one's own can wait.
const PROMISES: i64 = 12;
const RESULTS: i64 = 4;
const NEEDS: i64 = 3;
const MEETINGS: i64 = 4;

/// What the page says to everybody alike.
pub struct Town {
    pub focuses: Vec<FocusCard>,
    pub needs: Vec<Listed>,
    pub results: Vec<Outcome>,
    pub standing: Standing,
    /// The map, small.
    pub picture: Markup,
    cards: Vec<Card>,
    meetings: Vec<Meeting>,
}

impl Town {
    fn read(c: &mut Conn, chrome: &Chrome, now: Timestamp) -> Result<Town> {
        let cards = initiatives::cards(c, None, &chrome.zone, now)?;
        let standing = map::standing(c, chrome.locale)?;
        Ok(Town {
            focuses: FocusCard::all(focuses::active(c)?, &cards),
            needs: needs::most_shared(c, NEEDS)?,
            results: results::newest(c, 0, RESULTS)?,
            picture: map::small(&standing, chrome),
            standing,
            cards,
            meetings: meetings::next(c, now, MEETINGS)?,
        })
    }
}

pub struct Front {
    pub town: Arc<Town>,
    /// The places for focuses: those that are free, and all.
    pub free: i64,
    pub max: i64,
    /// What is being decided and doesn't wait for a voice of the visitor.
    pub open: Vec<OpenDecision>,
    pub next: Vec<Next>,
    pub threads: Vec<ThreadCard>,
    /// Threads that guides have announced.
    pub announced: Vec<ThreadCard>,
    pub waiting: Waiting,
    /// For guides alone.
    pub stuck: Option<Stuck>,
}

impl Front {
    pub fn read(c: &mut Conn, sharing: &Sharing, visitor: &Visitor, chrome: &Chrome) -> Result<Front> {
        let (now, person) = (visitor.now, visitor.person.as_deref());
        let town = sharing.get(chrome.locale.code(), || Town::read(c, chrome, now))?;
        let open = decisions::open_now(c, person, visitor.is_guide(), now)?;
        let (announced, threads) =
            threads::front(c, visitor.person_id(), visitor.sees_circle(), now, THREADS)?;
        let promises = person.map_or(Ok(Vec::new()), |p| promises::due_of(c, p.id, PROMISES))?;
        let stuck = if visitor.is_guide() { Some(stuck::read(c, &town.cards, &open, now)?) } else { None };
        let max = visitor.community()?.max_focuses;
        let next = next::coming(&town.meetings, &open, &town.focuses, &town.cards, chrome);
        let (mine, open) = open.into_iter().partition(|decision| !decision.waiting.is_empty());
        Ok(Front {
            free: (max - town.focuses.len() as i64).max(0),
            max,
            open,
            next,
            waiting: Waiting::of(mine, promises, &threads, chrome.today()),
            announced,
            threads: threads.into_iter().take(SHOWN_THREADS).collect(),
            stuck,
            town,
        })
    }
}
