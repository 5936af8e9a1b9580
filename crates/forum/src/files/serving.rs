//! Giving a file out. Whatever it holds, a browser shows it as a picture, or keeps it; it runs nothing in it.

use super::{File, FileKind, queries};
use crate::FileId;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kit::{App, Error, Result, files};
use people::Visitor;
use serde::Deserialize;

/// Nothing that a file holds may do anything, should a browser ever open it as a page.
const POLICY: &str = "default-src 'none'; sandbox";

/// What stands under an address never changes.
const FOR_ALL: &str = "public, max-age=31536000, immutable";
const FOR_ONE: &str = "private, max-age=31536000, immutable";

#[derive(Deserialize)]
pub struct Wish {
    #[serde(default)]
    size: String,
}

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, address)): Path<(FileId, String)>,
    Query(wish): Query<Wish>,
) -> Result<Response> {
    let file = app.db.read(move |c| queries::by_id(c, id)).await?;
    let file = file.filter(|file| file.address == address && file.is_seen_by(&visitor));
    let file = file.ok_or(Error::NotFound)?;
    let (hash, bytes) = match (&file.small_hash, wish.size.as_str()) {
        (Some(small), "small") => (small, file.small_bytes),
        _ => (&file.hash, file.bytes),
    };
    let body = app.files.stream(hash).await?;
    Ok((headers(&file, bytes), body).into_response())
}

fn headers(file: &File, bytes: i64) -> HeaderMap {
    let fixed = |name, value| (name, HeaderValue::from_static(value));
    let mut headers = HeaderMap::from_iter([
        fixed(header::CONTENT_SECURITY_POLICY, POLICY),
        fixed(header::CACHE_CONTROL, if file.is_open { FOR_ALL } else { FOR_ONE }),
        fixed(HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::CONTENT_LENGTH, HeaderValue::from(bytes)),
    ]);
    headers.extend(HeaderValue::from_str(&file.media_type).map(|kind| (header::CONTENT_TYPE, kind)));
    if file.kind == FileKind::Document {
        let ending = file.address.rsplit('.').next().unwrap_or_default();
        let disposition = HeaderValue::from_str(&files::disposition(&file.name, ending));
        // It is made of ASCII; should it ever not be, the browser still keeps the file.
        let disposition = disposition.unwrap_or(HeaderValue::from_static("attachment"));
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    headers
}
