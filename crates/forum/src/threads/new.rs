//! Opening a thread: a title, a first post, in which voice and language. Where something like it is there
//! already, it is shown once before.

use super::similar::{self, Similar};
use super::subjects::{Label, Subject};
use super::thread::{self, NewThread};
use super::{language, tagging};
use crate::TagId;
use crate::drafts::{self, Keeper, Place};
use crate::posts::second_thoughts::Thought;
use crate::posts::{self, How, Posted, Text, Writing, second_thoughts};
use crate::tags;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Form, Markup, Result, Scope, Section, Voice, markdown, token};
use people::Member;

#[derive(Template)]
#[template(path = "threads/new.html")]
struct NewPage {
    chrome: Chrome,
    form: Form,
    voices: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
    may_choose_circle: bool,
    subject: Option<Subject>,
    /// The tags to choose among.
    tags: Vec<(String, String)>,
    similar: Vec<Similar>,
    preview: Option<Markup>,
    /// What is worth a second thought in what was written.
    thoughts: Vec<Thought>,
    keeper: Keeper,
}

/// What the page reads.
struct Reading {
    subject: Option<Subject>,
    keeper: Keeper,
    tags: Vec<(String, String)>,
}

impl NewPage {
    fn of(member: &Member, form: Form, Reading { subject, keeper, tags }: Reading) -> NewPage {
        NewPage {
            chrome: member.chrome(Section::Forum),
            form,
            voices: member.voice_options(),
            languages: language::options(member),
            may_choose_circle: member.sees_circle()
                && subject.as_ref().is_none_or(|s| s.scope == Scope::Open),
            subject,
            tags,
            similar: Vec::new(),
            preview: None,
            thoughts: Vec::new(),
            keeper,
        }
    }
}

/// What was written, as far as it can be told without the database.
#[derive(Debug, Clone)]
struct Draft {
    title: String,
    body: String,
    voice: Voice,
    locale: &'static str,
    circle: bool,
    label: Option<Label>,
    tags: Vec<TagId>,
    key: Option<String>,
}

impl Draft {
    fn parse(form: &mut Form, member: &Member) -> Option<Draft> {
        let title = form.line("title", 4..=140);
        let body = form.text("body", 1..=markdown::LONGEST);
        let (voice, locale) = (member.voice(form), language::chosen(form, member));
        let circle = form.value("circle") == "yes" && member.sees_circle();
        let key = member.form_key(form);
        let (label, tags) = (form.value("subject").parse().ok(), tags::chosen(form));
        let voice = voice.filter(|_| form.is_valid())?;
        Some(Draft { title, body, voice, locale, circle, label, tags, key })
    }

    /// The thread, once. Its scope is at least as narrow as that of what it belongs to.
    fn open(&self, c: &mut Conn, text: &Text, member: &Member) -> Result<Posted> {
        let subject = subject(c, self.label.as_ref(), member)?;
        let narrow = self.circle || subject.is_some_and(|s| s.scope != Scope::Open);
        let new = NewThread {
            title: &self.title,
            body: &self.body,
            by: &self.voice,
            scope: if narrow { Scope::Circle } else { Scope::Open },
            subject: self.label.as_ref().map(|l| (l.kind.as_str(), l.id)),
            locale: self.locale,
            key: self.key.as_deref(),
        };
        let posted = thread::open_with(c, &new, text, member.now)?;
        posts::ensure(c, &Writing { by: member, text, title: Some(&self.title), how: How::Opening })?;
        tagging::give(c, posted.thread, &self.tags, &self.voice.name, member)?;
        drafts::forget(c, member.id(), &place(self.label.as_ref()))?;
        Ok(posted)
    }
}

/// What the thread is to belong to; what isn't seen isn't there.
fn subject(c: &mut Conn, label: Option<&Label>, member: &Member) -> Result<Option<Subject>> {
    let Some(label) = label else { return Ok(None) };
    label.find(c, member)?.ok_or(Error::NotFound).map(Some)
}

/// Where its draft is kept.
fn place(label: Option<&Label>) -> Place {
    Place::Thread(label.map(|label| format!("{}-{}", label.kind, label.id)).unwrap_or_default())
}

async fn reading(app: &App, member: &Member, form: &Form) -> Result<Reading> {
    let (member, label) = (member.clone(), form.value("subject").parse::<Label>().ok());
    app.db
        .read(move |c| {
            let subject = subject(c, label.as_ref(), &member)?;
            let tags = tags::offered(c, &[], member.locale)?;
            Ok(Reading { subject, keeper: Keeper::find(c, &member, place(label.as_ref()))?, tags })
        })
        .await
}

pub async fn new(State(app): State<App>, member: Member, asked: Form) -> Result<Response> {
    let reading = reading(&app, &member, &asked).await?;
    let (key, locale) = (token::number().to_string(), language::usual(&member).code());
    let mut form = Form::with(&[("key", &key), ("locale", locale), ("subject", asked.value("subject"))]);
    form.set("title", asked.value("title").chars().take(140).collect::<String>());
    if let Ok(tag) = asked.value("tag").parse::<TagId>() {
        form.set(tags::FIELD, tag.to_string());
    }
    reading.keeper.fill(&mut form);
    kit::page::show(&NewPage::of(&member, form, reading))
}

pub async fn create(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    let draft = Draft::parse(&mut form, &member);
    let reading = reading(&app, &member, &form).await?;
    let Some(draft) = draft else {
        return kit::page::invalid(&NewPage::of(&member, form, reading));
    };
    let wants_preview = !form.value("preview").is_empty();
    let is_sure = !form.value("sure").is_empty();
    let (asked, writer, sent) = (draft.clone(), member.clone(), form.clone());
    let compose = move |c: &mut Conn| {
        let text = Text::of(c, &asked.body, writer.id())?;
        let thoughts = second_thoughts::of(c, &asked.body, &writer, &sent)?;
        let look = !wants_preview && !is_sure;
        let similar = if look {
            similar::find(c, &asked.title, &text.plain, writer.sees_circle())?
        } else {
            Vec::new()
        };
        Ok::<_, Error>((text, similar, thoughts))
    };
    let (text, similar, thoughts) = app.db.read(compose).await?;
    if wants_preview {
        let preview = Some(Markup(text.html));
        return kit::page::show(&NewPage { preview, ..NewPage::of(&member, form, reading) });
    }
    if !similar.is_empty() || !thoughts.is_empty() {
        return kit::page::show(&NewPage { similar, thoughts, ..NewPage::of(&member, form, reading) });
    }
    let (key, by) = (draft.key.clone(), member.clone());
    let opened = app.db.write(move |c| draft.open(c, &text, &by)).await;
    match opened {
        Err(Error::Conflict(problem)) if posts::is_limit(&problem) => {
            form.add("body", problem);
            kit::page::invalid(&NewPage::of(&member, form, reading))
        }
        Err(Error::Conflict(problem)) if problem.key == posts::SENT_ALREADY => {
            kit::page::see(&thread::path(posts::sent_before(&app, key).await?.thread_id))
        }
        opened => kit::page::see(&thread::path(opened?.thread)),
    }
}
