//! Keeping the list: everybody sees it; guides add tags, name them in each language of the community, and say what
//! belongs under them.

use super::tag::{self, Tag, TagRow, Words};
use super::{following, queries};
use crate::TagId;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::activity::{self, Happening};
use kit::{App, Chrome, Error, Form, Locale, Problem, Result, Scope, Section};
use people::{Guide, Visitor};
use std::sync::LazyLock;

pub use super::tag::MOST;

#[derive(Template)]
#[template(path = "tags/index.html")]
struct Index {
    chrome: Chrome,
    tags: Vec<Tag>,
    retired: Vec<Tag>,
    guides: bool,
}

pub async fn index(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let locale = visitor.locale;
    let tags = app.db.read(move |c| tag::all(c, locale)).await?;
    let (retired, tags) = tags.into_iter().partition(|tag| tag.is_retired);
    let (chrome, guides) = (visitor.chrome(Section::Forum), visitor.is_guide());
    kit::page::show(&Index { chrome, tags, retired, guides })
}

#[derive(Template)]
#[template(path = "tags/form.html")]
struct Edit {
    chrome: Chrome,
    form: Form,
    /// Code, name of the field for the description, and own name of each language.
    languages: Vec<(&'static str, &'static str, String)>,
    /// None for a new one.
    tag: Option<Tag>,
    /// Those that it can be merged with.
    others: Vec<(String, String)>,
}

/// The field of the description in each language; that of the name is called by the language's code.
static ABOUT: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let about = |code: &str| &*Box::leak(format!("about-{code}").into_boxed_str());
    Locale::all().map(|locale| (locale.code(), about(locale.code()))).collect()
});

/// The languages of the community for which there are fields.
fn languages(by: &Visitor) -> Vec<(Locale, &'static str)> {
    let spoken = by.community.as_ref().map_or(&[][..], |community| &community.languages);
    let field = |code: &str| ABOUT.iter().find(|(name, _)| *name == code).map(|(_, about)| *about);
    spoken.iter().filter_map(|locale| Some((*locale, field(locale.code())?))).collect()
}

impl Edit {
    fn new(by: &Guide, form: Form, tag: Option<Tag>, others: Vec<(String, String)>) -> Edit {
        let spoken = languages(by).into_iter();
        let languages = spoken.map(|(l, about)| (l.code(), about, l.own_name().to_owned())).collect();
        Edit { chrome: by.chrome(Section::Forum), form, languages, tag, others }
    }

    fn action(&self) -> String {
        self.tag.as_ref().map_or_else(|| "/tags".into(), Tag::path)
    }

    /// The names of the fields for the list of what is wrong.
    fn fields(&self) -> Vec<(&'static str, String)> {
        let mut fields = Vec::new();
        for (code, about, own) in &self.languages {
            fields.push((*code, self.chrome.t("tags-name-in").with("language", own).to_string()));
            fields.push((*about, self.chrome.t("tags-about-in").with("language", own).to_string()));
        }
        fields
    }
}

/// What a guide says of a tag. One name is enough.
struct Shape {
    names: Words,
    descriptions: Words,
}

impl Shape {
    fn parse(form: &mut Form, by: &Guide) -> Option<Shape> {
        let (mut names, mut descriptions) = (Words::new(), Words::new());
        let spoken = languages(by);
        for (locale, about) in &spoken {
            names.insert(locale.code().into(), form.line(locale.code(), 0..=40));
            descriptions.insert(locale.code().into(), form.line(about, 0..=200));
        }
        names.retain(|_, name| !name.is_empty());
        descriptions.retain(|_, text| !text.is_empty());
        if let (true, Some((first, _))) = (names.is_empty(), spoken.first()) {
            form.add(first.code(), Problem::new("tags-name-one"));
        }
        form.is_valid().then_some(Shape { names, descriptions })
    }

    /// Refuses a name that another tag has.
    fn ensure_new(&self, c: &mut Conn, own: Option<TagId>) -> Result<()> {
        let folded = |words: &Words| words.values().map(|name| db::fold::fold(name)).collect::<Vec<_>>();
        let mine = folded(&self.names);
        let others = queries::all(c)?.into_iter().filter(|row| Some(row.id) != own);
        let taken = others
            .map(|row| folded(&TagRow::words(&row.names)))
            .any(|names| names.iter().any(|name| mine.contains(name)));
        if taken { Err(Error::Invalid(Problem::new("tags-name-taken"))) } else { Ok(()) }
    }
}

fn json(words: &Words) -> String {
    serde_json::json!(words).to_string()
}

