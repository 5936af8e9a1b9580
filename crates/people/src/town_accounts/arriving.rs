//! The way back: what the town's sign-in says is checked, and whoever it names comes in.

use super::asking::WAY;
use super::letters;
use super::provider::{Account, Outcome as Answer, Provider};
use super::queries::{self, Ask};
use crate::persons::{self, Person};
use crate::sessions::cookie;
use crate::sign_in::{self, Arrival};
use crate::standing::{self, BlockedPage};
use crate::{Visitor, invitations, second_step};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Community, Error, Result, Section, page, token};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Back {
    #[serde(default)]
    state: String,
    #[serde(default)]
    code: String,
    /// Who says so, where it says it (RFC 9207).
    iss: Option<String>,
}

/// Why nobody came in.
#[derive(Clone, Copy)]
enum Why {
    /// Nobody was sent, or too long ago, or from another browser; or they came back before.
    Over,
    /// The town's sign-in let nobody through, or what it said doesn't hold.
    Refused,
    /// It has not made sure of the address.
    Unproven,
    /// Who isn't here yet comes by invitation.
    Stranger,
}

#[derive(Template)]
#[template(path = "town_accounts/refused.html")]
struct RefusedPage {
    chrome: Chrome,
    why: Why,
    town_account: String,
}

impl RefusedPage {
    // messages: town-accounts-why-*
    fn says(&self) -> &'static str {
        match self.why {
            Why::Over => "town-accounts-why-over",
            Why::Refused => "town-accounts-why-refused",
            Why::Unproven => "town-accounts-why-unproven",
            Why::Stranger => "town-accounts-why-stranger",
        }
    }
}

enum Outcome {
    In {
        secret: String,
    },
    /// On by a link of ours: it asks for a newcomer's name, or for the second step.
    ByLink {
        secret: String,
    },
    Blocked,
    Not(Why),
}

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(back): Query<Back>,
    headers: HeaderMap,
) -> Result<Response> {
    let settings = app.settings.town_accounts.as_ref().ok_or(Error::NotFound)?;
    let way = token::hash(cookie::read(&headers, &app.settings, WAY).unwrap_or_default());
    let (state, now) = (token::hash(&back.state), visitor.now);
    let asked = app.db.write(move |c| Ok::<_, Error>(queries::take(c, &state, &way, now)?)).await?;
    let Some(Ask { nonce, verifier, next }) = asked else {
        return refuse(&app, &visitor, Why::Over);
    };
    if back.iss.is_some_and(|iss| iss != settings.issuer) {
        return refuse(&app, &visitor, Why::Refused);
    }
    let provider = Provider::find(settings, &app).await?;
    let Answer::Account(account) = provider.account(back.code, verifier, nonce).await? else {
        return refuse(&app, &visitor, Why::Refused);
    };
    let coming = Coming {
        account,
        arrival: Arrival::of(&visitor, &headers, &app),
        next: next.clone(),
        by_email: visitor.community.as_deref().is_some_and(Community::joins_by_email),
    };
    let (house, arrival) = (app.clone(), coming.arrival.clone());
    let mut response = match app.db.write(move |c| coming.enter(c, &house)).await? {
        Outcome::In { secret } => arrival.on(&app, &secret, &next)?,
        Outcome::ByLink { secret } => page::see(&format!("/sign-in/{secret}"))?,
        Outcome::Blocked => BlockedPage::show(visitor.chrome(Section::None))?,
        Outcome::Not(why) => refuse(&app, &visitor, why)?,
    };
    cookie::set(response.headers_mut(), &app.settings, WAY, "", 0);
    Ok(response)
}

fn refuse(app: &App, visitor: &Visitor, why: Why) -> Result<Response> {
    let town_account = app.settings.town_accounts.as_ref().map_or_else(String::new, |s| s.name.clone());
    let status = if matches!(why, Why::Over) { StatusCode::GONE } else { StatusCode::FORBIDDEN };
    page::with_status(status, &RefusedPage { chrome: visitor.chrome(Section::None), why, town_account })
}

/// Somebody who comes back, and whom the town's sign-in names.
struct Coming {
    account: Account,
    arrival: Arrival,
    next: String,
    by_email: bool,
}

impl Coming {
    fn enter(&self, c: &mut Conn, app: &App) -> Result<Outcome> {
        match self.person(c, app)? {
            Some(person) => self.known(c, app, &person),
            None => self.newcomer(c),
        }
    }

    /// Whose account it is here. The first time an address says so, if the town has made sure of it.
    fn person(&self, c: &mut Conn, app: &App) -> Result<Option<Person>> {
        let (Account { issuer, subject, .. }, now) = (&self.account, self.arrival.now);
        if let Some(id) = queries::note_use(c, issuer, subject, now)? {
            return Ok(persons::by_id(c, id)?);
        }
        let Some(email) = &self.account.proven_email else { return Ok(None) };
        let Some(person) = persons::by_email(c, email)? else { return Ok(None) };
        queries::link(c, person.id, issuer, subject, now)?;
        letters::tell_linked(c, app, &person, self.arrival.locale, now)?;
        Ok(Some(person))
    }

    fn known(&self, c: &mut Conn, app: &App, person: &Person) -> Result<Outcome> {
        if standing::is_blocked(c, person.id)? {
            return Ok(Outcome::Blocked);
        }
        if second_step::is_asked(c, app, person)? {
            let email = person.email.as_deref().ok_or(Error::NotFound)?;
            let secret = sign_in::link_to(c, email, "", None, &self.next, self.arrival.now)?;
            return Ok(Outcome::ByLink { secret });
        }
        Ok(Outcome::In { secret: self.arrival.let_in(c, app, person)? })
    }

    /// As by a letter: where newcomers may come, or an invitation waits for the address.
    fn newcomer(&self, c: &mut Conn) -> Result<Outcome> {
        let Some(email) = &self.account.proven_email else { return Ok(Outcome::Not(Why::Unproven)) };
        let now = self.arrival.now;
        let invitation = invitations::open_for(c, email, now)?;
        if invitation.is_none() && !self.by_email {
            return Ok(Outcome::Not(Why::Stranger));
        }
        let secret = sign_in::link_to(c, email, &self.account.name, invitation, &self.next, now)?;
        Ok(Outcome::ByLink { secret })
    }
}
