//! Naming a need. What is there already is shown before it is posted; nothing that was typed is lost on
//! the way.

use super::alike::{Alike, alike};
use super::pages::see_and_say;
use super::{NeedId, queries, support};
use crate::agenda::{self, Likely};
use crate::preview;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use db::search::{self, Document, Said};
use forum::threads::language;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::limits::{self, Limit};
use kit::{App, Chrome, Error, Form, Result, Scope, Section, Voice, words};
use people::{Member, Visitor};

/// So many needs one person names in a day; more is no neighbour's list.
const A_DAY: Limit = Limit { count: 20, minutes: 24 * 60 };

/// What a need is made of; all of it was checked.
#[derive(Debug, Clone, PartialEq)]
pub struct NewNeed {
    pub title: String,
    pub body: String,
    pub for_whom: String,
    pub locale: String,
}

impl NewNeed {
    pub(super) fn parse(form: &mut Form, visitor: &Visitor) -> NewNeed {
        NewNeed {
            title: form.line("title", 3..=160),
            body: form.text("body", 1..=10_000),
            for_whom: form.line("for_whom", 0..=200),
            locale: language::chosen(form, visitor).into(),
        }
    }

    fn text(&self) -> String {
        format!("{}\n{}\n{}", self.title, self.body, self.for_whom)
    }
}

/// Names a need; who names it shares it. A key that was used before leads to the need that it made.
pub fn add(c: &mut Conn, new: &NewNeed, key: Option<&str>, by: &Voice, now: Timestamp) -> Result<NeedId> {
    let NewNeed { title, body, for_whom, locale } = new;
    let html = kit::markdown::render(body).0;
    let Some(id) = queries::insert(c, title, body, &html, for_whom, locale, by.person, by.group, now, key)?
    else {
        return queries::by_key(c, key.unwrap_or_default())?.ok_or(Error::NotFound);
    };
    support::put(c, id, by, kit::Words::default(), now)?;
    make_findable(c, id, new, Some(by.said("")), now)?;
    activity::record(c, by, happening("need.added", id, title), now)?;
    Ok(id)
}

pub(super) fn make_findable(
    c: &mut Conn,
    id: NeedId,
    new: &NewNeed,
    said: Option<Said<'_>>,
    now: Timestamp,
) -> Result<()> {
    let (path, body) = (id.path(), format!("{}\n\n{}", new.body, new.for_whom));
    let document = Document {
        kind: "need",
        subject_id: id.0,
        scope: "open",
        path: &path,
        title: &new.title,
        body: &body,
        locale: &new.locale,
        said,
        at: now,
    };
    Ok(search::put(c, &document)?)
}

pub(super) fn happening<'a>(kind: &'a str, id: NeedId, title: &'a str) -> Happening<'a> {
    Happening { kind, subject: ("need", id.0), title, scope: Scope::Open }
}

#[derive(Template)]
#[template(path = "needs/form.html")]
struct FormPage {
    chrome: Chrome,
    form: Form,
    /// `None` for a new one.
    need: Option<NeedId>,
    voices: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
}

impl FormPage {
    fn action(&self) -> String {
        self.need.map_or_else(|| "/needs".into(), NeedId::path)
    }
}

#[derive(Template)]
#[template(path = "needs/alike.html")]
struct AlikePage {
    chrome: Chrome,
    form: Form,
    alike: Vec<Alike>,
    items: Vec<Likely>,
}

impl AlikePage {
    /// What goes along with whoever joins another need instead.
    fn words(&self) -> String {
        words::opening(&format!("{}: {}", self.form.value("title"), self.form.value("body")), 900)
    }
}

pub async fn new(member: Member) -> Result<Response> {
    let key = kit::token::number().to_string();
    let form = Form::with(&[("key", &key), ("locale", language::usual(&member).code())]);
    page(&member, form, None)
}

pub(super) fn page(member: &Member, form: Form, need: Option<NeedId>) -> Result<Response> {
    let chrome = member.chrome(Section::Needs);
    let (voices, languages) = (member.voice_options(), language::options(member));
    let page = FormPage { chrome, form, need, voices, languages };
    preview::again(&page, &page.form)
}

/// Whoever looks at it once more, or comes back from the needs that read alike, goes on writing.
fn is_to_be_edited(form: &Form) -> bool {
    preview::is_asked(form) || form.is_checked("next", "edit")
}

/// What becomes of a form that was sent.
enum Sent {
    /// It was sent before, and made this.
    Before(NeedId),
    Alike(Vec<Alike>, Vec<Likely>),
    New,
}

pub async fn create(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    let new = NewNeed::parse(&mut form, &member);
    let voice = member.voice(&mut form);
    let (Some(voice), true, false) = (voice, form.is_valid(), is_to_be_edited(&form)) else {
        return page(&member, form, None);
    };
    let key = Some(form.value("key").to_owned()).filter(|key| !key.is_empty() && key.len() <= 64);
    let (is_different, asked, asked_key) = (form.is_checked("next", "different"), new.clone(), key.clone());
    let sent = app.db.read(move |c| look(c, &asked, asked_key.as_deref(), is_different)).await?;
    match sent {
        Sent::Before(id) => kit::page::see(&id.path()),
        Sent::Alike(alike, items) => {
            let chrome = member.chrome(Section::Needs);
            kit::page::show(&AlikePage { chrome, form, alike, items })
        }
        Sent::New => post(app, &member, new, key, voice).await,
    }
}

fn look(c: &mut Conn, new: &NewNeed, key: Option<&str>, is_different: bool) -> Result<Sent> {
    if let Some(id) = key.map(|key| queries::by_key(c, key)).transpose()?.flatten() {
        return Ok(Sent::Before(id));
    }
    if is_different {
        return Ok(Sent::New);
    }
    let alike = alike(c, &new.title, &new.body, None)?;
    let items = agenda::likely(c, &new.text())?;
    Ok(if alike.is_empty() && items.is_empty() { Sent::New } else { Sent::Alike(alike, items) })
}

async fn post(
    app: App,
    member: &Member,
    new: NewNeed,
    key: Option<String>,
    voice: Voice,
) -> Result<Response> {
    let (now, guides) = (member.now, member.is_guide());
    let next = app
        .db
        .write(move |c| {
            if !guides {
                limits::take(c, &format!("needs:{}", voice.person), A_DAY, now)?;
            }
            let id = add(c, &new, key.as_deref(), &voice, now)?;
            agenda::next_path(c, "need", id.0, &new.text(), &id.path())
        })
        .await?;
    see_and_say(&app, &next, "needs-added")
}
