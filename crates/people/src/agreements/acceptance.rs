//! A member accepts: what changed since they last did, the whole, and a box to tick.

use super::agreement::{Text, Version};
use super::joining::{Asked, FIELD};
use super::{pages, queries};
use crate::Member;
use crate::sessions::cookie;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use db::Conn;
use kit::headers::own_path;
use kit::{App, Chrome, Error, Form, Result, Section, page};

/// Where what was kept goes on to.
pub const THEN: &str = "agreements-then";

#[derive(Template)]
#[template(path = "agreements/acceptance.html")]
pub struct AcceptancePage {
    chrome: Chrome,
    asked: Asked,
    /// The newest version that they have accepted.
    accepted: Option<i64>,
    /// Those since then.
    versions: Vec<Version>,
    form: Form,
    /// What was sent, and waits: where to, and its fields. Empty where nothing does.
    then: String,
    fields: Vec<(String, String)>,
    /// Something was sent that can't be kept.
    pub is_lost: bool,
}

impl AcceptancePage {
    /// Out of a form that holds our fields and what is kept. `None` before there are agreements.
    pub async fn of(app: &App, member: &Member, form: Form) -> Result<Option<AcceptancePage>> {
        let who = member.clone();
        app.db.read(move |c| AcceptancePage::find(c, &who, form)).await
    }

    fn find(c: &mut Conn, member: &Member, form: Form) -> Result<Option<AcceptancePage>> {
        let Some(asked) = Asked::find(c, member.locale)? else { return Ok(None) };
        let accepted = queries::accepted(c, member.id())?;
        let ours = |name: &str| name == FIELD || name == THEN;
        let kept = form.pairs().filter(|(name, _)| !ours(name));
        let fields = kept.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let then = form.value(THEN);
        let then = if then.is_empty() { String::new() } else { own_path(then).to_owned() };
        Ok(Some(AcceptancePage {
            chrome: member.chrome(Section::None),
            versions: queries::since(c, accepted.unwrap_or_default(), pages::LISTED)?,
            asked,
            accepted,
            form,
            then,
            fields,
            is_lost: false,
        }))
    }

    fn text(&self) -> &Text {
        &self.asked.text
    }

    /// Nothing is left to accept.
    fn is_done(&self) -> bool {
        self.accepted == Some(self.asked.number)
    }
}

pub async fn new(State(app): State<App>, member: Member) -> Result<Response> {
    let found = AcceptancePage::of(&app, &member, Form::default()).await?;
    match found.filter(|shown| !shown.is_done()) {
        Some(shown) => page::show(&shown),
        None => page::see("/agreements"),
    }
}

/// Sends on what was kept, once the box is ticked.
pub async fn create(State(app): State<App>, member: Member, form: Form) -> Result<Response> {
    let found = AcceptancePage::of(&app, &member, form).await?;
    let mut shown = found.ok_or(Error::NotFound)?;
    if !shown.asked.is_ticked(&mut shown.form) {
        return page::invalid(&shown);
    }
    let (person, number, now) = (member.id(), shown.asked.number, member.now);
    app.db.write(move |c| queries::accept(c, person, number, now)).await?;
    if !shown.then.is_empty() {
        // 307: the browser sends the same form on.
        return Ok(Redirect::temporary(&shown.then).into_response());
    }
    let mut response = page::see("/agreements")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "agreements-accepted");
    Ok(response)
}
