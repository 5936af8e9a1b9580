//! The claims that wait for an answer, as guides see them, and what became of the newest.

use super::claim::Claim;
use super::queries;
use crate::Guide;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::{App, Chrome, Error, Result, Section, page};

/// So many are shown of those that wait, and of the newest.
const WAITING: i64 = 50;
const NEWEST: i64 = 20;

#[derive(Template)]
#[template(path = "claims/index.html")]
struct IndexPage {
    chrome: Chrome,
    open: Vec<Claim>,
    settled: Vec<Claim>,
}

impl IndexPage {
    fn sign(&self, claim: &Claim) -> &'static str {
        claim.sign(self.chrome.now)
    }

    fn state(&self, claim: &Claim) -> &'static str {
        claim.state(self.chrome.now)
    }
}

pub async fn index(State(app): State<App>, guide: Guide) -> Result<Response> {
    let now = guide.now;
    let (open, newest) = app
        .db
        .read(move |c| Ok::<_, Error>((queries::open(c, now, WAITING)?, queries::newest(c, NEWEST)?)))
        .await?;
    let settled = newest.into_iter().filter(|claim| !claim.is_open(now)).collect();
    page::show(&IndexPage { chrome: guide.chrome(Section::Groups), open, settled })
}
