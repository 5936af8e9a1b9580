//! The rules against small cases, oracles, axioms and the reference results.

mod reference;
