//! People drawn by lot: a panel that looks like the town, with fair chances for all who offered.

mod alternates;
mod chance;
mod chances;
mod columns;
mod fault;
mod instance;
mod lottery;
mod pool;
mod pricing;
pub mod reading;
mod relaxation;
mod rounding;
mod rules;
mod seating;
mod simplex;
mod solver;

pub use alternates::Alternates;
pub use chance::Chance;
pub use chances::{Chances, Share};
pub use fault::Fault;
pub use instance::{Household, Instance};
pub use lottery::{Lottery, ball, fingerprint};
pub use columns::WHOLE;
pub use pool::{Person, Pool, Quota, Quotas};
pub use reading::BadFile;
pub use relaxation::{Bound, Move, Relaxation};
pub use rules::{Rule, Step};
