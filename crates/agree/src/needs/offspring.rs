//! What came of a need: a focus, later an initiative. Rooms above this one say what theirs are.

use super::NeedId;
use db::Conn;
use kit::Result;

/// Something that came of a need, as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offspring {
    pub title: String,
    /// The code of the language of that title.
    pub locale: String,
    pub path: String,
    /// How it stands: a kind that `ui::state` knows, and the message that says it.
    pub state: (&'static str, &'static str),
}

/// What finds it, in one statement each; gathered by the linker.
#[kit::linkme::distributed_slice]
#[linkme(crate = kit::linkme)]
pub static OFFSPRING: [fn(&mut Conn, NeedId) -> Result<Vec<Offspring>>];

/// Declares a function that finds what came of a need.
#[macro_export]
macro_rules! need_offspring {
    ($find:path) => {
        #[expect(unsafe_code, reason = "linkme places the function in a link section")]
        const _: () = {
            #[kit::linkme::distributed_slice($crate::needs::OFFSPRING)]
            #[linkme(crate = kit::linkme)]
            static FIND: fn(
                &mut db::Conn,
                $crate::needs::NeedId,
            ) -> kit::Result<Vec<$crate::needs::Offspring>> = $find;
        };
    };
}

pub(super) fn of_need(c: &mut Conn, need: NeedId) -> Result<Vec<Offspring>> {
    let mut found = Vec::new();
    for find in OFFSPRING {
        found.extend(find(c, need)?);
    }
    Ok(found)
}
