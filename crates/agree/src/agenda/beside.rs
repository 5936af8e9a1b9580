//! How a need, focus or initiative relates to the agenda, as a part of its own page. Its author also
//! sees there what they have not answered yet.

use super::relation::Related;
use super::subject::unsaid;
use super::{Likely, queries};
use askama::Template;
use db::Conn;
use kit::{Chrome, Error, Markup, Result};

#[derive(Template)]
#[template(path = "agenda/_beside.html")]
struct Beside<'a> {
    chrome: &'a Chrome,
    /// `focus-3`.
    subject: String,
    related: Vec<Related>,
    unsaid: Vec<Likely>,
    may_relate: bool,
}

/// A section of a subject's page; nothing where there is nothing to say. `text` is the subject's, its
/// title in the first line. One statement; two more for those who may relate it.
pub fn beside(
    c: &mut Conn,
    chrome: &Chrome,
    (kind, id): (&str, i64),
    text: &str,
    may_relate: bool,
) -> Result<Markup> {
    let related = queries::of_subject(c, kind, id)?;
    let unsaid = if may_relate { unsaid(c, text, &related)? } else { Vec::new() };
    if related.is_empty() && !may_relate {
        return Ok(Markup::default());
    }
    let part = Beside { chrome, subject: format!("{kind}-{id}"), related, unsaid, may_relate };
    part.render().map(Markup).map_err(|e| Error::Bug(format!("template: {e}")))
}
