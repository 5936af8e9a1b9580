//! The list of threads: what was talked about last comes first, narrowed down to what is new to the visitor,
//! what they follow, or what belongs to one kind of thing, or to one thing.

use super::subjects::{self, Label, Subject};
use super::tagged::Followed;
use super::{ThreadCard, card, pinning, queries};
use crate::TagId;
use crate::tags::{self, Tag};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Form, Result, Section};
use people::Visitor;

/// So many threads stand on one page.
const PAGE: usize = 20;

#[derive(Template)]
#[template(path = "threads/index.html")]
struct Index {
    chrome: Chrome,
    guides: bool,
    pinned: Vec<ThreadCard>,
    cards: Vec<ThreadCard>,
    narrow: String,
    subject: Option<(Label, Subject)>,
    /// All tags, of which the cards show theirs.
    tags: Vec<Tag>,
    /// The one whose page this is.
    tag: Option<Followed>,
    newer: Option<String>,
    older: Option<String>,
}

impl Index {
    /// The filters: address, message, whether it is the current one.
    fn filters(&self) -> Vec<(String, String, bool)> {
        let own = if self.chrome.viewer.is_some() { &["unread", "followed"][..] } else { &[] };
        let kinds = subjects::kinds();
        let words = std::iter::once("").chain(own.iter().copied()).chain(kinds.iter().copied());
        // messages: threads-show-*
        let filter = |word: &str| {
            let key = format!("threads-show-{}", if word.is_empty() { "all" } else { word });
            let base = self.base();
            let address = if word.is_empty() { base } else { format!("{base}?show={word}") };
            (address, self.chrome.t(&key).to_string(), self.subject.is_none() && self.narrow == word)
        };
        words.map(filter).collect()
    }

    /// What a thread belongs to, as a word and its address.
    fn about(&self, card: &ThreadCard) -> Option<(String, String)> {
        let kind = card.subject_kind.as_deref().filter(|_| self.subject.is_none())?;
        let name = self.chrome.t(&format!("forum-one-{kind}")).to_string(); // messages: forum-one-*
        Some((name, crate::activity::path_of(kind, card.subject_id?)?))
    }

    /// The tags of a thread.
    fn tags_of(&self, card: &ThreadCard) -> Vec<&Tag> {
        tags::of_ids(&self.tags, &card.tags)
    }

    /// Those that the list can be narrowed down to.
    fn tags_in_use(&self) -> Vec<&Tag> {
        self.tags.iter().filter(|tag| !tag.is_retired).collect()
    }

    fn is_tag(&self, tag: &Tag) -> bool {
        self.tag.as_ref().is_some_and(|shown| shown.tag.id == tag.id)
    }

    fn base(&self) -> String {
        self.tag.as_ref().map_or_else(|| "/threads".into(), |shown| shown.tag.path())
    }

    fn new_address(&self) -> String {
        match (&self.subject, &self.tag) {
            (Some((label, _)), _) => format!("/threads/new?subject={label}"),
            (None, Some(shown)) => format!("/threads/new?tag={}", shown.tag.id),
            (None, None) => "/threads/new".into(),
        }
    }

    fn empty_message(&self) -> &'static str {
        match (self.narrow.as_str(), self.newer.is_some()) {
            (_, true) => "threads-none-older",
            ("unread", _) => "threads-none-unread",
            ("followed", _) => "threads-none-followed",
            _ if self.tag.is_some() => "tags-no-threads",
            _ => "threads-none",
        }
    }
}

/// A place in the list: when it was last talked in, and which.
#[derive(Debug, Clone, Copy)]
enum Place {
    Before(i64, i64),
    After(i64, i64),
}

impl Place {
    /// From `before=1763888400000-42` or `after=…`; the beginning, where it can't be read.
    fn of(asked: &Form) -> Place {
        let read = |text: &str| {
            let (at, id) = text.split_once('-')?;
            Some((at.parse().ok()?, id.parse().ok()?))
        };
        match (read(asked.value("before")), read(asked.value("after"))) {
            (Some((at, id)), _) => Place::Before(at, id),
            (None, Some((at, id))) => Place::After(at, id),
            (None, None) => Place::Before(i64::MAX, i64::MAX),
        }
    }

    fn is_beginning(self) -> bool {
        matches!(self, Place::Before(i64::MAX, _))
    }
}

/// A page of the list, and whether there is more on either side.
struct Page {
    /// Those that a guide has put above all others.
    pinned: Vec<ThreadCard>,
    cards: Vec<ThreadCard>,
    has_newer: bool,
    has_older: bool,
}

