//! What a count of a budget returns: the winners, and how it came to them.

use serde::{Deserialize, Serialize};

use super::electorate::Utility;
use super::equal_shares::Completion;
use super::ratio::Ratio;
use super::ties::{Tie, TieBreak};

/// A rule with its variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Utilitarian greedy, skipping what does not fit.
    Greedy { utility: Utility },
    /// Sequential Phragmén, stopping at the first overshoot.
    Phragmen,
    /// The Method of Equal Shares.
    EqualShares { utility: Utility, completion: Completion },
}

/// What a rule decided, with everything needed to retell and to check it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub rule: Rule,
    pub tie_break: TieBreak,
    /// In the order in which they were bought.
    pub winners: Vec<usize>,
    /// Of all winners, in minor units.
    pub cost: u64,
    /// Of the budget, in minor units.
    pub left: u64,
    pub ties: Vec<Tie>,
    pub protocol: Vec<Step>,
}

/// One step of a count. Money is in minor units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "step")]
pub enum Step {
    /// It costs nothing and somebody wants it.
    Free {
        project: usize,
    },
    /// Nobody named it, or it alone is over the whole budget: it could not win.
    NotRunning {
        project: usize,
        voters: u64,
    },
    /// Each voter of weight one was given this much.
    Endowed {
        each: Ratio,
    },
    /// Add-one gave each voter of weight one this much instead, after so many steps; the rule was run
    /// anew at so many endowments, the others being known to change nothing.
    Raised {
        each: Ratio,
        steps: u128,
        runs: usize,
    },
    /// Its backers paid for it together. `price` is for one point of utility before scaling (with cost or
    /// cardinality utilities: what a voter of weight one paid), `rate` the price over the utility.
    Bought {
        project: usize,
        price: Ratio,
        rate: Ratio,
        /// Weights of those who paid the full price, and of those who paid all they still had.
        in_full: u64,
        all_they_had: u64,
        /// Money of all voters together, after it.
        left: Ratio,
        /// cost / price: so many full payments it was worth.
        effective_votes: Ratio,
    },
    /// In the end its backers had less than it costs.
    OutOfReach {
        project: usize,
        voters: u64,
        weight: u64,
        money: Ratio,
        lacking: Ratio,
    },
    /// Greedy took it, or passed it by because it did not fit into what was left.
    Taken {
        project: usize,
        utility: u128,
        left: u64,
    },
    DidNotFit {
        project: usize,
        utility: u128,
        left: u64,
    },
    /// Phragmén bought it, and its supporters bore this load each from then on.
    Loaded {
        project: usize,
        load: Ratio,
        supporters: u64,
    },
    /// Phragmén stopped, since one of these projects of least load was over what was left.
    Overshot {
        projects: Vec<usize>,
        left: u64,
    },
}
