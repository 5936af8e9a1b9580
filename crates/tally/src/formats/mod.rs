//! Files of ballots, read and written.
//!
//! Readers take text, never a path. A file that is not as its format says is refused with a
//! [`SyntaxError`]: the line, the column, and what was expected there.

pub mod abc_yaml;
pub mod approval_csv;
pub mod cat;
mod cursor;
pub mod pabulib;
mod syntax;

pub use syntax::SyntaxError;
