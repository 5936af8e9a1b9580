//! Taking a list: all its rows or none, in one transaction.

use super::decode::Unreadable;
use super::outlook::{List, Outlook, Row};
use super::plan::Place;
use super::queries;
use super::rows::Draft;
use crate::groups::{self, Change, Details, ImportId, Known, Link, LinkKind, Listed};
use crate::sectors::{self, Sector};
use db::{Conn, Db};
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::{Error, Locale, PersonId, Problem, Result, Scope, SectorId, Side};
use std::collections::HashMap;
use std::sync::Arc;

/// What became of a list, in numbers: `read` are `taken`, `changed` and `left_out` together; `doubted` of those taken
/// somebody should look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    pub import: ImportId,
    pub read: usize,
    pub taken: usize,
    /// So many that were here already were changed.
    pub changed: usize,
    pub doubted: usize,
    pub left_out: usize,
}

/// Why a file could not be brought in by itself.
#[derive(Debug, Clone)]
pub enum Failed {
    Unreadable(Unreadable),
    /// No column reads like names; the pages let one choose it.
    NoNames,
    /// There is no community yet, and no sector to put anybody into.
    NoSectors,
    Store(Error),
}

impl From<db::Error> for Failed {
    fn from(error: db::Error) -> Failed {
        Failed::Store(error.into())
    }
}

impl From<Error> for Failed {
    fn from(error: Error) -> Failed {
        Failed::Store(error)
    }
}

/// Brings in a file as we would by ourselves, without asking: for a command.
pub fn run_file(db: &Db, bytes: &[u8], name: &str, now: Timestamp) -> Result<Report, Failed> {
    let list = List::read(bytes, None).map_err(Failed::Unreadable)?;
    let (sectors, known) =
        db.read_now(|c| Ok::<_, db::Error>((sectors::all(c, Locale::english())?, groups::known(c)?)))?;
    let keys: Vec<String> = sectors.into_iter().map(|s| s.key).collect();
    let plan = list.plan(&keys);
    if keys.is_empty() {
        return Err(Failed::NoSectors);
    } else if !plan.has_names() {
        return Err(Failed::NoNames);
    }
    // Nobody has looked at what would be changed.
    let outlook = Arc::new(Outlook::of(&list, &plan, &keys, &known).without_changes());
    let name = name.to_owned();
    db.write_now(move |c| {
        let id = queries::insert(c, &name, &[], "{}", None, now)?;
        Ok::<_, Failed>(take(c, id, &name, &outlook, &[], None, now)?)
    })
}

/// Takes a list. A second time is a conflict, whoever tries.
pub fn take(
    c: &mut Conn,
    id: ImportId,
    name: &str,
    outlook: &Outlook,
    known: &[Known],
    by: Option<PersonId>,
    now: Timestamp,
) -> Result<Report> {
    let (read, taken, doubted) = (outlook.rows.len(), outlook.taken().count(), outlook.doubted());
    let changes = changes(outlook, known);
    let left_out = read - taken - changes.len();
    let report = Report { import: id, read, taken, changed: changes.len(), doubted, left_out };
    let done = queries::finish(c, id, taken as i64, doubted as i64, report.left_out as i64, &[], now)?;
    if done == 0 {
        return Err(Error::Conflict(Problem::new("import-done-already")));
    }
    let sectors: HashMap<String, SectorId> =
        sectors::all(c, Locale::english())?.into_iter().map(|Sector { key, id, .. }| (key, id)).collect();
    let listed = outlook.taken().map(|row| {
        let (side, sector) = match &row.place {
            Place::Citizens => (Side::Citizens, None),
            Place::Sector(key) => (Side::Organisations, Some(*sectors.get(key).ok_or_else(sector_gone)?)),
        };
        Ok(Listed { side, details: details(&row.draft, sector) })
    });
    groups::list(c, &listed.collect::<Result<Vec<_>>>()?, id, by, now)?;
    let changed = groups::relist(c, &changes, id, now)?;
    queries::set_changed(c, id, changed as i64)?;
    let what = Happening { kind: "import.done", subject: ("import", id.0), title: name, scope: Scope::Open };
    activity::record_with(
        c,
        by.map(|p| (p, None)),
        what,
        &serde_json::json!({ "taken": taken, "changed": changed }),
        now,
    )?;
    Ok(Report { changed, ..report })
}

/// What becomes of groups that are here already.
fn changes(outlook: &Outlook, known: &[Known]) -> Vec<Change> {
    let change = |row: &Row| {
        let changes = row.changes.as_ref().filter(|changes| changes.are_any_taken())?;
        let fields = changes.taken().map(|difference| (difference.field, difference.new.clone())).collect();
        Some(Change { group: known.get(changes.known)?.id, fields })
    };
    outlook.rows.iter().filter_map(change).collect()
}

/// Somebody took a sector away while the list was looked at.
fn sector_gone() -> Error {
    Error::Conflict(Problem::new("import-sector-gone"))
}

/// What the list says of a group, as long as its own page has room for.
pub fn details(draft: &Draft, sector: Option<SectorId>) -> Details {
    let phones: Vec<String> = draft.phones.iter().map(|phone| said(&phone.label, &phone.number)).collect();
    // There is one address of each kind; more of them are told with the person to speak to.
    let more_emails = draft.emails.iter().skip(1).cloned();
    let contact: Vec<String> =
        Some(draft.contact.clone()).filter(|c| !c.is_empty()).into_iter().chain(more_emails).collect();
    Details {
        sector,
        name: draft.name.clone(),
        purpose: cut(&draft.purpose, 4000),
        contact_name: cut(&contact.join(", "), 300),
        email: draft.emails.first().filter(|e| e.len() <= 254).map(|e| e.to_lowercase()).unwrap_or_default(),
        phone: cut(&phones.join(", "), 200),
        address: cut(&draft.address, 300),
        website: draft.websites.first().cloned().unwrap_or_default(),
        links: draft.websites.iter().skip(1).map(|url| link(url)).collect(),
        ..Details::default()
    }
}

fn said(label: &str, number: &str) -> String {
    if label.is_empty() { number.to_owned() } else { format!("{number} ({label})") }
}

fn link(url: &str) -> Link {
    let label = super::contacts::host(url).trim_start_matches("www.").to_owned();
    Link { kind: LinkKind::Other, label, url: url.to_owned() }
}

fn cut(text: &str, letters: usize) -> String {
    match text.char_indices().nth(letters) {
        None => text.to_owned(),
        Some(_) => text.chars().take(letters - 1).chain(['…']).collect(),
    }
}
