//! A file comes in: from a script, which shows how far it is, or by a form.

use super::new::NewPage;
use super::{File, FileKind, forgetting, queries, quota};
use crate::FileId;
use crate::drafts::{self, Place};
use axum::Json;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kit::files::{self, Content, Incoming, Taken};
use kit::limits::{self, Limit};
use kit::{App, Error, Form, Problem, Result, Section, Voice};
use people::Member;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Wish {
    /// Where it is to be shown: the place of a draft.
    #[serde(default, rename = "for")]
    pub place: String,
}

impl Wish {
    /// Without one, a new thread.
    pub fn place(&self) -> Result<Place> {
        if self.place.is_empty() {
            return Ok(Place::Thread(String::new()));
        }
        self.place.parse().map_err(|()| Error::NotFound)
    }
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response> {
    let place = wish.place()?;
    let by_script = headers.get(header::ACCEPT).is_some_and(|accept| accept == "application/json");
    let mut form = Form::default();
    let taken = match multipart {
        Ok(multipart) => take(&app, &member, &mut form, multipart).await?,
        Err(_) => Err(Problem::new("files-none")),
    };
    match taken {
        Ok(file) if by_script => Ok(told(&file).into_response()),
        Ok(file) => lead_on(&app, member, file, place).await,
        Err(problem) if by_script => Ok(refused(&member, &problem)),
        Err(problem) => {
            form.add("file", problem);
            kit::page::invalid(&NewPage::of(&member, place, form))
        }
    }
}

/// What a script puts into the text.
fn told(file: &File) -> Json<serde_json::Value> {
    let is_picture = file.kind == FileKind::Picture;
    Json(serde_json::json!({ "picture": is_picture, "path": file.path(), "name": file.name }))
}

fn refused(member: &Member, problem: &Problem) -> Response {
    let problem = member.chrome(Section::Forum).problem(problem);
    (StatusCode::UNPROCESSABLE_ENTITY, Json(serde_json::json!({ "problem": problem }))).into_response()
}

/// A picture is described next; a document stands in the draft at once.
async fn lead_on(app: &App, member: Member, file: File, place: Place) -> Result<Response> {
    if file.kind == FileKind::Picture {
        return kit::page::see(&format!("/files/{}/description?for={place}", file.id));
    }
    let (path, line) = (place.path(), file.markdown(&file.name));
    app.db.write(move |c| drafts::add_line(c, &member, &place, &line, member.now)).await?;
    kit::page::see(&path)
}

type Outcome = Result<File, Problem>;

async fn take(app: &App, member: &Member, form: &mut Form, multipart: Multipart) -> Result<Outcome> {
    if let Err(problem) = may_send(app, member).await? {
        return Ok(Err(problem));
    }
    let incoming = match receive(app, form, multipart).await {
        Err(Error::TooLarge) => return Ok(Err(too_large())),
        incoming => incoming?,
    };
    let Some(incoming) = incoming else { return Ok(Err(Problem::new("files-none"))) };
    let Some(voice) = member.voice(form) else { return Ok(Err(Problem::new("files-other-voice"))) };
    let name = incoming.name.clone();
    match app.files.take(incoming).await? {
        Err(refusal) => Ok(Err(Problem::new(refusal.message()))),
        Ok(taken) => keep(app, member, voice, name, taken).await,
    }
}

fn too_large() -> Problem {
    Problem::new("files-too-large").with("megabytes", files::LARGEST / 1024 / 1024)
}

/// Counts what somebody sends in an hour.
async fn may_send(app: &App, member: &Member) -> Result<Result<(), Problem>> {
    let (person, now) = (member.id(), member.now);
    let limit = Limit { count: app.settings.quotas.an_hour, minutes: 60 };
    let counted = app.db.write(move |c| limits::take(c, &format!("files:{person}"), limit, now)).await;
    match counted {
        Err(Error::TooMany { seconds }) => {
            Ok(Err(Problem::new("files-too-many").with("minutes", seconds / 60 + 1)))
        }
        counted => counted.map(Ok),
    }
}

/// The file of a form, on the disk; its other fields go into `form`.
async fn receive(app: &App, form: &mut Form, mut multipart: Multipart) -> Result<Option<Incoming>> {
    let mut found = None;
    while let Some(field) = multipart.next_field().await.map_err(files::unreadable)? {
        match field.name() {
            Some("file") if found.is_none() => {
                let incoming = Incoming::receive(field, &app.settings.data).await?;
                found = Some(incoming).filter(|file| file.size > 0 || !file.name.is_empty());
            }
            Some("voice") => {
                let voice = field.text().await.map_err(files::unreadable)?;
                form.set("voice", voice);
            }
            _ => {}
        }
    }
    Ok(found)
}

/// A file as its row says.
struct Row {
    kind: FileKind,
    ending: &'static str,
    media_type: &'static str,
    hash: String,
    bytes: i64,
    size: Option<(i64, i64)>,
    small: Option<(String, i64, i64)>,
}

/// Keeps the bytes, then the row: a row without its bytes would be a broken promise, bytes without a row are swept.
async fn keep(app: &App, member: &Member, by: Voice, name: String, taken: Taken) -> Result<Outcome> {
    let quotas = app.settings.quotas;
    let asking = by.clone();
    if let Some(full) = app.db.read(move |c| quota::check(c, &asking, 0, &quotas)).await? {
        return Ok(Err(full));
    }
    let row = store(app, taken).await?;
    let name = if name.is_empty() { format!("file.{}", row.ending) } else { name };
    let now = member.now;
    app.db
        .write(move |c| {
            let Row { kind, ending, media_type, hash, bytes, size, small } = &row;
            let small_bytes = small.as_ref().map_or(0, |(_, bytes, _)| *bytes);
            if let Some(full) = quota::check(c, &by, bytes + small_bytes, &quotas)? {
                return Ok(Err(full));
            }
            let address = format!("{}.{ending}", files::slug(&name));
            let (width, height) = size.unzip();
            let (small_hash, small_width) =
                small.as_ref().map(|(hash, _, width)| (hash.as_str(), *width)).unzip();
            let id: FileId = queries::insert(
                c,
                by.person,
                by.group,
                *kind,
                &name,
                &address,
                media_type,
                hash,
                *bytes,
                width,
                height,
                small_hash,
                small_bytes,
                small_width,
                now,
            )?;
            forgetting::forget_later(c, now)?;
            queries::by_id(c, id)?.ok_or(Error::NotFound).map(Ok)
        })
        .await
}

async fn store(app: &App, taken: Taken) -> Result<Row> {
    let count = |bytes: &[u8]| bytes.len() as i64;
    match taken.content {
        Content::Document { kind, bytes } => {
            let (ending, media_type) = kind.served_as();
            let size = count(&bytes);
            let hash = app.files.put(bytes).await?;
            Ok(Row {
                kind: FileKind::Document,
                ending,
                media_type,
                hash,
                bytes: size,
                size: None,
                small: None,
            })
        }
        Content::Picture(files::Picture { large, small }) => {
            let (bytes, size) = (count(&large.bytes), (large.size.width.into(), large.size.height.into()));
            let hash = app.files.put(large.bytes).await?;
            let small = match small {
                Some(small) => {
                    let (bytes, width) = (count(&small.bytes), small.size.width.into());
                    Some((app.files.put(small.bytes).await?, bytes, width))
                }
                None => None,
            };
            let (kind, size) = (FileKind::Picture, Some(size));
            Ok(Row { kind, ending: "webp", media_type: "image/webp", hash, bytes, size, small })
        }
    }
}
