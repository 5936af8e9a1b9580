//! What was sent before it was proven who sends it: where to, and the fields.

use super::HOLDS;
use crate::Visitor;
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::http::{HeaderMap, Method, Request, header};
use kit::headers::own_path;
use kit::{Error, Form};

/// The longest form that is kept; a grave one is short.
const LONGEST: usize = 64 * 1024;

/// A request that may have to wait for a proof.
pub struct Kept {
    /// Where it goes, as a form would send it.
    pub then: String,
    /// The page that it came from.
    pub from: String,
    pub is_get: bool,
    body: Bytes,
}

/// Keeps what is needed to send a request again, where its visitor might be asked for a proof.
pub async fn keep(
    visitor: &Visitor,
    base: &str,
    request: Request<Body>,
) -> Result<(Request<Body>, Option<Kept>), Error> {
    let may_be_asked = visitor.person.as_ref().is_some_and(|p| p.proven_at + HOLDS < visitor.now);
    if !may_be_asked {
        return Ok((request, None));
    }
    let is_get = [Method::GET, Method::HEAD].contains(request.method());
    let mut kept = Kept {
        then: address(request.method(), &visitor.path),
        from: page_before(request.headers(), base),
        is_get,
        body: Bytes::new(),
    };
    if is_get || !is_short_form(&request) {
        return Ok((request, Some(kept)));
    }
    let (parts, body) = request.into_parts();
    kept.body = to_bytes(body, LONGEST).await.map_err(|_| Error::TooLarge)?;
    let request = Request::from_parts(parts, Body::from(kept.body.clone()));
    Ok((request, Some(kept)))
}

/// Where a request goes, as a form would send it.
pub fn address(method: &Method, path: &str) -> String {
    if method == Method::DELETE { format!("{path}?_method=delete") } else { path.to_owned() }
}

/// The path of our own that a browser says it was on.
fn page_before(headers: &HeaderMap, base: &str) -> String {
    let said = headers.get(header::REFERER).and_then(|v| v.to_str().ok()).unwrap_or_default();
    match own_path(said.strip_prefix(base).unwrap_or_default()) {
        "/" => "/account".into(),
        path => path.into(),
    }
}

fn is_short_form(request: &Request<Body>) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let length = request.body().size_hint().upper();
    kind.starts_with("application/x-www-form-urlencoded")
        && length.is_some_and(|length| length <= LONGEST as u64)
}

impl Kept {
    /// The fields of the form.
    pub fn fields(&self) -> Form {
        Form::read(&self.body)
    }
}
