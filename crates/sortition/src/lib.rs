//! People drawn by lot: a panel that looks like the town, and fair chances for all who offered.
//!
//! A panel of n is drawn from a *pool* of volunteers under *quotas* ("at least 5 and at most 7 aged 16
//! to 29"). Where some groups volunteer less than others, the quotas make chances unequal; a rule says
//! how unequal, and this crate finds the lottery over all possible panels that follows it. Pure functions
//! over what a caller hands in: no clock, no files, no chance but a seed. The same seed draws the same
//! people on each machine, and anybody can draw them again.
//!
//! # Which rule
//!
//! | rule | everybody's chance | use it when |
//! |---|---|---|
//! | [`Rule::Leximin`] | the least as great as possible, then the second least, and so on | nobody who offered should be forgotten: the one to begin with |
//! | [`Rule::Maximin`] | the least as great as possible | it must be quick, and only the worst off matter |
//! | [`Rule::Goldilocks`] | none too small, none too great | somebody could gain by telling a wrong feature |
//!
//! # Five people, worked through
//!
//! Two seats, one for the young and one for the old. Two young people and three old ones have offered.
//!
//! ```
//! use sortition::{Household, Instance, Rule, reading};
//!
//! let pool = reading::pool(b"id,age\nAmina,young\nPista,young\nVera,old\nStella,old\nJoe,old\n")?;
//! let quotas = reading::quotas(b"category,feature,min,max\nage,young,1,1\nage,old,1,1\n")?;
//! let instance = Instance::of(&pool, &quotas, 2, Household::Any)?;
//! let chances = instance.chances(Rule::Leximin)?;
//! let near = |chance: f64, wanted: f64| (chance - wanted).abs() < 1e-6;
//! assert!(near(chances.people[0], 1.0 / 2.0)); // Amina: one of two young
//! assert!(near(chances.people[4], 1.0 / 3.0)); // Joe: one of three old
//!
//! // A draw in public: six balls, a panel on each, published beforehand.
//! let lottery = chances.lottery(6, "published with the list")?;
//! assert_eq!(lottery.balls, [3, 3, 2, 2, 2]); // on how many balls each of them is
//! let ball = lottery.ball("state lottery of 1 May 2026: 4 8 15 16 23 42");
//! let panel = lottery.panel(ball)?;
//! assert!(instance.admits_people(panel));
//!
//! // Should one of them fall ill: who can step in for whom.
//! let alternates = instance.alternates(panel, 2, "the same evening")?;
//! assert_eq!(alternates.seats[0].len(), 1);
//!
//! // Three of the young can't be had; the answer says what can.
//! let quotas = reading::quotas(b"category,feature,min,max\nage,young,3,3\nage,old,0,2\n")?;
//! let fault = Instance::of(&pool, &quotas, 3, Household::Any)?.chances(Rule::Leximin).unwrap_err();
//! assert_eq!(
//!     fault.to_string(),
//!     "no panel meets all quotas: at least 3 young (age) were asked for; the pool has 2"
//! );
//! # Ok::<(), sortition::Fault>(())
//! ```
//!
//! # How it is done
//!
//! People with equal features are one *type*; a panel is a count per type. A linear program over all panels is
//! solved by column generation: its simplex is ours, the panels it asks for are found and proven best
//! by `microlp`'s branch and bound. Each panel is checked against the quotas in whole numbers, shares of the
//! lottery are whole numbers, and who of equal people is drawn is decided by whole numbers from
//! SHA-256 ([`Chance`]). The solving itself is plain f64 arithmetic without threads, in one fixed order; a
//! replay from the published list needs none of it.

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
pub use columns::WHOLE;
pub use fault::Fault;
pub use instance::{Household, Instance};
pub use lottery::{Lottery, ball, fingerprint};
pub use pool::{Person, Pool, Quota, Quotas};
pub use reading::BadFile;
pub use relaxation::{Bound, Move, Relaxation};
pub use rules::{Rule, Step};
