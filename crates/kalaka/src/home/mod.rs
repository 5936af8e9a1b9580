//! The home page: what the town does together, what moves and what is stuck, what comes next, who is here and who
//! is missing. A visitor sees the town; a member first what waits for their voice; a guide first where something is
//! stuck. In the founding stage strangers are told that something is being founded here, and the circle is led to
//! its own page.

mod focuses;
mod front;
mod next;
mod pages;
mod stuck;
#[cfg(test)]
mod tests;
mod waiting;

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new().get("/", pages::show)
}
