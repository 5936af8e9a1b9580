//! A database with rows in each table, made up from the schema: a table or column that a later
//! migration adds is filled too. Each table gets three rows; the third leaves empty what may be.

use db::{Conn, Engine, Error, Result, ToParam, search, testing};
use jiff::Timestamp;

pub struct Table {
    pub name: String,
    columns: Vec<Column>,
    refers_to: Vec<String>,
    sql: String,
}

db::row! {
    struct Column {
        name: String,
        kind: String,
        needed: bool,
        key: bool,
    }
}

/// The tables of the schema after so many steps, each after those it refers to.
pub fn tables(steps: usize) -> Vec<Table> {
    let place = testing::in_folder().unwrap();
    let mut c = testing::at_step(&place.url, steps).unwrap();
    let names: Vec<(String, String)> = c
        .all(
            "select l.name, s.sql from pragma_table_list l join sqlite_schema s on s.name = l.name
             where l.type = 'table' and l.name not like 'sqlite%' and l.name <> 'refinery_schema_history'",
            &[],
        )
        .unwrap();
    let mut waiting: Vec<Table> = names.into_iter().map(|(name, sql)| table(&mut c, name, sql)).collect();
    let mut sorted: Vec<Table> = Vec::new();
    while !waiting.is_empty() {
        let is_ready =
            |t: &Table| t.refers_to.iter().all(|r| *r == t.name || sorted.iter().any(|s| s.name == *r));
        let (ready, rest): (Vec<Table>, Vec<Table>) = waiting.into_iter().partition(is_ready);
        assert!(!ready.is_empty(), "tables refer to each other in a circle");
        sorted.extend(ready);
        waiting = rest;
    }
    sorted
}

fn table(c: &mut Conn, name: String, sql: String) -> Table {
    let columns = "select name, lower(type) as kind, \"notnull\" as needed, pk > 0 as key from pragma_table_info($1) order by cid";
    let columns = c.all(columns, &[&name]).unwrap();
    let refers_to = c.all("select \"table\" from pragma_foreign_key_list($1)", &[&name]).unwrap();
    Table { name, columns, refers_to, sql }
}

/// Fills all tables.
pub fn fill(c: &mut Conn, tables: &[Table]) -> Result<()> {
    for table in tables {
        let rows = if table.sql.contains("check (id = 1)") { 1 } else { 3 };
        for k in 1..=rows {
            match table.name.as_str() {
                "search_documents" if table.columns.iter().any(|column| column.name == "locale") => {
                    find(c, k)?
                }
                "search_documents" => find_as_before(c, k)?,
                _ => insert(c, table, k)?,
            }
        }
    }
    Ok(())
}

fn find(c: &mut Conn, k: i64) -> Result<()> {
    let (title, at) = (format!("Szülők köre {k}"), Timestamp::UNIX_EPOCH);
    let document = search::Document {
        kind: "thread",
        subject_id: k,
        scope: "open",
        path: "/",
        title: &title,
        body: "árvíz",
        locale: "hu",
        said: None,
        at,
    };
    search::put(c, &document)
}

/// As an older program would have put it, before it knew by whom something is said.
fn find_as_before(c: &mut Conn, k: i64) -> Result<()> {
    let columns = "kind, subject_id, scope, path, title, body, at";
    let values = format!("'thread', {k}, 'open', '/', 'Szülők köre {k}', 'árvíz', 0");
    if c.engine() == Engine::Postgres {
        let words = "to_tsvector('simple', 'szulok kore arviz')";
        return c
            .run(&format!("insert into search_documents ({columns}, words) values ({values}, {words})"), &[])
            .map(drop);
    }
    c.run(&format!("insert into search_documents ({columns}) values ({values})"), &[])?;
    c.run("insert into search_words (title, body) values ('szulok kore', 'arviz')", &[]).map(drop)
}

fn insert(c: &mut Conn, table: &Table, k: i64) -> Result<()> {
    let given: Vec<&Column> = table.columns.iter().filter(|column| column.kind != "integer").collect();
    let names: Vec<&str> = given.iter().map(|column| column.name.as_str()).collect();
    let places: Vec<String> = (1..=given.len()).map(|n| format!("${n}")).collect();
    let sql = format!("insert into {} ({}) values ({})", table.name, names.join(", "), places.join(", "));
    let values: Vec<Box<dyn ToParam>> = given.iter().map(|column| value(table, column, k)).collect();
    let params: Vec<&dyn ToParam> = values.iter().map(AsRef::as_ref).collect();
    c.run(&sql, &params).map(drop).map_err(|e| Error::Sql(format!("{sql}: {e}")))
}

fn value(table: &Table, column: &Column, k: i64) -> Box<dyn ToParam> {
    if k == 3 && !column.needed && !column.key {
        return Box::new(None::<i64>);
    }
    let is_json =
        ["settings", "detail", "payload", "names", "mapping", "count"].contains(&column.name.as_str());
    match column.kind.as_str() {
        "bigint" => Box::new(k),
        "boolean" => Box::new(k == 1),
        "double precision" => Box::new(k as f64 + 0.5),
        "blob" => Box::new(vec![0, 255, u8::try_from(k).unwrap()]),
        "text" if is_json => Box::new(format!(r#"{{"a":"ő","b":[{k},1.5,null]}}"#)),
        "text" => {
            Box::new(word(table, column, k).unwrap_or_else(|| format!("{} {k}: 'ő'\n\"{{}}\\", column.name)))
        }
        // The insert fails with the statement's text: a new kind of column has come.
        _ => Box::new(None::<i64>),
    }
}

/// One of the words that the schema allows here, if it names some.
fn word(table: &Table, column: &Column, k: i64) -> Option<String> {
    let (_, rest) = table.sql.split_once(&format!("check ({} in (", column.name))?;
    let words: Vec<&str> = rest.split(')').next()?.split(", ").map(|w| w.trim_matches('\'')).collect();
    let place = usize::try_from(k).ok()?.min(words.len());
    Some(words[place - 1].into())
}

/// All rows of these tables in these columns, as text.
pub fn rows(c: &mut Conn, tables: &[Table]) -> Vec<(String, Vec<String>)> {
    let engine = c.engine();
    let all = tables.iter().map(|table| {
        let names: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
        let row = match engine {
            Engine::Sqlite => format!("quote({})", names.join(") || ',' || quote(")),
            Engine::Postgres => format!("cast(row({}) as text)", names.join(", ")),
        };
        let found: Vec<String> = c.all(&format!("select {row} from {} order by 1", table.name), &[]).unwrap();
        (table.name.clone(), found)
    });
    all.collect()
}
