//! My second step: how it stands, new recovery codes, and taking it away.

use super::duty::is_asked_here;
use super::letters::{self, Change};
use super::{queries, recovery};
use crate::sessions::cookie;
use crate::{Member, Proven, passkeys, persons};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Chrome, Error, Result, Section, page};

#[derive(Template)]
#[template(path = "second_step/show.html")]
struct ShowPage {
    chrome: Chrome,
    since: Option<Timestamp>,
    codes_left: i64,
    has_passkey: bool,
    /// Asked of them as guides.
    is_duty: bool,
    /// The day by which they are to have one.
    due: Option<String>,
}

impl ShowPage {
    fn find(c: &mut Conn, member: &Member) -> Result<ShowPage> {
        let found = queries::of_person(c, member.id())?;
        let chrome = member.chrome(Section::Account);
        let due = member.person.second_step_due.map(|due| chrome.date_text(&chrome.local(due).date()));
        Ok(ShowPage {
            chrome,
            since: found.and_then(|step| step.since),
            has_passkey: passkeys::has_any(c, member.id())?,
            codes_left: queries::codes_left(c, member.id())?,
            is_duty: is_duty(member),
            due,
        })
    }
}

/// Recovery codes, on the one page that shows them.
#[derive(Template)]
#[template(path = "second_step/codes.html")]
pub struct CodesPage {
    pub chrome: Chrome,
    pub codes: Vec<String>,
    /// Whether the second step was set up just now.
    pub is_new: bool,
}

fn is_duty(member: &Member) -> bool {
    member.is_guide() && is_asked_here(member.community.as_deref())
}

pub async fn show(State(app): State<App>, member: Member) -> Result<Response> {
    page::show(&app.db.read(move |c| ShowPage::find(c, &member)).await?)
}

pub async fn create_codes(State(app): State<App>, Proven(member): Proven) -> Result<Response> {
    let (person, now) = (member.id(), member.now);
    let make = move |c: &mut Conn| match queries::is_set_up(c, person)? || passkeys::has_any(c, person)? {
        true => recovery::make(c, person, now),
        false => Err(Error::NotFound),
    };
    let codes = app.db.write(make).await?;
    page::show(&CodesPage { chrome: member.chrome(Section::Account), codes, is_new: false })
}

/// Who guides keeps it, and may change the app; with a passkey they need no app.
pub async fn destroy(State(app): State<App>, Proven(member): Proven) -> Result<Response> {
    let house = app.clone();
    app.db.write(move |c| remove(c, &house, &member)).await?;
    let mut response = page::see("/account/second-step")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "second-step-removed");
    Ok(response)
}

fn remove(c: &mut Conn, app: &App, member: &Member) -> Result<()> {
    let has_passkey = passkeys::has_any(c, member.id())?;
    ensure(!is_duty(member) || has_passkey)?;
    // The codes on paper stand in for the passkeys then.
    let was_there = match has_passkey {
        true => queries::forget_step(c, member.id())? > 0,
        false => queries::forget(c, member.id())?,
    };
    if was_there {
        let known = persons::by_id(c, member.id())?.ok_or(Error::NotFound)?;
        letters::tell(c, app, &known, member.locale, Change::Removed, member.now)?;
    }
    Ok(())
}
