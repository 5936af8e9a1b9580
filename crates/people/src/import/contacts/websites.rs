use super::MOST;

/// The web addresses in a text, with a scheme each, and whether one had to be mended for it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Websites {
    pub sites: Vec<String>,
    /// A blank within an address was taken out, or "www/" read as "www.". A missing `https://` is no fault.
    pub mended: bool,
}

/// All web addresses in a text, each once; `https://` is put before those that name no scheme.
pub fn websites(text: &str) -> Websites {
    let mut found = Websites::default();
    let words: Vec<&str> = text.split([' ', '\n', '\t', '\u{a0}', ',', ';', '|', '<', '>', '"']).collect();
    // What stands alone is meant as an address; within a sentence a dot may be a missing blank.
    let longest = if words.len() == 1 { 24 } else { 6 };
    let mut at = 0;
    while at < words.len() && found.sites.len() < MOST {
        let mut word = words[at].to_owned();
        at += 1;
        if has_scheme(&word) && has_path(&word) && words.get(at).is_some_and(|next| continues(next)) {
            word.push_str(words[at]);
            at += 1;
            found.mended = true;
        }
        let Some((site, mended)) = website(trimmed(&word), longest) else { continue };
        found.mended |= mended;
        if !found.sites.iter().any(|known| host_and_path(known) == host_and_path(&site)) {
            found.sites.push(site);
        }
    }
    found
}

/// The host of a web address without its "www.": what two spellings of one site have in common.
pub fn host(site: &str) -> &str {
    host_and_path(site).split(['/', '?', '#', ':']).next().unwrap_or_default()
}

fn host_and_path(site: &str) -> &str {
    let rest = site.strip_prefix("https://").or_else(|| site.strip_prefix("http://")).unwrap_or(site);
    rest.strip_prefix("www.").unwrap_or(rest)
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| "().:[]'!„”“".contains(c))
}

fn has_scheme(word: &str) -> bool {
    let start: String = word.chars().take(8).collect::<String>().to_ascii_lowercase();
    start.starts_with("http://") || start.starts_with("https://")
}

fn has_path(word: &str) -> bool {
    word.splitn(4, '/').nth(3).is_some_and(|path| !path.is_empty())
}

/// A broken address goes on after a blank with something no sentence has: "…/BalboaT eenHlthCtr.asp".
fn continues(next: &str) -> bool {
    next.chars().next().is_some_and(|c| c.is_ascii_lowercase())
        && !next.starts_with("www.")
        && !next.starts_with("http")
        && !next.contains('@')
        && trimmed(next).contains(['.', '/', '?', '='])
}

fn website(word: &str, longest: usize) -> Option<(String, bool)> {
    if word.contains('@') || word.len() > 2000 {
        return None;
    }
    let (rest, scheme, mended) = without_scheme(word);
    let (rest, mended) = match rest.strip_prefix("www/") {
        Some(bare) => (format!("www.{bare}"), true),
        None => (rest.to_owned(), mended),
    };
    let end = rest.find(['/', '?', '#', ':']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let named = scheme.is_some() || host.to_lowercase().starts_with("www.");
    if !is_host(host, named, longest) {
        return None;
    }
    let path = if path == "/" { "" } else { path };
    Some((format!("{}{}{path}", scheme.unwrap_or("https://"), host.to_lowercase()), mended))
}

/// What follows the scheme, the scheme as it should be, and whether it was written otherwise.
fn without_scheme(word: &str) -> (&str, Option<&'static str>, bool) {
    const SPELLINGS: [(&str, &str, bool); 6] = [
        ("https://", "https://", false),
        ("http://", "http://", false),
        ("https//", "https://", true),
        ("http//", "http://", true),
        ("https:/", "https://", true),
        ("http:/", "http://", true),
    ];
    for (spelling, scheme, mended) in SPELLINGS {
        if word.get(..spelling.len()).is_some_and(|start| start.eq_ignore_ascii_case(spelling)) {
            return (&word[spelling.len()..], Some(scheme), mended);
        }
    }
    (word, None, false)
}

/// Without "http" or "www" a word with a dot in it is an address only when it can't well be an
/// abbreviation or a missing blank: "Inc.", "e.g", "St.Anthony".
fn is_host(host: &str, named: bool, longest: usize) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let Some(last) = labels.last() else { return false };
    let is_label = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    labels.len() >= 2
        && labels.iter().all(is_label)
        && (2..=24).contains(&last.len())
        && last.chars().all(char::is_alphabetic)
        && (named || (last.len() <= longest && labels[0].len() >= 2 && last.chars().all(char::is_lowercase)))
}
