//! A row of the log as a sentence, with the thing it tells of as a link.

use super::queries::Happened;
use kit::activity::{self, Told};
use kit::{Chrome, Markup};

pub use kit::activity::path_of;

impl Happened {
    /// The sentence, in the visitor's language.
    pub fn sentence(&self, chrome: &Chrome) -> Markup {
        let told = Told {
            kind: &self.kind,
            who: self.person.as_deref(),
            voice: self.voice.as_deref(),
            subject: (&self.subject_kind, self.subject_id),
            title: &self.title,
        };
        activity::sentence(chrome, &told)
    }
}
