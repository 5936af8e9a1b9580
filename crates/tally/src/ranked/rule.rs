//! The rules, each by its standard name, with its variant.

use serde::{Deserialize, Serialize};

/// A rule that elects one option by ranked ballots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Most first choices. A ballot with several firsts gives a vote to each.
    Plurality,
    /// Most points: on a ballot of m options m−1 for the first, m−2 for the second, and so on (J.-C. de
    /// Borda 1781). Equals share the mean of their points.
    Borda(Unranked),
    /// Instant-runoff voting (the alternative vote): the option with the fewest ballots is set aside until
    /// one has more than half. A ballot with several options on its best remaining level supports each of
    /// them (Approval-IRV: Delemazure & Peters, EC 2024).
    Irv(Bottom),
    /// The beat-path rule (M. Schulze, *A new monotonic, clone-independent, reversal symmetric, and
    /// Condorcet-consistent single-winner election method*, Social Choice and Welfare 2011), by margins.
    Schulze,
    /// Ranked pairs (T. N. Tideman 1987), by margins; pairs of equal margin in the order of Zavist & Tideman
    /// (1989) on the order for ties: the pair with the more preferred winner first, then the one with the
    /// less preferred loser.
    RankedPairs,
    /// Most pairs won, less pairs lost (A. H. Copeland 1951).
    Copeland,
    /// The smallest worst defeat, by margins (Simpson 1969, Kramer 1977).
    Minimax,
    /// Undefeated once the weakest defeat of each cycle is discarded (W. H. Holliday & E. Pacuit, *Split
    /// Cycle*, Public Choice 2023).
    SplitCycle,
}

/// What Borda gives to options that a ballot leaves unranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unranked {
    /// Nothing.
    Zero,
    /// The mean of the points that are left, as if they were equals on one last level. Winners are the
    /// same as by the sum of margins ("net Borda").
    Mean,
}

/// Who is set aside when several are equally lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bottom {
    /// One, the least preferred in the order for ties.
    One,
    /// All of them, unless nobody else is left; then they all win.
    All,
}

impl Rule {
    /// The name in results and in files.
    pub fn name(self) -> &'static str {
        match self {
            Rule::Plurality => "plurality",
            Rule::Borda(Unranked::Zero) => "borda_unranked_zero",
            Rule::Borda(Unranked::Mean) => "borda_unranked_mean",
            Rule::Irv(Bottom::One) => "irv_one_at_a_time",
            Rule::Irv(Bottom::All) => "irv_all_lowest",
            Rule::Schulze => "schulze_margins",
            Rule::RankedPairs => "ranked_pairs_margins",
            Rule::Copeland => "copeland",
            Rule::Minimax => "minimax_margins",
            Rule::SplitCycle => "split_cycle",
        }
    }

    /// Each rule in each variant.
    pub fn all() -> [Rule; 10] {
        use Rule::{Borda, Copeland, Irv, Minimax, Plurality, RankedPairs, Schulze, SplitCycle};
        let borda = [Borda(Unranked::Zero), Borda(Unranked::Mean)];
        let irv = [Irv(Bottom::One), Irv(Bottom::All)];
        [Plurality, borda[0], borda[1], irv[0], irv[1], Schulze, RankedPairs, Copeland, Minimax, SplitCycle]
    }

    pub fn named(name: &str) -> Option<Rule> {
        Rule::all().into_iter().find(|rule| rule.name() == name)
    }
}
