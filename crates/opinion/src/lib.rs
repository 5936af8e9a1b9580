//! Who agrees with whom: an opinion map of a conversation, and what everybody has in common.
//!
//! People agree or disagree with each other's statements, or pass; most see only some of them. From
//! that this crate draws a map on which people of like mind stand together ([`draw`]), says whether
//! there are opinion groups, and answers what a moderator asks next:
//!
//! | question | function |
//! |---|---|
//! | What speaks for each group? | [`representative`] |
//! | What divides them? | [`divisive`] |
//! | What do all agree on, across every opinion group *and* every side or sector? | [`common_ground`] |
//! | Which few statements represent everybody, the small groups too? | [`slate`] |
//! | What has a group hardly voted on? | [`hardly_voted`] |
//! | What should this person be shown next? | [`next_statement`] |
//! | One more vote: what has changed? | [`Live`] |
//!
//! [`Method::Polis2021`] is the pipeline of Polis as published (Small et al. 2021), for comparison.
//! [`Method::Careful`], the default, is for a town: with 15 to 150 people, k-means would find groups in
//! noise, so groups are claimed only where a permutation test supports them; each share comes with
//! its interval ([`Share`]); a sector's numbers are withheld where fewer than five of it voted
//! ([`LensView`]); a new vote neither mirrors the map nor renames the groups.
//!
//! # Five voters, worked through
//!
//! Amina, Pista and Vera speak for themselves; the school and the clinic for their organisations.
//!
//! ```
//! use opinion::Vote::{Agree as A, Disagree as D, Pass as P};
//! use opinion::{Conversation, Direction, Lens, Options, Statement, Verdict, common_ground, draw};
//!
//! let votes = [
//!     // no cars by the school, more parking, shade on the square, Sunday buses
//!     [A, D, A, A], // Amina
//!     [A, D, A, P], // Pista
//!     [A, D, A, A], // Vera
//!     [D, A, A, D], // the school
//!     [D, A, A, A], // the clinic
//! ];
//! let each = (0..5).flat_map(|p| (0..4).map(move |s| (p, s, votes[p][s])));
//! let mut conversation = Conversation::with_votes(vec![Statement::default(); 4], 5, each)?;
//! conversation.look_through(Lens {
//!     name: "side".into(),
//!     labels: vec!["citizens".into(), "organisations".into()],
//!     of: vec![Some(0), Some(0), Some(0), Some(1), Some(1)],
//! })?;
//! let picture = draw(&conversation, &Options::default(), None)?;
//!
//! // The three citizens look like one camp and the two organisations like another, and on the map they
//! // stand apart. But votes of five people dealt at random look like that often enough: no groups are
//! // claimed, and the verdict holds the numbers.
//! assert!(matches!(picture.verdict, Verdict::NotSupported(_)));
//! assert!(picture.groups.is_empty());
//! assert!(picture.places[0].x * picture.places[3].x < 0.0);
//!
//! // All five want shade. Of a larger town that would be more than half: at least 56 % with 95 % confidence.
//! let ground = &common_ground(&picture)[0];
//! assert_eq!((ground.statement, ground.direction), (2, Direction::Agree));
//! assert!(ground.is_certain() && ground.overall.said == 5);
//! assert!((ground.at_least() - 0.5655).abs() < 1e-4);
//!
//! // What three citizens and two organisations each said isn't told: too few to hide among.
//! assert_eq!(ground.withheld, [2]);
//! # Ok::<(), opinion::Fault>(())
//! ```
//!
//! Pure: no clock, no files but the bytes a caller hands to [`export`], no chance but from
//! [`Options::seed`]. The same votes and seed give the same picture. Memory is linear in the votes; the
//! imputed matrix is never written out.

mod axes;
mod chance;
mod conversation;
mod counts;
mod eigen;
mod evidence;
pub mod export;
mod fault;
mod ground;
mod grouping;
mod kmeans;
mod labels;
mod live;
mod matrix;
mod naming;
mod next;
mod options;
mod picture;
mod plane;
mod representative;
mod share;
mod silhouette;
mod slate;
mod stable;
mod statistics;
mod straight;

pub use axes::Axes;
pub use conversation::{Conversation, Lens, Moderation, Statement, Vote};
pub use counts::{Counts, by_group, overall};
pub use evidence::{Evidence, Stability, Test};
pub use fault::Fault;
pub use ground::{Divide, Ground, Unheard, Weakest, common_ground, divisive, grounds, hardly_voted};
pub use grouping::{Tried, adjusted_rand_index};
pub use labels::LensView;
pub use live::{Live, MOST_DRIFT};
pub use next::{extremities, next_statement, priorities};
pub use options::{Method, Options};
pub use picture::{Group, Picture, Place, Verdict, draw};
pub use representative::{Consensus, Representative, consensus, representative};
pub use share::Share;
pub use slate::{LEAST_SEEN, Step, slate};
pub use stable::Turn;
pub use statistics::{Direction, Leaning, Standing, group_aware_consensus, standings};
pub use straight::StraightLiner;
