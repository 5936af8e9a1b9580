//! The browsers in which somebody signs in. Each carries a mark of its own, a cookie that opens nothing; when one that
//! carries none of theirs signs in as them, they are told by letter: when, with what device, and what to do if it
//! wasn't them. The first one ever is no news.

mod letters;
mod queries;

pub use queries::forget;

use crate::persons::Person;
use crate::sessions::{cookie, device};
use axum::http::HeaderMap;
use db::Conn;
use jiff::Timestamp;
use kit::{App, Locale, Result, Settings, token};

/// As long as browsers keep a cookie.
const DAYS: i64 = 400;

kit::period!("browsers", place 15, DAYS days of 30 to 730, let_go);

fn let_go(c: &mut Conn, before: Timestamp) -> Result<()> {
    Ok(queries::sweep(c, before).map(drop)?)
}

/// The browser that a request comes from.
#[derive(Debug, Clone)]
pub struct Browser {
    /// Its mark, a new one where it has none.
    mark: String,
    pub device: String,
}

impl Browser {
    pub fn of(headers: &HeaderMap, settings: &Settings) -> Browser {
        let own = cookie::read(headers, settings, cookie::BROWSER).filter(|mark| !mark.is_empty());
        let mark = own.map_or_else(|| token::new().text, str::to_owned);
        Browser { mark, device: device(headers) }
    }

    /// Lets the browser keep its mark for as long again.
    pub fn keep(&self, headers: &mut HeaderMap, settings: &Settings) {
        cookie::set(headers, settings, cookie::BROWSER, &self.mark, DAYS);
    }
}

/// Notes that somebody signed in with a browser, and tells them where it is a new one of theirs.
pub fn note(
    c: &mut Conn,
    app: &App,
    person: &Person,
    browser: &Browser,
    locale: Locale,
    now: Timestamp,
) -> Result<()> {
    let hash = token::hash(&browser.mark);
    let is_news = queries::is_known(c, &hash, person.id)? == 0 && queries::count(c, person.id)? > 0;
    queries::note(c, &hash, person.id, &browser.device, now)?;
    if is_news { letters::tell(c, app, person, browser, locale, now) } else { Ok(()) }
}
