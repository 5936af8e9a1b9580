//! Answering in a thread. What can't be sent comes back with everything that was typed.

use super::show::{self, At, ThreadPage};
use super::{language, leading};
use crate::ThreadId;
use crate::drafts::{self, Place};
use crate::posts::{self, How, NewPost, Posted, Text, Writing, second_thoughts};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Error, Form, Markup, Result, Voice, markdown};
use people::Member;

/// An answer as it was written.
struct Reply {
    body: String,
    voice: Voice,
    locale: &'static str,
    key: Option<String>,
}

impl Reply {
    fn parse(form: &mut Form, member: &Member) -> Option<Reply> {
        let body = form.text("body", 1..=markdown::LONGEST);
        let (voice, locale) = (member.voice(form), language::chosen(form, member));
        let key = member.form_key(form);
        let voice = voice.filter(|_| form.is_valid())?;
        Some(Reply { body, voice, locale, key })
    }
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<ThreadId>,
    mut form: Form,
) -> Result<Response> {
    let Some(reply) = Reply::parse(&mut form, &member) else {
        return kit::page::invalid(&again(&app, &member, id, form).await?);
    };
    let (body, writer, sent) = (reply.body.clone(), member.clone(), form.clone());
    let compose = move |c: &mut Conn| {
        let thoughts = second_thoughts::of(c, &body, &writer, &sent)?;
        Ok::<_, Error>((Text::of(c, &body, writer.id())?, thoughts))
    };
    let (text, thoughts) = app.db.read(compose).await?;
    if !form.value("preview").is_empty() {
        let mut page = again(&app, &member, id, form).await?;
        page.preview = Some(Markup(text.html));
        return kit::page::show(&page);
    }
    if !thoughts.is_empty() {
        let mut page = again(&app, &member, id, form).await?;
        page.thoughts = thoughts;
        return kit::page::show(&page);
    }
    let key = reply.key.clone();
    match send(&app, member.clone(), id, reply, text).await {
        Err(Error::Conflict(problem)) if problem.key == posts::SENT_ALREADY => {
            kit::page::see(&posts::sent_before(&app, key).await?.path())
        }
        Err(Error::Conflict(problem)) if posts::is_limit(&problem) => {
            form.add("body", problem);
            kit::page::invalid(&again(&app, &member, id, form).await?)
        }
        // It was closed while they wrote: the page says so, and gives them back what they wrote.
        Err(Error::Conflict(problem)) if problem.key == posts::CLOSED => {
            kit::page::invalid(&again(&app, &member, id, form).await?)
        }
        posted => kit::page::see(&posted?.path()),
    }
}

async fn send(app: &App, member: Member, id: ThreadId, reply: Reply, text: Text) -> Result<Posted> {
    let posted = app
        .db
        .write(move |c| {
            let Reply { voice, locale, key, .. } = &reply;
            let id = leading::open_now(c, id, &member)?;
            let new = NewPost { thread: id, by: voice, text: &text, locale, key: key.as_deref() };
            let posted = posts::add(c, &new, member.now)?;
            let writing = Writing { by: &member, text: &text, title: None, how: How::Answering };
            if let Some(reason) = posts::ensure(c, &writing)? {
                posts::hold(c, posted.id, reason, member.now)?;
            }
            drafts::forget(c, member.id(), &Place::Answer(id))?;
            Ok::<_, Error>(posted)
        })
        .await?;
    app.live.tell(format!("threads/{}", posted.thread), posted.number);
    Ok(posted)
}

/// The page once more, at its end, with what was typed.
async fn again(app: &App, member: &Member, id: ThreadId, form: Form) -> Result<ThreadPage> {
    let by = member.clone();
    let read = move |c: &mut Conn| {
        let id = leading::open_now(c, id, &by)?;
        show::read(c, id, &by, &At::End)
    };
    let content = app.db.read(read).await?;
    Ok(ThreadPage::new(member, content, form))
}
