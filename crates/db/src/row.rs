//! Values on their way out: a row read by position into a named struct.

use crate::{Error, Result};
use postgres::types::{FromSql, Type};

/// One row of an answer, on either engine.
pub enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a postgres::Row),
}

impl Row<'_> {
    /// The value of column `i`, counted from 0.
    pub fn at<T: FromColumn>(&self, i: usize) -> Result<T> {
        T::from_column(self, i)
    }

    fn is_null(&self, i: usize) -> Result<bool> {
        match self {
            Row::Sqlite(row) => Ok(matches!(row.get_ref(i)?, rusqlite::types::ValueRef::Null)),
            Row::Postgres(row) => Ok(row.try_get::<_, Nullness>(i)?.0),
        }
    }
}

pub trait FromColumn: Sized {
    fn from_column(row: &Row<'_>, i: usize) -> Result<Self>;
}

/// A struct whose fields are the columns of one answer, in their order. Written by [`crate::row!`].
pub trait FromRow: Sized {
    /// Empty where the columns have no names to compare (a single value, a tuple).
    const COLUMNS: &'static [&'static str];
    fn from_row(row: &Row<'_>) -> Result<Self>;
}

/// Tells whether a PostgreSQL column of any type is null, without reading it.
struct Nullness(bool);

impl<'a> FromSql<'a> for Nullness {
    fn from_sql(_: &Type, _: &'a [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Nullness(false))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Nullness(true))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

macro_rules! from_column {
    ($($type:ty),*) => {
        $(impl FromColumn for $type {
            fn from_column(row: &Row<'_>, i: usize) -> Result<Self> {
                match row {
                    Row::Sqlite(row) => Ok(row.get(i)?),
                    Row::Postgres(row) => Ok(row.try_get(i)?),
                }
            }
        })*
    };
}

from_column!(i64, bool, f64, String, Vec<u8>);

impl<T: FromColumn> FromColumn for Option<T> {
    fn from_column(row: &Row<'_>, i: usize) -> Result<Self> {
        if row.is_null(i)? { Ok(None) } else { T::from_column(row, i).map(Some) }
    }
}

impl FromColumn for jiff::Timestamp {
    fn from_column(row: &Row<'_>, i: usize) -> Result<Self> {
        jiff::Timestamp::from_millisecond(row.at(i)?)
            .map_err(|e| Error::Column { column: i, reason: e.to_string() })
    }
}

impl<T: FromColumn> FromRow for T {
    const COLUMNS: &'static [&'static str] = &[];
    fn from_row(row: &Row<'_>) -> Result<Self> {
        row.at(0)
    }
}

macro_rules! from_row_tuple {
    ($($name:ident $i:tt),*) => {
        impl<$($name: FromColumn),*> FromRow for ($($name,)*) {
            const COLUMNS: &'static [&'static str] = &[];
            fn from_row(row: &Row<'_>) -> Result<Self> {
                Ok(($(row.at::<$name>($i)?,)*))
            }
        }
    };
}

from_row_tuple!(A 0, B 1);
from_row_tuple!(A 0, B 1, C 2);
from_row_tuple!(A 0, B 1, C 2, D 3);

/// Declares a struct that is read from a row by position: its fields are the columns, in order.
#[macro_export]
macro_rules! row {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $($(#[$field_meta:meta])* $field_vis:vis $field:ident : $type:ty),* $(,)?
        }
    ) => {
        $(#[$meta])*
        $vis struct $name {
            $($(#[$field_meta])* $field_vis $field: $type),*
        }

        impl $crate::FromRow for $name {
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),*];
            fn from_row(row: &$crate::Row<'_>) -> $crate::Result<Self> {
                let mut at = 0..;
                Ok(Self { $($field: row.at(at.next().unwrap_or_default())?),* })
            }
        }
    };
}
