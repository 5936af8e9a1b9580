//! One correspondence: what was written, the newest last, and the answer to it.

use super::party::{self, Correspondence, Message};
use super::sending::{self, Draft};
use super::{CorrespondenceId, queries};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Form, Result, Section, token};
use people::Member;
use people::notices;

/// So many messages stand on one page.
const PAGE: i64 = 30;

#[derive(Template)]
#[template(path = "correspondence/show.html")]
struct ShowPage {
    chrome: Chrome,
    form: Form,
    member: Member,
    correspondence: Correspondence,
    messages: Vec<Message>,
    /// This member, or their group, has stopped the other.
    blocks: bool,
}

impl ShowPage {
    fn is_own(&self, message: &Message) -> bool {
        message.person_id == self.member.id()
    }

    fn older(&self) -> Option<String> {
        let first = self.messages.first().filter(|m| m.number > 1)?;
        Some(format!("{}?before={}", self.correspondence.path(), first.number))
    }

    fn is_newest(&self) -> bool {
        self.messages.last().is_none_or(|m| m.number == self.correspondence.messages)
    }
}

fn read(c: &mut Conn, id: CorrespondenceId, member: Member, form: Form, before: i64) -> Result<ShowPage> {
    let correspondence = party::found(c, id, &member)?;
    let mut messages = queries::before(c, id, before, PAGE)?;
    messages.reverse();
    let blocks = queries::blocks(c, id, member.id(), correspondence.is_for_group(&member))?;
    Ok(ShowPage { chrome: member.chrome(Section::Account), form, member, correspondence, messages, blocks })
}

pub async fn show(
    State(app): State<App>,
    member: Member,
    Path(id): Path<CorrespondenceId>,
    asked: Form,
) -> Result<Response> {
    let before: i64 = asked.value("before").parse().unwrap_or(i64::MAX);
    let form = Form::with(&[("key", &token::number().to_string())]);
    let (by, now) = (member.clone(), member.now);
    let page = app.db.read(move |c| read(c, id, by, form, before)).await?;
    if let Some(newest) = page.messages.last().map(|m| m.number).filter(|n| *n > page.correspondence.read) {
        let mark = move |c: &mut Conn| {
            queries::mark(c, member.id(), id, newest)?;
            notices::read_subject(c, member.id(), "message", id.0, now)?;
            Ok::<_, Error>(())
        };
        app.db.write(mark).await?;
    }
    kit::page::show(&page)
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<CorrespondenceId>,
    mut form: Form,
) -> Result<Response> {
    let by = member.clone();
    // Whoever isn't in it learns nothing of it, also where what they sent can't be sent.
    app.db.read(move |c| party::found(c, id, &by)).await?;
    let Some(draft) = Draft::parse(&mut form, &member) else {
        return kit::page::invalid(&app.db.read(move |c| read(c, id, member, form, i64::MAX)).await?);
    };
    let by = member.clone();
    match app.db.write(move |c| sending::send(c, id, &draft, &by)).await {
        Err(Error::Conflict(problem)) => {
            form.add("body", problem);
            kit::page::invalid(&app.db.read(move |c| read(c, id, member, form, i64::MAX)).await?)
        }
        sent => kit::page::see(&format!("{}#newest", party::path(sent?))),
    }
}
