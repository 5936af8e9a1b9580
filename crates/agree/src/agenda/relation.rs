//! How something of the platform relates to an item of the agenda, as its author says it. There is one
//! answer for each pair; saying it again changes it.

use super::item::record;
use super::likely::Open;
use super::subject::{self, Subject, SubjectRef};
use super::{Day, Item, ItemId, queries};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use db::Conn;
use forum::threads::language;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, Result, Section, Side, Voice, Words};
use people::Member;
use serde::Deserialize;

pub use queries::of_subject;

db::words! {
    pub enum Relation {
        /// Another matter.
        Independent = "independent",
        /// It does what the council does not.
        Complements = "complements",
        /// It ends where the council takes it on.
        HandsOver = "hands_over",
    }
}

impl Relation {
    /// The message that says it in a word or two.
    pub fn key(self) -> &'static str {
        match self {
            Relation::Independent => "agenda-relation-independent",
            Relation::Complements => "agenda-relation-complements",
            Relation::HandsOver => "agenda-relation-hands-over",
        }
    }

    /// The message that says it in a sentence.
    fn sentence_key(self) -> &'static str {
        match self {
            Relation::Independent => "agenda-relation-independent-says",
            Relation::Complements => "agenda-relation-complements-says",
            Relation::HandsOver => "agenda-relation-hands-over-says",
        }
    }
}

db::row! {
    /// An item that a subject relates to.
    #[derive(Debug, Clone)]
    pub struct Related {
        pub item_id: ItemId,
        pub title: String,
        pub locale: String,
        pub on_day: Option<Day>,
        pub relation: Relation,
        pub note: String,
        pub note_locale: String,
        pub voice: String,
        pub side: Side,
        pub at: Timestamp,
    }
}

db::row! {
    /// A subject that relates to an item.
    #[derive(Debug, Clone)]
    pub(super) struct Relating {
        pub subject_kind: String,
        pub subject_id: i64,
        pub relation: Relation,
        pub note: String,
        pub note_locale: String,
        pub voice: String,
        pub side: Side,
        pub at: Timestamp,
    }
}

/// What somebody says of one pair.
#[derive(Debug, Clone, Copy)]
pub struct Saying<'a> {
    pub subject: (&'a str, i64),
    pub relation: Relation,
    pub note: Words<'a>,
}

/// Keeps how a subject relates to an item.
pub fn relate(c: &mut Conn, item: ItemId, saying: Saying<'_>, by: &Voice, now: Timestamp) -> Result<()> {
    let title = queries::by_id(c, item)?.title;
    let Saying { subject: (kind, id), relation, note } = saying;
    queries::put_relation(c, item, kind, id, relation, note.text, note.locale, by.person, by.group, now)?;
    record(c, by, "agenda.related", item, &title, now)
}

/// What was said for one subject holds for the one that it became part of.
pub fn move_subject(c: &mut Conn, kind: &str, from: i64, to: i64) -> Result<()> {
    queries::hand_relations_on(c, kind, from, to)?;
    Ok(())
}

#[derive(Deserialize)]
pub struct Asked {
    subject: String,
    item: Option<ItemId>,
}

#[derive(Template)]
#[template(path = "agenda/relate.html")]
struct RelatePage {
    chrome: Chrome,
    form: Form,
    subject: Subject,
    /// `focus-3`.
    subject_ref: String,
    item: Option<Item>,
    /// The words that both share, where the item was found by them.
    shared: Vec<String>,
    /// How many more will be asked for.
    more: usize,
    /// All that is on the table, for whoever means another one.
    open: Vec<Open>,
    voices: Vec<(String, String)>,
}

impl RelatePage {
    fn relations(&self) -> Vec<(&'static str, String)> {
        let says = |r: &Relation| self.chrome.t(r.sentence_key()).to_string();
        Relation::ALL.iter().map(|r| (r.as_str(), says(r))).collect()
    }

    fn others(&self) -> Vec<&Open> {
        let asked = self.item.as_ref().map(|item| item.id);
        self.open.iter().filter(|open| Some(open.id) != asked).collect()
    }
}

pub async fn new(State(app): State<App>, member: Member, Query(asked): Query<Asked>) -> Result<Response> {
    page(app, member, asked, Form::default()).await
}

/// The question about one item: the one asked for, or the likest that nothing was said of.
async fn page(app: App, member: Member, asked: Asked, form: Form) -> Result<Response> {
    let failed = form.has_errors();
    let page = app.db.read(move |c| lay_out(c, &member, &asked, form)).await?;
    if failed { kit::page::invalid(&page) } else { kit::page::show(&page) }
}

fn lay_out(c: &mut Conn, member: &Member, asked: &Asked, form: Form) -> Result<RelatePage> {
    let subject_ref = SubjectRef::read(&asked.subject).ok_or(Error::NotFound)?;
    let subject = subject_ref.find(c)?;
    ensure(subject.may_relate(member))?;
    let mut likely = subject::to_be_said(c, subject_ref.kind.kind, subject_ref.id, &subject.text())?;
    let chosen = asked.item.or(likely.first().map(|l| l.item));
    let item = chosen.map(|id| queries::by_id(c, id)).transpose()?;
    let shared = likely.iter().find(|l| Some(l.item) == chosen).map(|l| l.shared.clone()).unwrap_or_default();
    likely.retain(|l| Some(l.item) != chosen);
    let chrome = member.chrome(Section::Agenda);
    Ok(RelatePage {
        voices: member.voice_options(),
        open: queries::open_items(c)?,
        subject_ref: asked.subject.clone(),
        more: likely.len(),
        chrome,
        form,
        subject,
        item,
        shared,
    })
}

pub async fn create(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    let asked = Asked { subject: form.value("subject").into(), item: form.value("item").parse().ok() };
    let subject_ref = SubjectRef::read(&asked.subject).ok_or(Error::NotFound)?;
    let item = asked.item.ok_or(Error::NotFound)?;
    let relation = form.choice::<Relation>("relation");
    let (note, voice) = (form.text("note", 0..=1000), member.voice(&mut form));
    let (Some(relation), Some(voice), true) = (relation, voice, form.is_valid()) else {
        return page(app, member, asked, form).await;
    };
    let (locale, now) = (language::usual(&member).code(), member.now);
    let next = app
        .db
        .write(move |c| {
            let subject = subject_ref.find(c)?;
            ensure(subject.may_relate(&member))?;
            let (kind, id) = (subject_ref.kind.kind, subject_ref.id);
            let note = Words::new(&note, locale);
            relate(c, item, Saying { subject: (kind, id), relation, note }, &voice, now)?;
            subject::next_path(c, kind, id, &subject.text(), &subject.path)
        })
        .await?;
    kit::page::see(&next)
}
