//! The whole site as one service: routes, the frame, and what protects them, in the order in which a
//! request passes.

use crate::frame::frame;
use axum::http::StatusCode;
use axum::middleware;
use axum::response::{IntoResponse, Response};
use kit::testing::Service;
use kit::{App, Error, Routes, headers};
use tower::util::MapRequestLayer;
use tower::{Layer, ServiceExt};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;

/// The most that one request may carry, uploads apart.
const LARGEST_BODY: usize = 24 * 1024 * 1024;

/// Wraps the routes of the house into the site.
pub fn site(app: App, routes: Routes) -> Service {
    let router = routes
        .merge(kit::look::routes())
        .into_router()
        .fallback(|| async { Error::NotFound })
        .method_not_allowed_fallback(|| async { Error::NotFound })
        .layer(middleware::from_fn_with_state(app.clone(), frame))
        .with_state(app.clone())
        .layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| broken()))
        .layer(RequestBodyLimitLayer::new(LARGEST_BODY))
        .layer(CsrfLayer::new())
        .layer(middleware::from_fn(kit::pack::outgoing))
        .layer(middleware::from_fn_with_state(app, headers::protect));
    let service = MapRequestLayer::new(headers::override_method).layer(router);
    Service::new(service.map_response(IntoResponse::into_response))
}

/// A panic is a bug; the request that met it gets a page as any other error.
fn broken() -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong here. It is not your fault.").into_response()
}
