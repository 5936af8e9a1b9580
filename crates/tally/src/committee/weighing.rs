//! Who weighs how much: every voter the same, or each chamber its agreed share.

use super::{Fault, Ratio, ratio::ratio};
use dashu_int::{UBig, ops::Gcd};
use dashu_ratio::RBig;
use serde::{Deserialize, Serialize};

/// How much a ballot weighs. A ballot of weight *w* counts as *w* equal ballots would.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weighing {
    /// One voter, one weight.
    #[default]
    Equal,
    /// Each chamber has its agreed part of the whole, in the order of the chambers, however many
    /// vote in it; its voters share that part equally. `[1, 1]` gives two sides half each. Where the
    /// parts are as the numbers of voters, the count is the same as with [`Weighing::Equal`], to
    /// the last fraction.
    ///
    /// A chamber in which nobody voted can use no share: the others' stay as they are to each other,
    /// and [`super::Outcome::silent`] names it.
    Shares(Vec<u64>),
}

/// What a voter of each chamber weighs.
#[derive(Debug)]
pub(crate) struct Weights {
    /// By chamber, for one voter: whole numbers without a common factor.
    pub each: Vec<UBig>,
    /// What all voters weigh together.
    pub total: UBig,
    /// How many voters there are for each unit of weight.
    voters_per_unit: RBig,
    /// Chambers with a share in which nobody voted.
    pub silent: Vec<usize>,
}

impl Weights {
    /// `voters`: how many voted in each chamber.
    pub fn of(voters: &[u64], weighing: &Weighing) -> Result<Weights, Fault> {
        if voters.iter().all(|voters| *voters == 0) {
            return Err(Fault::NoBallots);
        }
        let (each, silent) = match weighing {
            Weighing::Equal => (vec![UBig::ONE; voters.len()], Vec::new()),
            Weighing::Shares(parts) => shared(parts, voters)?,
        };
        let total: UBig = each.iter().zip(voters).map(|(weight, voters)| weight * UBig::from(*voters)).sum();
        let all: UBig = voters.iter().map(|voters| UBig::from(*voters)).sum();
        Ok(Weights { each, voters_per_unit: ratio(all, total.clone()), total, silent })
    }

    /// A weight, told in voters.
    pub fn in_voters(&self, weight: RBig) -> Ratio {
        Ratio(weight * &self.voters_per_unit)
    }

    /// An amount that each unit of weight has or pays, told as what one voter has or pays.
    pub fn per_voter(&self, amount: &RBig) -> Ratio {
        Ratio(amount / &self.voters_per_unit)
    }

    /// A number of voters, told as a weight.
    pub fn weight_of(&self, voters: &Ratio) -> RBig {
        &voters.0 / &self.voters_per_unit
    }

    /// The other way: what each unit of weight has or pays.
    pub fn per_unit(&self, amount: &Ratio) -> RBig {
        &amount.0 * &self.voters_per_unit
    }
}

/// What a voter of each chamber weighs, `parts / voters`, brought to whole numbers without a common
/// factor; and the chambers whose part nobody was there to use.
fn shared(parts: &[u64], voters: &[u64]) -> Result<(Vec<UBig>, Vec<usize>), Fault> {
    if parts.len() != voters.len() {
        return Err(Fault::WrongShares { given: parts.len(), chambers: voters.len() });
    }
    let common = |a: UBig, b: UBig| if a.is_zero() { b } else { (&a).gcd(&b) };
    let multiple = voters.iter().filter(|v| **v > 0).map(|v| UBig::from(*v)).fold(UBig::ONE, |all, v| {
        let shared = (&all).gcd(&v);
        all * (v / shared)
    });
    let weigh = |part: u64, voters: u64| match voters {
        0 => UBig::ZERO,
        _ => UBig::from(part) * (&multiple / UBig::from(voters)),
    };
    let each: Vec<UBig> = parts.iter().zip(voters).map(|(part, voters)| weigh(*part, *voters)).collect();
    let factor = each.iter().filter(|weight| !weight.is_zero()).cloned().fold(UBig::ZERO, common);
    if factor.is_zero() {
        return Err(Fault::NoShares);
    }
    let silent = (0..parts.len()).filter(|n| voters[*n] == 0 && parts[*n] > 0).collect();
    Ok((each.into_iter().map(|weight| weight / &factor).collect(), silent))
}
