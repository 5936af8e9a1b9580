//! Keys for those who read and write by them: which there are, and a switch for whoever wants none (WCAG 2.1.4). They
//! are a script's doing (`reading.js`), so the switch is the browser's own, for members and guests alike.

use askama::Template;
use axum::response::Response;
use kit::{Chrome, Result, Routes, Section};
use people::Visitor;

pub fn routes() -> Routes {
    Routes::new().get("/shortcuts", show)
}

/// Each key, and the message that says what it does.
const KEYS: [(&str, &str); 11] = [
    ("j", "shortcuts-next"),
    ("k", "shortcuts-previous"),
    ("n", "shortcuts-new"),
    ("e", "shortcuts-end"),
    ("r", "shortcuts-reply"),
    ("q", "shortcuts-quote"),
    ("b", "shortcuts-keep"),
    ("s", "shortcuts-share"),
    ("u", "shortcuts-up"),
    ("/", "shortcuts-search"),
    ("?", "shortcuts-help"),
];

#[derive(Template)]
#[template(path = "shortcuts/show.html")]
struct ShortcutsPage {
    chrome: Chrome,
}

impl ShortcutsPage {
    fn keys(&self) -> [(&'static str, &'static str); 11] {
        KEYS
    }
}

async fn show(visitor: Visitor) -> Result<Response> {
    kit::page::show(&ShortcutsPage { chrome: visitor.chrome(Section::None) })
}
