//! What a need is, and who may change its words.

use jiff::Timestamp;
use kit::{GroupId, Markup, PersonId, Side};
use people::Member;

db::id! {
    /// A need or interest.
    NeedId,
}

impl NeedId {
    pub fn path(self) -> String {
        format!("/needs/{self}")
    }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct Need {
        pub id: NeedId,
        pub title: String,
        pub body: String,
        pub html: Markup,
        pub for_whom: String,
        pub locale: String,
        pub person_id: PersonId,
        pub group_id: Option<GroupId>,
        /// The name of whose voice it was.
        pub voice: String,
        pub side: Side,
        pub created_at: Timestamp,
        pub edited_at: Option<Timestamp>,
        pub merged_into: Option<NeedId>,
        pub supporters: i64,
        pub organisations: i64,
    }
}

impl Need {
    pub fn path(&self) -> String {
        self.id.path()
    }

    pub fn citizens(&self) -> i64 {
        self.supporters - self.organisations
    }

    /// The key of the voice that named it.
    pub fn author(&self) -> String {
        match self.group_id {
            Some(group) => format!("g{group}"),
            None => format!("p{}", self.person_id),
        }
    }

    pub fn is_by(&self, member: &Member) -> bool {
        let author = self.author();
        member.voices().iter().any(|voice| voice.key() == author)
    }

    /// Those who joined agreed to these words: from then on only a guide mends them.
    pub fn can_be_edited_by(&self, member: &Member, others: i64) -> bool {
        self.merged_into.is_none() && (member.is_guide() || (others == 0 && self.is_by(member)))
    }

    /// As likeness reads it: the title in the first line.
    pub fn text(&self) -> String {
        format!("{}\n{}\n{}", self.title, self.body, self.for_whom)
    }
}
