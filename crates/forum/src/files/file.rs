//! What is kept of a file, and who may see it.

use crate::FileId;
use kit::{PersonId, Scope};
use people::Visitor;

db::words! {
    pub enum FileKind {
        Picture = "picture",
        Document = "document",
    }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct File {
        pub id: FileId,
        pub person_id: PersonId,
        pub kind: FileKind,
        pub name: String,
        pub address: String,
        pub media_type: String,
        pub hash: String,
        pub bytes: i64,
        pub small_hash: Option<String>,
        pub small_bytes: i64,
        /// Whether a post shows it that everybody may read, or one of the founding circle.
        pub is_open: bool,
        pub in_circle: bool,
        /// Where a post shows it that is hidden: for guides.
        pub hidden_in: Option<Scope>,
    }
}

impl File {
    pub fn path(&self) -> String {
        path(self.id, &self.address)
    }

    /// What a text says to show it.
    pub fn markdown(&self, words: &str) -> String {
        let mark = if self.kind == FileKind::Picture { "!" } else { "" };
        format!("{mark}[{}]({})", in_brackets(words), self.path())
    }

    /// Its sender sees it always; others where they see a post that shows it.
    pub fn is_seen_by(&self, visitor: &Visitor) -> bool {
        visitor.person_id() == Some(self.person_id)
            || self.is_open && visitor.sees(Scope::Open)
            || self.in_circle && visitor.sees(Scope::Circle)
            || visitor.is_guide() && self.hidden_in.is_some_and(|scope| visitor.sees(scope))
    }
}

pub fn path(id: FileId, address: &str) -> String {
    format!("/files/{id}/{address}")
}

/// Words that stand for themselves between a link's brackets.
fn in_brackets(words: &str) -> String {
    let marks = |c: char| "\\[]*_`<!".contains(c);
    words.chars().flat_map(|c| marks(c).then_some('\\').into_iter().chain([c])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_brackets_stand_for_themselves() {
        assert_eq!(in_brackets("a [b] *c*"), "a \\[b\\] \\*c\\*");
    }
}
