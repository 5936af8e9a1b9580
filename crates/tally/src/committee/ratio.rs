//! An exact fraction, as results and files show it.

use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};

/// An exact fraction in lowest terms, written `3`, `2/3` or `-1/4`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ratio(pub RBig);

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.is_int() {
            true => write!(f, "{}", self.0.numerator()),
            false => write!(f, "{}/{}", self.0.numerator(), self.0.denominator()),
        }
    }
}

/// The text is no fraction.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a fraction was expected, such as 2/3")]
pub struct NoRatio;

impl FromStr for Ratio {
    type Err = NoRatio;

    fn from_str(text: &str) -> Result<Ratio, NoRatio> {
        let (above, below) = text.split_once('/').unwrap_or((text, "1"));
        let numerator: IBig = above.parse().map_err(|_| NoRatio)?;
        let denominator: UBig = below.parse().map_err(|_| NoRatio)?;
        match denominator.is_zero() {
            true => Err(NoRatio),
            false => Ok(Ratio(RBig::from_parts(numerator, denominator))),
        }
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Ratio {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Ratio, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The fraction of two integers, the lower one not nought.
pub(crate) fn ratio(above: impl Into<IBig>, below: impl Into<UBig>) -> RBig {
    RBig::from_parts(above.into(), below.into())
}

/// The sum of fractions.
pub(crate) fn sum(fractions: impl Iterator<Item = RBig>) -> RBig {
    fractions.fold(RBig::ZERO, |sum, fraction| sum + fraction)
}
