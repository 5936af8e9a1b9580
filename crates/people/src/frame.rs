//! Around each request: finds out who asks and in which language, keeps the founding circle's
//! platform private, and turns an error into a page.

use crate::guests;
use crate::sessions::{self, cookie};
use crate::visitor::{Signed, Visitor, identify};
use crate::{agreements, proving, second_step, standing};
use axum::body::Body;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::SignedDuration;
use kit::look::ErrorPage;
use kit::{App, Community, Error, Locale, Problem, Section, token};
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

/// Reachable by everybody in the founding stage too: what leads in, and what pages are made of.
const DOORS: [&str; 12] = [
    "/assets/",
    "/sign-in",
    "/invitations/",
    "/appeals/",
    "/code",
    "/language",
    "/health",
    "/favicon",
    "/manifest",
    "/robots",
    "/privacy",
    "/agreements",
];

pub async fn frame(State(app): State<App>, mut request: Request<Body>, next: Next) -> Response {
    let path = request.uri().path_and_query().map_or("/", |p| p.as_str()).to_owned();
    if path.starts_with("/assets/") || path == "/health" {
        return next.run(request).await;
    }
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let visitor = match look(&app, request.headers(), peer, path).await {
        Ok(visitor) => visitor,
        Err(error) => return error.into_response(),
    };
    if is_late(&visitor, request.uri().path()) {
        let elsewhere = Redirect::to("/account/second-step").into_response();
        return finish(&app, &visitor, false, elsewhere);
    }
    if let Some(elsewhere) = gate(&visitor, request.uri().path()) {
        return finish(&app, &visitor, request.method() == Method::GET, elsewhere);
    }
    let is_get = request.method() == Method::GET;
    if visitor.is_paused() && !standing::may_still(request.method(), request.uri().path()) {
        let refused = standing::refuse(&app, &visitor, request).await;
        return finish(&app, &visitor, is_get, refused.into_response());
    }
    if agreements::stops(&visitor, request.method(), request.uri().path()) {
        let asked = agreements::ask_first(&app, &visitor, request).await;
        return finish(&app, &visitor, is_get, asked.into_response());
    }
    request.extensions_mut().insert(visitor.clone());
    let (request, kept) = match proving::keep(&visitor, &app.settings.base_url, request).await {
        Ok(both) => both,
        Err(error) => return finish(&app, &visitor, is_get, error.into_response()),
    };
    let mut response = guests::answer(&app, &visitor, request, next).await;
    if matches!(response.extensions().get(), Some(Error::ProveFirst)) {
        response = proving::ask(&app, &visitor, kept).await.into_response();
    }
    if !is_get {
        // What was done may have left work for later: letters, above all.
        app.work_soon();
    }
    finish(&app, &visitor, is_get, response)
}

/// Before the founding everything leads to the wizard; in the founding stage a stranger sees only the
/// doors.
fn gate(visitor: &Visitor, path: &str) -> Option<Response> {
    let is_door = DOORS.iter().any(|door| path.starts_with(door));
    match visitor.community.as_deref() {
        None if is_door || path.starts_with("/founding") => None,
        None => Some(Redirect::to("/founding/start").into_response()),
        Some(community) if community.is_founding() && visitor.person.is_none() && !is_door && path != "/" => {
            Some(Error::SignInFirst.into_response())
        }
        Some(_) => None,
    }
}

/// Whether somebody who guides has gone without a second step for too long.
fn is_late(visitor: &Visitor, path: &str) -> bool {
    let due = visitor.person.as_ref().and_then(|p| p.second_step_due);
    second_step::leads_there(due, path, visitor.now)
}

async fn look(app: &App, headers: &HeaderMap, peer: Option<IpAddr>, path: String) -> Result<Visitor, Error> {
    let now = app.now();
    let (person, chosen) = match cookie::read(headers, &app.settings, cookie::SESSION) {
        Some(secret) => signed(app, token::hash(secret)).await?.map_or((None, None), |(p, l)| (Some(p), l)),
        None => (None, None),
    };
    let community = app.community();
    let here = cookie::read(headers, &app.settings, cookie::LANGUAGE);
    let chosen = chosen.as_deref().and_then(Locale::find).or_else(|| here.and_then(Locale::find));
    let locale = locale(chosen, headers, community.as_deref());
    Ok(Visitor {
        person,
        community,
        locale,
        path,
        flash: cookie::read(headers, &app.settings, cookie::FLASH).map(String::from),
        network: network(headers, peer, app.settings.trusted_proxies),
        now,
        development: app.settings.development,
    })
}

