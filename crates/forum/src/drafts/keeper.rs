//! The part of a form that keeps what is typed in it: by itself where there is JavaScript, else by a button.

use super::Place;
use super::keeping::{self, Draft};
use db::Conn;
use jiff::Timestamp;
use kit::Form;
use people::Visitor;

/// Stands in a page as `keeper`, shown by `drafts/_keeper.html` inside the form.
#[derive(Debug, Clone)]
pub struct Keeper {
    pub place: Place,
    pub person: i64,
    /// Since when what stands in the form is kept.
    pub since: Option<Timestamp>,
    draft: Option<Draft>,
}

impl Keeper {
    /// With the draft that is kept there; nobody's for a stranger.
    pub fn find(c: &mut Conn, visitor: &Visitor, place: Place) -> db::Result<Keeper> {
        let person = visitor.person_id();
        let draft = person.map(|id| keeping::find(c, id, &place)).transpose()?.flatten();
        let since = draft.as_ref().map(|draft| draft.saved_at);
        Ok(Keeper { place, person: person.map_or(0, |id| id.0), since, draft })
    }

    /// Puts what was kept into a form that nobody has typed in yet.
    pub fn fill(&self, form: &mut Form) {
        if let Some(draft) = &self.draft {
            draft.fill(form);
        }
    }

    /// The time of the draft, as the form sends it back.
    pub fn known(&self) -> i64 {
        self.since.map_or(0, Timestamp::as_millisecond)
    }

    /// Where the button sends it that keeps it, where nothing does so by itself.
    pub fn keep(&self) -> String {
        format!("/drafts/{}?back=yes", self.place)
    }

    /// Where it is thrown away.
    pub fn discard(&self) -> String {
        format!("/drafts/{}?_method=delete", self.place)
    }
}
