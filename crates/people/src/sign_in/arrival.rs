//! What is the same however somebody comes in: their browser is noted, a session begins in place of the one before, and
//! they are led on.

use crate::Visitor;
use crate::browsers::{self, Browser};
use crate::persons::Person;
use crate::sessions::{self, cookie};
use axum::http::HeaderMap;
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::headers::own_path;
use kit::{App, Locale, Result, page};

#[derive(Clone)]
pub struct Arrival {
    /// The session that this browser had.
    before: Option<i64>,
    browser: Browser,
    pub locale: Locale,
    pub now: Timestamp,
}

impl Arrival {
    pub fn of(visitor: &Visitor, headers: &HeaderMap, app: &App) -> Arrival {
        Arrival {
            before: visitor.person.as_ref().map(|p| p.session),
            browser: Browser::of(headers, &app.settings),
            locale: visitor.locale,
            now: visitor.now,
        }
    }

    /// Lets somebody in who has shown who they are; gives the secret of their session.
    pub fn let_in(&self, c: &mut Conn, app: &App, person: &Person) -> Result<String> {
        browsers::note(c, app, person, &self.browser, self.locale, self.now)?;
        Ok(sessions::renew(c, self.before, person.id, &self.browser.device, self.now)?)
    }

    /// On to where they wanted to go.
    pub fn on(&self, app: &App, secret: &str, next: &str) -> Result<Response> {
        let mut response = page::see(own_path(next))?;
        cookie::set_session(response.headers_mut(), &app.settings, secret);
        self.browser.keep(response.headers_mut(), &app.settings);
        Ok(response)
    }
}
