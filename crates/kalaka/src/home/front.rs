//! Everything that the page says, read at once. Each room answers with one statement, however large the town is.

use super::focuses::FocusCard;
use super::next::{self, Next};
use super::stuck::{self, Stuck};
use super::waiting::Waiting;
use act::initiatives::{self, Card};
use act::promises::{self, Promise};
use act::results::{self, Outcome};
use agree::decisions::{self, OpenDecision};
use agree::focuses;
use agree::meetings::{self, Meeting};
use agree::needs::{self, Listed};
use db::Conn;
use forum::threads::{self, ThreadCard};
use kit::{Chrome, Result};
use people::Visitor;
use people::map::{self, Standing};

/// So many threads are looked through for what is new to somebody; the first of them are shown.
const THREADS: i64 = 12;
const SHOWN_THREADS: usize = 5;
/// So many promises of one's own can wait.
const PROMISES: i64 = 12;
const RESULTS: i64 = 4;
const NEEDS: i64 = 3;
const MEETINGS: i64 = 4;

pub struct Front {
    pub focuses: Vec<FocusCard>,
    /// The places for focuses: those that are free, and all.
    pub free: i64,
    pub max: i64,
    pub needs: Vec<Listed>,
    /// What is being decided and doesn't wait for a voice of the visitor.
    pub open: Vec<OpenDecision>,
    pub results: Vec<Outcome>,
    pub standing: Standing,
    pub next: Vec<Next>,
    pub threads: Vec<ThreadCard>,
    pub waiting: Waiting,
    /// For guides alone.
    pub stuck: Option<Stuck>,
}

/// The rooms' answers, before they are put together.
struct Answers {
    focuses: Vec<focuses::Focus>,
    cards: Vec<Card>,
    open: Vec<OpenDecision>,
    meetings: Vec<Meeting>,
    threads: Vec<ThreadCard>,
    promises: Vec<Promise>,
}

impl Front {
    pub fn read(c: &mut Conn, visitor: &Visitor, chrome: &Chrome) -> Result<Front> {
        let answers = Answers::read(c, visitor, chrome)?;
        let stuck = if visitor.is_guide() {
            Some(stuck::read(c, &answers.cards, &answers.open, visitor.now)?)
        } else {
            None
        };
        let max = visitor.community()?.max_focuses;
        let next = next::coming(&answers.meetings, &answers.open, &answers.focuses, &answers.cards, chrome);
        let (mine, open) = answers.open.into_iter().partition(|decision| !decision.waiting.is_empty());
        Ok(Front {
            free: (max - answers.focuses.len() as i64).max(0),
            max,
            focuses: FocusCard::all(answers.focuses, &answers.cards),
            needs: needs::most_shared(c, NEEDS)?,
            open,
            results: results::newest(c, 0, RESULTS)?,
            standing: map::standing(c, visitor.locale)?,
            next,
            waiting: Waiting::of(mine, answers.promises, &answers.threads, chrome.today()),
            threads: answers.threads.into_iter().take(SHOWN_THREADS).collect(),
            stuck,
        })
    }
}

impl Answers {
    fn read(c: &mut Conn, visitor: &Visitor, chrome: &Chrome) -> Result<Answers> {
        let (now, person) = (visitor.now, visitor.person.as_deref());
        Ok(Answers {
            focuses: focuses::active(c)?,
            cards: initiatives::cards(c, None, &chrome.zone, now)?,
            open: decisions::open_now(c, person, visitor.is_guide(), now)?,
            meetings: meetings::next(c, now, MEETINGS)?,
            threads: threads::newest(c, visitor.person_id(), visitor.sees_circle(), THREADS)?,
            promises: person.map_or(Ok(Vec::new()), |p| promises::due_of(c, p.id, PROMISES))?,
        })
    }
}
