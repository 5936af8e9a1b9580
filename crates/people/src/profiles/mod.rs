//! A person's page: what they do, what they can help with, which languages they speak, the groups they are in, since
//! when they are here. Each of these they show to everybody, to members, or to nobody, and that holds on each way on
//! which it could be seen. Somebody who shows nothing to a visitor has no page for them.

mod edit;
mod show;

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/people/{id}", show::show)
        .get("/account/profile", edit::edit)
        .post("/account/profile", edit::update)
}
