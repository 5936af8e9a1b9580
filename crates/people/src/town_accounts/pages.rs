//! Which account of the town opens mine, and that it shall not any more.

use super::queries::{self, TownAccount, TownAccountId};
use crate::sessions::cookie;
use crate::{Member, Proven};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kit::{App, Chrome, Result, Section, page};

#[derive(Template)]
#[template(path = "town_accounts/show.html")]
struct ShowPage {
    chrome: Chrome,
    accounts: Vec<TownAccount>,
}

impl ShowPage {
    fn removal(&self, account: &TownAccount) -> String {
        format!("/account/town-account/{}?_method=delete", account.id)
    }
}

pub async fn show(State(app): State<App>, member: Member) -> Result<Response> {
    let person = member.id();
    let accounts = app.db.read(move |c| queries::of_person(c, person)).await?;
    page::show(&ShowPage { chrome: member.chrome(Section::Account), accounts })
}

/// It opens the account again when it comes with the same address, proven: so the letter says it then.
pub async fn destroy(
    State(app): State<App>,
    Proven(member): Proven,
    Path(id): Path<TownAccountId>,
) -> Result<Response> {
    let person = member.id();
    app.db.write(move |c| queries::unlink(c, id, person)).await?;
    let mut response = page::see("/account/town-account")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "town-accounts-removed");
    Ok(response)
}
