//! What the platform holds of one person, told by the areas that hold it: each says for its tables which rows are
//! somebody's, and what becomes of them when that person leaves. The account's pages gather both.

use crate::{PersonId, Result};
use db::{Conn, Record};
use jiff::Timestamp;

/// One kind of things that somebody is given when they ask for their data.
pub struct Kept {
    /// Its file's name, and part of its message: `my-data-kind-posts`.
    pub name: &'static str,
    /// Where it stands among the others.
    pub place: i64,
    /// The columns that refer to the person, as `table.column`. Each such column of the schema is in one of these,
    /// or in the list of those that are not given, with a reason.
    pub columns: &'static [&'static str],
    /// So many rows after so many, in an order that stays.
    pub rows: fn(&mut Conn, PersonId, i64, i64) -> db::Result<Vec<Record>>,
}

/// All kinds, gathered by the linker.
#[crate::linkme::distributed_slice]
#[linkme(crate = crate::linkme)]
pub static KEPT: [Kept];

db::words! {
    /// What becomes of somebody's posts when they leave.
    pub enum Fate {
        /// They stand there as those of a former member.
        Stay = "stay",
        /// Their places stay, and say that they were removed by who wrote them.
        Go = "go",
    }
}

/// Somebody who leaves for good.
#[derive(Debug, Clone)]
pub struct Leaver {
    pub person: PersonId,
    pub name: String,
    pub email: String,
    pub fate: Fate,
    /// What stands in the place of their name from now on.
    pub former: String,
    /// What stands in the place of their words.
    pub removed: String,
    pub now: Timestamp,
}

impl Leaver {
    /// How tables name their own voice.
    pub fn voice(&self) -> String {
        format!("p{}", self.person)
    }

    pub fn goes(&self) -> bool {
        self.fate == Fate::Go
    }
}

/// What one area does when somebody leaves. It may run twice.
pub struct Parting {
    pub part: fn(&mut Conn, &Leaver) -> Result<()>,
}

#[crate::linkme::distributed_slice]
#[linkme(crate = crate::linkme)]
pub static PARTINGS: [Parting];

/// Declares kinds of things that are somebody's: each a statement over the person (`$1`), how many (`$2`) and after
/// how many (`$3`).
///
/// ```ignore
/// kit::kept! {
///     50 drafts ["drafts.person_id"] {
///         "select place, fields, saved_at from drafts where person_id = $1 order by place limit $2 offset $3"
///     }
/// }
/// ```
#[macro_export]
macro_rules! kept {
    ($($place:literal $name:ident [$($column:literal),*] { $sql:expr })*) => {
        $(
            db::query! {
                fn $name(person: $crate::PersonId, limit: i64, after: i64) -> Vec<db::Record> { $sql }
            }

            #[expect(unsafe_code, reason = "linkme places the kind in a link section")]
            const _: () = {
                #[$crate::linkme::distributed_slice($crate::personal::KEPT)]
                #[linkme(crate = $crate::linkme)]
                static KEPT: $crate::personal::Kept = $crate::personal::Kept {
                    name: stringify!($name),
                    place: $place,
                    columns: &[$($column),*],
                    rows: $name,
                };
            };
        )*
    };
}

/// Says what an area does when somebody leaves: `kit::parting!(part);`.
#[macro_export]
macro_rules! parting {
    ($part:path) => {
        #[expect(unsafe_code, reason = "linkme places the function in a link section")]
        const _: () = {
            #[$crate::linkme::distributed_slice($crate::personal::PARTINGS)]
            #[linkme(crate = $crate::linkme)]
            static PARTING: $crate::personal::Parting = $crate::personal::Parting { part: $part };
        };
    };
}
