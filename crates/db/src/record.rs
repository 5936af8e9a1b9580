//! A row whose shape its reader doesn't know: what is handed out as it stands.

use crate::{FromColumn, FromRow, Result, Row};
use postgres::types::Type;
use rusqlite::types::ValueRef;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

/// The columns of one row with their names, in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Record(pub Vec<(String, Value)>);

impl FromRow for Record {
    const COLUMNS: &'static [&'static str] = &[];

    fn from_row(row: &Row<'_>) -> Result<Record> {
        let names = names(row)?;
        let fields = names.into_iter().enumerate().map(|(i, name)| Ok((name, value(row, i)?)));
        fields.collect::<Result<Vec<_>>>().map(Record)
    }
}

fn names(row: &Row<'_>) -> Result<Vec<String>> {
    Ok(match row {
        Row::Sqlite(row) => row.as_ref().column_names().map(String::from).collect(),
        Row::Postgres(row) => row.columns().iter().map(|column| column.name().to_owned()).collect(),
    })
}

fn value(row: &Row<'_>, i: usize) -> Result<Value> {
    match row {
        Row::Sqlite(own) => Ok(match own.get_ref(i)? {
            ValueRef::Null | ValueRef::Blob(_) => Value::Null,
            ValueRef::Integer(n) => Value::from(n),
            ValueRef::Real(x) => Value::from(x),
            ValueRef::Text(text) => Value::from(String::from_utf8_lossy(text).into_owned()),
        }),
        Row::Postgres(own) => {
            let kind = own.columns().get(i).map(|column| column.type_().clone());
            Ok(match kind {
                Some(Type::INT8) => Value::from(Option::<i64>::from_column(row, i)?),
                Some(Type::FLOAT8) => Value::from(Option::<f64>::from_column(row, i)?),
                _ => Value::from(Option::<String>::from_column(row, i)?),
            })
        }
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
