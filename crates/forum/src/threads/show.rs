//! The page of a thread: twenty posts by their numbers, who has spoken, what it belongs to, and the form for
//! an answer. It is found by page, or by the post that somebody wants to see.

use super::leading::{self, Gap};
use super::subjects::Subject;
use super::summary::Summary;
use super::thread::{Thread, page_of, range_of};
use super::{card, language, queries, quoting, tagging};
use crate::bookmarks::Kept;
use crate::drafts::{Keeper, Place};
use crate::posts::second_thoughts::Thought;
use crate::posts::{self, Looker, Post, Reactions, Share};
use crate::previews::Cards;
use crate::tags::{self, Tag};
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
    cards: Cards,
    keeper: Keeper,
    summary: Option<Summary>,
    gaps: Vec<Gap>,
    key_posts: Vec<Post>,
    tags: Vec<Tag>,
}

/// Reads a thread and the posts of one page: that with a post, or one by its number, or the last.
pub fn read(c: &mut Conn, id: ThreadId, visitor: &Visitor, at: &At) -> Result<Content> {
    let person = visitor.person_id().unwrap_or(card::NOBODY);
    let thread = queries::by_id(c, id, person)?.ok_or(Error::NotFound)?;
    visibility::ensure_seen(thread.scope, visitor)?;
    let page = at.page(&thread);
    let shares = posts::shares(c, id)?;
    let subject = thread.label().map(|label| label.find(c, visitor)).transpose()?.flatten();
    let range = range_of(page);
    let posts = posts::page(c, id, range, &Looker::of(visitor))?;
    let reactions = Reactions::find(c, id, range, visitor)?;
    let kept = Kept::find(c, id, range, visitor)?;
    let cards = Cards::find(c, id, range)?;
    let keeper = Keeper::find(c, visitor, Place::Answer(id))?;
    let summary = queries::summary(c, id)?;
    let gaps = if thread.moved > 0 { leading::gaps(c, id, range, visitor)? } else { Vec::new() };
    let key_posts = if thread.has_key_posts { posts::key_posts(c, id)? } else { Vec::new() };
    let tags = if thread.has_tags { tags::of_thread(c, id, visitor.locale)? } else { Vec::new() };
    Ok(Content {
        thread,
        page,
        posts,
        shares,
        subject,
        reactions,
        kept,
        cards,
        keeper,
        summary,
        gaps,
        key_posts,
        tags,
    })
}

impl Content {
    /// Whether a post is asked for that isn't on the page.
    fn lacks(&self, number: Option<i64>) -> bool {
        number.is_some_and(|number| self.posts.iter().all(|post| post.number != number))
    }
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
    may_tag: bool,
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
            looker: Looker::of(visitor)
                .seeing(reactions, kept, content.thread.closed_at.is_some())
                .shown(content.cards.clone()),
            guides: visitor.is_guide(),
            may_tag: tagging::may_tag(&content.thread, visitor),
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

    fn is_announced(&self) -> bool {
        self.thread().announced_until.is_some_and(|until| until > self.chrome.now)
    }

    /// The number of the last post on this page.
    fn last(&self) -> i64 {
        self.content.posts.last().map_or(0, |p| p.number)
    }

    fn is_last_page(&self) -> bool {
        self.content.page == self.thread().pages()
    }

    fn path_to_end(&self) -> String {
        match self.thread().moved {
            0 => posts::path(self.thread().id, self.thread().posts),
            _ => self.path("?page=last#reply"),
        }
    }

    /// The gaps that are told before a post: those after the one before it.
    fn gaps_before(&self, post: &Post) -> Vec<&Gap> {
        let before = self.content.posts.iter().rfind(|p| p.number < post.number).map_or(0, |p| p.number);
        self.content.gaps.iter().filter(|gap| gap.from > before && gap.to < post.number).collect()
    }

    fn gaps_at_end(&self) -> Vec<&Gap> {
        self.content.gaps.iter().filter(|gap| gap.from > self.last()).collect()
    }

    /// Whether the line "new since you were here" stands before a post.
    fn is_first_new(&self, post: &Post) -> bool {
        let (read, posts) = (self.thread().read, &self.content.posts);
        let first = posts.iter().find(|post| post.number > read).map(|post| post.number);
        let is_here = page_of(read + 1) == self.content.page;
        read > 0 && is_here && first == Some(post.number)
    }

    /// How many posts are new, where the first of them is on another page.
    fn new_elsewhere(&self) -> i64 {
        let Thread { posts, read, .. } = self.thread();
        let here = page_of(read + 1) == self.content.page;
        if *read == 0 || here { 0 } else { posts - read }
    }

    fn path_to_new(&self) -> String {
        let next = self.thread().read + 1;
        match self.thread().moved {
            0 => posts::path(self.thread().id, next),
            _ => self.path(&format!("?page={}#new", page_of(next))),
        }
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
    let found = app
        .db
        .read(move |c| {
            let number = if let At::Post(number) = at { Some(number) } else { None };
            let content = match read(c, id, &by, &at) {
                Ok(content) if !content.lacks(number) => content,
                Ok(content) => match leading::elsewhere(c, id, number, &by)? {
                    Some(path) => return Ok(Err(path)),
                    None => content,
                },
                Err(Error::NotFound) => {
                    return leading::elsewhere(c, id, number, &by)?.map(Err).ok_or(Error::NotFound);
                }
                Err(error) => return Err(error),
            };
            content.keeper.fill(&mut form);
            if let Some(number) = quoted {
                quoting::quote(c, id, number, &mut form)?;
            }
            Ok::<_, Error>(Ok((content, form)))
        })
        .await?;
    let (content, form) = match found {
        Ok(found) => found,
        Err(path) => return kit::page::see(&path),
    };
    note_reading(&app, &visitor, &content);
    kit::page::show(&ThreadPage::new(&visitor, content, form))
}

/// Moves the mark of whoever reads, where there is something to move. Posts that went elsewhere are read here, too.
fn note_reading(app: &App, visitor: &Visitor, content: &Content) {
    let (first, last) = range_of(content.page);
    let last = last.min(content.thread.posts);
    let Some(person) = &visitor.person else { return };
    if last > content.thread.read || person.unread > 0 {
        readings::saw(app, person.id, content.thread.id, first, last);
    }
}
