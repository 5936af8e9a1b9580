//! The crate from outside, as a caller sees it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it can't go on")]

mod draws;
mod files;
mod households;
mod infeasible;
mod oracle;
mod published;
mod town;
