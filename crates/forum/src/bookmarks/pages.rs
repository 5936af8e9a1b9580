//! The list of one's own bookmarks, and the page on which one is looked after.

use super::bookmark::{self, Bookmark, Wish};
use super::{queries, reminding};
use crate::{BookmarkId, visibility};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kit::{App, Chrome, Error, Form, Result, Section, words};
use people::sessions::cookie;
use people::{Member, notices};

/// So many stand on one page.
const PAGE: usize = 40;
/// So many letters of a post stand in the list.
const OPENING: usize = 200;

/// A bookmark as its owner sees it.
struct Shown {
    bookmark: Bookmark,
    /// Still open to them; else nothing of it is shown.
    is_seen: bool,
}

impl Shown {
    fn of(bookmark: Bookmark, member: &Member) -> Shown {
        let is_seen = visibility::ensure_seen(bookmark.scope, member).is_ok();
        Shown { bookmark, is_seen }
    }

    /// The first words of the post; nothing where it is removed or hidden, or a thread is kept.
    fn opening(&self) -> String {
        let shows = self.is_seen && self.bookmark.is_there;
        if shows { words::opening(&self.bookmark.body, OPENING) } else { String::new() }
    }

    fn is_post(&self) -> bool {
        self.bookmark.number.is_some()
    }
}

#[derive(Template)]
#[template(path = "bookmarks/index.html")]
struct IndexPage {
    chrome: Chrome,
    bookmarks: Vec<Shown>,
    newer: Option<String>,
    older: Option<String>,
}

pub async fn index(State(app): State<App>, member: Member, asked: Form) -> Result<Response> {
    let before = asked.value("before").parse().ok();
    let (person, from) = (member.id(), before.unwrap_or(i64::MAX));
    let mut found = app.db.read(move |c| queries::newest(c, person, from, PAGE as i64 + 1)).await?;
    let has_older = found.len() > PAGE;
    found.truncate(PAGE);
    let older = found.last().filter(|_| has_older).map(|last| format!("/bookmarks?before={}", last.id));
    let newer = before.map(|_| "/bookmarks".to_owned());
    let bookmarks = found.into_iter().map(|bookmark| Shown::of(bookmark, &member)).collect();
    kit::page::show(&IndexPage { chrome: member.chrome(Section::Forum), bookmarks, newer, older })
}

#[derive(Template)]
#[template(path = "bookmarks/edit.html")]
struct EditPage {
    chrome: Chrome,
    form: Form,
    shown: Shown,
}

impl EditPage {
    fn of(member: &Member, bookmark: Bookmark, form: Form) -> EditPage {
        EditPage { chrome: member.chrome(Section::Forum), form, shown: Shown::of(bookmark, member) }
    }
}

async fn own(app: &App, member: &Member, id: BookmarkId) -> Result<Bookmark> {
    let by = member.clone();
    app.db.read(move |c| bookmark::own(c, id, &by)).await
}

pub async fn edit(State(app): State<App>, member: Member, Path(id): Path<BookmarkId>) -> Result<Response> {
    let bookmark = own(&app, &member, id).await?;
    let by_letter = if bookmark.by_letter { "yes" } else { "" };
    let day = bookmark.remind_on.as_deref().unwrap_or_default();
    let form = Form::with(&[("note", &bookmark.note), ("remind_on", day), ("by_letter", by_letter)]);
    kit::page::show(&EditPage::of(&member, bookmark, form))
}

pub async fn update(
    State(app): State<App>,
    member: Member,
    Path(id): Path<BookmarkId>,
    mut form: Form,
) -> Result<Response> {
    let before = own(&app, &member, id).await?;
    let today = member.chrome(Section::Forum).today();
    let Some(wish) = Wish::parse(&mut form, today, &before) else {
        return kit::page::invalid(&EditPage::of(&member, before, form));
    };
    let zone = member.community()?.time_zone.clone();
    app.db.write(move |c| bookmark::change(c, id, &member, &wish, &zone)).await?;
    to_list(&app, "bookmarks-saved")
}

pub async fn destroy(State(app): State<App>, member: Member, Path(id): Path<BookmarkId>) -> Result<Response> {
    let (person, now) = (member.id(), member.now);
    let remove = move |c: &mut db::Conn| {
        if queries::delete(c, person, id)? == 0 {
            return Err(Error::NotFound);
        }
        notices::read_subject(c, person, reminding::SUBJECT, id.0, now)?;
        Ok(())
    };
    app.db.write(remove).await?;
    to_list(&app, "bookmarks-removed")
}

fn to_list(app: &App, said: &str) -> Result<Response> {
    let mut response = kit::page::see("/bookmarks")?;
    cookie::set_flash(response.headers_mut(), &app.settings, said);
    Ok(response)
}
