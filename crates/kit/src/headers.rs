//! What each answer carries, and what each request is checked for, whatever the page.

use crate::App;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri, header};
use axum::middleware::Next;
use axum::response::Response;

/// No script, style, picture or frame but our own; no inline code at all.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const ALWAYS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    ),
];

/// A browser that came by https comes back by nothing else, for two years.
const STRICT: &str = "max-age=63072000";

/// Adds the headers of safety, and says that a page belongs to one visitor alone, unless the handler
/// said otherwise.
pub async fn protect(State(app): State<App>, request: Request<axum::body::Body>, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    guard(headers);
    if app.settings.is_https() {
        headers.entry(header::STRICT_TRANSPORT_SECURITY).or_insert(HeaderValue::from_static(STRICT));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// What each answer carries, whoever gives it.
pub fn guard(headers: &mut HeaderMap) {
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
}

/// HTML forms know only GET and POST: `POST /x?_method=delete` becomes `DELETE /x`. Must run before
/// routing.
pub fn override_method<B>(mut request: Request<B>) -> Request<B> {
    let asked = request.uri().query().is_some_and(|q| q.split('&').any(|pair| pair == "_method=delete"));
    if asked && request.method() == Method::POST {
        *request.method_mut() = Method::DELETE;
        if let Ok(path) = request.uri().path().parse::<Uri>() {
            *request.uri_mut() = path;
        }
    }
    request
}

/// A path of this platform to go on to; anything that could lead elsewhere becomes `/`.
pub fn own_path(next: &str) -> &str {
    let odd = |c: char| c.is_control() || c == '\\' || c.is_whitespace() || !c.is_ascii();
    if next.starts_with('/') && !next.starts_with("//") && !next.contains(odd) { next } else { "/" }
}

/// A text as it may stand in the query of an address.
pub fn url_encoded(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.~/".contains(&b);
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leads_elsewhere_becomes_home() {
        for bad in
            ["//evil.example", "/\\evil", "https://evil.example", "javascript:alert(1)", "/a\r\nb", "/ő", ""]
        {
            assert_eq!(own_path(bad), "/", "{bad}");
        }
        assert_eq!(own_path("/threads/5?page=2"), "/threads/5?page=2");
    }

    #[test]
    fn a_form_can_delete() {
        let request = Request::post("/a/1?_method=delete").body(()).unwrap_or_default();
        let request = override_method(request);
        assert_eq!((request.method(), request.uri().path()), (&Method::DELETE, "/a/1"));
    }
}