fn page(c: &mut Conn, visitor: &Visitor, narrow: &str, tag: Option<TagId>, place: Place) -> db::Result<Page> {
    let (person, circle) = (visitor.person_id().unwrap_or(card::NOBODY), visitor.sees_circle());
    let limit = PAGE as i64 + 1;
    match place {
        Place::Before(at, id) => {
            let mut cards = match tag {
                Some(tag) => queries::tagged_older(c, person, circle, narrow, at, id, limit, tag)?,
                None => queries::older(c, person, circle, narrow, at, id, limit)?,
            };
            let has_older = cards.len() > PAGE;
            cards.truncate(PAGE);
            let all = place.is_beginning() && narrow.is_empty() && tag.is_none();
            let pinned = if all { queries::pinned(c, person, circle, pinning::MOST)? } else { Vec::new() };
            Ok(Page { pinned, cards, has_newer: !place.is_beginning(), has_older })
        }
        Place::After(at, id) => {
            let mut cards = match tag {
                Some(tag) => queries::tagged_newer(c, person, circle, narrow, at, id, limit, tag)?,
                None => queries::newer(c, person, circle, narrow, at, id, limit)?,
            };
            let has_newer = cards.len() > PAGE;
            cards.truncate(PAGE);
            cards.reverse();
            Ok(Page { pinned: Vec::new(), cards, has_newer, has_older: true })
        }
    }
}

fn of_one(c: &mut Conn, visitor: &Visitor, label: &Label) -> Result<(Page, Option<(Label, Subject)>)> {
    let subject = label.find(c, visitor)?.ok_or(Error::NotFound)?;
    let person = visitor.person_id().unwrap_or(card::NOBODY);
    let cards = queries::of_subject(c, person, visitor.sees_circle(), &label.kind, label.id, 200)?;
    let page = Page { pinned: Vec::new(), cards, has_newer: false, has_older: false };
    Ok((page, Some((label.clone(), subject))))
}

/// What one look at the list reads.
struct Reading {
    page: Page,
    subject: Option<(Label, Subject)>,
    tags: Vec<Tag>,
    tag: Option<Followed>,
}

pub async fn show(State(app): State<App>, visitor: Visitor, asked: Form) -> Result<Response> {
    of_tag(&app, visitor, &asked, None).await
}

/// The list of all threads, or of those with a tag.
pub async fn of_tag(app: &App, visitor: Visitor, asked: &Form, tag: Option<TagId>) -> Result<Response> {
    let narrow = narrowed(asked, &visitor);
    let (place, label) = (Place::of(asked), asked.value("subject").parse::<Label>().ok());
    let (by, word) = (visitor.clone(), narrow.clone());
    let read = move |c: &mut Conn| {
        let tag = tag.map(|id| Followed::find(c, id, &by)).transpose()?;
        let (page, subject) = match label.filter(|_| tag.is_none()) {
            Some(label) => of_one(c, &by, &label)?,
            None => (page(c, &by, &word, tag.as_ref().map(|shown| shown.tag.id), place)?, None),
        };
        Ok::<_, Error>(Reading { page, subject, tags: tags::all(c, by.locale)?, tag })
    };
    let Reading { mut page, subject, tags, tag } = app.db.read(read).await?;
    let base = tag.as_ref().map_or_else(|| "/threads".into(), |shown| shown.tag.path());
    let address = |card: Option<&ThreadCard>, side: &str| {
        let mark = card.map(|card| format!("{side}={}-{}", card.last_post_at.as_millisecond(), card.id));
        let narrowed = if narrow.is_empty() { String::new() } else { format!("show={narrow}&") };
        format!("{base}?{narrowed}{}", mark.unwrap_or_default())
    };
    let newer = page.has_newer.then(|| address(page.cards.first(), "after"));
    let older = page.has_older.then(|| address(page.cards.last(), "before"));
    let Page { pinned, .. } = page;
    page.cards.retain(|card| pinned.iter().all(|above| above.id != card.id));
    let chrome = visitor.chrome(Section::Forum);
    let guides = visitor.is_guide();
    kit::page::show(&Index {
        chrome,
        guides,
        pinned,
        cards: page.cards,
        narrow,
        subject,
        tags,
        tag,
        newer,
        older,
    })
}

/// What the list is narrowed down to; a word that means nothing narrows nothing.
fn narrowed(asked: &Form, visitor: &Visitor) -> String {
    let word = asked.value("show");
    let own = visitor.person.is_some() && ["unread", "followed"].contains(&word);
    if own || subjects::kinds().contains(&word) { word.into() } else { String::new() }
}
