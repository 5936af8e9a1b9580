//! The pages that say so: to one who is paused, and to one who is blocked.

use super::{Pause, queries};
use crate::{Member, Visitor};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use kit::{App, Chrome, Result, Section, page};

#[derive(Template)]
#[template(path = "standing/paused.html")]
struct PausedPage {
    chrome: Chrome,
    pause: Pause,
    /// What could not be sent.
    written: String,
}

/// The link of one who is blocked opens nothing.
#[derive(Template)]
#[template(path = "standing/blocked.html")]
pub struct BlockedPage {
    pub chrome: Chrome,
}

impl BlockedPage {
    pub fn show(chrome: Chrome) -> Result<Response> {
        page::with_status(StatusCode::FORBIDDEN, &BlockedPage { chrome })
    }
}

pub fn refuse(visitor: &Visitor, pause: Pause, written: String) -> Result<Response> {
    let chrome = visitor.chrome(Section::None);
    page::with_status(StatusCode::FORBIDDEN, &PausedPage { chrome, pause, written })
}

/// Nobody is paused for ever: whoever comes too late finds their account.
pub async fn show(State(app): State<App>, member: Member) -> Result<Response> {
    let (id, now) = (member.id(), member.now);
    let found = app.db.read(move |c| queries::of_person(c, id)).await?;
    match found.filter(|pause| pause.until.is_some_and(|until| until > now)) {
        None => page::see("/account"),
        Some(pause) => {
            let chrome = member.chrome(Section::Account);
            page::show(&PausedPage { chrome, pause, written: String::new() })
        }
    }
}
