//! A claim says: this is our group. The own people of a group that is listed here take its page over by it, and
//! speak for the group from then on. Who says yes or no to it: whoever speaks for the group already, a guide, or,
//! where nobody of the group is here yet, whoever reads the group's published address, by the link of a letter.
//!
//! The letter goes only for a group that nobody here has ever had in hand: else one could put an address of one's
//! own on its page, leave it, and confirm oneself.

mod by_letter;
mod claim;
mod deciding;
mod letters;
mod making;
mod pages;
mod panel;
mod queries;

pub use queries::forget;

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/claims", pages::index)
        .get("/claims/{id}", deciding::show)
        .post("/claims/{id}", deciding::update)
        .get("/claims/letters/{token}", by_letter::show)
        .post("/claims/letters/{token}", by_letter::create)
        .get("/groups/{id}/claims/new", making::new)
        .post("/groups/{id}/claims", making::create)
}

kit::period!("claims", place 55, 180 days of 30 to 730, let_go);

fn let_go(c: &mut db::Conn, before: jiff::Timestamp) -> kit::Result<()> {
    Ok(queries::sweep(c, before).map(drop)?)
}
