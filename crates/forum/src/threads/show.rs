//! The page of a thread: twenty posts by their numbers, who has spoken, what it belongs to, and the form for
//! an answer. It is found by page, or by the post that somebody wants to see.

use super::subjects::Subject;
use super::summary::Summary;
use super::thread::{PAGE, Thread, page_of};
use super::{card, language, queries, quoting};
use crate::bookmarks::Kept;
use crate::drafts::{Keeper, Place};
use crate::posts::second_thoughts::Thought;
use crate::posts::{self, Looker, Post, Reactions, Share};
use crate::{ThreadId, readings, visibility};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Form, Markup, Result, Section, Side, token};
use people::{Member, Visitor, sectors};

/// Everything that the page says of a thread.
pub struct Content {
    pub thread: Thread,
    pub page: i64,
    pub posts: Vec<Post>,
    shares: Vec<Share>,
    subject: Option<Subject>,
    reactions: Reactions,
    kept: Kept,
    keeper: Keeper,
    summary: Option<Summary>,
}

/// Reads a thread and the posts of one page: that with a post, or one by its number, or the last.
pub fn read(c: &mut Conn, id: ThreadId, visitor: &Visitor, at: &At) -> Result<Content> {
    let person = visitor.person_id().unwrap_or(card::NOBODY);
    let thread = queries::by_id(c, id, person)?.ok_or(Error::NotFound)?;
    visibility::ensure_seen(thread.scope, visitor)?;
    let page = at.page(&thread);
    let shares = posts::shares(c, id)?;
    let subject = thread.label().map(|label| label.find(c, visitor)).transpose()?.flatten();
    let range = ((page - 1) * PAGE + 1, page * PAGE);
    let posts = posts::page(c, id, range, &Looker::of(visitor))?;
    let reactions = Reactions::find(c, id, range, visitor)?;
    let kept = Kept::find(c, id, range, visitor)?;
    let keeper = Keeper::find(c, visitor, Place::Answer(id))?;
    let summary = queries::summary(c, id)?;
    Ok(Content { thread, page, posts, shares, subject, reactions, kept, keeper, summary })
}

/// Where to open a thread.
#[derive(Debug, Clone, Copy)]
pub enum At {
    Page(i64),
    Post(i64),
    End,
}

impl At {
    fn of(asked: &Form) -> At {
        match (asked.value("from").parse(), asked.value("page").parse()) {
            (Ok(number), _) => At::Post(number),
            (_, Ok(page)) => At::Page(page),
            _ if asked.value("page") == "last" => At::End,
            _ => At::Page(1),
        }
    }

    fn page(self, thread: &Thread) -> i64 {
        let page = match self {
            At::Page(page) => page,
            At::Post(number) => page_of(number),
            At::End => i64::MAX,
        };
        page.clamp(1, thread.pages())
    }
}

#[derive(Template)]
#[template(path = "threads/show.html")]
pub struct ThreadPage {
    chrome: Chrome,
    content: Content,
    looker: Looker,
    guides: bool,
    form: Form,
    voices: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
    pub preview: Option<Markup>,
    /// What is worth a second thought in what was written.
    pub thoughts: Vec<Thought>,
}

impl ThreadPage {
    pub fn new(visitor: &Visitor, content: Content, form: Form) -> ThreadPage {
        let (reactions, kept) = (content.reactions.clone(), content.kept.clone());
        ThreadPage {
            chrome: visitor.chrome(Section::Forum),
            looker: Looker::of(visitor).seeing(reactions, kept, content.thread.closed_at.is_some()),
            guides: visitor.is_guide(),
            voices: Member::of(visitor).map(|m| m.voice_options()).unwrap_or_default(),
            languages: language::options(visitor),
            content,
            form,
            preview: None,
            thoughts: Vec::new(),
        }
    }

    fn keeper(&self) -> &Keeper {
        &self.content.keeper
    }

    fn thread(&self) -> &Thread {
        &self.content.thread
    }

    fn path(&self, more: &str) -> String {
        format!("{}{more}", self.thread().path())
    }

    /// The number of the last post on this page.
    fn last(&self) -> i64 {
        self.content.posts.last().map_or(0, |p| p.number)
    }

    fn is_last_page(&self) -> bool {
        self.content.page == self.thread().pages()
    }

    fn path_to_end(&self) -> String {
        posts::path(self.thread().id, self.thread().posts)
    }

    /// Whether the line "new since you were here" stands before a post.
    fn is_first_new(&self, post: &Post) -> bool {
        self.thread().read > 0 && post.number == self.thread().read + 1
    }

    /// How many posts are new, where the first of them is on another page.
    fn new_elsewhere(&self) -> i64 {
        let Thread { posts, read, .. } = self.thread();
        let here = page_of(read + 1) == self.content.page;
        if *read == 0 || here { 0 } else { posts - read }
    }

    fn path_to_new(&self) -> String {
        posts::path(self.thread().id, self.thread().read + 1)
    }

    /// The voices and posts of one side, and its share of all posts in per cent.
    fn share(&self, side: Side) -> (i64, i64, i64) {
        let all: i64 = self.content.shares.iter().map(|s| s.posts).sum();
        let own = self.content.shares.iter().filter(|s| s.side == side);
        let (voices, posts) = own.fold((0, 0), |sum, s| (sum.0 + s.voices, sum.1 + s.posts));
        (voices, posts, posts * 100 / all.max(1))
    }

    /// The sectors whose organisations have spoken, with their names.
    fn sectors(&self) -> Vec<(&Share, String)> {
        let named = |share: &Share| sectors::named(share.sector.as_deref()?, self.chrome.locale);
        self.content.shares.iter().filter_map(|share| Some((share, named(share)?))).collect()
    }

    fn share_says(&self, side: Side) -> String {
        let (voices, posts, _) = self.share(side);
        self.chrome.t("threads-share").with("voices", voices).with("posts", posts).to_string()
    }

    fn voices_of(&self, side: Side) -> i64 {
        self.share(side).0
    }

    fn percent_of(&self, side: Side) -> i64 {
        self.share(side).2
    }
}

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    asked: Form,
) -> Result<Response> {
    let (by, at) = (visitor.clone(), At::of(&asked));
    let (key, locale) = (token::number().to_string(), language::usual(&visitor).code());
    let mut form = Form::with(&[("key", &key), ("locale", locale)]);
    let quoted = asked.value("quote").parse().ok().filter(|_| visitor.person.is_some());
    let (content, form) = app
        .db
        .read(move |c| {
            let content = read(c, id, &by, &at)?;
            content.keeper.fill(&mut form);
            if let Some(number) = quoted {
                quoting::quote(c, id, number, &mut form)?;
            }
            Ok::<_, Error>((content, form))
        })
        .await?;
    note_reading(&app, &visitor, &content);
    kit::page::show(&ThreadPage::new(&visitor, content, form))
}

/// Moves the mark of whoever reads, where there is something to move.
fn note_reading(app: &App, visitor: &Visitor, content: &Content) {
    let (Some(first), Some(last)) = (content.posts.first(), content.posts.last()) else { return };
    let Some(person) = &visitor.person else { return };
    if last.number > content.thread.read || person.unread > 0 {
        readings::saw(app, person.id, content.thread.id, first.number, last.number);
    }
}
