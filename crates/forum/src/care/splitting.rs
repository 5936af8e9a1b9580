//! Splitting posts off into a thread of their own. Where they stood, a line says where they went; whoever had read
//! them has read them there, and whoever followed the talk follows both.

use super::{queries, settling};
use crate::posts::{self, Looker, Post};
use crate::threads::{self, Thread};
use crate::{ThreadId, drafts, tags};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Form, Problem, Result, Section, words};
use people::Guide;
use people::sessions::cookie;
use std::collections::BTreeSet;

/// So many posts go in one go; more is another thread already.
const MOST: usize = 200;
const OPENING: usize = 90;

#[derive(Template)]
#[template(path = "care/split.html")]
struct SplitPage {
    chrome: Chrome,
    form: Form,
    thread: Thread,
    /// Those of one page of the thread, to be ticked.
    posts: Vec<Post>,
    page: i64,
}

impl SplitPage {
    fn choices(&self) -> Vec<(String, String)> {
        self.posts.iter().filter(|post| post.number > 1).map(|post| self.choice(post)).collect()
    }

    fn choice(&self, post: &Post) -> (String, String) {
        let says = match post.has_place_only() {
            true => self.chrome.t("care-split-removed").to_string(),
            false => {
                let opening = words::opening(&posts::markup::plain(&post.html.0), OPENING);
                format!("{}: {opening}", post.by_name)
            }
        };
        (post.number.to_string(), format!("{}. {says}", post.number))
    }

    fn path(&self, page: &str) -> String {
        format!("{}/split?page={page}", self.thread.path())
    }
}

async fn page(app: &App, guide: &Guide, id: ThreadId, form: Form) -> Result<SplitPage> {
    let (by, looker) = (guide.clone(), Looker::of(guide));
    let asked: i64 = form.value("page").parse().unwrap_or(1);
    let read = move |c: &mut Conn| {
        let thread = threads::seen(c, id, &by)?;
        let page = asked.clamp(1, thread.pages());
        let posts = posts::page(c, id, threads::range_of(page), &looker)?;
        Ok::<_, Error>((thread, page, posts))
    };
    let (thread, page, posts) = app.db.read(read).await?;
    Ok(SplitPage { chrome: guide.chrome(Section::Forum), form, thread, posts, page })
}

pub async fn new(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<ThreadId>,
    form: Form,
) -> Result<Response> {
    kit::page::show(&page(&app, &guide, id, form).await?)
}

pub async fn create(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<ThreadId>,
    mut form: Form,
) -> Result<Response> {
    let title = form.line("title", 4..=140);
    let numbers = chosen(&mut form);
    let (Some(numbers), true) = (numbers, form.is_valid()) else {
        return kit::page::invalid(&page(&app, &guide, id, form).await?);
    };
    let by = guide.clone();
    match app.db.write(move |c| split(c, id, &numbers, &title, &by)).await {
        Err(Error::Invalid(problem)) => {
            form.add("posts", problem);
            kit::page::invalid(&page(&app, &guide, id, form).await?)
        }
        into => {
            let mut response = kit::page::see(&format!("/threads/{}", into?))?;
            cookie::set_flash(response.headers_mut(), &app.settings, "care-split-now");
            Ok(response)
        }
    }
}

/// The numbers that are ticked, and those that are typed: `12, 15-18`.
fn chosen(form: &mut Form) -> Option<BTreeSet<i64>> {
    let ticked = form.values("posts").filter_map(|number| number.parse().ok());
    let mut numbers: BTreeSet<i64> = ticked.collect();
    let typed = form.value("more").to_owned();
    for part in typed.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty()) {
        let (from, to) = part.split_once(['-', '–']).unwrap_or((part, part));
        match (from.trim().parse::<i64>(), to.trim().parse::<i64>()) {
            (Ok(from), Ok(to)) if from <= to && to - from < MOST as i64 => numbers.extend(from..=to),
            _ => form.add("more", Problem::new("care-split-numbers")),
        }
    }
    if numbers.is_empty() || numbers.contains(&1) || numbers.len() > MOST {
        form.add("posts", Problem::new("care-split-choose").with("most", MOST));
    }
    form.is_valid().then_some(numbers)
}

/// Puts posts into a thread of their own, which belongs to the same and is read by the same people.
fn split(c: &mut Conn, id: ThreadId, numbers: &BTreeSet<i64>, title: &str, by: &Guide) -> Result<ThreadId> {
    threads::seen(c, id, by)?;
    let mut going = queries::posts_of(c, id)?;
    going.retain(|post| numbers.contains(&post.number));
    let is_whole = going.len() == numbers.len();
    let Some(first) = going.first().filter(|_| is_whole) else {
        return Err(Error::Invalid(Problem::new("care-split-missing")));
    };
    let (person, group, locale) = (first.person_id, first.group_id, first.locale.clone());
    let (head, at) = (first.id, first.created_at);
    let into = queries::open_like(c, id, title, person, group, &locale, at)?;
    for (place, post) in (1..).zip(&going) {
        queries::note_place(c, id, post.number, post.id)?;
        queries::put_post(c, post.id, into, place)?;
    }
    settling::count(c, into)?;
    settling::count(c, id)?;
    queries::note_told(c, into)?;
    queries::split_readings(c, id, into)?;
    queries::split_follows(c, id, into)?;
    tags::hand_on(c, id, into)?;
    drafts::follow_posts(c, into)?;
    settling::find_again(c, &going, head)?;
    settling::record(c, "thread.split", into, by)?;
    settling::tell(c, "thread.split", into, &going.iter().map(|post| post.person_id).collect(), by)?;
    Ok(into)
}
