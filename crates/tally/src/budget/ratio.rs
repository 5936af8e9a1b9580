//! Exact fractions, as results and certificates carry them.

use std::fmt;
use std::str::FromStr;

use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An exact fraction in lowest terms. Written as `"7"` or `"22/7"`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Ratio(pub RBig);

impl Ratio {
    pub fn new(numerator: impl Into<IBig>, denominator: impl Into<UBig>) -> Option<Ratio> {
        let (numerator, denominator) = (numerator.into(), denominator.into());
        (denominator != UBig::ZERO).then(|| Ratio(RBig::from_parts(numerator, denominator)))
    }

    pub fn whole(number: impl Into<IBig>) -> Ratio {
        Ratio(RBig::from(number.into()))
    }

    /// With so many digits after the point, the rest cut off: for pages; the fraction stays exact.
    pub fn decimal(&self, digits: usize) -> String {
        let scaled = self.0.numerator() * IBig::from(10_u8).pow(digits);
        let cut = (scaled / IBig::from(self.0.denominator().clone())).to_string();
        let (sign, cut) = cut.strip_prefix('-').map_or(("", cut.as_str()), |rest| ("-", rest));
        let padded = format!("{cut:0>width$}", width = digits + 1);
        let (whole, part) = padded.split_at(padded.len() - digits);
        if digits == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Ratio {
    type Err = NotARatio;

    fn from_str(text: &str) -> Result<Ratio, NotARatio> {
        let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
        let numerator = IBig::from_str(numerator).map_err(|_| NotARatio)?;
        let denominator = UBig::from_str(denominator).map_err(|_| NotARatio)?;
        Ratio::new(numerator, denominator).ok_or(NotARatio)
    }
}

/// A text that is no fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a fraction such as \"7\" or \"22/7\" was expected")]
pub struct NotARatio;

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Ratio {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Ratio, D::Error> {
        String::deserialize(from)?.parse().map_err(de::Error::custom)
    }
}
