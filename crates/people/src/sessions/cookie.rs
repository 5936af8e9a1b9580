//! The cookies of the platform: the session's secret, the language a visitor chose, what was just done, and
//! the mark by which a browser is known again. All first-party, none to follow anybody.

use axum::http::{HeaderMap, HeaderValue, header};
use kit::Settings;

pub const SESSION: &str = "session";
pub const LANGUAGE: &str = "language";
pub const FLASH: &str = "flash";
pub const BROWSER: &str = "browser";

/// `__Host-` pins a cookie to this host and to https; browsers refuse it on plain http.
fn prefix(settings: &Settings) -> &'static str {
    if settings.is_https() { "__Host-" } else { "" }
}

/// The value of a cookie that the browser sent.
pub fn read<'h>(headers: &'h HeaderMap, settings: &Settings, name: &str) -> Option<&'h str> {
    let prefix = prefix(settings);
    let lines = headers.get_all(header::COOKIE).into_iter().filter_map(|v| v.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split("; ")).filter_map(|pair| pair.split_once('='));
    pairs.find(|(n, _)| n.strip_prefix(prefix) == Some(name)).map(|(_, value)| value)
}

/// Sets a cookie for `days`; 0 deletes it.
pub fn set(headers: &mut HeaderMap, settings: &Settings, name: &str, value: &str, days: i64) {
    let secure = if settings.is_https() { "; Secure" } else { "" };
    let age = days * 24 * 3600;
    let prefix = prefix(settings);
    let text = format!("{prefix}{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}");
    if let Ok(value) = HeaderValue::from_str(&text) {
        headers.append(header::SET_COOKIE, value);
    }
}

/// Starts or ends the session of the browser that gets this answer.
pub fn set_session(headers: &mut HeaderMap, settings: &Settings, secret: &str) {
    // How long the session itself lasts is the community's choice, and held on the server.
    let days = if secret.is_empty() { 0 } else { 365 };
    set(headers, settings, SESSION, secret, days);
}

/// Says on the next page what was done: a message key.
pub fn set_flash(headers: &mut HeaderMap, settings: &Settings, key: &str) {
    set(headers, settings, FLASH, key, 1);
}
