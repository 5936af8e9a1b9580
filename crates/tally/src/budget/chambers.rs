//! Chambers: each spends its agreed share of the budget, however many vote in it.
//!
//! A chamber with share s (of all shares S) and n of N voters has s/S of the money, so each of its
//! voters counts as (s/S)/(n/N) voters: a voter of weight w is the same as w clones of that voter. The
//! weights are scaled to the smallest whole numbers, so chambers whose shares are as their numbers of
//! voters give each voter the weight 1, and with it the plain rule, bit for bit.

use super::{Fault, Instance, MOST_WEIGHT};

/// The instance with its voters weighted by their chambers' shares; one share a chamber, in order.
/// A chamber without voters can't spend a share, and is an error rather than money that vanishes.
pub fn with_shares(instance: &Instance, shares: &[u64]) -> Result<Instance, Fault> {
    let names = instance.chambers();
    if names.len() != shares.len() {
        return Err(Fault::SharesDoNotFit(names.len(), shares.len()));
    }
    let mut voters = vec![0_u64; names.len()];
    instance.groups.iter().for_each(|g| voters[g.chamber] += g.voters);
    for ((name, &share), &n) in names.iter().zip(shares).zip(&voters) {
        match (share, n) {
            (0, 0) => {}
            (_, 0) => return Err(Fault::SilentChamber(name.clone())),
            (0, _) => return Err(Fault::NoShare(name.clone())),
            _ => {}
        }
    }
    weigh(instance, &multipliers(shares, &voters)?)
}

/// The smallest whole numbers in the ratio of share to voters.
fn multipliers(shares: &[u64], voters: &[u64]) -> Result<Vec<u64>, Fault> {
    let mut common: u128 = 1;
    for (&share, &n) in shares.iter().zip(voters).filter(|(_, n)| **n > 0) {
        let n = u128::from(n) / gcd(u128::from(share), u128::from(n));
        common = (common / gcd(common, n)).checked_mul(n).ok_or(Fault::TooMuchWeight)?;
    }
    let of_one = |(&share, &n): (&u64, &u64)| match n {
        0 => Some(0),
        n => common.checked_mul(u128::from(share)).map(|scaled| scaled / u128::from(n)),
    };
    let scaled: Option<Vec<u128>> = shares.iter().zip(voters).map(of_one).collect();
    let scaled = scaled.ok_or(Fault::TooMuchWeight)?;
    let shared = scaled.iter().fold(0, |a, b| gcd(a, *b)).max(1);
    scaled.iter().map(|m| u64::try_from(m / shared).map_err(|_| Fault::TooMuchWeight)).collect()
}

fn weigh(instance: &Instance, multipliers: &[u64]) -> Result<Instance, Fault> {
    let mut weighted = instance.clone();
    let mut sum: u64 = 0;
    for group in &mut weighted.groups {
        let weight = group.voters.checked_mul(multipliers[group.chamber]).ok_or(Fault::TooMuchWeight)?;
        sum = sum.checked_add(weight).filter(|sum| *sum <= MOST_WEIGHT).ok_or(Fault::TooMuchWeight)?;
        group.weight = weight;
    }
    weighted.weight = sum;
    Ok(weighted)
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}
