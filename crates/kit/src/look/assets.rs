//! Styles and scripts as files that never change: the name of each holds a mark of its content, so a
//! browser keeps it for a year, and `integrity` makes it refuse any other. Compressed once, when they
//! are first asked for.

use crate::{App, Error, Result};
use askama::filters::Safe;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use rust_embed::Embed;
use sha2::{Digest, Sha384};
use std::io::Write;
use std::sync::LazyLock;

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const FOR_A_DAY: &str = "public, max-age=86400";

/// Read from the disk in a debug build, so a change of look needs a restart but no build.
#[derive(Embed)]
#[folder = "src/look"]
#[include = "css/*.css"]
#[include = "js/*.js"]
struct Ours;

#[derive(Embed)]
#[folder = "assets/vendor"]
#[include = "*.js"]
struct Theirs;

struct Asset {
    name: String,
    path: String,
    integrity: String,
    kind: &'static str,
    plain: Bytes,
    gzip: LazyLock<Bytes, Compress>,
    brotli: LazyLock<Bytes, Compress>,
}

type Compress = Box<dyn FnOnce() -> Bytes + Send>;

static CSS: LazyLock<Asset> = LazyLock::new(|| {
    let files = ["tokens", "base", "layout", "components", "print"].map(|f| format!("css/{f}.css"));
    let text = files.iter().map(|f| lean(&text_of::<Ours>(f))).collect();
    Asset::new("kalaka", "css", "text/css; charset=utf-8", text)
});
static JS: LazyLock<Asset> = LazyLock::new(|| script("kalaka", text_of::<Ours>("js/kalaka.js")));
static WRITING: LazyLock<Asset> = LazyLock::new(|| script("writing", text_of::<Ours>("js/writing.js")));
static READING: LazyLock<Asset> = LazyLock::new(|| script("reading", text_of::<Ours>("js/reading.js")));
static OFFERING: LazyLock<Asset> = LazyLock::new(|| script("offering", text_of::<Ours>("js/offering.js")));
static PASSKEYS: LazyLock<Asset> = LazyLock::new(|| script("passkeys", text_of::<Ours>("js/passkeys.js")));
static TURBO: LazyLock<Asset> = LazyLock::new(|| script("turbo", text_of::<Theirs>("turbo.js")));

pub fn css_path() -> &'static str {
    &CSS.path
}

pub fn js_path() -> &'static str {
    &JS.path
}

pub fn turbo_path() -> &'static str {
    &TURBO.path
}

/// What each page's head links to.
pub fn links() -> Safe<&'static str> {
    static LINKS: LazyLock<String> = LazyLock::new(|| {
        let (css, js, turbo) = (&*CSS, &*JS, &*TURBO);
        format!(
            r#"<link rel="stylesheet" href="{}" integrity="{}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="manifest" href="/manifest.webmanifest">
<script type="module" src="{}" integrity="{}"></script>
<script type="module" src="{}" integrity="{}"></script>"#,
            css.path, css.integrity, turbo.path, turbo.integrity, js.path, js.integrity
        )
    });
    Safe(&LINKS)
}

/// The script of forms in which people write.
pub fn writing() -> Safe<&'static str> {
    static LINK: LazyLock<String> = LazyLock::new(|| module(&WRITING));
    Safe(&LINK)
}

/// The script of pages on which people read what others wrote.
pub fn reading() -> Safe<&'static str> {
    static LINK: LazyLock<String> = LazyLock::new(|| module(&READING));
    Safe(&LINK)
}

/// The script of fields that offer something while one types.
pub fn offering() -> Safe<&'static str> {
    static LINK: LazyLock<String> = LazyLock::new(|| module(&OFFERING));
    Safe(&LINK)
}

/// The script of pages that ask for a passkey.
pub fn passkeys() -> Safe<&'static str> {
    static LINK: LazyLock<String> = LazyLock::new(|| module(&PASSKEYS));
    Safe(&LINK)
}

fn module(script: &Asset) -> String {
    format!(r#"<script type="module" src="{}" integrity="{}"></script>"#, script.path, script.integrity)
}

pub async fn show(Path(name): Path<String>, headers: HeaderMap) -> Result<Response> {
    let all = [&*CSS, &*JS, &*WRITING, &*READING, &*OFFERING, &*PASSKEYS, &*TURBO];
    let asset = all.into_iter().find(|a| a.name == name).ok_or(Error::NotFound)?;
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let (body, encoding) = match accepted {
        a if a.contains("br") => (asset.brotli.clone(), Some("br")),
        a if a.contains("gzip") => (asset.gzip.clone(), Some("gzip")),
        _ => (asset.plain.clone(), None),
    };
    let fixed = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, FOR_EVER),
        (header::VARY, "accept-encoding"),
    ];
    let encoding = encoding.map(|e| [(header::CONTENT_ENCODING, e)]);
    Ok((fixed, encoding, body).into_response())
}

