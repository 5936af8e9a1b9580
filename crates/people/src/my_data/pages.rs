//! The page of one's data: archives to ask for and to fetch, and the way to the deletion.

use super::export;
use super::queries::{self, Export, ExportId};
use crate::{Member, Proven};
use askama::Template;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use kit::{App, Chrome, Error, Result, Section, page, retention};
use tokio::fs::File;
use tokio::io::AsyncReadExt;

/// So much of a file is read at once.
const PIECE: usize = 64 * 1024;

#[derive(Template)]
#[template(path = "my_data/index.html")]
struct IndexPage {
    chrome: Chrome,
    exports: Vec<Export>,
    days: i64,
    /// Whether an archive is fetched at once. Else a page comes first, which a browser must not put aside as one.
    is_proven: bool,
}

impl IndexPage {
    fn is_under_way(&self) -> bool {
        self.exports.iter().any(|export| export.ready_at.is_none())
    }

    /// In kilobytes, or megabytes from the first on.
    fn size(&self, export: &Export) -> String {
        let bytes = export.bytes.unwrap_or_default() as f64;
        let (key, number) = match bytes < 1_000_000.0 {
            true => ("my-data-kilobytes", (bytes / 1000.0).ceil()),
            false => ("my-data-megabytes", (bytes / 100_000.0).round() / 10.0),
        };
        self.chrome.t(key).with("n", number).to_string()
    }

    fn asked(&self, export: &Export) -> String {
        self.day(export.asked_at)
    }

    fn until(&self, export: &Export) -> String {
        self.day(export.ready_at.unwrap_or(export.asked_at) + SignedDuration::from_hours(24 * self.days))
    }

    fn day(&self, at: Timestamp) -> String {
        self.chrome.date_text(&self.chrome.local(at).date())
    }
}

pub async fn index(State(app): State<App>, member: Member) -> Result<Response> {
    let (person, is_proven) = (member.id(), member.is_proven());
    let (exports, days) = app
        .db
        .read(move |c| Ok::<_, Error>((queries::of_person(c, person)?, retention::days(c, "exports")?)))
        .await?;
    page::show(&IndexPage { chrome: member.chrome(Section::Account), exports, days, is_proven })
}

pub async fn create(State(app): State<App>, Proven(member): Proven) -> Result<Response> {
    let (person, locale, now) = (member.id(), member.locale, member.now);
    app.db.write(move |c| export::ask(c, person, locale, now)).await?;
    page::see("/account/data")
}

/// Another's archive is not there.
pub async fn show(
    State(app): State<App>,
    Proven(member): Proven,
    Path(id): Path<ExportId>,
) -> Result<Response> {
    let person = member.id();
    let found = app.db.read(move |c| queries::by_id(c, id)).await?;
    let export = found.filter(|e| e.person_id == person && e.ready_at.is_some()).ok_or(Error::NotFound)?;
    let file = File::open(export::path(&app, &export)).await.map_err(|_| Error::NotFound)?;
    let day = export.asked_at.strftime("%Y-%m-%d");
    let name = format!("attachment; filename=\"kalaka-{day}.zip\"");
    let mut response = Body::from_stream(pieces(file)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(export.bytes.unwrap_or_default()));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// The file bit by bit.
fn pieces(file: File) -> impl futures_util::Stream<Item = std::io::Result<Bytes>> {
    futures_util::stream::unfold(file, |mut file| async move {
        let mut piece = vec![0; PIECE];
        match file.read(&mut piece).await {
            Ok(0) => None,
            Ok(read) => {
                piece.truncate(read);
                Some((Ok(Bytes::from(piece)), file))
            }
            Err(error) => Some((Err(error), file)),
        }
    })
}
