//! The rules of STV, each as published.

use serde::{Deserialize, Serialize};

/// A published rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45–52. The quota is
    /// valid ÷ (seats + 1) without decimals, and one more; weighted inclusive Gregory, transfer values cut to five
    /// decimals; one surplus at a time, the largest first; ties by the most recent stage at which the numbers differed,
    /// then by lot. The last exclusion's ballots are still transferred before the last vacancies are filled.
    Scottish,
    /// The Proportional Representation Foundation's reference rule for weighted inclusive Gregory. The quota is
    /// valid ÷ (seats + 1), and 0.0001 more; each product and quotient is cut to four decimals; ties by lot.
    WigmPrf,
    /// Weighted inclusive Gregory in exact fractions: quota valid ÷ (seats + 1), to be exceeded; ties by lot.
    WigmExact,
    /// Minneapolis Code of Ordinances, title 8.5, chapter 167, as RCTab counts it: the quota as in Scotland; the surplus
    /// fraction, and the transfer value made with it, cut to four decimals; ties by lot; one exclusion at a time.
    Minneapolis,
    /// The Proportional Representation Foundation's reference rule for Meek's method (Hill, Wichmann & Woodall 1987):
    /// nine decimals, keep factors rounded up, iterated until the surplus is below 0.000001; ties by lot.
    MeekPrf,
    /// Meek's method in guarded arithmetic of 18 + 9 decimals, in which differences under half of the 18th decimal are no
    /// differences: quota to be exceeded, surplus to 10⁻⁹, candidates who can't be elected any more are excluded together;
    /// ties by lot. Agrees with exact fractions in practice.
    MeekGuarded,
}

impl Rule {
    /// The name in results and in files.
    pub fn name(self) -> &'static str {
        match self {
            Rule::Scottish => "stv_scottish",
            Rule::WigmPrf => "stv_wigm_prf",
            Rule::WigmExact => "stv_wigm_exact",
            Rule::Minneapolis => "stv_minneapolis",
            Rule::MeekPrf => "stv_meek_prf",
            Rule::MeekGuarded => "stv_meek_guarded",
        }
    }

    pub fn all() -> [Rule; 6] {
        use Rule::{MeekGuarded, MeekPrf, Minneapolis, Scottish, WigmExact, WigmPrf};
        [Scottish, WigmPrf, WigmExact, Minneapolis, MeekPrf, MeekGuarded]
    }

    pub fn named(name: &str) -> Option<Rule> {
        Rule::all().into_iter().find(|rule| rule.name() == name)
    }
}
