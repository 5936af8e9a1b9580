//! The initiatives of a focus, as a part of its page.

use super::health::{Card, cards};
use agree::focuses::panels::Panel;
use agree::focuses::{Focus, FocusId};
use askama::Template;
use db::Conn;
use kit::{Chrome, Error, Markup, Result, Section};
use people::Visitor;

agree::focus_panel!(Panel { place: 10, show });

#[derive(Template)]
#[template(path = "initiatives/_panel.html")]
struct Part {
    chrome: Chrome,
    focus: FocusId,
    cards: Vec<Card>,
    /// How many more there is room for.
    free: i64,
    may_begin: bool,
}

/// One statement. Before a focus is adopted there is nothing to show.
fn show(c: &mut Conn, focus: &Focus, visitor: &Visitor) -> Result<Option<Markup>> {
    let chrome = visitor.chrome(Section::Focuses);
    let cards = cards(c, Some(focus.id), &chrome.zone, visitor.now)?;
    let is_active = focus.is_active();
    if cards.is_empty() && !is_active {
        return Ok(None);
    }
    let free = if is_active { free(&cards, visitor.community()?.max_initiatives) } else { 0 };
    let may_begin = is_active && visitor.person.is_some();
    let part = Part { chrome, focus: focus.id, cards, free, may_begin };
    part.render().map(|html| Some(Markup(html))).map_err(|e| Error::Bug(format!("template: {e}")))
}

/// The places that the initiatives of a focus leave.
pub(super) fn free(cards: &[Card], most: i64) -> i64 {
    (most - cards.iter().filter(|card| card.is_under_way()).count() as i64).max(0)
}
