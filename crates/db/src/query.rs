//! Statements: declared once, registered, prepared by a test on both engines.

use crate::{Conn, Engine, FromRow, Result, ToParam};

/// A declared statement, as the test that prepares all of them sees it.
pub struct Statement {
    pub name: &'static str,
    pub sql: &'static str,
    pub columns: fn() -> &'static [&'static str],
    /// Only this engine knows it (full-text search, job claims).
    pub only: Option<Engine>,
}

/// All statements of the program, gathered by the linker.
#[linkme::distributed_slice]
pub static STATEMENTS: [Statement];

/// What a statement answers with: `Vec<T>`, `Option<T>`, [`One<T>`] or [`Changed`].
pub trait Answer {
    type Output;
    fn columns() -> &'static [&'static str];
    fn answer(c: &mut Conn, sql: &str, params: &[&dyn ToParam]) -> Result<Self::Output>;
}

impl<R: FromRow> Answer for Vec<R> {
    type Output = Vec<R>;
    fn columns() -> &'static [&'static str] {
        R::COLUMNS
    }
    fn answer(c: &mut Conn, sql: &str, params: &[&dyn ToParam]) -> Result<Vec<R>> {
        c.all(sql, params)
    }
}

impl<R: FromRow> Answer for Option<R> {
    type Output = Option<R>;
    fn columns() -> &'static [&'static str] {
        R::COLUMNS
    }
    fn answer(c: &mut Conn, sql: &str, params: &[&dyn ToParam]) -> Result<Option<R>> {
        c.first(sql, params)
    }
}

/// Exactly one row: a count, or what `returning` gives back. None is [`crate::Error::NoRow`].
pub struct One<R>(std::marker::PhantomData<R>);

impl<R: FromRow> Answer for One<R> {
    type Output = R;
    fn columns() -> &'static [&'static str] {
        R::COLUMNS
    }
    fn answer(c: &mut Conn, sql: &str, params: &[&dyn ToParam]) -> Result<R> {
        c.first(sql, params)?.ok_or(crate::Error::NoRow)
    }
}

/// A statement that changes rows and answers with how many.
pub struct Changed;

impl Answer for Changed {
    type Output = u64;
    fn columns() -> &'static [&'static str] {
        &[]
    }
    fn answer(c: &mut Conn, sql: &str, params: &[&dyn ToParam]) -> Result<u64> {
        c.run(sql, params)
    }
}

/// Declares statements as functions over a connection, and registers them.
///
/// ```ignore
/// db::query! {
///     /// The focuses that are active now.
///     pub fn active() -> Vec<Focus> {
///         "select id, title from focuses where state = 'active' order by id"
///     }
///     pub fn insert(title: &str, at: Timestamp) -> One<FocusId> {
///         "insert into focuses (title, proposed_at) values ($1, $2) returning id"
///     }
/// }
/// ```
#[macro_export]
macro_rules! query {
    (@only sqlite) => { std::option::Option::Some($crate::Engine::Sqlite) };
    (@only postgres) => { std::option::Option::Some($crate::Engine::Postgres) };
    (@only) => { std::option::Option::None };
    ($(
        $(#[doc = $doc:literal])*
        $(#[only($engine:ident)])?
        $vis:vis fn $name:ident($($arg:ident : $type:ty),* $(,)?) -> $answer:ty { $sql:expr }
    )*) => {
        $(
            $(#[doc = $doc])*
            #[expect(unsafe_code, reason = "linkme places the statement in a link section")]
            $vis fn $name(c: &mut $crate::Conn $(, $arg: $type)*)
                -> $crate::Result<<$answer as $crate::Answer>::Output>
            {
                #[$crate::linkme::distributed_slice($crate::STATEMENTS)]
                #[linkme(crate = $crate::linkme)]
                static STATEMENT: $crate::Statement = $crate::Statement {
                    name: concat!(module_path!(), "::", stringify!($name)),
                    sql: $sql,
                    columns: <$answer as $crate::Answer>::columns,
                    only: $crate::query!(@only $($engine)?),
                };
                <$answer as $crate::Answer>::answer(c, STATEMENT.sql, &[$(&$arg as &dyn $crate::ToParam),*])
            }
        )*
    };
}
