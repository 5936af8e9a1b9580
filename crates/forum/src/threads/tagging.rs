//! The tags of a thread: whoever began it changes them, and guides correct them, which the public log says.

use super::thread::{self, Thread, seen};
use crate::tags::{self, Telling};
use crate::{TagId, ThreadId};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::activity::{self, Happening};
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, Result, Section};
use people::{Member, Visitor};

#[derive(Template)]
#[template(path = "threads/tags.html")]
struct TagsPage {
    chrome: Chrome,
    form: Form,
    thread: Thread,
    tags: Vec<(String, String)>,
}

/// Whoever began it, in whatever voice, and guides.
pub fn may_tag(thread: &Thread, visitor: &Visitor) -> bool {
    visitor.is_guide() || visitor.person_id() == Some(thread.person_id)
}

/// Gives a thread these tags and no others, and tells those who follow the ones that are new to it.
pub fn give(c: &mut Conn, id: ThreadId, tags: &[TagId], by_name: &str, by: &Member) -> Result<()> {
    let thread = seen(c, id, by)?;
    let new = tags::choose(c, id, tags)?;
    let (title, scope) = (thread.title.as_str(), thread.scope);
    let of = Telling { thread: id, title, scope, by: by.id(), by_name };
    Ok(tags::tell(c, &new, &of, by.now)?)
}

async fn page(app: &App, member: &Member, id: ThreadId, form: Option<Form>) -> Result<TagsPage> {
    let by = member.clone();
    let read = move |c: &mut Conn| {
        let thread = seen(c, id, &by)?;
        ensure(may_tag(&thread, &by))?;
        let own = tags::of_thread(c, id, by.locale)?;
        let offered = tags::offered(c, &own, by.locale)?;
        Ok::<_, Error>((thread, own, offered))
    };
    let (thread, own, tags) = app.db.read(read).await?;
    let form = form.unwrap_or_else(|| {
        let mut form = Form::default();
        tags::fill(&mut form, &own);
        form
    });
    Ok(TagsPage { chrome: member.chrome(Section::Forum), form, thread, tags })
}

pub async fn edit(State(app): State<App>, member: Member, Path(id): Path<ThreadId>) -> Result<Response> {
    kit::page::show(&page(&app, &member, id, None).await?)
}

pub async fn update(
    State(app): State<App>,
    member: Member,
    Path(id): Path<ThreadId>,
    mut form: Form,
) -> Result<Response> {
    let tags = tags::chosen(&mut form);
    if !form.is_valid() {
        return kit::page::invalid(&page(&app, &member, id, Some(form)).await?);
    }
    let change = move |c: &mut Conn| {
        let thread = seen(c, id, &member)?;
        ensure(may_tag(&thread, &member))?;
        let speaker = thread.group_name.clone().unwrap_or_else(|| thread.by_name.clone());
        give(c, id, &tags, &speaker, &member)?;
        if thread.person_id != member.id() {
            let (kind, subject, title) = ("thread.tagged", ("thread", id.0), thread.title.as_str());
            let what = Happening { kind, subject, title, scope: thread.scope };
            activity::record(c, member.own_voice(), what, member.now)?;
        }
        Ok::<_, Error>(())
    };
    app.db.write(change).await?;
    thread::back(&app, id, "tags-changed")
}
