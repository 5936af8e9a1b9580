//! Chains of majorities: those shown are as strong as claimed, and no chain is stronger.

use super::{Flaw, Margins, Rule, ensure};

/// Cubic in the options.
pub(super) fn check(margins: &Margins, strength: &[Vec<i64>], before: &[Vec<usize>]) -> Result<(), Flaw> {
    let n = margins.options;
    let square =
        |rows: usize, mut lengths: Box<dyn Iterator<Item = usize> + '_>| rows == n && lengths.all(|l| l == n);
    let whole = square(strength.len(), Box::new(strength.iter().map(Vec::len)))
        && square(before.len(), Box::new(before.iter().map(Vec::len)))
        && before.iter().flatten().all(|option| *option < n);
    ensure(whole, || "the table of strengths is not of all options".to_owned())?;
    for from in 0..n {
        for to in (0..n).filter(|to| *to != from) {
            ensure(is_reached(margins, &strength[from], &before[from], from, to), || {
                format!("no chain from {} to {} is as strong as claimed", from + 1, to + 1)
            })?;
            ensure(is_strongest(margins, &strength[from], from, to), || {
                format!("a stronger chain leads from {} to {}", from + 1, to + 1)
            })?;
        }
    }
    Ok(())
}

/// Following the table back from the end, each majority is strong enough.
fn is_reached(margins: &Margins, strength: &[i64], before: &[usize], from: usize, to: usize) -> bool {
    let mut here = to;
    for _ in 0..margins.options {
        if here == from || strength[to] == 0 {
            return true;
        }
        if margins.between(before[here], here) < strength[to] {
            return false;
        }
        here = before[here];
    }
    here == from
}

/// No last majority makes a stronger chain of what is claimed: then, by the length of chains, none at all is stronger.
fn is_strongest(margins: &Margins, strength: &[i64], from: usize, to: usize) -> bool {
    let others = (0..margins.options).filter(|via| *via != from && *via != to);
    strength[to] >= margins.between(from, to).max(0)
        && others.into_iter().all(|via| strength[to] >= strength[via].min(margins.between(via, to)))
}

pub(super) fn winners(margins: &Margins, rule: Rule, strength: &[Vec<i64>]) -> Vec<usize> {
    let n = margins.options;
    let loses = |a: usize, b: usize| match rule {
        Rule::SplitCycle => margins.between(b, a) > strength[a][b],
        _ => strength[b][a] > strength[a][b],
    };
    (0..n).filter(|a| (0..n).all(|b| *a == b || !loses(*a, b))).collect()
}
