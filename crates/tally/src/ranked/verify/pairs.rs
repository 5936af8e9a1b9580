//! Ranked pairs: all majorities, in the right order, each locked or skipped with a chain that it would close.

use super::{Flaw, Margins, ensure};
use crate::ranked::Pair;
use std::cmp::Reverse;
use std::collections::BTreeSet;

pub(super) fn winners(margins: &Margins, places: &[usize], pairs: &[Pair]) -> Result<Vec<usize>, Flaw> {
    let n = margins.options;
    let known = pairs.iter().all(|pair| pair.over < n && pair.under < n);
    ensure(known, || "a majority over or of nobody".to_owned())?;
    let key = |pair: &Pair| (Reverse(pair.margin), places[pair.over], Reverse(places[pair.under]));
    ensure(pairs.is_sorted_by(|one, next| key(one) < key(next)), || {
        "majorities are out of order".to_owned()
    })?;
    let all =
        (0..n).flat_map(|a| (0..n).map(move |b| (a, b))).filter(|(a, b)| margins.between(*a, *b) > 0).count();
    ensure(pairs.len() == all, || format!("there are {all} majorities"))?;
    let mut locked: BTreeSet<(usize, usize)> = BTreeSet::new();
    for pair in pairs {
        let (over, under) = (pair.over, pair.under);
        let right = margins.between(over, under) == pair.margin && pair.margin > 0;
        ensure(right, || format!("{} over {} has another margin", over + 1, under + 1))?;
        match &pair.closes {
            None => _ = locked.insert((over, under)),
            Some(path) => {
                let holds = path.first() == Some(&under)
                    && path.last() == Some(&over)
                    && path.windows(2).all(|link| locked.contains(&(link[0], link[1])));
                ensure(holds, || format!("{} over {} was skipped without a cycle", over + 1, under + 1))?;
            }
        }
    }
    ensure(is_acyclic(n, &locked), || "the locked majorities hold a cycle".to_owned())?;
    Ok((0..n).filter(|option| locked.iter().all(|(_, under)| under != option)).collect())
}

/// Takes away who is beaten by nobody, again and again; in a cycle somebody would be left.
fn is_acyclic(options: usize, locked: &BTreeSet<(usize, usize)>) -> bool {
    let mut beaten_by = vec![0_usize; options];
    locked.iter().for_each(|(_, under)| beaten_by[*under] += 1);
    let mut free: Vec<usize> = (0..options).filter(|option| beaten_by[*option] == 0).collect();
    let mut taken = 0;
    while let Some(option) = free.pop() {
        taken += 1;
        for (_, under) in locked.range((option, 0)..(option + 1, 0)) {
            beaten_by[*under] -= 1;
            if beaten_by[*under] == 0 {
                free.push(*under);
            }
        }
    }
    taken == options
}
