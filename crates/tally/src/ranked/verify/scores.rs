//! Scores: added up a second time.

use super::{Flaw, Margins, Profile, Rule, ensure};
use crate::ranked::Unranked;

pub(super) fn winners(profile: &Profile, rule: Rule, scores: &[i64]) -> Result<Vec<usize>, Flaw> {
    let margins = Margins::of(profile);
    let n = margins.options;
    let row = |a: usize| (0..n).filter(move |b| *b != a).map(move |b| (a, b));
    let right: Vec<i64> = (0..n)
        .map(|a| {
            let margins = row(a).map(|(a, b)| margins.between(a, b));
            match rule {
                Rule::Plurality => Some(firsts(profile, a)),
                Rule::Borda(Unranked::Zero) => Some(borda(profile, a)),
                // Each ballot gives two half points for each option that it puts lower, and one for each equal.
                Rule::Borda(Unranked::Mean) => Some(margins.sum::<i64>() + voters(profile) * (n as i64 - 1)),
                Rule::Copeland => Some(margins.map(i64::signum).sum()),
                Rule::Minimax => Some(margins.map(|margin| -margin).max().unwrap_or(0).max(0)),
                _ => None,
            }
        })
        .collect::<Option<_>>()
        .ok_or_else(|| Flaw("this rule has no scores".to_owned()))?;
    ensure(right == scores, || format!("the scores would be {right:?}"))?;
    let best = if rule == Rule::Minimax { scores.iter().min() } else { scores.iter().max() };
    Ok((0..n).filter(|option| Some(&scores[*option]) == best).collect())
}

fn voters(profile: &Profile) -> i64 {
    profile.ballots().iter().map(|ballot| ballot.count.cast_signed()).sum()
}

fn firsts(profile: &Profile, option: usize) -> i64 {
    let is_first = |level: &[u32]| level.iter().any(|first| *first as usize == option);
    let with = profile.ballots().iter().filter(|b| b.ranking.levels().next().is_some_and(is_first));
    with.map(|ballot| ballot.count.cast_signed()).sum()
}

/// Half points of an option: twice the options below it (unranked ones are below), and one for each equal.
fn borda(profile: &Profile, option: usize) -> i64 {
    let mut sum = 0;
    for ballot in profile.ballots() {
        let mut above = 0;
        for level in ballot.ranking.levels() {
            if level.iter().any(|other| *other as usize == option) {
                let below = profile.options().len() - above - level.len();
                sum += (2 * below + level.len() - 1) as i64 * ballot.count.cast_signed();
            }
            above += level.len();
        }
    }
    sum
}
