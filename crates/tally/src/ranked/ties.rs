//! How ties are broken: by an order that stands before the count, and never silently.

use super::Fault;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The order that decides ties: of tied options the earliest is preferred. (In [`crate::stv`] the
/// published rules read the same order as a list of lots: the earliest is the one acted upon.)
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TieOrder {
    source: Source,
    order: Vec<usize>,
}

/// Where an order for ties comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The options' own order.
    Index,
    /// Handed in.
    Given,
    /// Drawn by lot from this seed.
    Lot(String),
}

impl TieOrder {
    /// The options' own order: the earlier in the list is preferred.
    pub fn by_index(options: usize) -> TieOrder {
        TieOrder { source: Source::Index, order: (0..options).collect() }
    }

    /// An order handed in; it must name each option once.
    pub fn given(order: Vec<usize>, options: usize) -> Result<TieOrder, Fault> {
        let mut named = vec![false; options];
        for option in &order {
            *named.get_mut(*option).ok_or(Fault::UnknownOption { option: *option, of: options })? = true;
        }
        let names = named.iter().filter(|named| **named).count();
        if names < options || order.len() > options {
            return Err(Fault::OrderIncomplete { names: order.len(), of: options });
        }
        Ok(TieOrder { source: Source::Given, order })
    }

    /// An order by lot that anybody can check: option number `n` (from 1) draws the SHA-256 of
    /// `seed:n`, and the lowest comes first. The seed comes from outside, after voting has ended.
    pub fn by_lot(seed: &str, options: usize) -> TieOrder {
        let lot = |n: &usize| -> [u8; 32] { Sha256::digest(format!("{seed}:{}", n + 1)).into() };
        let mut order: Vec<usize> = (0..options).collect();
        order.sort_by_cached_key(lot);
        TieOrder { source: Source::Lot(seed.to_owned()), order }
    }

    pub fn source(&self) -> &Source {
        &self.source
    }

    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// Each option's place in the order; refuses an order made for another number of options.
    pub(crate) fn places(&self, options: usize) -> Result<Vec<usize>, Fault> {
        TieOrder::given(self.order.clone(), options)?;
        let mut places = vec![0; options];
        for (place, option) in self.order.iter().enumerate() {
            places[*option] = place;
        }
        Ok(places)
    }
}

/// A tie that was met, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// The round in which it arose; 0 where the rule has no rounds.
    pub round: usize,
    /// Who was tied, by index.
    pub among: Vec<usize>,
    /// Who was picked: as winner, or to be set aside or transferred in a rule with rounds.
    pub picked: usize,
    pub by: BrokenBy,
}

/// What broke a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BrokenBy {
    /// The order that stood before the count ([`TieOrder`]).
    Order,
    /// The tallies at the end of this earlier round, in which they were not equal.
    EarlierRound(usize),
}
