//! What a decision binds. A room whose things are decided upon adds a [`Binding`] to the list; the
//! closing of a decision calls it in the same transaction, so the outcome and what follows from it
//! are one.

use super::{Decision, Outcome};
use db::Conn;
use jiff::Timestamp;
use kit::{Chrome, Error, Result};

/// How one kind of decision takes effect, and what its page says about that.
pub struct Binding {
    pub kind: &'static str,
    /// Does what was decided. Called once, with the outcome.
    pub settle: fn(&mut Conn, &Decision, Outcome, Timestamp) -> Result<()>,
    /// In the words of the visitor's language.
    pub about: fn(&mut Conn, &Decision, &Chrome) -> Result<About>,
}

/// What the page of a decision says beside its numbers.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// The question in the visitor's language; once closed, what came of it. Where empty, the question as
    /// it was put.
    pub headline: String,
    /// Before the closing: what follows if both sides agree. After it: what happens now.
    pub says: Vec<String>,
    /// The thing it is about.
    pub path: String,
    pub name: String,
}

/// What decisions can bind, gathered by the linker.
#[kit::linkme::distributed_slice]
#[linkme(crate = kit::linkme)]
pub static BINDINGS: [Binding];

/// Adds a [`Binding`] to the list.
#[macro_export]
macro_rules! decision_binding {
    ($binding:expr) => {
        #[expect(unsafe_code, reason = "linkme places the binding in a link section")]
        const _: () = {
            #[kit::linkme::distributed_slice($crate::decisions::binding::BINDINGS)]
            #[linkme(crate = kit::linkme)]
            static BINDING: $crate::decisions::binding::Binding = $binding;
        };
    };
}

pub(super) fn of(kind: &str) -> Result<&'static Binding> {
    let found = BINDINGS.iter().find(|binding| binding.kind == kind);
    found.ok_or_else(|| Error::Bug(format!("no room knows what a decision of kind {kind:?} binds")))
}
