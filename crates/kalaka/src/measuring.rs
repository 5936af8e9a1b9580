//! Two addresses for `cargo xtask bench`, there only where `KALAKA_BENCH` is set: constant bytes, which
//! pass through everything that a page passes through, to compare pages with; and how many statements
//! have run.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kit::{App, Routes};
use std::env;

/// No page is larger.
const LARGEST: usize = 1024 * 1024;

/// The routes of the house, and these where they are asked for.
pub fn with_measures(routes: Routes) -> Routes {
    if env::var_os("KALAKA_BENCH").is_none() {
        return routes;
    }
    tracing::warn!("KALAKA_BENCH is set: the addresses for measuring are open");
    routes.get("/measure/constant/{bytes}", constant).get("/measure/statements", statements)
}

async fn constant(Path(bytes): Path<usize>) -> Response {
    static BYTES: [u8; LARGEST] = [b'k'; LARGEST];
    let bytes = BYTES.get(..bytes).unwrap_or(&BYTES);
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], bytes).into_response()
}

async fn statements(State(app): State<App>) -> Response {
    app.db.statements().to_string().into_response()
}
