//! Who agrees with whom.

mod axes;
mod chance;
mod conversation;
mod counts;
mod eigen;
mod evidence;
mod fault;
mod grouping;
mod kmeans;
mod labels;
mod matrix;
mod naming;
mod options;
mod picture;
mod plane;
mod representative;
mod share;
mod silhouette;
mod stable;
mod statistics;
mod straight;

pub use axes::Axes;
pub use conversation::{Conversation, Lens, Moderation, Statement, Vote};
pub use counts::{Counts, by_group, overall};
pub use evidence::{Evidence, Stability, Test};
pub use fault::Fault;
pub use grouping::{Tried, adjusted_rand_index};
pub use labels::LensView;
pub use options::{Method, Options};
pub use picture::{Group, Picture, Place, Verdict, draw};
pub use representative::{Consensus, Representative, consensus, representative};
pub use share::Share;
pub use stable::Turn;
pub use statistics::{Direction, Leaning, Standing, group_aware_consensus, standings};
pub use straight::StraightLiner;
