//! The page of one act: for whom it concerns, with the way to appeal; for guides, with what they may do about it.

use super::ActId;
use super::act::{self, Act, Kind};
use super::queries::{self, Appeal};
use crate::posts::{self, Post};
use crate::threads::language;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Form, Result, Section, token};
use people::{Guide, Member, Visitor};

/// Who wants to see which act.
#[derive(Debug, Clone)]
pub enum Reader {
    Person(Visitor, ActId),
    /// By the link in the letter to one who is blocked.
    Secret(Visitor, String),
}

impl Reader {
    fn visitor(&self) -> &Visitor {
        match self {
            Reader::Person(visitor, _) | Reader::Secret(visitor, _) => visitor,
        }
    }

    fn guide(&self) -> Option<Guide> {
        match self {
            Reader::Person(visitor, _) => Member::of(visitor).filter(|m| m.is_guide()).map(Guide),
            Reader::Secret(..) => None,
        }
    }

    /// The act, and whether it concerns the reader.
    fn find(&self, c: &mut Conn) -> Result<(Act, bool)> {
        match self {
            Reader::Secret(_, secret) => {
                let act = queries::act_by_key(c, &token::hash(secret))?.ok_or(Error::NotFound)?;
                Ok((act, true))
            }
            Reader::Person(visitor, id) => {
                let act = queries::act(c, *id)?.ok_or(Error::NotFound)?;
                if act.concerns(visitor) && (act.kind.is_deed() || act.kind == Kind::Held) {
                    return Ok((act, true));
                }
                if !visitor.is_guide() {
                    return Err(Error::NotFound);
                }
                Ok((act::seen(c, *id, visitor)?, false))
            }
        }
    }
}

#[derive(Template)]
#[template(path = "moderation/act.html")]
pub struct ActPage {
    chrome: Chrome,
    form: Form,
    act: Act,
    /// The one who reads is whom it concerns.
    is_own: bool,
    post: Option<Post>,
    appeal: Option<Appeal>,
    may_undo: bool,
    pub may_answer: bool,
    languages: Vec<(&'static str, &'static str)>,
    /// Where an appeal is sent.
    appeal_path: String,
}

impl ActPage {
    pub async fn find(app: &App, reader: Reader, mut form: Form) -> Result<ActPage> {
        let visitor = reader.visitor().clone();
        if form.value("locale").is_empty() {
            form.set("locale", language::usual(&visitor).code());
        }
        app.db.read(move |c| ActPage::read(c, &reader, &visitor, form.clone())).await
    }

    fn read(c: &mut Conn, reader: &Reader, visitor: &Visitor, form: Form) -> Result<ActPage> {
        let (act, is_own) = reader.find(c)?;
        let appeal = queries::appeal(c, act.id)?;
        let post = match (act.thread_id, act.number) {
            (Some(thread), Some(number)) => posts::numbered(c, thread, number)?,
            _ => None,
        };
        let guide = reader.guide();
        let is_open = appeal.as_ref().is_some_and(|a| a.answered_at.is_none());
        let judges = if is_open { act::judges(c, &act)? } else { Vec::new() };
        let appeal_path = match reader {
            Reader::Secret(_, secret) => format!("/appeals/{secret}"),
            Reader::Person(..) => format!("{}/appeal", act.path()),
        };
        Ok(ActPage {
            chrome: visitor.chrome(Section::Forum),
            may_undo: guide.as_ref().is_some_and(|guide| act.may_be_undone_by(guide)),
            may_answer: guide.as_ref().is_some_and(|guide| judges.contains(&guide.id())),
            languages: language::options(visitor),
            form,
            act,
            is_own,
            post,
            appeal,
            appeal_path,
        })
    }

    fn may_appeal(&self) -> bool {
        self.is_own && self.appeal.is_none() && self.act.may_be_appealed()
    }

    fn title(&self) -> String {
        self.act.kind.label(&self.chrome)
    }

    fn outcomes(&self) -> Vec<(&'static str, String)> {
        [Kind::Upheld, Kind::Overturned].map(|kind| (kind.as_str(), kind.label(&self.chrome))).to_vec()
    }

    fn undo_label(&self) -> String {
        // messages: moderation-undo-*
        self.chrome.t(&format!("moderation-undo-{}", self.act.kind)).to_string()
    }
}

pub async fn show(State(app): State<App>, member: Member, Path(id): Path<ActId>) -> Result<Response> {
    kit::page::show(&ActPage::find(&app, Reader::Person(member.visitor, id), Form::default()).await?)
}

pub async fn show_by_secret(
    State(app): State<App>,
    visitor: Visitor,
    Path(secret): Path<String>,
) -> Result<Response> {
    kit::page::show(&ActPage::find(&app, Reader::Secret(visitor, secret), Form::default()).await?)
}
