//! How the Gregory rules reckon: decimals cut to fixed places, or exact fractions.

use super::Amount;
use dashu_ratio::RBig;

/// The arithmetic of a Gregory rule.
pub(super) trait Arithmetic {
    type Value: Clone + Ord;

    /// A number of ballots.
    fn whole(&self, ballots: u64) -> Self::Value;
    fn quota(&self, valid: u64, seats: usize) -> Self::Value;
    /// Whether so many votes elect.
    fn elects(&self, votes: &Self::Value, quota: &Self::Value) -> bool;
    /// The new value of a ballot whose candidate passes on `surplus` of `votes`.
    fn transfer_value(&self, value: &Self::Value, surplus: &Self::Value, votes: &Self::Value) -> Self::Value;
    fn plus(&self, a: &Self::Value, b: &Self::Value) -> Self::Value;
    fn minus(&self, a: &Self::Value, b: &Self::Value) -> Self::Value;
    fn times(&self, value: &Self::Value, ballots: u64) -> Self::Value;
    fn amount(&self, value: &Self::Value) -> Amount;
}

/// Decimals with fixed places, held as a number of units of the last place. At most 2⁴⁰ ballots and five places: no
/// product of two comes near 2¹²⁷.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decimal {
    pub places: u32,
    rounding: Rounding,
}

#[derive(Debug, Clone, Copy)]
enum Rounding {
    /// value × surplus ÷ votes, cut once.
    Once,
    /// value × surplus is cut, and what comes of ÷ votes.
    ProductFirst,
    /// surplus ÷ votes is cut, and what comes of × value.
    QuotientFirst,
}

impl Decimal {
    pub const SCOTTISH: Decimal = Decimal { places: 5, rounding: Rounding::Once };
    pub const PRF: Decimal = Decimal { places: 4, rounding: Rounding::ProductFirst };
    pub const MINNEAPOLIS: Decimal = Decimal { places: 4, rounding: Rounding::QuotientFirst };

    fn scale(self) -> i128 {
        10_i128.pow(self.places)
    }
}

impl Arithmetic for Decimal {
    type Value = i128;

    fn whole(&self, ballots: u64) -> i128 {
        i128::from(ballots) * self.scale()
    }

    fn quota(&self, valid: u64, seats: usize) -> i128 {
        // There are at most MOST_OPTIONS seats.
        let parts = seats as u64 + 1;
        match self.rounding {
            Rounding::ProductFirst => self.whole(valid) / i128::from(parts) + 1,
            Rounding::Once | Rounding::QuotientFirst => self.whole(valid / parts + 1),
        }
    }

    fn elects(&self, votes: &i128, quota: &i128) -> bool {
        votes >= quota
    }

    fn transfer_value(&self, value: &i128, surplus: &i128, votes: &i128) -> i128 {
        let scale = self.scale();
        // A candidate without votes has no ballots to pass on.
        let votes = (*votes).max(1);
        match self.rounding {
            Rounding::Once => value * surplus / votes,
            Rounding::ProductFirst => (value * surplus / scale) * scale / votes,
            Rounding::QuotientFirst => value * (surplus * scale / votes) / scale,
        }
    }

    fn plus(&self, a: &i128, b: &i128) -> i128 {
        a + b
    }

    fn minus(&self, a: &i128, b: &i128) -> i128 {
        a - b
    }

    fn times(&self, value: &i128, ballots: u64) -> i128 {
        value * i128::from(ballots)
    }

    fn amount(&self, value: &i128) -> Amount {
        Amount::Decimal { units: *value, places: self.places }
    }
}

/// Fractions; nothing is ever cut.
#[derive(Debug, Clone, Copy)]
pub(super) struct Exact;

impl Arithmetic for Exact {
    type Value = RBig;

    fn whole(&self, ballots: u64) -> RBig {
        RBig::from(ballots)
    }

    fn quota(&self, valid: u64, seats: usize) -> RBig {
        RBig::from(valid) / RBig::from(seats as u64 + 1)
    }

    /// Since nothing is cut, as many as there are seats can have more than the quota, and no more.
    fn elects(&self, votes: &RBig, quota: &RBig) -> bool {
        votes > quota
    }

    fn transfer_value(&self, value: &RBig, surplus: &RBig, votes: &RBig) -> RBig {
        if *votes == RBig::ZERO { RBig::ZERO } else { value * surplus / votes }
    }

    fn plus(&self, a: &RBig, b: &RBig) -> RBig {
        a + b
    }

    fn minus(&self, a: &RBig, b: &RBig) -> RBig {
        a - b
    }

    fn times(&self, value: &RBig, ballots: u64) -> RBig {
        value * RBig::from(ballots)
    }

    fn amount(&self, value: &RBig) -> Amount {
        Amount::Fraction(value.clone())
    }
}
