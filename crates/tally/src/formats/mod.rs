//! Files of ballots that others use: read, with a clear word on what is wrong and where, and written.
//!
//! | format | what it holds | module |
//! |---|---|---|
//! | `.blt` | rankings, seats, withdrawals, an order for ties | [`blt`] |
//! | PrefLib `.soc .soi .toc .toi` | rankings | [`preflib`] |

pub mod blt;
pub mod preflib;
mod syntax;

pub use syntax::Syntax;
