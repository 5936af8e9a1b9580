//! My passkeys, as a list.

use super::party::is_possible;
use super::queries::{self, Passkey};
use crate::Member;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::{App, Chrome, Result, Section, page};

#[derive(Template)]
#[template(path = "passkeys/index.html")]
struct IndexPage {
    chrome: Chrome,
    passkeys: Vec<Passkey>,
    is_possible: bool,
}

impl IndexPage {
    fn removal(&self, passkey: &Passkey) -> String {
        format!("/account/passkeys/{}?_method=delete", passkey.id)
    }
}

pub async fn show(State(app): State<App>, member: Member) -> Result<Response> {
    let person = member.id();
    let passkeys = app.db.read(move |c| queries::of_person(c, person)).await?;
    let chrome = member.chrome(Section::Account);
    page::show(&IndexPage { chrome, passkeys, is_possible: is_possible(&app) })
}
