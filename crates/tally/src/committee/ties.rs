//! How ties between candidates are broken, and what is reported of them.

use super::Fault;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What decides between candidates whom the rule finds equal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieBreak {
    /// The one who stands first in the list of candidates.
    #[default]
    ListOrder,
    /// The one who stands first in this order, which names each candidate once.
    Order(Vec<usize>),
    /// A lot that everybody can draw again: the one whose SHA-256 of the seed, a zero byte and the
    /// candidate's name is the smallest. The seed comes from outside (dice thrown in public, say).
    Lot { seed: String },
}

/// A choice between equals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tie {
    /// From 1.
    pub round: usize,
    /// All who were equal, ascending.
    pub among: Vec<usize>,
    pub chosen: usize,
}

impl TieBreak {
    /// Each candidate's place in the order by which ties are broken, the lower the better.
    pub(crate) fn places(&self, names: &[String]) -> Result<Vec<usize>, Fault> {
        match self {
            TieBreak::ListOrder => Ok((0..names.len()).collect()),
            TieBreak::Order(order) => inverse(order, names.len()),
            TieBreak::Lot { seed } => {
                let mut order: Vec<usize> = (0..names.len()).collect();
                order.sort_by_cached_key(|candidate| (drawn(seed, &names[*candidate]), *candidate));
                inverse(&order, names.len())
            }
        }
    }
}

fn drawn(seed: &str, name: &str) -> [u8; 32] {
    Sha256::new().chain_update(seed).chain_update([0]).chain_update(name).finalize().into()
}

fn inverse(order: &[usize], candidates: usize) -> Result<Vec<usize>, Fault> {
    let mut places = vec![usize::MAX; candidates];
    for (place, candidate) in order.iter().enumerate() {
        *places.get_mut(*candidate).ok_or(Fault::WrongOrder { candidates })? = place;
    }
    let whole = order.len() == candidates && !places.contains(&usize::MAX);
    whole.then_some(places).ok_or(Fault::WrongOrder { candidates })
}
