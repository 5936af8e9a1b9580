//! Ranked ballots: small cases by hand, real ones from elsewhere, oracles and axioms.

pub(crate) mod shared;
