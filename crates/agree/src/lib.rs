//! Where a town agrees: what it needs, what is already on the municipality's table, what it decides,
//! and the few focuses that come of it. Before that, its founding and its charter.

pub mod agenda;
pub mod charter;
pub mod community;
pub mod decisions;
pub mod focuses;
pub mod founding;
pub mod meetings;
mod mine;
pub mod needs;
pub mod preview;
pub mod ratification;
pub mod stakes;
pub mod talk;

use kit::Routes;

/// The kinds of jobs that this area sets down, and what does them.
pub fn jobs() -> Vec<(&'static str, kit::Work)> {
    [&decisions::JOBS[..], &focuses::JOBS[..]].concat()
}

/// All routes of this area.
pub fn routes() -> Routes {
    Routes::new()
        .merge(decisions::routes())
        .merge(focuses::routes())
        .merge(stakes::routes())
        .merge(meetings::routes())
        .merge(charter::routes())
        .merge(founding::routes())
        .merge(community::routes())
        .merge(agenda::routes())
        .merge(needs::routes())
}

kit::messages!();
