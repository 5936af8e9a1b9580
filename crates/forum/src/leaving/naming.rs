//! The name of somebody in the posts of others that mention them, as `@Márta Tóth`, `@Márta`, or with an ending.

use db::fold;

const OPEN: &str = r#"<strong class="mention">"#;
const CLOSE: &str = "</strong>";

/// A name as it is compared.
pub struct Name {
    folded: String,
    first: String,
}

impl Name {
    pub fn of(name: &str) -> Name {
        let escaped = name.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let folded = fold::fold(&escaped);
        let first = folded.split([' ', '-']).next().unwrap_or_default().to_owned();
        Name { folded, first }
    }

    /// A post's text and HTML with `instead` where they are mentioned; nothing where they aren't.
    pub fn taken_out_of(&self, body: &str, html: &str, instead: &str) -> Option<(String, String)> {
        let said = self.said_in(html);
        if said.is_empty() {
            return None;
        }
        let (mut body, mut html) = (body.to_owned(), html.to_owned());
        for mention in said {
            html = html.replace(&format!("{OPEN}{mention}{CLOSE}"), instead);
            let typed = mention.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            body = body.replace(&typed, instead);
        }
        Some((body, html))
    }

    /// How they are mentioned there, with the `@`, the longest first.
    fn said_in(&self, html: &str) -> Vec<String> {
        let marked = html.split(OPEN).skip(1).filter_map(|rest| rest.split(CLOSE).next());
        let mut said: Vec<String> = marked.filter(|text| self.is_meant(text)).map(String::from).collect();
        said.sort_by_key(|text| std::cmp::Reverse(text.len()));
        said.dedup();
        said
    }

    /// A whole name with or without an ending, or the first word of it alone, which counted because nobody else
    /// had it.
    fn is_meant(&self, mention: &str) -> bool {
        let said = fold::fold(mention.trim_start_matches('@'));
        said.starts_with(&self.folded) || said == self.first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mention_loses_the_name_in_text_and_page() {
        let html = r#"<p>Ask <strong class="mention">@Tóth Mártának</strong> or <strong class="mention">@Gábor</strong>.</p>"#;
        let (body, html) = Name::of("Tóth Márta")
            .taken_out_of("Ask @Tóth Mártának or @Gábor.", html, "a former member")
            .unwrap();
        assert_eq!(body, "Ask a former member or @Gábor.");
        assert_eq!(html, r#"<p>Ask a former member or <strong class="mention">@Gábor</strong>.</p>"#);
    }

    #[test]
    fn others_are_left_alone() {
        let html = r#"<strong class="mention">@Gábor</strong>"#;
        assert_eq!(Name::of("Tóth Márta").taken_out_of("@Gábor", html, "x"), None);
    }
}
