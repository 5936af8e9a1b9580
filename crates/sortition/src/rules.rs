//! The three rules. Each treats equal people equally, gives everybody a chance who can have one, and
//! differs in what it makes of the rest. People who sit in no panel that meets the quotas have no chance
//! under any rule; they are named ([`Chances::never`]) and left out of each rule's minimum.

mod goldilocks;
mod leximin;

use crate::columns::Cover;
use crate::{Chances, Fault, Instance};
use serde::Serialize;

/// How the chances are shared out.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub enum Rule {
    /// The least chance is as great as it can be; then the second least, and so on to the last
    /// (Flanigan, Gölz, Gupta, Hennig, Procaccia: *Fair algorithms for selecting citizens' assemblies*,
    /// Nature 596, 2021). One outcome only.
    Leximin,
    /// The least chance is as great as it can be; nothing is said of the others (ibid.).
    Maximin,
    /// No chance too small and none too great. Minimised is, over all lotteries π over panels that meet the quotas,
    ///
    /// > (n/k) · max π  +  γ · (k/n) / min π
    ///
    /// of n people in the pool and k seats, where max π and min π are the greatest and the least chance of anybody. Where
    /// all have the even chance k/n it is 1 + γ, the least that it can be if everybody can sit in some panel; γ says how
    /// much the least chance weighs beside the greatest. It has no unit. This is the objective *Goldilocks* of C. Baharav
    /// and B. Flanigan, *Fair, Manipulation-Robust, and Transparent Sortition*, EC 2024 (arXiv 2406.15009), who study
    /// above all γ = 1.
    ///
    /// What is ours: people who sit in no panel at all that meets the quotas have no chance whatever one does, and with them
    /// the second term would be infinite for all lotteries; so min π leaves them out (n counts them still). The minimum is
    /// found to a part in 10⁸. Of several lotteries with the same value one is returned, with the chances between
    /// the least and the greatest that it happens to give: the objective says nothing of them.
    Goldilocks { gamma: f64 },
}

/// A step of a rule: people whose chance it fixed, after all that was fixed before.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// The most that the least of the chances still open could be.
    pub chance: f64,
    /// The people (numbers in the pool) whose chance can't be above it without somebody poorer losing.
    pub people: Vec<usize>,
}

/// What a rule decides: a lottery over panels, and how it got there.
struct Verdict {
    panels: Vec<Vec<u32>>,
    shares: Vec<u64>,
    /// (chance, types).
    steps: Vec<(f64, Vec<usize>)>,
}

impl Instance {
    /// Everybody's chance under `rule`, and a lottery over panels that gives it to them.
    ///
    /// Errors: no panel meets the quotas ([`Fault::Infeasible`], with the smallest change that would
    /// help); the solver finds no answer.
    pub fn chances(&self, rule: Rule) -> Result<Chances<'_>, Fault> {
        let Some(cover) = Cover::of(self)? else {
            return Err(Fault::Infeasible(Box::new(self.relaxation()?)));
        };
        let never: Vec<usize> = (0..cover.seated.len()).filter(|kind| !cover.seated[*kind]).collect();
        let verdict = match rule {
            Rule::Leximin => leximin::all(self, cover)?,
            Rule::Maximin => leximin::first(self, cover)?,
            Rule::Goldilocks { gamma } => goldilocks::balance(self, cover, gamma)?,
        };
        let people = |kinds: &[usize]| -> Vec<usize> {
            let mut people: Vec<usize> =
                kinds.iter().flat_map(|kind| self.kinds[*kind].people.iter().copied()).collect();
            people.sort_unstable();
            people
        };
        let steps =
            verdict.steps.iter().map(|(chance, kinds)| Step { chance: *chance, people: people(kinds) });
        let never = people(&never);
        Chances::of(self, rule, verdict.panels, verdict.shares, never, steps.collect())
    }
}
