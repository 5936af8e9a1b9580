//! Serves the platform until it is told to stop, then finishes what is under way.

use crate::config::Config;
use crate::front::Patience;
use crate::{house, measuring, tls, upkeep};
use anyhow::{Context, Result};
use axum::Router;
use axum_server::Handle;
use axum_server::accept::DefaultAcceptor;
use db::Db;
use kit::fetch::Fetcher;
use kit::{App, Settings};
use reach::{Handlers, Mailer};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// What is under way may take so long to finish after the signal to stop.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// The application around an opened database.
pub fn app(config: &Config, db: Db, address: SocketAddr) -> Result<App> {
    let settings = Settings {
        founding_code: founding_code(config, address),
        base_url: config.base_url.clone().unwrap_or_else(|| format!("http://{address}")),
        data: config.data.clone(),
        development: config.development,
        mail_from: config.mail_from.clone(),
        trusted_proxies: config.trusted_proxies,
        files: config.files.clone(),
        quotas: config.quotas,
        town_accounts: config.town_accounts.clone(),
    };
    Ok(App::new(db, config.clock.clone(), settings)?)
}

/// On this machine alone, whoever opens the page first may found. Where others can reach the server,
/// the code in the log tells the steward from a stranger.
fn founding_code(config: &Config, address: SocketAddr) -> Option<String> {
    let only_here = address.ip().is_loopback() && config.base_url.is_none();
    (!only_here).then(kit::token::code)
}

/// Serves; `ready` is called with the application once it can be reached.
pub fn serve(config: &Config, ready: impl FnOnce(&App) -> Result<()>) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(config.listen)
            .await
            .with_context(|| format!("can't listen on {}", config.listen))?;
        let address = listener.local_addr()?;
        let app = app(config, Db::open(&config.database).context("the database can't be opened")?, address)?;
        upkeep::begin(&app)?;
        ready(&app)?;
        println!("listening on {}", app.settings.base_url);
        if let (None, Some(code)) = (app.community(), &app.settings.founding_code) {
            println!("found it here: {} with the code {code}", app.settings.url("/founding/start"));
        }
        let (stop, stopping) = watch::channel(false);
        let worker = tokio::spawn(work(app.clone(), mailer(config)?, stopping.clone()));
        tokio::spawn(until_told(stop));
        run(config, app, listener, stopping).await?;
        Ok(worker.await?)
    })
}

/// Where letters go: to a mail server, or into a folder, which the log then names.
fn mailer(config: &Config) -> Result<Mailer> {
    Mailer::new(config.smtp.as_deref(), &config.data).context("the mail server's address can't be read")
}

/// Does the jobs, letters among them, until told to stop.
async fn work(app: App, mailer: Mailer, mut stopping: watch::Receiver<bool>) {
    let handlers =
        upkeep::handlers(Handlers::new(mailer).jobs(house::jobs()), Fetcher::new(&app.settings.base_url));
    let told = async move {
        let _ = stopping.wait_for(|stop| *stop).await;
    };
    reach::run(app, handlers, told).await;
}

async fn run(
    config: &Config,
    app: App,
    listener: TcpListener,
    stopping: watch::Receiver<bool>,
) -> Result<()> {
    let site =
        Router::new().fallback_service(people::site::site(app, measuring::with_measures(house::routes())));
    if let Some(host) = &config.tls_host {
        tls::redirect_http(host.clone());
        return tls::serve(host, &config.data, listener.into_std()?, site, stopping).await;
    }
    let (handle, patience) = (Handle::new(), Patience::default());
    tokio::spawn(tls::stop(handle.clone(), stopping));
    let server = patience.of(axum_server::from_tcp(listener.into_std()?)?);
    let server = server.acceptor(patience.bound(DefaultAcceptor::new()));
    let service = patience.around(site).into_make_service_with_connect_info::<SocketAddr>();
    Ok(server.handle(handle).serve(service).await?)
}

async fn until_told(stop: watch::Sender<bool>) {
    let (Ok(mut term), Ok(mut int)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        return;
    };
    tokio::select! {
        _ = term.recv() => {}
        _ = int.recv() => {}
    }
    tracing::info!("stopping");
    let _ = stop.send(true);
}
