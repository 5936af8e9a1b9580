//! A new passkey: one gives it a name, the device makes it. Before that one shows once more who one is.

use super::challenge::{self, bug};
use super::letters::{self, Change};
use super::party::{is_possible, party};
use super::queries;
use crate::sessions::{self, cookie};
use crate::{Member, Proven};
use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use db::Conn;
use kit::{App, Chrome, Error, Form, Problem, Result, Section, page};
use std::ops::RangeInclusive;
use webauthn_rs::prelude::{
    CreationChallengeResponse, PasskeyRegistration, RegisterPublicKeyCredential, Uuid,
};

const NAME: RangeInclusive<usize> = 1..=60;

/// More than anybody has devices.
const MOST: usize = 20;

#[derive(Template)]
#[template(path = "passkeys/new.html")]
struct NewPage {
    chrome: Chrome,
    form: Form,
}

impl NewPage {
    fn of(member: &Member, form: Form) -> NewPage {
        NewPage { chrome: member.chrome(Section::Account), form }
    }
}

pub async fn new(State(app): State<App>, Proven(member): Proven, headers: HeaderMap) -> Result<Response> {
    if !is_possible(&app) {
        return page::see("/account/passkeys");
    }
    let form = Form::with(&[("name", &sessions::device(&headers))]);
    page::show(&NewPage::of(&member, form))
}

/// Asks the device for a key, and says which it has already.
pub async fn challenge(State(app): State<App>, Proven(member): Proven) -> Result<Response> {
    let house = app.clone();
    let asked = app.db.write(move |c| ask(c, &house, &member)).await?;
    Ok(Json(asked).into_response())
}

fn ask(c: &mut Conn, app: &App, member: &Member) -> Result<CreationChallengeResponse> {
    let party = party(app)?.ok_or(Error::NotFound)?;
    let (id, name) = (member.id(), member.person.name.as_str());
    let own = queries::of_person(c, id)?;
    if own.len() >= MOST {
        return Err(Error::Conflict(Problem::new("passkeys-too-many")));
    }
    let handle = own.first().and_then(|key| Uuid::from_slice(&key.handle).ok());
    let handle = handle.unwrap_or_else(|| Uuid::from_bytes(kit::token::bytes()));
    let there = own.into_iter().map(|key| key.credential_id).collect();
    let asked = party.start_passkey_registration(handle, name, name, Some(there));
    let (mut asked, state) = asked.map_err(bug)?;
    // The device must find it without being told whose: that is what signing in with it alone needs.
    if let Some(wish) = &mut asked.public_key.authenticator_selection {
        wish.require_resident_key = true;
        wish.resident_key = None;
    }
    challenge::lay(c, &asked.public_key.challenge, Some(id), &(handle, state), member.now)?;
    Ok(asked)
}

pub async fn create(State(app): State<App>, Proven(member): Proven, mut form: Form) -> Result<Response> {
    let name = form.line("name", NAME);
    if form.has_errors() {
        return page::invalid(&NewPage::of(&member, form));
    }
    let (house, who, sent) = (app.clone(), member.clone(), form.value("passkey").to_owned());
    if !app.db.write(move |c| keep(c, &house, &who, &name, &sent)).await? {
        form.set("passkey", "");
        form.add("passkey", Problem::new("passkeys-not-made"));
        return page::invalid(&NewPage::of(&member, form));
    }
    let mut response = page::see("/account/passkeys")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "passkeys-made");
    Ok(response)
}

/// `false` where what was sent is no key that was asked for, or is known already.
fn keep(c: &mut Conn, app: &App, member: &Member, name: &str, sent: &str) -> Result<bool> {
    let (id, now) = (member.id(), member.now);
    let Some(party) = party(app)? else { return Ok(false) };
    let Ok(made) = serde_json::from_str::<RegisterPublicKeyCredential>(sent) else { return Ok(false) };
    let said = &made.response.client_data_json;
    let asked: Option<(Uuid, PasskeyRegistration)> = challenge::take(c, said, Some(id), now)?;
    let Some((handle, state)) = asked else { return Ok(false) };
    let Ok(key) = party.finish_passkey_registration(&made, &state) else { return Ok(false) };
    let credential = serde_json::to_string(&key).map_err(bug)?;
    if queries::insert(c, id, key.cred_id(), handle.as_bytes(), &credential, name, now)? == 0 {
        return Ok(false);
    }
    letters::tell(c, app, id, member.locale, Change::Made { passkey: name }, now)?;
    Ok(true)
}
