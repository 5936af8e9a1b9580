//! Names of files: as they are shown, in an address, and in a header. Whatever a device calls a file, no sign of
//! its name means anything to a browser or a file system.

use crate::{form, headers};
use db::fold;

/// So many letters of a name are kept.
const LONGEST: usize = 120;

/// The last part of a name, without signs that steer or deceive.
pub fn own_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let odd = |c: &char| !c.is_control() && !"<>:\"|?*`[]".contains(*c);
    let clean: String = form::clean(last).chars().filter(odd).collect();
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    clean.trim_start_matches('.').chars().take(LONGEST).collect::<String>().trim().to_owned()
}

/// A name's stem as it stands in an address: `Jegyzőkönyv (2).PDF` is `jegyzokonyv-2`.
pub fn slug(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let folded = fold::fold(stem);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug: String = words.collect::<Vec<_>>().join("-").chars().take(60).collect();
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "file".into() } else { slug.into() }
}

/// The header that makes a browser keep a file and not show it: the name in two writings (RFC 6266).
pub fn disposition(name: &str, ending: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let whole = headers::url_encoded(&format!("{stem}.{ending}")).replace('/', "%2F");
    format!("attachment; filename=\"{}.{ending}\"; filename*=UTF-8''{whole}", slug(name))
}
