//! Pages packed on their way out. A page is there as a whole, so it is packed as a whole, in one call;
//! what comes bit by bit (live lines) and what is packed already (styles, scripts) is left alone.

use crate::cache::Page;
use axum::body::{Body, Bytes, HttpBody};
use axum::http::{HeaderMap, HeaderValue, Request, Response, header};
use axum::middleware::Next;
use std::io::Write;
use std::sync::Arc;

/// Less than this fits into the packet that is sent anyway.
const SMALLEST: u64 = 1024;

/// Ways of packing, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    pub const ALL: [Encoding; 2] = [Encoding::Brotli, Encoding::Gzip];

    fn name(self) -> &'static str {
        match self {
            Encoding::Brotli => "br",
            Encoding::Gzip => "gzip",
        }
    }

    /// The best that a browser says it can unpack.
    fn accepted(headers: &HeaderMap) -> Option<Encoding> {
        let accepted = headers.get(header::ACCEPT_ENCODING)?.to_str().ok()?;
        Encoding::ALL.into_iter().find(|encoding| accepted.split(',').any(|part| encoding.is_meant_by(part)))
    }

    /// `br`, ` gzip;q=0.5`; not `gzip;q=0`.
    fn is_meant_by(self, part: &str) -> bool {
        let (name, weight) = part.split_once(';').unwrap_or((part, ""));
        name.trim() == self.name() && !matches!(weight.trim(), "q=0" | "q=0.0")
    }
}

/// Packs the answer, where the browser can unpack it and it is worth it.
pub async fn outgoing(request: Request<Body>, next: Next) -> Response<Body> {
    let encoding = Encoding::accepted(request.headers());
    let mut response = next.run(request).await;
    let page = response.extensions_mut().remove::<Arc<Page>>();
    if !is_text(response.headers()) || response.headers().contains_key(header::CONTENT_ENCODING) {
        return response;
    }
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-encoding"));
    let (Some(encoding), Some(SMALLEST..)) = (encoding, response.body().size_hint().exact()) else {
        return response;
    };
    let (mut parts, body) = response.into_parts();
    let packed = match page {
        Some(page) => page.packed(encoding),
        // A body whose size is known is in memory already; reading it can't fail.
        None => pack(&axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default(), encoding),
    };
    parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding.name()));
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(packed))
}

fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    ["text/html", "text/csv", "text/plain", "text/vnd.turbo-stream.html", "application/json", "image/svg+xml"]
        .iter()
        .any(|text| kind.starts_with(text))
}

/// Packs for speed more than for size: most pages are shown once.
pub fn pack(plain: &[u8], encoding: Encoding) -> Bytes {
    // Writing into memory can't fail.
    match encoding {
        Encoding::Brotli => {
            let mut packed = Vec::with_capacity(plain.len() / 4);
            let params = brotli::enc::BrotliEncoderParams { quality: 4, lgwin: 18, ..Default::default() };
            let _ = brotli::BrotliCompress(&mut &*plain, &mut packed, &params);
            packed.into()
        }
        Encoding::Gzip => {
            let mut encoder = flate2::write::GzEncoder::new(
                Vec::with_capacity(plain.len() / 4),
                flate2::Compression::new(4),
            );
            let _ = encoder.write_all(plain);
            encoder.finish().unwrap_or_default().into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_what_it_can_unpack() {
        let cases = [
            ("gzip, deflate, br, zstd", Some(Encoding::Brotli)),
            ("gzip;q=0.5", Some(Encoding::Gzip)),
            ("br;q=0, gzip", Some(Encoding::Gzip)),
            ("identity", None),
        ];
        for (accepted, encoding) in cases {
            let headers =
                HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted))]);
            assert_eq!(Encoding::accepted(&headers), encoding, "{accepted}");
        }
        assert_eq!(Encoding::accepted(&HeaderMap::new()), None);
    }

    #[test]
    fn what_is_packed_is_the_same_when_unpacked() {
        let plain = "<li>Szülők köre</li>".repeat(200);
        let packed = pack(plain.as_bytes(), Encoding::Brotli);
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &*packed, &mut unpacked).unwrap();
        assert_eq!(unpacked, plain.as_bytes());
        let packed = pack(plain.as_bytes(), Encoding::Gzip);
        let mut unpacked = String::new();
        std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&*packed), &mut unpacked).unwrap();
        assert_eq!(unpacked, plain);
        assert!(packed.len() < plain.len() / 10);
    }
}
