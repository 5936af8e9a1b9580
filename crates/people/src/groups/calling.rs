//! Groups as somebody calls them: by the whole name or its beginning, without accents and case.

use super::queries;
use db::{Conn, fold};
use kit::GroupId;

/// Which group is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Called {
    One(GroupId, String),
    /// More than one may be meant.
    Several,
    None,
}

/// The group that is called so, or the only one whose name begins so.
pub fn called(c: &mut Conn, typed: &str) -> db::Result<Called> {
    let folded = fold::fold(typed.trim());
    // What a pattern means something by may stand for any letter.
    let pattern = folded.replace(['%', '_', '\\'], "_") + "%";
    let mut found = queries::beginning(c, &folded, &pattern)?.into_iter();
    Ok(match (found.next(), found.next()) {
        (None, _) => Called::None,
        (Some((id, name)), None) => Called::One(id, name),
        (Some((id, name)), Some(_)) if fold::fold(&name) == folded => Called::One(id, name),
        _ => Called::Several,
    })
}
