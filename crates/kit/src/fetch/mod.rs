//! Reading a page from elsewhere, by an address that somebody wrote. That makes this server knock at doors for
//! others, so it knocks at public ones alone: it resolves each name itself, once, connects only to what it has
//! looked at, and looks again at each place that it is sent on to. It carries no cookies and says who it is.
//!
//! Deliberately absent: the system's proxy, and a second look-up of a name by the library that connects, which could
//! be told another address than the one that was looked at.

mod address;
mod names;
mod reading;
#[cfg(test)]
mod tests;
mod text;

pub use address::{is_public, parse};
pub use names::Names;
pub use text::{decode, line};

use reqwest::header::{self, HeaderMap};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode};
use std::net::SocketAddr;
use std::time::Duration;
use url::Url;

/// All that one page takes together, redirects too.
const PATIENCE: Duration = Duration::from_secs(10);

/// So often it lets itself be sent on.
const REDIRECTS: usize = 3;

/// Cheap to clone.
#[derive(Clone)]
pub struct Fetcher {
    agent: String,
    names: Names,
    patience: Duration,
    /// For tests that serve what is fetched: this machine may be reached, at this port where none is named.
    at_home: Option<u16>,
}

/// What is wanted of a page.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    pub address: &'a Url,
    /// The media types that are read; others aren't.
    pub kinds: &'a [&'a str],
    /// So many bytes are read, unpacked. What is longer is cut off.
    pub most: usize,
    /// What the server said of the page when it was read before.
    pub etag: Option<&'a str>,
    pub modified: Option<&'a str>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Page(Page),
    /// It is as it was.
    Unchanged,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Where it was found in the end.
    pub address: Url,
    pub charset: Option<String>,
    pub bytes: Vec<u8>,
    pub is_cut: bool,
    pub etag: Option<String>,
    pub modified: Option<String>,
}

/// Why nothing was read. It names no address, so that it can be kept and logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    #[error("not an address that is fetched")]
    Forbidden,
    #[error("can't be reached")]
    Unreachable,
    #[error("takes too long")]
    Slow,
    #[error("answers with {0}")]
    Status(u16),
    #[error("sends on too often")]
    Redirects,
    #[error("is of another kind")]
    Kind,
    #[error("breaks off, or can't be unpacked")]
    Broken,
}

impl Fetcher {
    /// Says that it comes from the platform at this address.
    pub fn new(base_url: &str) -> Fetcher {
        // Whoever comes first sets it; all take the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let agent = format!("Kalaka/{} (+{base_url})", env!("CARGO_PKG_VERSION"));
        Fetcher { agent, names: Names::System, patience: PATIENCE, at_home: None }
    }

    /// For tests alone: names mean what the test says.
    #[must_use]
    pub fn knowing(self, names: Names) -> Fetcher {
        Fetcher { names, ..self }
    }

    /// For tests alone: this machine may be reached, at this port where an address names none.
    #[must_use]
    pub fn at_home(self, port: u16) -> Fetcher {
        Fetcher { at_home: Some(port), ..self }
    }

    /// For tests alone.
    #[must_use]
    pub fn patient_for(self, patience: Duration) -> Fetcher {
        Fetcher { patience, ..self }
    }

    pub async fn fetch(&self, wanted: Wanted<'_>) -> Result<Answer, Failure> {
        let fetched = tokio::time::timeout(self.patience, self.follow(wanted));
        fetched.await.unwrap_or(Err(Failure::Slow))
    }

    async fn follow(&self, wanted: Wanted<'_>) -> Result<Answer, Failure> {
        let mut address = wanted.address.clone();
        for _ in 0..=REDIRECTS {
            let response = self.ask(&address, wanted).await?;
            let status = response.status();
            if status == StatusCode::NOT_MODIFIED {
                return Ok(Answer::Unchanged);
            }
            if !status.is_redirection() {
                return reading::read(response, address, wanted).await.map(Answer::Page);
            }
            let onward =
                text_of(response.headers(), header::LOCATION).ok_or(Failure::Status(status.as_u16()))?;
            address = address.join(&onward).map_err(|_| Failure::Forbidden)?;
        }
        Err(Failure::Redirects)
    }

    /// One question to one server, at an address of it that was looked at.
    async fn ask(&self, address: &Url, wanted: Wanted<'_>) -> Result<Response, Failure> {
        let doors = self.doors(address).await?;
        let client = self.client(&doors)?;
        let mut request = client
            .get(address.clone())
            .header(header::ACCEPT, wanted.kinds.join(", "))
            .header(header::ACCEPT_ENCODING, "gzip");
        if let Some(etag) = wanted.etag {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        if let Some(modified) = wanted.modified {
            request = request.header(header::IF_MODIFIED_SINCE, modified);
        }
        let response = request.send().await.map_err(|_| Failure::Unreachable)?;
        // Whatever the library did: nothing is read from a place that wasn't looked at.
        match response.remote_addr() {
            Some(reached) if doors.iter().any(|door| door.ip() == reached.ip()) => Ok(response),
            _ => Err(Failure::Forbidden),
        }
    }

    /// Where a server can be reached, if all its addresses may be.
    async fn doors(&self, address: &Url) -> Result<Vec<SocketAddr>, Failure> {
        address::ensure_fetchable(address, self.at_home.is_some())?;
        let ips = self.names.resolve(address).await?;
        let usual = self.at_home.or(address.port_or_known_default());
        let port = address.port().or(usual).ok_or(Failure::Forbidden)?;
        let may_knock = |ip| is_public(ip) || (self.at_home.is_some() && ip.is_loopback());
        if ips.is_empty() {
            return Err(Failure::Unreachable);
        }
        if !ips.iter().copied().all(may_knock) {
            return Err(Failure::Forbidden);
        }
        Ok(ips.into_iter().map(|ip| SocketAddr::new(ip, port)).collect())
    }

    fn client(&self, doors: &[SocketAddr]) -> Result<Client, Failure> {
        Client::builder()
            .dns_resolver(names::Only(doors.into()))
            .redirect(Policy::none())
            .no_proxy()
            .referer(false)
            .user_agent(self.agent.as_str())
            .pool_max_idle_per_host(0)
            .build()
            .map_err(|error| {
                tracing::error!(%error, "nothing can be fetched");
                Failure::Unreachable
            })
    }
}

fn text_of(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    let value = headers.get(name)?;
    // Some servers write what only browsers read: UTF-8.
    std::str::from_utf8(value.as_bytes()).ok().map(str::to_owned)
}
