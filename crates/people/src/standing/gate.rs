//! The one place where a paused person is stopped: every request that changes something, but for a short
//! list. A route that isn't in it is closed to them, whoever adds it.

use super::pages;
use crate::Visitor;
use axum::Form;
use axum::body::Body;
use axum::extract::FromRequest;
use axum::http::{Method, Request};
use axum::response::Response;
use kit::{App, Error};

/// What somebody who is paused may still do: vote, appeal, keep what they began to write and what they read, take back what they
/// said, look after their account and their notices.
pub fn may_still(method: &Method, path: &str) -> bool {
    let is_safe = method == Method::GET || method == Method::HEAD;
    let own = [
        "/account/proof",
        "/account/passkeys",
        "/sign-in/passkey",
        "/sign-out",
        "/language",
        "/notifications/",
        "/drafts/",
        "/bookmarks/",
        "/account/sessions",
        "/appeals/",
    ];
    let votes = path.starts_with("/decisions/") && path.ends_with("/ballots");
    let appeals = path.starts_with("/moderation/acts/") && path.ends_with("/appeal");
    let takes_back = method == Method::DELETE && path.starts_with("/posts/");
    let keeps = path.ends_with("/bookmark");
    is_safe || votes || appeals || takes_back || keeps || own.iter().any(|start| path.starts_with(start))
}

/// Says why, and gives back what was written.
pub async fn refuse(app: &App, visitor: &Visitor, request: Request<Body>) -> Result<Response, Error> {
    let sent = Form::<Vec<(String, String)>>::from_request(request, &()).await;
    let written = sent.map(|form| longest(form.0)).unwrap_or_default();
    let person = visitor.person_id().ok_or(Error::SignInFirst)?;
    let found = app.db.read(move |c| super::of_person(c, person)).await?;
    pages::refuse(visitor, found.ok_or(Error::Forbidden)?, written)
}

/// The longest of the texts in a form; keys and choices are of one word.
fn longest(fields: Vec<(String, String)>) -> String {
    let texts =
        fields.into_iter().map(|(_, text)| text).filter(|text| text.trim().contains(char::is_whitespace));
    texts.max_by_key(String::len).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::may_still;
    use axum::http::Method;

    #[test]
    fn who_is_paused_reads_votes_and_appeals_and_writes_nothing() {
        assert!(may_still(&Method::GET, "/threads/new"));
        for path in [
            "/decisions/3/ballots",
            "/moderation/acts/4/appeal",
            "/drafts/answer-1",
            "/posts/3/bookmark",
            "/sign-out",
        ] {
            assert!(may_still(&Method::POST, path), "{path}");
        }
        assert!(may_still(&Method::DELETE, "/posts/3"));
        for path in ["/threads", "/threads/1/posts", "/posts/1", "/posts/1/reactions", "/needs", "/account"] {
            assert!(!may_still(&Method::POST, path), "{path}");
        }
        assert!(!may_still(&Method::DELETE, "/moderation/acts/4") && !may_still(&Method::POST, "/new-room"));
    }
}
