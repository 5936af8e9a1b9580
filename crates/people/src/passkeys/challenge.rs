//! What a device is asked to sign: random, for once, and only for a while. Who asks is not known yet; the answer tells.

use super::party::party;
use super::queries;
use crate::Visitor;
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use kit::limits::{self, Limit};
use kit::{App, Error, PersonId, Result, token};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Long enough for a page of signing in that was left open while one looked for the telephone.
const LASTS: SignedDuration = SignedDuration::from_mins(10);

/// A page of signing in asks for one whenever it is opened, and a school is one network.
const PER_NETWORK: Limit = Limit { count: 300, minutes: 15 };

/// Asks for any passkey that somebody has here.
pub async fn create(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let party = party(&app)?.ok_or(Error::NotFound)?;
    let (mut asked, state) = party.start_discoverable_authentication().map_err(bug)?;
    // When it is shown, the page's script says.
    asked.mediation = None;
    let challenge = asked.public_key.challenge.clone();
    let (network, now) = (visitor.network.clone(), visitor.now);
    let lay = move |c: &mut Conn| {
        limits::take(c, &format!("passkeys/from/{network}"), PER_NETWORK, now)?;
        lay(c, &challenge, None, &state, now)
    };
    app.db.write(lay).await?;
    Ok(Json(asked).into_response())
}

/// Keeps what an answer will be held against.
pub fn lay(
    c: &mut Conn,
    challenge: &[u8],
    person: Option<PersonId>,
    state: &impl Serialize,
    now: Timestamp,
) -> Result<()> {
    let text = serde_json::to_string(state).map_err(bug)?;
    queries::sweep(c, now)?;
    Ok(queries::lay(c, &hash(challenge), person, &text, now + LASTS).map(drop)?)
}

/// What a browser says of the question that it answers.
#[derive(Deserialize)]
struct Said {
    challenge: String,
}

/// Takes what an answer is held against, once; `None` where nothing was asked, or not of this person.
pub fn take<T: DeserializeOwned>(
    c: &mut Conn,
    said: &[u8],
    person: Option<PersonId>,
    now: Timestamp,
) -> Result<Option<T>> {
    let Ok(said) = serde_json::from_slice::<Said>(said) else { return Ok(None) };
    let Ok(challenge) = BASE64_URL_SAFE_NO_PAD.decode(said.challenge) else { return Ok(None) };
    let found = queries::take(c, &hash(&challenge), now)?.filter(|asked| asked.person_id == person);
    found.map(|asked| serde_json::from_str(&asked.state).map_err(bug)).transpose()
}

fn hash(challenge: &[u8]) -> Vec<u8> {
    token::hash(&BASE64_URL_SAFE_NO_PAD.encode(challenge))
}

pub fn bug(error: impl std::fmt::Display) -> Error {
    Error::Bug(error.to_string())
}
