//! Files of ballots that others use: read, and written.
//!
//! | format | what it holds | module |
//! |---|---|---|
//! | `.blt` | rankings, seats, withdrawals, an order for ties | [`blt`] |
//! | PrefLib `.soc .soi .toc .toi` | rankings | [`preflib`] |
//! | PrefLib `.cat` | approvals | [`cat`] |
//! | `.abc.yaml` | approvals, seats, expected committees | [`abc_yaml`] |
//! | CSV | approvals | [`approval_csv`] |
//! | CSV | points, grades, dots or places | [`number_csv`] |
//! | CSV of RCTab | rankings, a column for each rank | [`rank_csv`] |
//! | Pabulib `.pb` | a budget, its projects and votes | [`pabulib`] |
//!
//! Readers take text or bytes, never a path. A file that is not as its format says is refused with a
//! [`SyntaxError`]: the line, the column, and what was expected there.

pub mod abc_yaml;
pub mod approval_csv;
pub mod blt;
pub mod cat;
mod cursor;
pub mod number_csv;
pub mod pabulib;
pub mod preflib;
pub mod rank_csv;
mod syntax;

pub use syntax::SyntaxError;
