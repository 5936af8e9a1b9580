//! Amounts of votes as a result shows them: exact, to the rule's last digit.

use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A decimal number with a rule's fixed places ("1797.00000"), or a fraction in lowest terms ("8984/5").
/// Written and serialised as such text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amount {
    /// So many units of the last place; at least one place.
    Decimal {
        units: i128,
        places: u32,
    },
    Fraction(RBig),
}

impl Amount {
    /// The amount as a fraction, for comparisons across rules.
    pub fn exact(&self) -> RBig {
        match self {
            Amount::Decimal { units, places } => {
                RBig::from_parts(IBig::from(*units), UBig::from(10_u8).pow(*places as usize))
            }
            Amount::Fraction(fraction) => fraction.clone(),
        }
    }

    /// Reads what `Display` writes.
    pub fn parse(text: &str) -> Option<Amount> {
        let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        let (sign, digits) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
        if let Some((whole, part)) = digits.split_once('.') {
            let fine = is_number(whole) && is_number(part) && part.len() <= MOST_PLACES;
            let units = format!("{sign}{whole}{part}").parse().ok().filter(|_| fine)?;
            return Some(Amount::Decimal { units, places: u32::try_from(part.len()).ok()? });
        }
        let (above, below) = digits.split_once('/').unwrap_or((digits, "1"));
        if !is_number(above) || !is_number(below) || text.len() > MOST_DIGITS {
            return None;
        }
        let below: UBig = below.parse().ok()?;
        let above: IBig = format!("{sign}{above}").parse().ok()?;
        (below != UBig::ZERO).then(|| Amount::Fraction(RBig::from_parts(above, below)))
    }
}

/// More places than any rule has.
const MOST_PLACES: usize = 36;

/// A fraction longer than this would only keep a reader busy.
const MOST_DIGITS: usize = 1 << 20;

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Amount::Decimal { units, places } => {
                let (sign, units) = (if *units < 0 { "-" } else { "" }, units.unsigned_abs());
                let scale = 10_u128.pow(*places);
                write!(f, "{sign}{}.{:0width$}", units / scale, units % scale, width = *places as usize)
            }
            Amount::Fraction(fraction) => write!(f, "{fraction}"),
        }
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Amount, D::Error> {
        let text = String::deserialize(deserializer)?;
        Amount::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("no amount of votes: {text}")))
    }
}
