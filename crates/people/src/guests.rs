//! Guests' pages: shown as they were shown before, where they would come out the same (see
//! [`kit::cache`]). For anybody who is signed in, or who is told what they just did, a page is made anew.

use crate::visitor::Visitor;
use axum::body::{Body, HttpBody};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kit::App;
use kit::cache::{self, Page, Stamp};
use std::sync::Arc;

/// Answers with what is kept, or lets the room answer, and keeps it.
pub(crate) async fn answer(app: &App, visitor: &Visitor, request: Request<Body>, next: Next) -> Response {
    let Some(stamp) = stamp(app, visitor, &request) else { return next.run(request).await };
    if let Some(page) = app.pages.find(stamp, visitor.locale, &visitor.path) {
        return show(page);
    }
    let response = next.run(request).await;
    if !may_be_kept(&response) {
        return response;
    }
    // A body whose size is known is in memory already; reading it can't fail.
    let html = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap_or_default();
    let page = Arc::new(Page::new(html));
    app.pages.keep(stamp, visitor.locale, &visitor.path, &page);
    show(page)
}

/// Before the data is read; none where the page is not for all guests alike.
fn stamp(app: &App, visitor: &Visitor, request: &Request<Body>) -> Option<Stamp> {
    let is_guest = visitor.person.is_none() && visitor.flash.is_none();
    let is_kept = request.method() == Method::GET && cache::is_kept(request.uri(), request.headers());
    if is_guest && is_kept { Stamp::now(app, visitor.now) } else { None }
}

fn show(page: Arc<Page>) -> Response {
    let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    let mut response = (kind, page.plain.clone()).into_response();
    response.extensions_mut().insert(page);
    response
}

/// A whole page, and nothing beside it that was meant for one visitor.
fn may_be_kept(response: &Response) -> bool {
    let headers = response.headers();
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    response.status() == StatusCode::OK
        && kind.starts_with("text/html")
        && has_only_its_kind(headers)
        && response.body().size_hint().exact().is_some()
}

fn has_only_its_kind(headers: &HeaderMap) -> bool {
    headers.keys().all(|name| name == header::CONTENT_TYPE || name == header::CONTENT_LENGTH)
}
