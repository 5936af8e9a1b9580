//! What a count returns: who won, each tie, and the steps from which to tell why.

use super::{Cast, Ratio, Rule, Tie, TieBreak, Weighing};
use serde::{Deserialize, Serialize};

/// How an election came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    pub rule: Rule,
    pub seats: usize,
    pub weighing: Weighing,
    pub tie_break: TieBreak,
    /// In the order in which the rule elected them; ascending where it elects all at once. Fewer
    /// than `seats` only where a rule without completion leaves seats open.
    pub winners: Vec<usize>,
    /// Every choice between equals that had to be made, in the order of the rounds.
    pub ties: Vec<Tie>,
    pub protocol: Vec<Step>,
    /// What became of the ballots, by chamber.
    pub cast: Vec<Cast>,
    /// Chambers with a share in which nobody voted.
    pub silent: Vec<usize>,
}

/// One step of a count. Rounds are numbered from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// A candidate won a seat, being the best by the rule's measure. `next` is the best of those not
    /// equal to the winner: how far off the others were. (Not told by the Expanding Approvals Rule.)
    Elected { round: usize, candidate: usize, by: Measure, next: Option<(usize, Measure)> },
    /// No further candidate has supporters with the price of a seat left. `nearest` is the one whose
    /// supporters have most, in parts of that price.
    Unaffordable { round: usize, nearest: Option<(usize, Ratio)> },
    /// The seats still open are filled by another rule.
    Completing { round: usize, by: Completion },
    /// No candidate had a quota at the rank before; the ballots now count down to this rank.
    Widened { round: usize, rank: usize },
    /// All committees were compared at once. `score` is the chosen one's, `bound` what no committee
    /// can exceed: the same where the search was carried to its end. `equal`: how many committees with
    /// that score were found, the chosen one among them. `whole`: whether the search was carried to its end, so that
    /// these are all.
    Compared { score: Ratio, bound: Ratio, equal: usize, whole: bool },
}

/// By what a candidate was the best of its round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The most voters approve.
    Approvals(Ratio),
    /// It adds most to the sum of satisfaction, a voter's nth winner counting 1/n.
    Gain(Ratio),
    /// Its supporters pay least: the most that one of them pays, of each voter's part of the seats.
    Price(Ratio),
    /// Its supporters bear the lowest load, in seats per voter.
    Load(Ratio),
    /// It has a quota of support at this rank; the support, in voters.
    Support { rank: usize, weight: Ratio },
    /// Nobody who voted approves of it: elected only because seats were left.
    Unsupported,
}

/// How seats are filled that Equal Shares leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Completion {
    /// They stay open.
    None,
    /// By sequential Phragmén, in which the money a voter has left is a head start.
    Phragmen,
    /// By the number of approvals.
    Approvals,
}
