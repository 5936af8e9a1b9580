//! All ballots of one question, equal ones counted together.

use super::{Fault, Ranking};
use serde::{Deserialize, Serialize};

/// More options than this can't be counted: the comparison of all pairs would not fit.
pub const MOST_OPTIONS: usize = 2_000;

/// More ballots than this (2⁴⁰) are refused, so that no sum of a count ever wraps.
pub const MOST_BALLOTS: u64 = 1 << 40;

/// How many ballots there were, by what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Cast {
    /// Ballots that rank something: those that decide.
    pub valid: u64,
    /// Ballots that rank nothing (or nothing that still stands).
    pub blank: u64,
    /// Ballots that could not be read as an order.
    pub spoiled: u64,
    /// Voters who said that they leave it to the others.
    pub abstained: u64,
}

/// Equal ballots, counted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    pub ranking: Ranking,
    /// How many voters cast it; at least 1.
    pub count: u64,
}

/// The ballots of one question: each ranking once, with its count, in a fixed order. So the same
/// votes give the same profile, in whatever order they came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    options: Vec<String>,
    ballots: Vec<Ballot>,
    cast: Cast,
}

/// Ballots as they come in; [`Poll::close`] makes a [`Profile`] of them.
#[derive(Debug, Clone)]
pub struct Poll {
    options: Vec<String>,
    ballots: Vec<Ballot>,
    cast: Cast,
    /// How many rankings were looked at, and which of them named each option last: an option that is
    /// named twice in one is found without clearing anything in between.
    round: u64,
    seen: Vec<u64>,
}

impl Poll {
    /// A question with these options. They are known by their place in this list from here on.
    pub fn among(options: impl IntoIterator<Item = impl Into<String>>) -> Result<Poll, Fault> {
        let options: Vec<String> = options.into_iter().map(Into::into).collect();
        match options.len() {
            0 => Err(Fault::NoOptions),
            n if n > MOST_OPTIONS => Err(Fault::TooManyOptions),
            n => Ok(Poll { options, ballots: Vec::new(), cast: Cast::default(), round: 0, seen: vec![0; n] }),
        }
    }

    /// Adds `count` equal ballots. One that ranks nothing counts as blank.
    pub fn add(&mut self, ranking: Ranking, count: u64) -> Result<(), Fault> {
        self.ensure_valid(&ranking)?;
        self.ensure_room(count)?;
        if ranking.is_empty() {
            self.cast.blank += count;
        } else if count > 0 {
            self.cast.valid += count;
            self.ballots.push(Ballot { ranking, count });
        }
        Ok(())
    }

    /// Adds ballots that could not be read.
    pub fn add_spoiled(&mut self, count: u64) -> Result<(), Fault> {
        self.ensure_room(count)?;
        self.cast.spoiled += count;
        Ok(())
    }

    /// Adds voters who abstained.
    pub fn add_abstained(&mut self, count: u64) -> Result<(), Fault> {
        self.ensure_room(count)?;
        self.cast.abstained += count;
        Ok(())
    }

    /// Ends the poll: equal ballots are put together.
    pub fn close(self) -> Profile {
        Profile { options: self.options, ballots: grouped(self.ballots), cast: self.cast }
    }

    fn ensure_room(&self, count: u64) -> Result<(), Fault> {
        let Cast { valid, blank, spoiled, abstained } = self.cast;
        let sum = (valid + blank + spoiled + abstained).checked_add(count);
        if sum.is_some_and(|sum| sum <= MOST_BALLOTS) { Ok(()) } else { Err(Fault::TooManyBallots) }
    }

    fn ensure_valid(&mut self, ranking: &Ranking) -> Result<(), Fault> {
        let of = self.options.len();
        self.round += 1;
        for option in ranking.options() {
            let seen = self.seen.get_mut(option).ok_or(Fault::UnknownOption { option, of })?;
            if std::mem::replace(seen, self.round) == self.round {
                return Err(Fault::RankedTwice { option });
            }
        }
        Ok(())
    }
}

impl Profile {
    pub fn options(&self) -> &[String] {
        &self.options
    }

    /// Each ranking once, in a fixed order.
    pub fn ballots(&self) -> &[Ballot] {
        &self.ballots
    }

    pub fn cast(&self) -> Cast {
        self.cast
    }

    /// Whether no ballot has equal ranks.
    pub fn is_strict(&self) -> bool {
        self.ballots.iter().all(|ballot| ballot.ranking.is_strict())
    }

    /// The same ballots with other names, one for each option.
    pub(crate) fn renamed(self, options: Vec<String>) -> Profile {
        debug_assert_eq!(options.len(), self.options.len(), "an option keeps its place");
        Profile { options, ..self }
    }

    /// The same ballots without options that no longer stand; the others keep their places. Ballots
    /// on which nothing remains count as blank.
    pub fn without(&self, withdrawn: &[usize]) -> Result<Profile, Fault> {
        let mut gone = vec![false; self.options.len()];
        for option in withdrawn {
            let of = self.options.len();
            *gone.get_mut(*option).ok_or(Fault::UnknownOption { option: *option, of })? = true;
        }
        let mut cast = self.cast;
        let mut ballots = Vec::with_capacity(self.ballots.len());
        for ballot in &self.ballots {
            let ranking = ballot.ranking.without(|option| gone[option]);
            if ranking.is_empty() {
                cast.valid -= ballot.count;
                cast.blank += ballot.count;
            } else {
                ballots.push(Ballot { ranking, count: ballot.count });
            }
        }
        Ok(Profile { options: self.options.clone(), ballots: grouped(ballots), cast })
    }
}

/// Sorted by ranking, equal ones together.
fn grouped(mut ballots: Vec<Ballot>) -> Vec<Ballot> {
    ballots.sort_unstable_by(|one, other| one.ranking.cmp(&other.ranking));
    ballots.dedup_by(|later, kept| {
        let same = later.ranking == kept.ranking;
        if same {
            kept.count += later.count;
        }
        same
    });
    ballots
}
