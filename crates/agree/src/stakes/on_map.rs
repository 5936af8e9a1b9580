//! The map leads to what each focus of ours asks of whom.

use super::queries::{self, Answered};
use crate::focuses::{self, Focus};
use askama::Template;
use db::Conn;
use kit::{Chrome, Error, Markup, Result, Section};
use people::Visitor;
use people::map::panels::Panel;

people::map_panel!(Panel { place: 10, show });

#[derive(Template)]
#[template(path = "stakes/_map.html")]
struct Part {
    chrome: Chrome,
    focuses: Vec<Focus>,
    answered: Vec<Answered>,
}

impl Part {
    fn count(&self, focus: &Focus) -> i64 {
        self.answered.iter().find(|a| a.focus_id == focus.id).map_or(0, |a| a.count)
    }
}

/// Two statements.
fn show(c: &mut Conn, visitor: &Visitor) -> Result<Option<Markup>> {
    let focuses = focuses::active(c)?;
    if focuses.is_empty() {
        return Ok(None);
    }
    let part = Part { chrome: visitor.chrome(Section::Groups), focuses, answered: queries::answered(c)? };
    part.render().map(|html| Some(Markup(html))).map_err(|e| Error::Bug(format!("template: {e}")))
}
