//! Answering lightly: *agree*, *thanks*, *I can help*, *please explain*. Each voice has one of each kind on a
//! post, and takes it back by the same button. Who offers help, or asks to have something explained, is heard
//! by who wrote the post.

use super::{CLOSED, Post, editing, queries};
use crate::PostId;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::error::ensure;
use kit::limits::{self, Limit};
use kit::{App, Chrome, Error, Form, Problem, Result, Side, Voice};
use people::notices::{self, Notice};
use people::{Member, Visitor};
use std::collections::HashMap;

db::words! {
    pub enum Reaction { Agree = "agree", Thanks = "thanks", Help = "help", Explain = "explain" }
}

/// So many in an hour; more is no answer.
const AN_HOUR: Limit = Limit { count: 120, minutes: 60 };

db::row! {
    /// One of the first voices that reacted so to a post, with how many there are.
    #[derive(Debug, Clone)]
    pub struct Reacted {
        pub post_id: PostId,
        pub kind: Reaction,
        pub name: String,
        pub side: Side,
        /// All voices that reacted so.
        pub count: i64,
        /// Of them those of whoever looks.
        pub own: i64,
    }
}

/// The voices that reacted in one way to one post.
#[derive(Debug, Clone)]
pub struct Mark {
    pub kind: Reaction,
    pub count: i64,
    pub is_mine: bool,
    /// The first of them.
    pub voices: Vec<(String, Side)>,
}

impl Mark {
    pub fn label(&self, chrome: &Chrome) -> String {
        self.kind.label(chrome)
    }

    /// How many there are beside those named.
    pub fn others(&self) -> i64 {
        self.count - self.voices.len() as i64
    }
}

impl Reaction {
    pub fn label(self, chrome: &Chrome) -> String {
        let key = format!("posts-reaction-{self}"); // messages: posts-reaction-*
        chrome.t(&key).to_string()
    }

    pub fn icon(self) -> &'static str {
        match self {
            Reaction::Agree => "check",
            Reaction::Thanks => "star",
            Reaction::Help => "add",
            Reaction::Explain => "forum",
        }
    }
}

/// The reactions to the posts of a page, by post.
#[derive(Debug, Clone, Default)]
pub struct Reactions(HashMap<PostId, Vec<Mark>>);

impl Reactions {
    pub fn of(&self, post: &Post) -> &[Mark] {
        self.0.get(&post.id).map_or(&[], Vec::as_slice)
    }

    /// Of the posts of a thread with numbers in a range, in one statement.
    pub fn find(
        c: &mut Conn,
        thread: crate::ThreadId,
        (from, to): (i64, i64),
        looker: &Visitor,
    ) -> db::Result<Reactions> {
        let own = looker.person.iter().flat_map(|person| &person.voices).map(Voice::key);
        // Whoever speaks for more groups than these finds the button of the others unpressed.
        let mut own = own.chain(std::iter::repeat(String::new()));
        let [a, b, d, e] = std::array::from_fn(|_| own.next().unwrap_or_default());
        let mut found = Reactions::default();
        for row in queries::reactions(c, thread, from, to, &a, &b, &d, &e)? {
            let marks = found.0.entry(row.post_id).or_default();
            if marks.last().is_none_or(|mark| mark.kind != row.kind) {
                let (kind, count, is_mine) = (row.kind, row.count, row.own > 0);
                marks.push(Mark { kind, count, is_mine, voices: Vec::new() });
            }
            if let Some(mark) = marks.last_mut() {
                mark.voices.push((row.name, row.side));
            }
        }
        Ok(found)
    }
}

/// Reacts to a post, or takes the reaction back. Whether the voice may see it is for the caller to say; `title`
/// is that of its thread.
pub fn react(
    c: &mut Conn,
    (post, title): (&Post, &str),
    kind: Reaction,
    by: &Voice,
    now: Timestamp,
) -> Result<()> {
    if queries::is_closed(c, post.thread_id)? {
        return Err(Error::Conflict(Problem::new(CLOSED)));
    }
    limits::take(c, &format!("reactions:{}", by.person), AN_HOUR, now)?;
    let key = by.key();
    if queries::take_reaction_back(c, post.id, kind, &key)? == 0 {
        queries::insert_reaction(c, post.id, kind, &key, by.person, by.group, now)?;
        tell(c, post, kind, (by, title), now)?;
    }
    queries::bump(c, post.thread_id)?;
    Ok(())
}

/// What asks for an answer is told to who wrote the post.
fn tell(
    c: &mut Conn,
    post: &Post,
    kind: Reaction,
    (by, title): (&Voice, &str),
    now: Timestamp,
) -> Result<()> {
    let kind = match kind {
        Reaction::Help => "help",
        Reaction::Explain => "explain",
        Reaction::Agree | Reaction::Thanks => return Ok(()),
    };
    if post.person_id != by.person {
        let (subject, path) = (("post", post.id.0), post.path());
        let notice = Notice { kind, subject, path: &path, title, by_name: &by.name };
        notices::tell(c, post.person_id, notice, now)?;
    }
    Ok(())
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<PostId>,
    mut form: Form,
) -> Result<Response> {
    let voice = member.voice(&mut form).ok_or(Error::Forbidden)?;
    let kind: Option<Reaction> = form.value("kind").parse().ok();
    let now = member.now;
    let answer = move |c: &mut Conn| {
        let (post, source) = editing::seen(c, id, &member)?;
        ensure(post.hidden_at.is_none())?;
        let kind = kind.ok_or_else(|| Error::Invalid(Problem::new("kit-form-choose")))?;
        react(c, (&post, &source.title), kind, &voice, now)?;
        Ok::<_, Error>(post)
    };
    let post = app.db.write(answer).await?;
    app.live.tell(format!("threads/{}", post.thread_id), post.number);
    kit::page::see(&post.path())
}
