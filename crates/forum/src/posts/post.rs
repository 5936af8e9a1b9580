//! What a post is, who may do what with it, and how one is added.

pub use crate::path_of_post as path;

use super::reactions::Reactions;
use super::{Reason, Text, finding, hiding, queries, telling};
use crate::bookmarks::Kept;
use crate::previews::{self, Cards};
use crate::{PostId, ThreadId, files, follows, readings};
use db::Conn;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::{App, Chrome, Error, GroupId, Markup, PersonId, Problem, Result, Scope, Side, Voice};
use people::persons::Audience;
use people::{Member, Visitor};

db::row! {
    #[derive(Debug, Clone)]
    pub struct Post {
        pub id: PostId,
        pub thread_id: ThreadId,
        pub number: i64,
        pub person_id: PersonId,
        pub by_name: String,
        /// Whom the profile of who wrote it is there for.
        pub profile_for: Audience,
        pub group_id: Option<GroupId>,
        pub group_name: Option<String>,
        pub side: Side,
        pub html: Markup,
        pub locale: String,
        pub created_at: Timestamp,
        pub edited_at: Option<Timestamp>,
        pub deleted_at: Option<Timestamp>,
        pub deleted_by: Option<PersonId>,
        pub hidden_at: Option<Timestamp>,
        pub hidden_for: Option<Reason>,
        /// Since when it is one of the key posts of its thread.
        pub key_at: Option<Timestamp>,
    }
}

impl Post {
    /// Who wrote it and where it is, in Markdown: stands above what is quoted of it.
    pub fn attribution(&self) -> String {
        let name: String = self.by_name.chars().filter(|c| !"[]*_`<>|\\".contains(*c)).collect();
        format!("**{name}** ([{}]({}))", self.number, self.path())
    }

    /// Where it is answered to with its words.
    pub fn path_to_quote(&self) -> String {
        format!("/threads/{0}?from={1}&quote={1}#reply", self.thread_id, self.number)
    }

    /// Where it is handed on.
    pub fn path_to_share(&self) -> String {
        format!("/threads/{}/share?post={}", self.thread_id, self.number)
    }

    pub fn path(&self) -> String {
        path(self.thread_id, self.number)
    }

    /// As whom: "for myself", "for Primary School".
    pub fn voice(&self, chrome: &Chrome) -> String {
        match &self.group_name {
            None => chrome.t("people-for-myself").to_string(),
            Some(name) => chrome.t("people-for-group").with("name", name).to_string(),
        }
    }

    /// Its language, where it isn't the page's.
    pub fn foreign(&self, chrome: &Chrome) -> Option<&str> {
        (self.locale != chrome.lang()).then_some(self.locale.as_str())
    }

    /// Removed or hidden: who wrote it isn't named.
    pub fn has_place_only(&self) -> bool {
        self.deleted_at.is_some() || self.hidden_at.is_some()
    }

    pub fn is_removed_by_author(&self) -> bool {
        self.deleted_by == Some(self.person_id)
    }
}

/// Whoever looks at posts, and what they may do with them.
#[derive(Debug, Clone)]
pub struct Looker {
    person: Option<PersonId>,
    groups: Vec<GroupId>,
    guides: bool,
    /// As a form offers them; none for a guest.
    pub voices: Vec<(String, String)>,
    /// What others answered lightly.
    pub reactions: Reactions,
    /// What they keep for themselves of it.
    pub kept: Kept,
    /// What they link to.
    pub cards: Cards,
    in_closed: bool,
    is_paused: bool,
    /// Posts after this number have just come.
    pub fresh_after: i64,
}

impl Looker {
    pub fn of(visitor: &Visitor) -> Looker {
        let voices = visitor.person.iter().flat_map(|p| p.voices.iter());
        Looker {
            person: visitor.person_id(),
            groups: voices.filter_map(|v| v.group).collect(),
            guides: visitor.is_guide(),
            voices: Member::of(visitor).map(|member| member.voice_options()).unwrap_or_default(),
            reactions: Reactions::default(),
            kept: Kept::default(),
            cards: Cards::default(),
            in_closed: false,
            is_paused: visitor.is_paused(),
            fresh_after: i64::MAX,
        }
    }

    /// With the reactions to the posts that are looked at, one's bookmarks of them, and whether their thread is
    /// closed.
    #[must_use]
    pub fn seeing(self, reactions: Reactions, kept: Kept, in_closed: bool) -> Looker {
        Looker { reactions, kept, in_closed, ..self }
    }

    /// With the cards of what those posts link to.
    #[must_use]
    pub fn shown(self, cards: Cards) -> Looker {
        Looker { cards, ..self }
    }

    /// Whether who wrote a post has a page that is there for this one.
    pub fn sees_profile(&self, post: &Post) -> bool {
        post.profile_for.includes(post.person_id, self.person)
    }

    pub fn may_react(&self) -> bool {
        self.is_member() && !self.in_closed && !self.is_paused
    }

    pub fn may_quote(&self) -> bool {
        self.may_react()
    }

    pub fn is_member(&self) -> bool {
        self.person.is_some()
    }

    /// A post in a group's voice is one's own for as long as one speaks for the group.
    pub fn owns(&self, post: &Post) -> bool {
        self.person == Some(post.person_id) && post.group_id.is_none_or(|g| self.groups.contains(&g))
    }

    pub fn wrote(&self, post: &Post) -> bool {
        self.person == Some(post.person_id)
    }

    /// What is hidden is for its writer and the guides.
    pub fn sees_text(&self, post: &Post) -> bool {
        post.hidden_at.is_none() || self.wrote(post) || self.guides
    }

