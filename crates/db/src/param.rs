//! Values on their way into a statement: six kinds that both engines know.

use postgres::types::{IsNull, ToSql as PgToSql, Type, private::BytesMut};
use rusqlite::types::{ToSqlOutput, Value, ValueRef};

/// One value, borrowed from the caller for the time of the call.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Param<'a> {
    Null,
    Int(i64),
    Bool(bool),
    Real(f64),
    Text(&'a str),
    Blob(&'a [u8]),
}

pub trait ToParam {
    fn to_param(&self) -> Param<'_>;
}

macro_rules! to_param {
    ($($type:ty => |$value:ident| $param:expr),* $(,)?) => {
        $(impl ToParam for $type {
            fn to_param(&self) -> Param<'_> {
                let $value = self;
                $param
            }
        })*
    };
}

to_param! {
    i64 => |n| Param::Int(*n),
    i32 => |n| Param::Int(i64::from(*n)),
    u32 => |n| Param::Int(i64::from(*n)),
    bool => |b| Param::Bool(*b),
    f64 => |x| Param::Real(*x),
    str => |s| Param::Text(s),
    String => |s| Param::Text(s),
    [u8] => |b| Param::Blob(b),
    Vec<u8> => |b| Param::Blob(b),
    jiff::Timestamp => |t| Param::Int(t.as_millisecond()),
}

impl<const N: usize> ToParam for [u8; N] {
    fn to_param(&self) -> Param<'_> {
        Param::Blob(self)
    }
}

impl<T: ToParam + ?Sized> ToParam for &T {
    fn to_param(&self) -> Param<'_> {
        (**self).to_param()
    }
}

impl<T: ToParam> ToParam for Option<T> {
    fn to_param(&self) -> Param<'_> {
        self.as_ref().map_or(Param::Null, ToParam::to_param)
    }
}

impl rusqlite::ToSql for Param<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match *self {
            Param::Null => ToSqlOutput::Owned(Value::Null),
            Param::Int(n) => ToSqlOutput::Owned(Value::Integer(n)),
            Param::Bool(b) => ToSqlOutput::Owned(Value::Integer(i64::from(b))),
            Param::Real(x) => ToSqlOutput::Owned(Value::Real(x)),
            Param::Text(s) => ToSqlOutput::Borrowed(ValueRef::Text(s.as_bytes())),
            Param::Blob(b) => ToSqlOutput::Borrowed(ValueRef::Blob(b)),
        })
    }
}

impl PgToSql for Param<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match *self {
            Param::Null => Ok(IsNull::Yes),
            // A bare `$1` beside an int4 expression (`limit $1` is int8, `x + 1` may be int4).
            Param::Int(n) if *ty == Type::INT4 => i32::try_from(n)?.to_sql(ty, out),
            Param::Int(n) => n.to_sql(ty, out),
            Param::Bool(b) => b.to_sql(ty, out),
            Param::Real(x) => x.to_sql(ty, out),
            Param::Text(s) if *ty == Type::JSONB => {
                out.extend_from_slice(&[1]); // the version byte of the jsonb wire format
                s.to_sql(&Type::TEXT, out)
            }
            Param::Text(s) => s.to_sql(&Type::TEXT, out),
            Param::Blob(b) => b.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    postgres::types::to_sql_checked!();
}