pub async fn favicon() -> Response {
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, FOR_A_DAY)];
    (headers, super::icons::FAVICON).into_response()
}

/// Lets a phone keep the platform among its programs.
pub async fn manifest(State(app): State<App>) -> Response {
    let town = app.community().map_or_else(|| "Kaláka".into(), |c| c.name.clone());
    let manifest = serde_json::json!({
        "name": town,
        "short_name": town,
        "id": "/",
        "start_url": "/",
        "display": "standalone",
        "background_color": "#faf6ed",
        "theme_color": "#faf6ed",
        "icons": [{ "src": "/favicon.svg", "sizes": "any", "type": "image/svg+xml" }],
    });
    let headers = [(header::CONTENT_TYPE, "application/manifest+json"), (header::CACHE_CONTROL, FOR_A_DAY)];
    (headers, manifest.to_string()).into_response()
}

/// Search engines may read what guests may read, but not follow forms and lists without end.
pub async fn robots() -> Response {
    let text = "User-agent: *\nDisallow: /account\nDisallow: /search\nDisallow: /sign-in\n";
    ([(header::CACHE_CONTROL, FOR_A_DAY)], text).into_response()
}

impl Asset {
    fn new(name: &str, ending: &str, kind: &'static str, text: String) -> Asset {
        let digest = Sha384::digest(text.as_bytes());
        let mark = &BASE64_URL_SAFE_NO_PAD.encode(digest)[..12];
        let name = format!("{name}-{mark}.{ending}");
        let plain = Bytes::from(text);
        let (for_gzip, for_brotli) = (plain.clone(), plain.clone());
        Asset {
            path: format!("/assets/{name}"),
            name,
            integrity: format!("sha384-{}", BASE64_STANDARD.encode(digest)),
            kind,
            plain,
            gzip: LazyLock::new(Box::new(move || gzip(&for_gzip))),
            brotli: LazyLock::new(Box::new(move || brotli(&for_brotli))),
        }
    }
}

fn script(name: &str, text: String) -> Asset {
    Asset::new(name, "js", "text/javascript; charset=utf-8", text)
}

fn text_of<E: Embed>(file: &str) -> String {
    E::get(file).map(|f| String::from_utf8_lossy(&f.data).into_owned()).unwrap_or_default()
}

/// Without comments and indents. Our styles hold no `/*` in strings.
fn lean(css: &str) -> String {
    let mut rest = css;
    let mut out = String::with_capacity(css.len());
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n") + "\n"
}

fn gzip(plain: &[u8]) -> Bytes {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing into memory can't fail; if it did, a browser would refuse the file by its integrity.
    let _ = encoder.write_all(plain);
    encoder.finish().unwrap_or_default().into()
}

fn brotli(plain: &[u8]) -> Bytes {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 9, lgwin: 20, ..Default::default() };
    let _ = brotli::BrotliCompress(&mut &*plain, &mut packed, &params);
    packed.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_view_stays_light() {
        assert!(CSS.gzip.len() <= 12 * 1024, "CSS weighs {} bytes", CSS.gzip.len());
        let scripts = JS.gzip.len() + TURBO.gzip.len();
        assert!(scripts <= 27 * 1024, "scripts weigh {scripts} bytes");
        assert!(JS.plain.len() <= 4 * 1024, "our own script weighs {} bytes", JS.plain.len());
        assert!(READING.gzip.len() <= 2 * 1024, "the script for reading weighs {} bytes", READING.gzip.len());
        let weight = OFFERING.gzip.len();
        assert!(weight <= 2 * 1024, "the script that offers weighs {weight} bytes");
        assert!(PASSKEYS.gzip.len() <= 2 * 1024, "the script for passkeys weighs {}", PASSKEYS.gzip.len());
        assert!(WRITING.gzip.len() <= 4 * 1024, "the script for writing weighs {} bytes", WRITING.gzip.len());
    }

    #[test]
    fn nothing_but_comments_is_lost() {
        assert_eq!(lean("a { b: c }\n/* d\n e */\n  f {}\n"), "a { b: c }\nf {}\n");
        assert!(css_path().starts_with("/assets/kalaka-") && css_path().ends_with(".css"));
        assert!(!TURBO.plain.is_empty() && links().0.contains("sha384-"));
    }

    #[tokio::test]
    async fn a_file_comes_packed_as_asked_and_stays_for_ever() {
        for (accepted, expected) in [("gzip, deflate, br", Some("br")), ("gzip", Some("gzip")), ("", None)] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, accepted.parse().unwrap());
            let answer = show(Path(CSS.name.clone()), headers).await.unwrap();
            let header = |name| answer.headers().get(name).map(|v| v.to_str().unwrap());
            assert_eq!(header(header::CONTENT_ENCODING), expected);
            assert_eq!(header(header::CACHE_CONTROL), Some(FOR_EVER));
        }
        let gone = show(Path("kalaka-000000000000.css".into()), HeaderMap::new()).await;
        assert!(matches!(gone, Err(Error::NotFound)));
    }
}
