//! Pointing out a post to the guides: a reason out of a short list, and a few words where one likes. Once a
//! person and post. Who flagged it is known to guides alone.

use super::{queries, telling};
use crate::PostId;
use crate::posts::{self, Looker, Post, Reason};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::error::ensure;
use kit::limits::{self, Limit};
use kit::{App, Chrome, Error, Form, PersonId, Result, Section};
use people::Member;
use people::sessions::cookie;

/// So many in a day: more is no help to anybody.
const A_DAY: Limit = Limit { count: 20, minutes: 24 * 60 };

db::row! {
    /// What somebody said is wrong.
    #[derive(Debug, Clone)]
    pub struct Flag {
        pub reason: Reason,
        pub words: String,
        pub at: Timestamp,
        /// Nobody: the platform itself.
        pub person_id: Option<PersonId>,
        pub by_name: Option<String>,
    }
}

#[derive(Template)]
#[template(path = "moderation/flag.html")]
struct FlagPage {
    chrome: Chrome,
    form: Form,
    post: Post,
    title: String,
}

impl FlagPage {
    fn reasons(&self) -> Vec<(&'static str, String)> {
        Reason::offered().map(|reason| (reason.as_str(), reason.label(&self.chrome))).collect()
    }
}

/// A post that this member may flag: seen, and another's.
fn found(c: &mut Conn, id: PostId, member: &Member) -> Result<(Post, posts::Source)> {
    let (post, source) = posts::seen(c, id, member)?;
    ensure(Looker::of(member).may_flag(&post))?;
    Ok((post, source))
}

async fn page(app: &App, member: &Member, id: PostId, form: Form) -> Result<FlagPage> {
    let by = member.clone();
    let (post, source) = app.db.read(move |c| found(c, id, &by)).await?;
    Ok(FlagPage { chrome: member.chrome(Section::Forum), form, post, title: source.title })
}

pub async fn new(State(app): State<App>, member: Member, Path(id): Path<PostId>) -> Result<Response> {
    kit::page::show(&page(&app, &member, id, Form::default()).await?)
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<PostId>,
    mut form: Form,
) -> Result<Response> {
    let reason = form.choice::<Reason>("reason").filter(|reason| !reason.is_held());
    let words = form.text("words", 0..=500);
    let Some(reason) = reason.filter(|_| form.is_valid()) else {
        return kit::page::invalid(&page(&app, &member, id, form).await?);
    };
    let (post, is_new) = app.db.write(move |c| flag(c, id, &member, reason, &words)).await?;
    let mut response = kit::page::see(&post.path())?;
    let said = if is_new { "moderation-flagged" } else { "moderation-flagged-before" };
    cookie::set_flash(response.headers_mut(), &app.settings, said);
    Ok(response)
}

/// Flags it, and tells the guides. Whether it was the first time that this member did.
fn flag(c: &mut Conn, id: PostId, by: &Member, reason: Reason, words: &str) -> Result<(Post, bool)> {
    let (post, source) = found(c, id, by)?;
    limits::take(c, &format!("flags:{}", by.id()), A_DAY, by.now)?;
    let is_new = queries::insert_flag(c, id, Some(by.id()), reason, words, by.now)? > 0;
    if is_new {
        telling::guides_of_flag(c, &post, &source, by.now)?;
    }
    Ok::<_, Error>((post, is_new))
}
