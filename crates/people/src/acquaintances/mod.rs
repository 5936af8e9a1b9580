//! Who could reach whom: of a group that is not in, a member says "I know somebody there", and takes it back as
//! easily. Members see how many say so. Who they are, guides see, so that they can ask for a word; and those who
//! agreed to be named see each other. Guests see nothing of it.

mod panel;
mod queries;
mod saying;

pub use queries::{Candidate, Reachable, forget, let_go, listed_by_sector, of_person, put, reachable};

use crate::Visitor;
use db::Conn;
use kit::{Chrome, GroupId, Result, Routes};
use queries::Acquaintance;

pub fn routes() -> Routes {
    Routes::new()
        .post("/groups/{id}/acquaintance", saying::create)
        .delete("/groups/{id}/acquaintance", saying::destroy)
}

/// So many are read to be named.
const NAMED: i64 = 30;

/// Those who know somebody in a group, as far as one visitor may know of them.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// How many say so.
    pub count: i64,
    /// Whether the visitor does, and agreed to be named.
    own: Option<bool>,
    names: Vec<String>,
}

/// Who knows somebody there. One statement; none for guests, whom it doesn't concern.
pub fn known(c: &mut Conn, group: GroupId, visitor: &Visitor) -> Result<Known> {
    let Some(reader) = visitor.person_id() else { return Ok(Known::default()) };
    let found = queries::of_group(c, group, reader, NAMED)?;
    let own = found.iter().find(|a| a.person_id == reader).map(|a| a.named);
    let sees =
        |a: &&Acquaintance| a.person_id != reader && (visitor.is_guide() || (own == Some(true) && a.named));
    let names = found.iter().filter(sees).map(|a| a.name.clone()).collect();
    Ok(Known { count: found.first().map_or(0, |a| a.total), own, names })
}

impl Known {
    /// "Three members know somebody there."
    pub fn says(&self, chrome: &Chrome) -> String {
        chrome.t("acquaintances-count").with("count", self.count).to_string()
    }

    /// Who they are, as far as this visitor may know; empty where nobody may be named.
    pub fn names(&self, chrome: &Chrome) -> String {
        if self.names.is_empty() {
            return String::new();
        }
        chrome.t("acquaintances-names").with("names", chrome.list(&self.names)).to_string()
    }

    fn is_said(&self) -> bool {
        self.own.is_some()
    }

    fn is_named(&self) -> bool {
        self.own == Some(true)
    }
}
