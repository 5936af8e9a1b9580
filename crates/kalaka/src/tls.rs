//! https without a proxy: a certificate by ACME (RFC 8555), asked for and renewed by itself, kept in
//! the data folder.

use crate::front::Patience;
use crate::serve::PATIENCE;
use anyhow::Result;
use axum::Router;
use axum::http::{Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum_server::Handle;
use futures_util::StreamExt;
use rustls_acme::AcmeConfig;
use rustls_acme::caches::DirCache;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use tokio::sync::watch;

/// Serves https on `listener` for one host name, until told to stop.
pub async fn serve(
    host: &str,
    data: &Path,
    listener: TcpListener,
    site: Router,
    stopping: watch::Receiver<bool>,
) -> Result<()> {
    // Only the first of several calls sets it; both are the same.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let folder = data.join("certificates");
    crate::config::private_folder(&folder)?;
    let mut state = AcmeConfig::new([host]).cache(DirCache::new(folder)).directory_lets_encrypt(true).state();
    let acceptor = state.axum_acceptor(state.default_rustls_config());
    tokio::spawn(async move {
        while let Some(event) = state.next().await {
            match event {
                Ok(event) => tracing::info!(?event, "certificate"),
                Err(error) => tracing::error!(%error, "certificate"),
            }
        }
    });
    let handle = Handle::new();
    tokio::spawn(stop(handle.clone(), stopping));
    let patience = Patience::default();
    let server = patience.of(axum_server::from_tcp(listener)?).acceptor(patience.bound(acceptor));
    let service = patience.around(site).into_make_service_with_connect_info::<SocketAddr>();
    Ok(server.handle(handle).serve(service).await?)
}

/// Ends a server when it is told to stop; what is under way has some time.
pub async fn stop(handle: Handle<SocketAddr>, mut stopping: watch::Receiver<bool>) {
    let _ = stopping.wait_for(|stop| *stop).await;
    handle.graceful_shutdown(Some(PATIENCE));
}

/// Leads http on port 80 to https, where the port can be had.
pub fn redirect_http(host: String) {
    let app = Router::new().fallback(move |uri: Uri| to_https(host.clone(), uri));
    tokio::spawn(async move {
        match tokio::net::TcpListener::bind(("0.0.0.0", 80)).await {
            Ok(listener) => drop(axum::serve(listener, app).await),
            Err(error) => tracing::warn!(%error, "port 80 can't be had; http is not led to https"),
        }
    });
}

async fn to_https(host: String, uri: Uri) -> Response {
    let path = uri.path_and_query().map_or("/", |p| p.as_str());
    let mut response = Redirect::permanent(&format!("https://{host}{path}")).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    kit::headers::guard(headers);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_way_to_https_is_as_guarded_as_the_pages() {
        let response = to_https("kovolgy.example".into(), Uri::from_static("/needs?page=2")).await;
        let says = |name: &str| response.headers()[name].to_str().unwrap_or_default();
        assert_eq!(says("location"), "https://kovolgy.example/needs?page=2");
        assert!(says("content-security-policy").starts_with("default-src 'none'"));
        assert_eq!((says("x-content-type-options"), says("cache-control")), ("nosniff", "no-store"));
    }
}
