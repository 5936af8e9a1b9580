//! Where a town does something about its focuses: initiatives that several sectors carry, promises
//! with an owner and a date, results with their evidence.

pub mod initiatives;
mod mine;
mod page;
pub mod promises;
pub mod results;

use kit::Routes;
use kit::Work;

/// All routes of this area.
pub fn routes() -> Routes {
    Routes::new()
        .merge(initiatives::routes())
        .merge(promises::routes())
        .merge(results::routes())
        .merge(page::routes())
}

/// The kinds of jobs that this area sets down, and what does them.
pub fn jobs() -> Vec<(&'static str, Work)> {
    initiatives::JOBS.to_vec()
}

kit::messages!();