    pub fn may_edit(&self, post: &Post) -> bool {
        post.deleted_at.is_none() && post.hidden_at.is_none() && self.owns(post)
    }

    pub fn may_remove(&self, post: &Post) -> bool {
        post.deleted_at.is_none() && self.owns(post)
    }

    /// Whether one may point out to the guides what is wrong with it.
    pub fn may_flag(&self, post: &Post) -> bool {
        self.is_member() && post.deleted_at.is_none() && post.hidden_at.is_none() && !self.owns_or_wrote(post)
    }

    /// Whether one may say that it matters most, or that it doesn't.
    pub fn may_mark_key(&self, post: &Post) -> bool {
        self.guides && !post.has_place_only()
    }

    /// Guides look after what others wrote: not after their own, nor after what was said for a group of theirs.
    pub fn may_moderate(&self, post: &Post) -> bool {
        self.guides && !self.owns_or_wrote(post)
    }

    fn owns_or_wrote(&self, post: &Post) -> bool {
        self.wrote(post) || post.group_id.is_some_and(|g| self.groups.contains(&g))
    }

    pub fn is_fresh(&self, post: &Post) -> bool {
        post.number > self.fresh_after
    }
}

#[derive(Debug, Clone, Copy)]
pub struct NewPost<'a> {
    pub thread: ThreadId,
    pub by: &'a Voice,
    pub text: &'a Text,
    /// The language it is written in.
    pub locale: &'a str,
    /// Made when the form was shown: the same key again is the same post.
    pub key: Option<&'a str>,
}

/// A post that was just added. What its thread is says whether it was right to.
#[derive(Debug, Clone)]
pub struct Posted {
    pub id: PostId,
    pub thread: ThreadId,
    pub number: i64,
    pub title: String,
    pub scope: Scope,
    /// What the thread belongs to, as `focus-3`; empty for nothing.
    pub place: String,
}

impl Posted {
    pub fn path(&self) -> String {
        path(self.thread, self.number)
    }
}

/// The problem of a post whose key is known: [`sent_before`] has it.
pub const SENT_ALREADY: &str = "posts-sent-already";

/// The problem of a post in a thread that is closed.
pub const CLOSED: &str = "posts-thread-closed";

/// The post that a form with this key has made.
pub async fn sent_before(app: &App, key: Option<String>) -> Result<Post> {
    let key = key.unwrap_or_default();
    app.db.read(move |c| queries::by_key(c, &key)).await?.ok_or(Error::NotFound)
}

/// Adds a post to a thread, and tells whom it concerns. Whether the voice may see the thread is for the
/// caller to say, in the same transaction: `Posted` has the thread's scope.
pub fn add(c: &mut Conn, new: &NewPost<'_>, now: Timestamp) -> Result<Posted> {
    let posted = write(c, new, now)?;
    finding::add(c, &posted, new, now)?;
    let subject = ("thread", posted.thread.0);
    let what = Happening { kind: "post.added", subject, title: &posted.title, scope: posted.scope };
    activity::record(c, new.by, what, now)?;
    telling::mentioned(c, &posted, new.by, &new.text.mentioned, now)?;
    Ok(posted)
}

/// What the first post of a thread says is found as the thread, and nobody follows yet.
pub(crate) fn publish_first(c: &mut Conn, posted: &Posted, new: &NewPost<'_>, now: Timestamp) -> Result<()> {
    finding::add(c, posted, new, now)?;
    telling::mentioned(c, posted, new.by, &new.text.mentioned, now)?;
    Ok(())
}

/// The post itself, and what it changes in its thread.
pub(crate) fn write(c: &mut Conn, new: &NewPost<'_>, now: Timestamp) -> Result<Posted> {
    let NewPost { thread, by, text, locale, key } = *new;
    let taken = queries::take_number(c, thread, by.person, by.group, now)?.ok_or(Error::NotFound)?;
    if taken.closed_at.is_some() {
        return Err(Error::Conflict(Problem::new(CLOSED)));
    }
    let Text { body, html, .. } = text;
    let id = queries::insert(c, thread, taken.number, by.person, by.group, body, html, locale, now, key)?
        .ok_or_else(|| Error::Conflict(Problem::new(SENT_ALREADY)))?;
    files::attach(c, id, &text.files)?;
    // A new post linked to nothing before.
    if !text.links.is_empty() {
        previews::attach(c, id, &text.links, now)?;
    }
    if let (1, side) = queries::count_voice(c, thread, &by.key(), by.side)? {
        queries::add_voices(c, thread, side, 1)?;
    }
    readings::mark(c, by.person, thread, taken.number)?;
    follows::begin(c, by.person, thread, now)?;
    if taken.told_to + 1 == taken.number {
        telling::followers_soon(c, thread, taken.told_to, now)?;
    }
    let queries::Taken { number, title, scope, place, .. } = taken;
    Ok(Posted { id, thread, number, title, scope, place })
}

/// The post with a number in its thread, hidden or not.
pub fn numbered(c: &mut Conn, thread: ThreadId, number: i64) -> db::Result<Option<Post>> {
    Ok(queries::between(c, thread, number, number)?.pop())
}

/// The posts of a thread with numbers in a range, which must be short, as somebody may see them.
pub(crate) fn page(
    c: &mut Conn,
    thread: ThreadId,
    (from, to): (i64, i64),
    looker: &Looker,
) -> db::Result<Vec<Post>> {
    Ok(hiding::veil(queries::between(c, thread, from, to)?, looker))
}
