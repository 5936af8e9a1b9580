//! Signs of advertising that a machine can tell: links, sameness, speed. None of them says what a text is worth.

use super::markup::{self, Piece};
use jiff::Timestamp;

/// Shorter texts are said by many: "Thank you!"
const REPEATABLE: usize = 40;

/// In characters a second; quick typists reach ten.
const BY_HAND: i64 = 15;

/// The addresses of other places that a rendered text links to. Paths of our own have no scheme.
pub fn links(html: &str) -> Vec<&str> {
    markup::pieces(html)
        .filter_map(|piece| match piece {
            Piece::Tag(tag) if markup::name(tag) == ("a", false) => href(tag),
            _ => None,
        })
        .filter(|address| address.starts_with("http://") || address.starts_with("https://"))
        .collect()
}

fn href(tag: &str) -> Option<&str> {
    tag.split_once(" href=\"")?.1.split_once('"').map(|(address, _)| address)
}

/// Whether a text is long enough that the same again says something.
pub fn can_repeat(body: &str) -> bool {
    body.chars().count() >= REPEATABLE
}

/// Whether nobody writes so much by hand since what they sent last.
pub fn is_too_fast(plain: &str, last: Option<Timestamp>, now: Timestamp) -> bool {
    let Some(last) = last else { return false };
    let characters = i64::try_from(plain.chars().count()).unwrap_or(i64::MAX);
    characters > BY_HAND * now.duration_since(last).as_secs().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;

    #[test]
    fn links_to_other_places_count_and_paths_do_not() {
        let html =
            r#"<p><a href="/groups/3">@Club</a> <a rel="nofollow" href="https://a.example/?x=1">a</a></p>"#;
        assert_eq!(links(html), ["https://a.example/?x=1"]);
        assert!(links("<p>href=\"https://a.example\"</p>").is_empty());
    }

    #[test]
    fn a_long_text_a_moment_after_the_last_is_too_fast() {
        let now = Timestamp::from_second(1_000_000).unwrap();
        let text = "a".repeat(300);
        let ago = |seconds| Some(now - SignedDuration::from_secs(seconds));
        assert!(is_too_fast(&text, ago(5), now));
        assert!(!is_too_fast(&text, ago(60), now) && !is_too_fast(&text, None, now));
        assert!(!is_too_fast("Thanks!", ago(0), now));
    }
}
