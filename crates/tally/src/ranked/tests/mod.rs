//! Ranked ballots: small cases by hand, real ones from elsewhere, oracles and axioms.

mod axioms;
mod certificates;
mod oracles;
pub(crate) mod shared;
pub(crate) mod small;
mod told;
