//! What a count finds: winners, ties, and the steps that led there.

use super::{BrokenBy, Cast, Rule, Tie, TieOrder};
use serde::{Deserialize, Serialize};

/// How a question came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub rule: Rule,
    pub cast: Cast,
    /// All that the rule itself gives, by index.
    pub winners: Vec<usize>,
    /// Of these, the one that the order for ties prefers.
    pub winner: usize,
    /// What decides ties.
    pub order: TieOrder,
    /// Each tie that was met, in order.
    pub ties: Vec<Tie>,
    /// The protocol: what happened, in order.
    pub steps: Vec<Step>,
    /// How far the next best option was; none where there is no other option.
    pub lead: Option<Lead>,
}

/// The distance between the winner and the option that came nearest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lead {
    pub over: usize,
    /// 0 where both win by the rule. In ballots for plurality and the last round of IRV; in half points
    /// for Borda; in pairs for Copeland; in margins (ballots more on one side than on the other) for
    /// minimax, Schulze, ranked pairs and Split Cycle: there, fewer than half as many ballots turned
    /// around could not have changed who wins between the two.
    pub by: i64,
}

/// One step of a count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Each option's score, in the order of options. Plurality: ballots. Borda: half points. Copeland: pairs won
    /// less pairs lost. Minimax: the worst defeat's margin (the lowest is best).
    Scored { scores: Vec<i64> },
    /// A round of IRV: how many ballots support each option that remains.
    Round { round: usize, tallies: Vec<(usize, u64)>, valid: u64, exhausted: u64 },
    /// Set aside in a round with so many of the ballots still in the count; with `short` more it would not
    /// have been lowest in this round.
    SetAside { round: usize, option: usize, votes: u64, of: u64, short: u64 },
    /// More than half of the ballots still in the count.
    Majority { round: usize, option: usize, votes: u64, of: u64 },
    /// The strongest chains of majorities between a winner and another option, both ways; `path` is the one
    /// from the winner, and its weakest majority is `strength`.
    Path { from: usize, to: usize, strength: i64, back: i64, path: Vec<usize> },
    /// A majority that stands.
    Locked { over: usize, under: usize, margin: i64 },
    /// A majority that would close a cycle with those that stand already, along `path` from the one that lost
    /// it to the one that won it.
    Skipped { over: usize, under: usize, margin: i64, path: Vec<usize> },
    /// Pairs with the same margin, which the order for ties puts in order.
    EqualMargins { margin: i64, pairs: Vec<(usize, usize)> },
    /// A defeat that stands: it is stronger than each chain of majorities back.
    Defeat { over: usize, under: usize, margin: i64, back: i64 },
}

/// What a rule finds, before the order for ties picks one.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub winners: Vec<usize>,
    pub ties: Vec<Tie>,
    pub steps: Vec<Step>,
    pub lead: Option<Lead>,
}

impl Found {
    /// Winners and lead by score, the highest best.
    pub fn highest(scores: &[i64], steps: Vec<Step>) -> Found {
        let best = scores.iter().copied().max().unwrap_or_default();
        let winners: Vec<usize> = (0..scores.len()).filter(|option| scores[*option] == best).collect();
        let others = (0..scores.len()).filter(|option| Some(option) != winners.first());
        let next = others.max_by_key(|option| (scores[*option], std::cmp::Reverse(*option)));
        let lead = next.map(|over| Lead { over, by: best - scores[over] });
        Found { winners, steps, lead, ..Found::default() }
    }

    pub fn decided(self, rule: Rule, cast: Cast, order: &TieOrder, places: &[usize]) -> Outcome {
        let Found { winners, mut ties, steps, lead } = self;
        let winner = winners.iter().copied().min_by_key(|option| places[*option]).unwrap_or_default();
        if winners.len() > 1 {
            ties.push(Tie { round: 0, among: winners.clone(), picked: winner, by: BrokenBy::Order });
        }
        Outcome { rule, cast, winners, winner, order: order.clone(), ties, steps, lead }
    }
}
