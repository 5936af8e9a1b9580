//! What PostgreSQL makes of a table's columns, and how their values pass between the engines.

use super::Table;
use crate::{Error, Param, Result};
use postgres::Client;
use postgres::types::Type;
use rusqlite::types::Value;

pub(super) struct Column {
    pub name: String,
    pub kind: Kind,
}

/// The six kinds of values that the schema knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Int,
    Bool,
    Real,
    Text,
    Json,
    Blob,
}

impl Kind {
    fn of(ty: &Type) -> Option<Kind> {
        Some(match *ty {
            Type::INT8 => Kind::Int,
            Type::BOOL => Kind::Bool,
            Type::FLOAT8 => Kind::Real,
            Type::TEXT => Kind::Text,
            Type::JSONB => Kind::Json,
            Type::BYTEA => Kind::Blob,
            _ => return None,
        })
    }

    /// The type in which a value travels to PostgreSQL.
    pub fn sent_as(self) -> Type {
        match self {
            Kind::Int => Type::INT8,
            Kind::Bool => Type::BOOL,
            Kind::Real => Type::FLOAT8,
            Kind::Text => Type::TEXT,
            Kind::Json => Type::JSONB,
            Kind::Blob => Type::BYTEA,
        }
    }

    /// SQLite keeps a truth value as a number, and a real number that is whole may be one.
    pub fn param(self, value: &Value) -> Param<'_> {
        match (value, self) {
            (Value::Null, _) => Param::Null,
            (Value::Integer(n), Kind::Bool) => Param::Bool(*n != 0),
            (Value::Integer(n), Kind::Real) => Param::Real(*n as f64),
            (Value::Integer(n), _) => Param::Int(*n),
            (Value::Real(x), _) => Param::Real(*x),
            (Value::Text(text), _) => Param::Text(text),
            (Value::Blob(bytes), _) => Param::Blob(bytes),
        }
    }
}

impl Column {
    pub fn read(&self, row: &postgres::Row, i: usize) -> Result<Value> {
        let value = match self.kind {
            Kind::Int => row.try_get::<_, Option<i64>>(i)?.map(Value::Integer),
            Kind::Bool => row.try_get::<_, Option<bool>>(i)?.map(|b| Value::Integer(i64::from(b))),
            Kind::Real => row.try_get::<_, Option<f64>>(i)?.map(Value::Real),
            Kind::Text => row.try_get::<_, Option<String>>(i)?.map(Value::Text),
            Kind::Json => row.try_get::<_, Option<String>>(i)?.map(|text| Value::Text(plain_json(text))),
            Kind::Blob => row.try_get::<_, Option<Vec<u8>>>(i)?.map(Value::Blob),
        };
        Ok(value.unwrap_or(Value::Null))
    }
}

/// PostgreSQL gives JSON back with spaces in it; the program writes it without.
fn plain_json(text: String) -> String {
    serde_json::from_str::<serde_json::Value>(&text).map_or(text, |value| value.to_string())
}

/// The columns of a table as PostgreSQL has them, in the file's order.
pub(super) fn of(client: &mut Client, table: &Table) -> Result<Vec<Column>> {
    let statement = client.prepare(&table.select())?;
    let columns = statement.columns().iter().map(|found| match Kind::of(found.type_()) {
        Some(kind) => Ok(Column { name: found.name().into(), kind }),
        None => Err(Error::Unavailable(format!("{}.{}: {}", table.name, found.name(), found.type_()))),
    });
    columns.collect()
}

/// Columns as they are asked for, so that each comes as one of our kinds.
pub(super) fn selected(columns: &[Column]) -> String {
    let each = columns.iter().map(|c| match c.kind {
        Kind::Json => format!("cast({0} as text) as {0}", c.name),
        _ => c.name.clone(),
    });
    each.collect::<Vec<_>>().join(", ")
}

/// The tables whose rows get their number from PostgreSQL, and the column that holds it.
pub(super) fn numbered(client: &mut Client) -> Result<Vec<(String, String)>> {
    pairs(
        client,
        "select cast(table_name as text), cast(column_name as text) from information_schema.columns
         where table_schema = current_schema() and is_identity = 'YES' order by 1",
    )
}

/// Each foreign key: its table and its name.
pub(super) fn foreign_keys(client: &mut Client) -> Result<Vec<(String, String)>> {
    pairs(
        client,
        "select cast(t.relname as text), cast(k.conname as text)
         from pg_constraint k join pg_class t on t.oid = k.conrelid
         where k.contype = 'f' and k.connamespace = cast(current_schema() as regnamespace) order by 1, 2",
    )
}

fn pairs(client: &mut Client, sql: &str) -> Result<Vec<(String, String)>> {
    client.query(sql, &[])?.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}
