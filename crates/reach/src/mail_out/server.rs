//! The mail server that takes our letters.

use super::Unsent;
use lettre::transport::smtp;
use lettre::{Message, SmtpTransport, Transport};
use std::error::Error;
use std::io;
use std::net::IpAddr;
use std::time::Duration;
use url::Url;

/// A server that doesn't answer is tried again later.
const PATIENCE: Duration = Duration::from_secs(30);

/// Talks from threads of its own: lettre's async connections end with a panic when the runtime is gone before
/// them.
#[derive(Clone)]
pub struct Server(SmtpTransport);

#[derive(Debug, thiserror::Error)]
#[error("the mail server is named like smtp://user:password@mail.example.org or smtps://…: {0}")]
pub struct BadServer(String);

impl Server {
    /// `smtps://user:password@host` speaks TLS from the first byte; `smtp://…` asks for it before it says
    /// anything, and sends nothing where that is refused. Only to a server on this machine, or with
    /// `?tls=none`, letters go unencrypted.
    pub fn at(url: &str) -> Result<Server, BadServer> {
        let url = with_tls(url)?;
        let builder = SmtpTransport::from_url(url.as_str()).map_err(|e| BadServer(e.to_string()))?;
        Ok(Server(builder.timeout(Some(PATIENCE)).build()))
    }

    pub(super) async fn send(&self, message: Message) -> Result<(), Unsent> {
        let transport = self.0.clone();
        let sent = tokio::task::spawn_blocking(move || transport.send(&message)).await;
        match sent.map_err(|e| Unsent { why: e.to_string(), refused: false })? {
            Ok(_) => Ok(()),
            Err(error) => Err(Unsent { why: reason(&error), refused: is_about_the_address(&error) }),
        }
    }
}

fn with_tls(url: &str) -> Result<Url, BadServer> {
    // What can't be read may hold a password: it is not repeated.
    let mut url = Url::parse(url).map_err(|e| BadServer(e.to_string()))?;
    let asked = url.query_pairs().find(|(name, _)| name == "tls").map(|(_, value)| value.into_owned());
    match (url.scheme(), asked.as_deref()) {
        ("smtps", None) | ("smtp", Some("required")) => {}
        ("smtp", Some("none")) => url.set_query(None),
        ("smtp", None) if is_here(&url) => {}
        ("smtp", None) => url.set_query(Some("tls=required")),
        _ => return Err(BadServer("tls is none or required, and smtps has it anyway".into())),
    }
    Ok(url)
}

fn is_here(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Whether the server will never take a letter to this address: 550 (no such mailbox), 551 and 553. What it refuses
/// for other reasons, such as a full box (552) or its rules (554), says nothing of the address.
fn is_about_the_address(error: &smtp::Error) -> bool {
    error.status().is_some_and(|code| ["550", "551", "553"].contains(&code.to_string().as_str()))
}

/// What a server answers may repeat the address: only its number is told.
fn reason(error: &smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("the mail server said {code}"),
        None if error.is_timeout() || is_silence(error) => "the mail server did not answer".into(),
        None => format!("the mail server can't be reached: {error}"),
    }
}

/// A socket whose patience is over says that it would have to wait.
fn is_silence(error: &smtp::Error) -> bool {
    let cause = error.source().and_then(|source| source.downcast_ref::<io::Error>());
    cause.is_some_and(|io| matches!(io.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(url: &str) -> Option<String> {
        with_tls(url).unwrap().query().map(String::from)
    }

    #[test]
    fn letters_leave_this_machine_encrypted_unless_somebody_says_otherwise() {
        assert_eq!(query("smtp://mail.example.org").as_deref(), Some("tls=required"));
        assert_eq!(query("smtp://mail.example.org?tls=required").as_deref(), Some("tls=required"));
        assert_eq!(query("smtp://mail.example.org?tls=none"), None);
        assert_eq!(query("smtps://mail.example.org"), None);
        for here in ["smtp://localhost:1025", "smtp://127.0.0.1:1025", "smtp://[::1]:1025"] {
            assert_eq!(query(here), None, "{here}");
        }
    }

    #[test]
    fn a_wrong_address_of_a_server_is_refused_and_its_password_not_repeated() {
        for bad in
            ["mail.example.org", "http://user:secret@mail.example.org", "smtp://user:secret@h?tls=perhaps"]
        {
            let said = Server::at(bad).err().map(|e| e.to_string()).unwrap_or_default();
            assert!(said.contains("smtps://") && !said.contains("secret"), "{bad}: {said}");
        }
    }
}
