//! The stakeholder map: sectors around a circle, organisations as squares in them, groups of citizens as
//! circles in the middle. Filled is in, outlined is known and not in; a sector with nobody in is a gap.
//! The same counts stand in a table behind the picture.
//!
//! Beside a gap stands whom one could look for, and who could reach them. Once a month the counts are kept, so that the
//! page can tell how it was a year ago. The poster shows the same for a wall.

mod chart;
mod drawing;
mod geometry;
mod history;
mod pages;
pub mod panels;
mod poster;
mod shortage;
mod standing;

pub use drawing::{draw, small};
pub use history::{begin, snapshot};
pub use standing::{Counts, SectorStanding, Standing, standing};

use kit::{Routes, Work};

/// What happens when a job of this room is due.
pub const JOBS: [(&str, Work); 1] = [(history::JOB, history::run)];

pub fn routes() -> Routes {
    Routes::new().get("/groups/map", pages::show).get("/map", pages::find).get("/map/poster", poster::show)
}
