//! Groups out of a list, all at once: ten thousand of them come in while somebody waits.

use super::add_links;
use super::group::{Details, ImportId};
use super::queries;
use db::search::Document;
use db::{Conn, Engine};
use jiff::Timestamp;
use kit::{GroupId, PersonId, Side};
use serde::Serialize;

/// So many groups go to a server in one statement.
const BUNDLE: usize = 500;

/// A group as a list tells of it.
#[derive(Debug, Clone)]
pub struct Listed {
    pub side: Side,
    pub details: Details,
}

/// One group of a bundle, as PostgreSQL reads it.
#[derive(Serialize)]
struct Sent<'a> {
    place: usize,
    side: &'a str,
    sector: Option<i64>,
    name: &'a str,
    folded: String,
    purpose: &'a str,
    contact: &'a str,
    email: &'a str,
    phone: &'a str,
    address: &'a str,
    website: &'a str,
}

/// Adds the groups of a list: *listed*, and found by what the list says they are for.
pub fn list(
    c: &mut Conn,
    all: &[Listed],
    import: ImportId,
    by: Option<PersonId>,
    now: Timestamp,
) -> db::Result<()> {
    let mut ids = Vec::with_capacity(all.len());
    for bundle in all.chunks(BUNDLE) {
        match c.engine() {
            Engine::Postgres => ids.extend(insert_bundle(c, bundle, import, by, now)?),
            Engine::Sqlite => {
                for listed in bundle {
                    ids.push(insert(c, listed, import, by, now)?);
                }
            }
        }
    }
    let paths: Vec<String> = ids.iter().map(|id| format!("/groups/{id}")).collect();
    let found = all.iter().zip(&ids).zip(&paths).map(|((listed, id), path)| Document {
        kind: "group",
        subject_id: id.0,
        scope: "open",
        path,
        title: &listed.details.name,
        body: &listed.details.purpose,
        locale: "",
        said: Some(super::said(*id, listed.side)),
        at: now,
    });
    db::search::add_many(c, &found.collect::<Vec<_>>())?;
    for (listed, id) in all.iter().zip(&ids) {
        add_links(c, *id, &listed.details.links)?;
    }
    Ok(())
}

fn insert(
    c: &mut Conn,
    Listed { side, details }: &Listed,
    import: ImportId,
    by: Option<PersonId>,
    now: Timestamp,
) -> db::Result<GroupId> {
    let Details { sector, name, purpose, contact_name, email, phone, address, website, .. } = details;
    let folded = db::fold::fold(name);
    queries::insert_listed(
        c,
        *side,
        *sector,
        name,
        &folded,
        purpose,
        contact_name,
        email,
        phone,
        address,
        website,
        import,
        by,
        now,
    )
}

/// The ids come as the rows went: each takes the next number.
fn insert_bundle(
    c: &mut Conn,
    bundle: &[Listed],
    import: ImportId,
    by: Option<PersonId>,
    now: Timestamp,
) -> db::Result<Vec<GroupId>> {
    let sent: Vec<Sent<'_>> = bundle.iter().enumerate().map(|(place, listed)| sent(place, listed)).collect();
    let mut ids = queries::insert_bundle(c, &serde_json::json!(sent).to_string(), import, by, now)?;
    ids.sort_unstable();
    Ok(ids)
}

fn sent(place: usize, listed: &Listed) -> Sent<'_> {
    let details = &listed.details;
    Sent {
        place,
        side: listed.side.as_str(),
        sector: details.sector.map(|id| id.0),
        name: &details.name,
        folded: db::fold::fold(&details.name),
        purpose: &details.purpose,
        contact: &details.contact_name,
        email: &details.email,
        phone: &details.phone,
        address: &details.address,
        website: &details.website,
    }
}
