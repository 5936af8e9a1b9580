//! Ranked ballots: small cases by hand, real ones from elsewhere, oracles and axioms.

mod certificates;
pub(crate) mod shared;