async fn signed(app: &App, hash: Vec<u8>) -> Result<Option<(Arc<Signed>, Option<String>)>, Error> {
    let now = app.now();
    let Some((identity, mut signed)) = app.db.read(move |c| identify(c, &hash, now)).await? else {
        return Ok(None);
    };
    if now.duration_since(identity.seen_at) > SignedDuration::from_hours(1) {
        let session = identity.session;
        app.db.write(move |c| sessions::touch(c, session, now)).await?;
    }
    if identity.lacks_second_step && second_step::is_asked_here(app.community().as_deref()) {
        let (person, begun) = (identity.id, identity.second_step_due);
        signed.second_step_due = match begun {
            Some(due) => Some(due),
            None => Some(app.db.write(move |c| second_step::begin_duty(c, person, now)).await?),
        };
    }
    Ok(Some((Arc::new(signed), identity.locale)))
}

/// What the person chose, then what this browser chose, then what it accepts, then the community's.
fn locale(chosen: Option<Locale>, headers: &HeaderMap, community: Option<&Community>) -> Locale {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
    chosen
        .or_else(|| accepted.and_then(Locale::accepted))
        .or_else(|| community.map(Community::main_language))
        .unwrap_or_else(Locale::english)
}

/// The network that a request comes from. Only so many proxies are believed as the steward says.
fn network(headers: &HeaderMap, peer: Option<IpAddr>, proxies: usize) -> String {
    // A proxy may add a line of its own instead of going on in the one that came.
    let lines = headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok());
    let hops: Vec<&str> =
        lines.flat_map(|line| line.split(',')).map(str::trim).filter(|h| !h.is_empty()).collect();
    let told = proxies.checked_sub(1).and_then(|n| hops.iter().rev().nth(n)).and_then(|h| h.parse().ok());
    match told.or(peer) {
        Some(IpAddr::V4(address)) => address.to_string(),
        Some(IpAddr::V6(address)) => prefix(address),
        None => "unknown".into(),
    }
}

fn prefix(address: Ipv6Addr) -> String {
    let [a, b, c, d, ..] = address.segments();
    format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
}

/// Renders an error as a page, or leads to signing in and back; a notice that was shown is taken away.
fn finish(app: &App, visitor: &Visitor, is_get: bool, mut response: Response) -> Response {
    if let Some(error) = response.extensions_mut().remove::<Error>() {
        response = match error {
            Error::SignInFirst => sign_in_first(visitor, is_get),
            other => page_of(visitor, &other, response),
        };
    }
    if let Some(error) = bare_refusal(&response, is_get) {
        response = page_of(visitor, &error, response);
    }
    let shown = visitor.flash.is_some() && response.status().is_success() && is_html(&response);
    if shown {
        cookie::set(response.headers_mut(), &app.settings, cookie::FLASH, "", 0);
    }
    response
}

/// What the router itself refuses (an id that is no number, a query that can't be read) deserves a page
/// as well: there is nothing at such an address, and such a form can't be read.
fn bare_refusal(response: &Response, is_get: bool) -> Option<Error> {
    let bare = response.status() == StatusCode::BAD_REQUEST && !is_html(response);
    let error = if is_get { Error::NotFound } else { Error::Invalid(Problem::new("kit-form-unreadable")) };
    bare.then_some(error)
}

fn sign_in_first(visitor: &Visitor, is_get: bool) -> Response {
    let next = if is_get { visitor.path.as_str() } else { "/" };
    let next = kit::headers::url_encoded(next);
    Redirect::to(&format!("/sign-in?next={next}")).into_response()
}

fn page_of(visitor: &Visitor, error: &Error, bare: Response) -> Response {
    let page = ErrorPage::new(visitor.chrome(Section::None), error);
    match kit::page::with_status(error.status(), &page) {
        Ok(mut response) => {
            let retry = bare.headers().get(header::RETRY_AFTER).cloned();
            retry.map(|after| response.headers_mut().insert(header::RETRY_AFTER, after));
            response
        }
        Err(_) => bare,
    }
}

fn is_html(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    kind.is_some_and(|k| k.starts_with("text/html"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn seen(lines: &[&'static str], proxies: usize) -> String {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append("x-forwarded-for", HeaderValue::from_static(line));
        }
        network(&headers, Some(IpAddr::from([192, 0, 2, 1])), proxies)
    }

    #[test]
    fn only_what_ones_own_proxies_added_is_believed_on_whichever_line() {
        assert_eq!(seen(&["203.0.113.9"], 0), "192.0.2.1");
        assert_eq!(seen(&["10.9.9.9, 203.0.113.9"], 1), "203.0.113.9");
        assert_eq!(seen(&["10.9.9.9", "203.0.113.9"], 1), "203.0.113.9", "a line of the proxy's own");
        assert_eq!(seen(&["10.9.9.9", "203.0.113.9", "198.51.100.7"], 2), "203.0.113.9");
        assert_eq!(seen(&["nonsense"], 1), "192.0.2.1");
        assert_eq!(seen(&["2001:db8:1:2:3:4:5:6"], 1), "2001:db8:1:2::/64");
    }
}
