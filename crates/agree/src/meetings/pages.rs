//! The list of meetings, one meeting, setting one and calling it off.

use super::{Meeting, MeetingId, NewMeeting, queries};
use crate::preview;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use forum::threads::language;
use kit::limits;
use kit::{App, Chrome, Error, Form, Result, Section};
use people::{Member, Visitor};

#[derive(Template)]
#[template(path = "meetings/index.html")]
struct IndexPage {
    chrome: Chrome,
    coming: Vec<Meeting>,
    past: Vec<Meeting>,
}

pub async fn index(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let now = visitor.now;
    let both = app.db.read(move |c| Ok::<_, Error>((queries::coming(c, now, 50)?, queries::past(c, now)?)));
    let (coming, past) = both.await?;
    kit::page::show(&IndexPage { chrome: visitor.chrome(Section::None), coming, past })
}

#[derive(Template)]
#[template(path = "meetings/show.html")]
struct ShowPage {
    chrome: Chrome,
    meeting: Meeting,
    may_change: bool,
}

impl ShowPage {
    fn path(&self, more: &str) -> String {
        format!("{}{more}", self.meeting.path())
    }
}

pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<MeetingId>) -> Result<Response> {
    let meeting = app.db.read(move |c| queries::by_id(c, id)?.ok_or(Error::NotFound)).await?;
    let may_change = !meeting.is_cancelled() && meeting.voice_of(&visitor).is_some();
    kit::page::show(&ShowPage { chrome: visitor.chrome(Section::None), meeting, may_change })
}

#[derive(Template)]
#[template(path = "meetings/form.html")]
pub(super) struct FormPage {
    chrome: Chrome,
    /// The one that is changed; `None` where it is new.
    meeting: Option<Meeting>,
    pub form: Form,
    voices: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
}

impl FormPage {
    pub fn of(member: &Member, meeting: Option<Meeting>, form: Form) -> FormPage {
        let (voices, languages) = (member.voice_options(), language::options(member));
        FormPage { chrome: member.chrome(Section::None), meeting, form, voices, languages }
    }

    fn action(&self) -> String {
        self.meeting.as_ref().map_or_else(|| "/meetings".into(), Meeting::path)
    }
}

pub async fn new(member: Member) -> Result<Response> {
    let (key, locale) = (kit::token::number().to_string(), language::usual(&member).code());
    kit::page::show(&FormPage::of(&member, None, Form::with(&[("key", &key), ("locale", locale)])))
}

pub async fn create(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    let voice = member.voice(&mut form);
    let new = NewMeeting::parse(&mut form, &member).filter(|_| !preview::is_asked(&form));
    let (Some(new), Some(voice)) = (new, voice) else {
        let page = FormPage::of(&member, None, form);
        return preview::again(&page, &page.form);
    };
    let now = member.now;
    let guides = member.is_guide();
    let set = move |c: &mut Conn| {
        if !guides {
            limits::take(c, &format!("meetings:{}", voice.person), super::A_DAY, now)?;
        }
        super::set(c, &new, &voice, now)
    };
    let id = app.db.write(set).await?;
    kit::page::see(&id.path())
}

pub async fn cancel(State(app): State<App>, member: Member, Path(id): Path<MeetingId>) -> Result<Response> {
    let now = member.now;
    app.db
        .write(move |c| {
            let meeting = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
            let voice = meeting.voice_of(&member).ok_or(Error::Forbidden)?;
            super::cancel(c, &meeting, &voice, now)
        })
        .await?;
    kit::page::see(&id.path())
}
