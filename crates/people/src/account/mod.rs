//! My account: the name one goes by, the language, a few words on oneself; the groups one is in and the
//! voices they give; the address, which changes when a link sent to the new one is pressed; and the devices
//! on which one is signed in, each to be signed out from here.

mod address;
mod devices;
mod letters;
mod pages;

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/account", pages::show)
        .post("/account", pages::update)
        .delete("/account/sessions", devices::destroy_others)
        .delete("/account/sessions/{id}", devices::destroy)
        .post("/account/address", address::create)
        .get("/account/address/{token}", address::show)
        .post("/account/address/{token}", address::update)
}
