//! Asking for a link.

use crate::Visitor;
use crate::links::{self, Ask, SentPage};
use crate::passkeys;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kit::headers::{own_path, url_encoded};
use kit::{App, Chrome, Form, Result, Section, page};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "sign_in/form.html")]
pub struct AskPage {
    chrome: Chrome,
    form: Form,
    /// Whether an unknown address is welcome as well.
    newcomers: bool,
    /// Whether passkeys can be had at this address.
    by_passkey: bool,
    /// What the town's own sign-in is called, where it has one.
    town_account: Option<String>,
}

impl AskPage {
    pub fn of(app: &App, visitor: &Visitor, form: Form) -> AskPage {
        let newcomers = visitor.community.as_deref().is_some_and(kit::Community::joins_by_email);
        let by_passkey = passkeys::is_possible(app);
        let town_account = app.settings.town_accounts.as_ref().map(|accounts| accounts.name.clone());
        AskPage { chrome: visitor.chrome(Section::None), form, newcomers, by_passkey, town_account }
    }

    /// Where the town's own sign-in is asked.
    fn town_path(&self) -> String {
        format!("/sign-in/town?next={}", url_encoded(self.form.value("next")))
    }

    /// What a browser may fill in, and where it may name passkeys.
    fn complete(&self) -> &'static str {
        if self.by_passkey { "email webauthn" } else { "email" }
    }
}

#[derive(Deserialize)]
pub struct Onward {
    #[serde(default)]
    next: String,
}

pub async fn new(State(app): State<App>, visitor: Visitor, Query(onward): Query<Onward>) -> Result<Response> {
    let next = own_path(&onward.next);
    if visitor.person.is_some() {
        return page::see(next);
    }
    page::show(&AskPage::of(&app, &visitor, Form::with(&[("next", next)])))
}

pub async fn create(State(app): State<App>, visitor: Visitor, mut form: Form) -> Result<Response> {
    let next = own_path(form.value("next")).to_owned();
    let email = form.email("email");
    if form.has_errors() {
        return page::invalid(&AskPage::of(&app, &visitor, form));
    }
    let again = again(&next);
    let (locale, network, now) = (visitor.locale, visitor.network.clone(), visitor.now);
    let ask = Ask { email: email.clone(), name: String::new(), invitation: None, next, locale, network };
    let house = app.clone();
    app.db.write(move |c| links::ask(c, &house, &ask, now)).await?;
    page::show(&SentPage { chrome: visitor.chrome(Section::None), email, again })
}

/// Where one asks again, to arrive at the same place.
pub fn again(next: &str) -> String {
    format!("/sign-in?next={}", url_encoded(next))
}
