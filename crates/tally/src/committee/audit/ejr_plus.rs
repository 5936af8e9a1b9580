//! EJR+: whether a group that deserves seats was passed over.
//!
//! **Definition** (Brill and Peters, *Robust and Verifiable Proportionality Axioms for Multiwinner Voting*, EC
//! 2023). A committee for k seats, with n voters, satisfies EJR+ if there is no candidate outside
//! it, no ℓ, and no group of ℓ·n/k voters or more who all approve of that candidate while each of them
//! approves of fewer than ℓ winners. It implies EJR, and unlike EJR it can be checked quickly: for each
//! candidate and each ℓ the largest such group is all supporters with fewer than ℓ winners.
//! **Complexity**: linear in the ballots, and candidates times seats.

use crate::committee::Ratio;
use crate::committee::electorate::Electorate;
use crate::committee::ratio::ratio;
use dashu_int::UBig;
use serde::Serialize;

/// What the check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EjrPlus {
    /// Those passed over: for each candidate outside the committee the strongest claim, if any is just.
    pub breaches: Vec<Claim>,
    /// The strongest claim of all, just or not: how near to a breach it came.
    pub strongest: Option<Claim>,
}

/// A group's claim: its voters all approve of a candidate outside, and each of fewer than `level`
/// winners.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Claim {
    pub candidate: usize,
    /// ℓ: the claim is just if the group is large enough for so many seats.
    pub level: usize,
    /// How large the group is, in voters.
    pub voters: Ratio,
    /// Its size in parts of what it would need, ℓ·n/k. From 1 on the claim is just.
    pub strength: Ratio,
}

impl EjrPlus {
    pub fn is_satisfied(&self) -> bool {
        self.breaches.is_empty()
    }
}

pub(super) fn check(electorate: &Electorate, seats: usize, won: &[bool]) -> EjrPlus {
    let winners = |approves: &[usize]| approves.iter().filter(|candidate| won[**candidate]).count();
    let has: Vec<usize> = electorate.groups.iter().map(|(approves, _)| winners(approves)).collect();
    let outside = (0..won.len()).filter(|candidate| !won[*candidate]);
    let claims: Vec<Claim> =
        outside.filter_map(|candidate| strongest_of(electorate, seats, candidate, &has)).collect();
    let strongest = claims.iter().rev().max_by(|a, b| a.strength.cmp(&b.strength)).cloned();
    let one = Ratio(ratio(1, 1_u8));
    EjrPlus { breaches: claims.into_iter().filter(|claim| claim.strength >= one).collect(), strongest }
}

/// The strongest claim to a candidate; of equally strong ones that of the lowest level.
fn strongest_of(electorate: &Electorate, seats: usize, candidate: usize, has: &[usize]) -> Option<Claim> {
    let mut weights = vec![UBig::ZERO; seats];
    for group in &electorate.supporters[candidate] {
        let winners = has[*group as usize];
        if let Some(weight) = weights.get_mut(winners) {
            *weight += &electorate.groups[*group as usize].1;
        }
    }
    let mut weight = UBig::ZERO;
    let claims = weights.iter().enumerate().map(|(winners, here)| {
        weight += here;
        let (level, total) = (winners + 1, &electorate.weights.total);
        let strength = Ratio(ratio(&weight * UBig::from(seats), total * UBig::from(level)));
        let voters = electorate.weights.in_voters(ratio(weight.clone(), 1_u8));
        Claim { candidate, level, voters, strength }
    });
    let claims: Vec<Claim> = claims.filter(|claim| !claim.voters.0.is_zero()).collect();
    claims.into_iter().rev().max_by(|a, b| a.strength.cmp(&b.strength))
}
