//! Ranked ballots: small cases by hand, real ones from elsewhere, oracles and axioms.

mod axioms;
mod certificates;
mod oracles;
mod plain;
pub(crate) mod shared;
pub(crate) mod small;
mod told;