fn filled(row: &TagRow, by: &Guide) -> Form {
    let (names, descriptions) = (TagRow::words(&row.names), TagRow::words(&row.descriptions));
    let mut form = Form::default();
    for (locale, about) in languages(by) {
        form.set(locale.code(), names.get(locale.code()).cloned().unwrap_or_default());
        form.set(about, descriptions.get(locale.code()).cloned().unwrap_or_default());
    }
    form
}

/// How many are in use.
pub fn in_use(c: &mut Conn, by: &Guide) -> db::Result<usize> {
    Ok(tag::all(c, by.locale)?.iter().filter(|tag| !tag.is_retired).count())
}

/// The line in the public log.
pub fn record(c: &mut Conn, kind: &str, id: TagId, by: &Guide) -> Result<()> {
    let title = tag::find(c, id)?.named(by.community()?.main_language()).name;
    let what = Happening { kind, subject: ("tag", id.0), title: &title, scope: Scope::Open };
    activity::record(c, by.own_voice(), what, by.now)?;
    Ok(())
}

pub async fn new(guide: Guide) -> Result<Response> {
    kit::page::show(&Edit::new(&guide, Form::default(), None, Vec::new()))
}

pub async fn create(State(app): State<App>, guide: Guide, mut form: Form) -> Result<Response> {
    let Some(shape) = Shape::parse(&mut form, &guide) else {
        return kit::page::invalid(&Edit::new(&guide, form, None, Vec::new()));
    };
    let by = guide.clone();
    match app.db.write(move |c| add(c, &shape, &by)).await {
        Err(Error::Invalid(problem)) => {
            form.add(first_field(&guide), problem);
            kit::page::invalid(&Edit::new(&guide, form, None, Vec::new()))
        }
        added => following::back(&app, added?, "tags-kept"),
    }
}

fn first_field(by: &Guide) -> &'static str {
    languages(by).first().map_or("en", |(locale, _)| locale.code())
}

fn add(c: &mut Conn, shape: &Shape, by: &Guide) -> Result<TagId> {
    shape.ensure_new(c, None)?;
    if in_use(c, by)? >= MOST {
        return Err(Error::Invalid(Problem::new("tags-too-many").with("most", MOST as i64)));
    }
    let id = queries::insert(c, &json(&shape.names), &json(&shape.descriptions), by.now)?;
    record(c, "tag.added", id, by)?;
    Ok(id)
}

/// The form of a tag that is there, with what it can be merged with.
async fn page(app: &App, guide: &Guide, id: TagId, form: Option<Form>) -> Result<Edit> {
    let by = guide.clone();
    let read = move |c: &mut Conn| {
        let row = tag::find(c, id)?;
        let others = tag::all(c, by.locale)?.into_iter().filter(|other| other.id != row.id);
        let others = others.map(|other| (other.id.to_string(), other.name)).collect();
        Ok::<_, Error>((row, others))
    };
    let (row, others) = app.db.read(read).await?;
    let form = form.unwrap_or_else(|| filled(&row, guide));
    Ok(Edit::new(guide, form, Some(row.named(guide.locale)), others))
}

pub async fn edit(State(app): State<App>, guide: Guide, Path(id): Path<TagId>) -> Result<Response> {
    kit::page::show(&page(&app, &guide, id, None).await?)
}

/// The form once more, with what is wrong with another that stands on its page.
pub async fn again(app: &App, guide: &Guide, id: TagId, wrong: Form) -> Result<Response> {
    let mut page = page(app, guide, id, None).await?;
    let into = wrong.value("into").to_owned();
    page.form.set("into", into);
    page.form.add("into", Problem::new("kit-form-choose"));
    kit::page::invalid(&page)
}

pub async fn update(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<TagId>,
    mut form: Form,
) -> Result<Response> {
    let Some(shape) = Shape::parse(&mut form, &guide) else {
        return kit::page::invalid(&page(&app, &guide, id, Some(form)).await?);
    };
    let by = guide.clone();
    let change = move |c: &mut Conn| {
        let id = tag::find(c, id)?.id;
        shape.ensure_new(c, Some(id))?;
        queries::update(c, id, &json(&shape.names), &json(&shape.descriptions))?;
        record(c, "tag.changed", id, &by)?;
        Ok::<_, Error>(id)
    };
    match app.db.write(change).await {
        Err(Error::Invalid(problem)) => {
            form.add(first_field(&guide), problem);
            kit::page::invalid(&page(&app, &guide, id, Some(form)).await?)
        }
        changed => following::back(&app, changed?, "tags-kept"),
    }
}
