//! Changing what one wrote. What it said before is kept, and everybody who sees the post sees that too.

use super::{How, Looker, Post, Posted, Text, Writing, finding, holding, newcomers, queries, telling};
use crate::drafts::{self, Keeper, Place};
use crate::{PostId, files, previews, visibility};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, Markup, Result, Section, markdown};
use people::{Member, Visitor};

/// A post whose text the visitor sees, with what it belongs to. A removed one is not there, nor is a hidden one
/// but for its writer and the guides.
pub fn seen(c: &mut Conn, id: PostId, visitor: &Visitor) -> Result<(Post, queries::Source)> {
    let post = queries::by_id(c, id)?.filter(|p| p.deleted_at.is_none()).ok_or(Error::NotFound)?;
    let source = queries::source(c, id)?.ok_or(Error::NotFound)?;
    visibility::ensure_seen(source.scope, visitor)?;
    if !Looker::of(visitor).sees_text(&post) {
        return Err(Error::NotFound);
    }
    Ok((post, source))
}

fn own(c: &mut Conn, id: PostId, visitor: &Visitor) -> Result<(Post, queries::Source)> {
    let (post, source) = seen(c, id, visitor)?;
    ensure(Looker::of(visitor).may_edit(&post))?;
    Ok((post, source))
}

/// Puts a new text in the place of the old one, which is kept.
fn change(c: &mut Conn, id: PostId, by: &Member, text: &Text, now: Timestamp) -> Result<Post> {
    let (post, source) = own(c, id, by)?;
    drafts::forget(c, by.id(), &Place::Change(id))?;
    if source.body == text.body {
        return Ok(post);
    }
    queries::insert_version(c, id, now, by.id())?;
    queries::update(c, id, &text.body, &text.html, now)?;
    files::attach(c, id, &text.files)?;
    previews::attach(c, id, &text.links, now)?;
    queries::bump(c, post.thread_id)?;
    finding::put(c, &post, &source, &text.plain)?;
    let subject = ("thread", post.thread_id.0);
    let what = Happening { kind: "post.edited", subject, title: &source.title, scope: source.scope };
    activity::record_with(c, Some((post.person_id, post.group_id)), what, &serde_json::json!({}), now)?;
    let named_before = Text::of(c, &source.body, by.id())?.mentioned;
    let newly: Vec<_> = text.mentioned.iter().filter(|p| !named_before.contains(p)).copied().collect();
    let voice = by.voices().iter().find(|v| v.group == post.group_id).unwrap_or_else(|| by.own_voice());
    let (thread, number) = (post.thread_id, post.number);
    let queries::Source { title, scope, place, .. } = source;
    let posted = Posted { id, thread, number, title, scope, place };
    telling::mentioned(c, &posted, voice, &newly, now)?;
    if let Some(reason) = newcomers::ensure(c, &Writing { by, text, title: None, how: How::Changing })? {
        holding::hold(c, id, reason, now)?;
    }
    Ok(post)
}

#[derive(Template)]
#[template(path = "posts/edit.html")]
struct EditPage {
    chrome: Chrome,
    post: Post,
    title: String,
    form: Form,
    preview: Option<Markup>,
    keeper: Keeper,
}

async fn page(app: &App, member: Member, id: PostId, form: Option<Form>) -> Result<EditPage> {
    let chrome = member.chrome(Section::Forum);
    let ((post, source), keeper) = app
        .db
        .read(move |c| {
            let own = own(c, id, &member)?;
            Ok::<_, Error>((own, Keeper::find(c, &member, Place::Change(id))?))
        })
        .await?;
    let form = form.unwrap_or_else(|| {
        let mut form = Form::with(&[("body", &source.body)]);
        keeper.fill(&mut form);
        form
    });
    Ok(EditPage { chrome, post, title: source.title, form, preview: None, keeper })
}

pub async fn edit(State(app): State<App>, member: Member, Path(id): Path<PostId>) -> Result<Response> {
    kit::page::show(&page(&app, member, id, None).await?)
}

pub async fn update(
    State(app): State<App>,
    member: Member,
    Path(id): Path<PostId>,
    mut form: Form,
) -> Result<Response> {
    let body = form.text("body", 1..=markdown::LONGEST);
    if form.has_errors() {
        return kit::page::invalid(&page(&app, member, id, Some(form)).await?);
    }
    let writer = member.id();
    let text = app.db.read(move |c| Text::of(c, &body, writer)).await?;
    if !form.value("preview").is_empty() {
        let page = page(&app, member, id, Some(form)).await?;
        return kit::page::show(&EditPage { preview: Some(Markup(text.html)), ..page });
    }
    let (by, now) = (member.clone(), member.now);
    let changed = app.db.write(move |c| change(c, id, &by, &text, now)).await;
    if let Err(Error::Conflict(problem)) = changed {
        form.add("body", problem);
        return kit::page::invalid(&page(&app, member, id, Some(form)).await?);
    }
    let post = changed?;
    app.live.tell(format!("threads/{}", post.thread_id), post.number);
    kit::page::see(&post.path())
}
