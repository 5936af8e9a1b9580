//! What is counted, and what comes out.

use super::{Amount, Fault, Rule, Tie, TieOrder, gregory, meek, value};
use crate::ranked::{Cast, Profile};
use serde::{Deserialize, Serialize};

/// An election to be counted.
#[derive(Debug, Clone, Copy)]
pub struct Contest<'c> {
    pub profile: &'c Profile,
    /// At least 1, at most as many as stand.
    pub seats: usize,
    /// Candidates who no longer stand, by index.
    pub withdrawn: &'c [usize],
    /// What decides where the rule says "by lot": the option that comes first is acted upon.
    pub lots: &'c TieOrder,
}

/// How an election came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    pub rule: Rule,
    pub seats: usize,
    /// Ballots on which nobody stands but who has withdrawn are counted as blank.
    pub cast: Cast,
    pub withdrawn: Vec<usize>,
    pub lots: TieOrder,
    /// In the order of election; of one stage, the one with more votes first.
    pub elected: Vec<usize>,
    /// Those of them who had no quota, but were no more than the vacancies that were left.
    pub filled: Vec<usize>,
    /// Each tie that was met, in order; its round is the number of the stage.
    pub ties: Vec<Tie>,
    /// The protocol.
    pub stages: Vec<Stage>,
}

/// One stage (round) of a count: what was done, and how the votes stood then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// From 1, which is the count of first preferences.
    pub number: usize,
    pub action: Action,
    /// The votes of each candidate after that, by index; none for who has withdrawn.
    pub tallies: Vec<Option<Amount>>,
    /// What no further preference stands for.
    pub exhausted: Amount,
    pub quota: Amount,
    /// Who has a quota now and had none before, most votes first.
    pub elected: Vec<usize>,
}

/// What was done in a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    FirstPreferences,
    /// What an elected candidate had more than the quota went on.
    Surplus {
        of: usize,
        surplus: Amount,
    },
    /// The candidate with the fewest votes was excluded; `short` is how far the next lowest was.
    Exclusion {
        of: usize,
        votes: Amount,
        short: Option<Amount>,
        transferred: bool,
    },
    /// Meek: votes were distributed anew until nobody's surplus mattered, or somebody was elected. The tallies
    /// stand as they were before the exclusion.
    Distribution {
        iterations: usize,
        /// What each candidate keeps of a ballot that comes to them, by index.
        keep: Vec<Amount>,
        surplus: Amount,
        ended: Ended,
        excluded: Vec<usize>,
        short: Option<Amount>,
    },
}

/// Why Meek's iteration came to an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// Somebody has a quota.
    Elected,
    /// The surplus is small enough.
    Small,
    /// The surplus did not get smaller any more.
    Stable,
    /// Some can't be elected any more, whatever becomes of the surplus.
    SureLosers,
}

impl Contest<'_> {
    /// Counts the election by a rule. Complexity: Gregory rules, each ballot once for each preference; Meek, a few passes
    /// a round over the distinct beginnings of ballots.
    pub fn count(&self, rule: Rule) -> Result<Count, Fault> {
        let profile = self.profile.without(self.withdrawn)?;
        let options = profile.options().len();
        let lots = self.lots.places(options)?;
        let mut stands = vec![true; options];
        self.withdrawn.iter().for_each(|option| stands[*option] = false);
        let standing = stands.iter().filter(|stands| **stands).count();
        if self.seats == 0 || self.seats > standing {
            return Err(Fault::Seats { seats: self.seats, standing });
        }
        if !profile.is_strict() {
            return Err(Fault::EqualRanks);
        }
        let setting = Setting { profile: &profile, seats: self.seats, stands, lots };
        let found = match rule {
            Rule::Scottish => gregory::count(&setting, value::Decimal::SCOTTISH, gregory::SCOTTISH),
            Rule::WigmPrf => gregory::count(&setting, value::Decimal::PRF, gregory::PRF),
            Rule::Minneapolis => gregory::count(&setting, value::Decimal::MINNEAPOLIS, gregory::MINNEAPOLIS),
            Rule::WigmExact => gregory::count(&setting, value::Exact, gregory::PRF),
            Rule::MeekPrf => meek::count(&setting, meek::PRF)?,
            Rule::MeekGuarded => meek::count(&setting, meek::GUARDED)?,
        };
        Ok(found.of(rule, self, profile.cast()))
    }
}

/// A contest whose numbers have been looked at.
pub(super) struct Setting<'c> {
    /// Without who has withdrawn.
    pub profile: &'c Profile,
    pub seats: usize,
    pub stands: Vec<bool>,
    /// Each option's place in the order of lots.
    pub lots: Vec<usize>,
}

/// What a rule finds.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub elected: Vec<usize>,
    pub filled: Vec<usize>,
    pub ties: Vec<Tie>,
    pub stages: Vec<Stage>,
}

impl Found {
    fn of(self, rule: Rule, contest: &Contest<'_>, cast: Cast) -> Count {
        let Found { elected, filled, ties, stages } = self;
        let (seats, withdrawn, lots) = (contest.seats, contest.withdrawn.to_vec(), contest.lots.clone());
        Count { rule, seats, cast, withdrawn, lots, elected, filled, ties, stages }
    }
}

impl Action {
    /// Who is excluded with this.
    pub fn excluded(&self) -> &[usize] {
        match self {
            Action::Exclusion { of, .. } => std::slice::from_ref(of),
            Action::Distribution { excluded, .. } => excluded,
            Action::FirstPreferences | Action::Surplus { .. } => &[],
        }
    }
}
