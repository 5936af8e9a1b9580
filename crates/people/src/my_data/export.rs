//! Asking for an archive, and making it.

use super::archive::{self, Archive};
use super::queries::{self, Export, ExportId};
use crate::notices::{self, Notice};
use crate::persons;
use db::{Conn, jobs};
use jiff::Timestamp;
use kit::personal::{KEPT, Kept};
use kit::{App, Error, Locale, PersonId, Result, token};

/// The kind of job that makes an archive.
pub const JOB: &str = "export";

/// So many rows are read in one go, so that the memory stays flat.
const BUNDLE: i64 = 500;

kit::period!("exports", place 60, 7 days of 1 to 30, let_go);

/// Their files go with [`super::tidy_up`].
fn let_go(c: &mut Conn, before: Timestamp) -> Result<()> {
    Ok(queries::sweep(c, before).map(drop)?)
}

/// Sets an archive down to be made. One that is under way is enough.
pub fn ask(c: &mut Conn, person: PersonId, locale: Locale, now: Timestamp) -> Result<()> {
    if queries::under_way(c, person)? > 0 {
        return Ok(());
    }
    let id = queries::insert(c, person, locale.code(), now, KEPT.len() as i64, &token::new().text)?;
    jobs::enqueue(c, JOB, &serde_json::json!({ "export": id }), now)?;
    Ok(())
}

/// Makes the archive that a job asks for. Done again, it is the same.
pub async fn make(app: &App, payload: &str) -> Result<()> {
    let payload: serde_json::Value = serde_json::from_str(payload).unwrap_or_default();
    let Some(id) = payload["export"].as_i64().map(ExportId) else { return Ok(()) };
    let house = app.clone();
    let made = tokio::task::spawn_blocking(move || make_now(&house, id)).await;
    made.map_err(|e| Error::Bug(e.to_string()))?
}

fn make_now(app: &App, id: ExportId) -> Result<()> {
    let found = app.db.read_now(move |c| queries::by_id(c, id))?;
    let Some(export) = found.filter(|export| export.ready_at.is_none()) else { return Ok(()) };
    let bytes = write(app, &export)?;
    let (person, now) = (export.person_id, app.now());
    app.db.write_now(move |c| {
        if queries::ready(c, id, bytes, now)? > 0 {
            let subject = ("export", id.0);
            let notice =
                Notice { kind: "export.ready", subject, path: "/account/data", title: "", by_name: "" };
            notices::tell(c, person, notice, now)?;
        }
        Ok::<_, Error>(())
    })
}

fn write(app: &App, export: &Export) -> Result<i64> {
    let person = export.person_id;
    let owner = app.db.read_now(move |c| persons::by_id(c, person))?.ok_or(Error::NotFound)?;
    let mut archive = Archive::begin(app, export, &owner.name)?;
    for (written, kept) in in_order().into_iter().enumerate() {
        archive.open(kept.name)?;
        copy(app, export.person_id, kept, &mut archive)?;
        archive.close()?;
        let (id, entries) = (export.id, archive.entries());
        app.db.write_now(move |c| queries::progress(c, id, written as i64 + 1, entries))?;
    }
    archive.finish()
}

fn copy(app: &App, person: PersonId, kept: &'static Kept, archive: &mut Archive) -> Result<()> {
    let mut after = 0;
    loop {
        let rows = app.db.read_now(move |c| (kept.rows)(c, person, BUNDLE, after))?;
        let count = rows.len() as i64;
        for row in rows {
            archive.put(&row)?;
        }
        if count < BUNDLE {
            return Ok(());
        }
        after += count;
    }
}

fn in_order() -> Vec<&'static Kept> {
    let mut kinds: Vec<&'static Kept> = KEPT.iter().collect();
    kinds.sort_by_key(|kept| (kept.place, kept.name));
    kinds
}

/// Where an archive lies.
pub fn path(app: &App, export: &Export) -> std::path::PathBuf {
    archive::folder(app).join(format!("{}.zip", export.file))
}
