//! A sector is a part of the town's life: education, health and care, business … Nine to begin with;
//! the community's own to change. Each has a name in each language, a colour and a symbol. One that
//! groups are in can be renamed, but not taken away.

mod pages;
mod queries;
mod retirement;
mod sector;

pub use queries::{by_key, retire};
pub use sector::{FIRST, Sector, named};

use db::Conn;
use kit::{Locale, Routes};

pub fn routes() -> Routes {
    Routes::new()
        .get("/sectors", pages::index)
        .get("/sectors/new", pages::new)
        .post("/sectors", pages::create)
        .get("/sectors/{id}/edit", pages::edit)
        .post("/sectors/{id}", pages::update)
        .post("/sectors/{id}/position", pages::step)
        .delete("/sectors/{id}", retirement::create)
}

/// The sectors in use, in their order.
pub fn all(c: &mut Conn, locale: Locale) -> db::Result<Vec<Sector>> {
    Ok(queries::in_order(c)?.into_iter().map(|row| row.named(locale)).collect())
}

/// Lays the nine first sectors, named in all languages of the interface.
pub fn lay_first(c: &mut Conn) -> db::Result<()> {
    for (position, (key, colour, symbol)) in FIRST.into_iter().enumerate() {
        let message = format!("sectors-{key}"); // messages: sectors-*
        let names: serde_json::Map<_, _> =
            Locale::all().map(|l| (l.code().to_owned(), l.t(&message).to_string().into())).collect();
        queries::insert(
            c,
            key,
            &serde_json::Value::from(names).to_string(),
            colour,
            symbol,
            position as i64,
        )?;
    }
    Ok(())
}
