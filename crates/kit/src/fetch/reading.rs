//! Reading an answer up to a limit: of what comes over the line, and of what it unpacks to.

use super::{Failure, Page, Wanted, text_of};
use flate2::read::MultiGzDecoder;
use reqwest::{Response, header};
use std::io::Read;
use url::Url;

/// Validators are sent back as they came; longer ones aren't kept.
const LONGEST_MARK: usize = 300;

pub async fn read(mut response: Response, address: Url, wanted: Wanted<'_>) -> Result<Page, Failure> {
    if !response.status().is_success() {
        return Err(Failure::Status(response.status().as_u16()));
    }
    let headers = response.headers();
    let (kind, charset) = kind_of(&text_of(headers, header::CONTENT_TYPE).unwrap_or_default());
    if !wanted.kinds.contains(&kind.as_str()) {
        return Err(Failure::Kind);
    }
    let is_packed = match text_of(headers, header::CONTENT_ENCODING).as_deref() {
        None | Some("" | "identity") => false,
        Some("gzip" | "x-gzip") => true,
        Some(_) => return Err(Failure::Kind),
    };
    let mark = |name| text_of(headers, name).filter(|mark| mark.len() <= LONGEST_MARK);
    let (etag, modified) = (mark(header::ETAG), mark(header::LAST_MODIFIED));
    let (mut bytes, mut is_cut) = (Vec::new(), false);
    while let Some(chunk) = response.chunk().await.map_err(|_| Failure::Broken)? {
        let room = wanted.most - bytes.len();
        bytes.extend_from_slice(chunk.get(..room).unwrap_or(&chunk));
        if chunk.len() > room {
            is_cut = true;
            break;
        }
    }
    if is_packed {
        (bytes, is_cut) = unpack(&bytes, wanted.most, is_cut)?;
    }
    Ok(Page { address, charset, bytes, is_cut, etag, modified })
}

/// What packed bytes say, up to a limit. Where they were cut off, what can be had of them.
pub(super) fn unpack(packed: &[u8], most: usize, is_cut: bool) -> Result<(Vec<u8>, bool), Failure> {
    let mut bytes = Vec::new();
    let read = MultiGzDecoder::new(packed).take(most as u64 + 1).read_to_end(&mut bytes);
    if read.is_err() && !is_cut {
        return Err(Failure::Broken);
    }
    let is_longer = bytes.len() > most;
    bytes.truncate(most);
    Ok((bytes, is_cut || is_longer))
}

/// The media type and the charset of a `Content-Type`.
fn kind_of(value: &str) -> (String, Option<String>) {
    let mut parts = value.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
    let charset = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches('"').to_owned())
    });
    (kind, charset)
}
