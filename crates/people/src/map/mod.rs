//! The stakeholder map: sectors around a circle, organisations as squares in them, groups of citizens as
//! circles in the middle. Filled is in, outlined is known and not in; a sector with nobody in is a gap.
//! The same counts stand in a table behind the picture.

mod drawing;
mod geometry;
mod pages;
mod standing;

pub use drawing::{draw, small};
pub use standing::{Counts, SectorStanding, Standing, standing};

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new().get("/groups/map", pages::show)
}
