//! What a thread may belong to. The rooms above say what they have and how it is found, by
//! [`crate::subject!`]; the forum knows no more of it than its title, its address and who may see it.

use db::Conn;
use kit::{Result, Scope};
use people::Visitor;
use std::str::FromStr;

/// One kind of thing that threads may belong to. `find` answers with nothing where there is no such thing.
pub struct SubjectKind {
    pub kind: &'static str,
    pub find: fn(&mut Conn, i64) -> Result<Option<Subject>>,
}

/// All kinds, gathered by the linker.
#[kit::linkme::distributed_slice]
#[linkme(crate = kit::linkme)]
pub static SUBJECTS: [SubjectKind];

/// The thing that a thread belongs to, as the thread's page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub title: String,
    pub path: String,
    pub scope: Scope,
}

/// Says that threads may belong to things of this kind: `forum::subject!("focus", find);` in the room that
/// has them.
#[macro_export]
macro_rules! subject {
    ($kind:literal, $find:path) => {
        #[expect(unsafe_code, reason = "linkme places the kind in a link section")]
        const _: () = {
            #[$crate::linkme::distributed_slice($crate::threads::SUBJECTS)]
            #[linkme(crate = $crate::linkme)]
            static SUBJECT: $crate::threads::SubjectKind =
                $crate::threads::SubjectKind { kind: $kind, find: $find };
        };
    };
}

/// How a form or an address names a thing: `focus-3`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    pub kind: String,
    pub id: i64,
}

impl FromStr for Label {
    type Err = ();
    fn from_str(text: &str) -> Result<Label, ()> {
        let (kind, id) = text.rsplit_once('-').ok_or(())?;
        let id = id.parse().map_err(|_| ())?;
        let known = SUBJECTS.iter().any(|s| s.kind == kind);
        if known { Ok(Label { kind: kind.into(), id }) } else { Err(()) }
    }
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.kind, self.id)
    }
}

impl Label {
    /// The thing itself, where there is one that this visitor sees.
    pub fn find(&self, c: &mut Conn, visitor: &Visitor) -> Result<Option<Subject>> {
        let Some(kind) = SUBJECTS.iter().find(|s| s.kind == self.kind) else { return Ok(None) };
        Ok((kind.find)(c, self.id)?.filter(|s| visitor.sees(s.scope)))
    }
}

/// The kinds by which the list can be narrowed down, each once.
pub fn kinds() -> Vec<&'static str> {
    let mut kinds: Vec<&'static str> = SUBJECTS.iter().map(|s| s.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
