//! How Kaláka looks: a well-kept town hall on market day. The page's frame (`layout.html`), the
//! components that pages are made of (`ui.html`), their styles, symbols and the little JavaScript
//! that improves what works without it. All of it can be seen on `/design` in development.
//!
//! Deliberately absent: styles and scripts inside pages (the policy forbids them), web fonts, any
//! build step. A town changes its colours in `css/tokens.css` and nowhere else.

mod assets;
mod design;
mod error_page;
mod icons;
mod pieces;

pub use assets::{css_path, js_path, links, offering, passkeys, reading, turbo_path, writing};
pub use error_page::ErrorPage;
pub use icons::{Icon, emblem, icon, symbols};
pub use pieces::{NO_NAMES, date_type, group_marks, initials, marks, named, page_steps};

use crate::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/assets/{name}", assets::show)
        .get("/favicon.svg", assets::favicon)
        .get("/manifest.webmanifest", assets::manifest)
        .get("/robots.txt", assets::robots)
        .get("/design", design::show)
}
