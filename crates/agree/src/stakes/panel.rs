//! The page of a focus leads to its stakes, and asks those who speak for a group that has not answered.

use super::queries;
use crate::focuses::panels::Panel;
use crate::focuses::{Focus, FocusId};
use askama::Template;
use db::Conn;
use kit::{Chrome, Error, Markup, Result, Section};
use people::Visitor;

crate::focus_panel!(Panel { place: 20, show });

#[derive(Template)]
#[template(path = "stakes/_panel.html")]
struct Part {
    chrome: Chrome,
    focus: FocusId,
    answered: i64,
    of: i64,
    /// Whether this visitor speaks for a group.
    speaks: bool,
}

/// One statement. Before a focus is adopted nobody is asked on its page.
fn show(c: &mut Conn, focus: &Focus, visitor: &Visitor) -> Result<Option<Markup>> {
    if !focus.is_active() {
        return Ok(None);
    }
    let (answered, of) = queries::heard(c, focus.id)?;
    let speaks = visitor.person.as_ref().is_some_and(|p| p.voices.iter().any(|v| v.group.is_some()));
    let part = Part { chrome: visitor.chrome(Section::Focuses), focus: focus.id, answered, of, speaks };
    part.render().map(|html| Some(Markup(html))).map_err(|e| Error::Bug(format!("template: {e}")))
}
