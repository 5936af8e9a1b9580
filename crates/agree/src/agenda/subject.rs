//! What can relate to an item: needs, focuses, initiatives. Rooms above this one say what theirs are and
//! who may speak for them; this room knows none of them.

use super::{Likely, Related, likely, queries};
use db::Conn;
use kit::{Error, Result};
use people::Member;

/// What some things are called, by their ids.
pub type Titles = Vec<(i64, Title)>;

/// What somebody called a thing, and the code of the language they wrote in.
#[derive(Debug, Clone)]
pub struct Title {
    pub text: String,
    pub locale: String,
}

/// One kind of thing that can relate to an item. Declared with [`crate::agenda_subject!`].
pub struct SubjectKind {
    /// As it stands in the database and in addresses: `need`, `focus`, `initiative`.
    pub kind: &'static str,
    /// `None` where there is none that everybody may see.
    pub find: fn(&mut Conn, i64) -> Result<Option<Subject>>,
    /// The titles of several, in one question.
    pub titles: fn(&mut Conn, &[i64]) -> Result<Titles>,
    pub path: fn(i64) -> String,
}

/// All kinds, gathered by the linker, which tells lists apart by their names alone: the forum has its own.
#[kit::linkme::distributed_slice]
#[linkme(crate = kit::linkme)]
pub static AGENDA_SUBJECTS: [SubjectKind];

/// Declares a kind of thing that can relate to an item of the agenda.
#[macro_export]
macro_rules! agenda_subject {
    ($kind:expr) => {
        #[expect(unsafe_code, reason = "linkme places the kind in a link section")]
        const _: () = {
            #[kit::linkme::distributed_slice($crate::agenda::AGENDA_SUBJECTS)]
            #[linkme(crate = kit::linkme)]
            static SUBJECT: $crate::agenda::SubjectKind = $kind;
        };
    };
}

/// One thing that can relate to an item.
#[derive(Debug, Clone)]
pub struct Subject {
    pub title: String,
    pub body: String,
    pub path: String,
    /// The keys of the voices that may say how it relates: its author's, those who carry it.
    pub voices: Vec<String>,
}

impl Subject {
    /// Guides may, for whoever can't.
    pub fn may_relate(&self, member: &Member) -> bool {
        member.is_guide() || member.voices().iter().any(|v| self.voices.contains(&v.key()))
    }

    /// As [`likely`] reads it.
    pub fn text(&self) -> String {
        format!("{}\n{}", self.title, self.body)
    }
}

/// A subject's address in a form: `focus-3`.
#[derive(Clone, Copy)]
pub struct SubjectRef {
    pub kind: &'static SubjectKind,
    pub id: i64,
}

impl SubjectRef {
    pub fn read(text: &str) -> Option<SubjectRef> {
        let (kind, id) = text.split_once('-')?;
        Some(SubjectRef { kind: of_kind(kind)?, id: id.parse().ok()? })
    }

    pub fn find(self, c: &mut Conn) -> Result<Subject> {
        (self.kind.find)(c, self.id)?.ok_or(Error::NotFound)
    }
}

pub fn of_kind(kind: &str) -> Option<&'static SubjectKind> {
    AGENDA_SUBJECTS.iter().find(|s| s.kind == kind)
}

/// The items that read like a subject and of which it has not said yet how it relates. Its author is
/// asked after posting, and reminded on its page.
pub fn to_be_said(c: &mut Conn, kind: &str, id: i64, text: &str) -> Result<Vec<Likely>> {
    let said = queries::of_subject(c, kind, id)?;
    unsaid(c, text, &said)
}

/// The same, where what was said is at hand.
pub fn unsaid(c: &mut Conn, text: &str, said: &[Related]) -> Result<Vec<Likely>> {
    let mut found = likely(c, text)?;
    found.retain(|likely| said.iter().all(|s| s.item_id != likely.item));
    Ok(found)
}

/// Where a subject's author goes on to after posting: to the question how it relates, where something on
/// the agenda reads alike, or to its own page.
pub fn next_path(c: &mut Conn, kind: &'static str, id: i64, text: &str, path: &str) -> Result<String> {
    let asked = to_be_said(c, kind, id, text)?;
    Ok(if asked.is_empty() { path.to_owned() } else { format!("/agenda/relations/new?subject={kind}-{id}") })
}
