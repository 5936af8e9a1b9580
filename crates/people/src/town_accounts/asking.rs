//! The way there: the town's sign-in is told who asks, and what it shall name when it answers.

use super::provider::Provider;
use super::queries;
use crate::Visitor;
use crate::sessions::cookie;
use axum::extract::{Query, State};
use axum::response::Response;
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use kit::headers::own_path;
use kit::limits::{self, Limit};
use kit::{App, Error, Result, page, token};
use serde::Deserialize;

/// As long as signing in there may take.
const LASTS: SignedDuration = SignedDuration::from_mins(10);

/// Each asks the town's server twice.
const PER_NETWORK: Limit = Limit { count: 60, minutes: 15 };

/// By which the browser is known that was sent.
pub const WAY: &str = "way";

#[derive(Deserialize)]
pub struct Onward {
    #[serde(default)]
    next: String,
}

pub async fn new(State(app): State<App>, visitor: Visitor, Query(onward): Query<Onward>) -> Result<Response> {
    let settings = app.settings.town_accounts.as_ref().ok_or(Error::NotFound)?;
    let next = own_path(&onward.next).to_owned();
    if visitor.person.is_some() {
        return page::see(&next);
    }
    let (network, now) = (visitor.network.clone(), visitor.now);
    app.db.write(move |c| limits::take(c, &format!("town-account/from/{network}"), PER_NETWORK, now)).await?;
    let departure = Provider::find(settings, &app).await?.departure();
    let way = token::new();
    let ask = queries::NewAsk {
        state: token::hash(&departure.state),
        browser: way.hash,
        nonce: departure.nonce,
        verifier: departure.verifier,
        next,
    };
    app.db.write(move |c| lay(c, &ask, now)).await?;
    let mut response = page::see(&departure.address)?;
    cookie::set(response.headers_mut(), &app.settings, WAY, &way.text, 1);
    Ok(response)
}

fn lay(c: &mut Conn, ask: &queries::NewAsk, now: Timestamp) -> Result<()> {
    queries::sweep(c, now)?;
    let queries::NewAsk { state, browser, nonce, verifier, next } = ask;
    Ok(queries::lay(c, state, browser, nonce, verifier, next, now + LASTS).map(drop)?)
}
