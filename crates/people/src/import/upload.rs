//! A file comes in: it is read once, to say at once what is wrong with it, and kept until it is taken.

use super::outlook::List;
use super::pages::Index;
use super::queries;
use super::wording;
use crate::{Guide, sectors};
use axum::extract::State;
use axum::extract::multipart::{Multipart, MultipartError, MultipartRejection};
use axum::response::Response;
use kit::{App, Error, Form, Locale, Problem, Result};

struct File {
    name: String,
    bytes: Vec<u8>,
}

/// The part of the form called `file`; `None` where nothing was chosen.
async fn file(multipart: &mut Multipart) -> Result<Option<File>> {
    while let Some(field) = multipart.next_field().await.map_err(unreadable)? {
        if field.name() != Some("file") {
            continue;
        }
        let name = own_name(field.file_name().unwrap_or_default());
        let bytes = field.bytes().await.map_err(unreadable)?.to_vec();
        let chosen = !bytes.is_empty() || !name.is_empty();
        return Ok(chosen.then_some(File { name, bytes }));
    }
    Ok(None)
}

fn unreadable(error: MultipartError) -> Error {
    match error.status().as_u16() {
        413 => Error::TooLarge,
        _ => Error::Invalid(Problem::new("kit-form-unreadable")),
    }
}

/// The name without folders and signs that deceive; it is only ever shown.
fn own_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|c| !c.is_control()).take(120).collect();
    clean.trim().to_owned()
}

pub async fn create(
    State(app): State<App>,
    guide: Guide,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response> {
    let mut multipart = multipart.map_err(|_| Error::Invalid(Problem::new("kit-form-unreadable")))?;
    let Some(File { name, bytes }) = file(&mut multipart).await? else {
        return refused(&app, &guide, Problem::new("import-no-file")).await;
    };
    let (list, bytes) = read(bytes).await?;
    let list = match list {
        Ok(list) => list,
        Err(why) => return refused(&app, &guide, wording::unreadable(&why)).await,
    };
    let (by, now) = (guide.id(), guide.now);
    let id = app
        .db
        .write(move |c| {
            let keys: Vec<String> = sectors::all(c, Locale::english())?.into_iter().map(|s| s.key).collect();
            let plan = list.plan(&keys);
            queries::insert(c, &name, &bytes, &plan.to_json(), Some(by), now)
        })
        .await?;
    kit::page::see(&format!("/groups/import/{id}"))
}

/// Reading takes its time; it must not hold up others.
async fn read(bytes: Vec<u8>) -> Result<(Result<List, super::Unreadable>, Vec<u8>)> {
    let reading = tokio::task::spawn_blocking(move || (List::read(&bytes, None), bytes));
    reading.await.map_err(|e| Error::Bug(e.to_string()))
}

async fn refused(app: &App, guide: &Guide, problem: Problem) -> Result<Response> {
    let mut form = Form::default();
    form.add("file", problem);
    kit::page::invalid(&Index::read(app, guide, form).await?)
}
