//! The crate from outside: against published results, planted truths, and itself.
#![expect(clippy::unwrap_used, reason = "a test that can't read its data has failed")]

mod files;
mod following;
mod made_up;
mod planted;
mod polis;
mod properties;
mod shared;
mod together;
