//! STV: real counts with reference results, small cases by hand, axioms.

mod axioms;
mod certificates;
mod plain;
mod plain_meek;
mod shared;
