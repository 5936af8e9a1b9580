//! Words and addresses that guides of a town know from advertising, in a list of their own. What somebody writes who
//! has just come waits for a look where it has one of them.

mod pages;
mod queries;

use db::Conn;
use db::fold::fold;
use kit::Routes;

pub fn routes() -> Routes {
    Routes::new().get("/moderation/patterns", pages::edit).post("/moderation/patterns", pages::update)
}

/// Whether a text, or an address in it, has one of the patterns.
pub fn matches(c: &mut Conn, text: &str) -> db::Result<bool> {
    let text = fold(text);
    Ok(queries::all(c)?.iter().any(|pattern| stands_in(&text, pattern)))
}

/// Whether a pattern stands in a text by itself: "casino" does in "casino.example", not in "casinos". Both are folded.
fn stands_in(text: &str, pattern: &str) -> bool {
    text.match_indices(pattern).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + pattern.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_pattern_is_a_word_of_its_own() {
        for (text, stands) in [
            ("the casino", true),
            ("https://casino.example/x", true),
            ("casinos", false),
            ("the ricasino", false),
            ("ricasino, casino!", true),
            ("", false),
        ] {
            assert_eq!(stands_in(text, "casino"), stands, "{text}");
        }
    }
}
