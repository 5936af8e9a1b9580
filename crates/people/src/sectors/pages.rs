//! The sectors as guides arrange them.

use super::queries;
use super::sector::{COLOURS, MOST, Names, Sector, SectorRow, key_for};
use crate::{Guide, Member};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::activity::{self, Happening};
use kit::{App, Chrome, Error, Form, Locale, Problem, Result, Scope, Section, SectorId, look};

#[derive(Template)]
#[template(path = "sectors/index.html")]
struct Index {
    chrome: Chrome,
    sectors: Vec<Sector>,
    is_full: bool,
}

pub async fn index(State(app): State<App>, guide: Guide) -> Result<Response> {
    let locale = guide.locale;
    let sectors = app.db.read(move |c| super::all(c, locale)).await?;
    let is_full = sectors.len() >= MOST;
    kit::page::show(&Index { chrome: guide.chrome(Section::Groups), sectors, is_full })
}

#[derive(Template)]
#[template(path = "sectors/form.html")]
struct Edit {
    chrome: Chrome,
    form: Form,
    /// None for a new one.
    id: Option<SectorId>,
    languages: Vec<(&'static str, &'static str)>,
}

impl Edit {
    fn new(by: &Member, form: Form, id: Option<SectorId>) -> Edit {
        let chrome = by.chrome(Section::Groups);
        Edit { languages: chrome.languages(), chrome, form, id }
    }

    fn action(&self) -> String {
        self.id.map_or_else(|| "/sectors".into(), |id| format!("/sectors/{id}"))
    }

    fn retirement(&self, id: &SectorId) -> String {
        format!("/sectors/{id}?_method=delete")
    }

    fn colours(&self) -> Vec<(String, String)> {
        let name = |n: i64| self.chrome.t(&format!("sectors-colour-{n}")).to_string(); // messages: sectors-colour-*
        (1..=COLOURS).map(|n| (n.to_string(), name(n))).collect()
    }

    fn symbols(&self) -> Vec<(&'static str, String)> {
        let name = |s: &str| self.chrome.t(&format!("sectors-symbol-{s}")).to_string(); // messages: sectors-symbol-*
        look::symbols().map(|s| (s, name(s))).collect()
    }
}

/// What a guide says of a sector. Each language's field is called by its code.
#[derive(Debug, Clone)]
struct Shape {
    names: Names,
    colour: i64,
    symbol: &'static str,
}

impl Shape {
    fn parse(form: &mut Form, main: Locale) -> Option<Shape> {
        let mut names = Names::new();
        for locale in Locale::all() {
            let least = usize::from(locale == main);
            names.insert(locale.code().into(), form.line(locale.code(), least..=40));
        }
        let colour = form.choice::<i64>("colour").filter(|n| (1..=COLOURS).contains(n));
        let symbol = look::symbols().find(|s| *s == form.value("symbol"));
        if symbol.is_none() {
            form.add("symbol", Problem::new("kit-form-choose"));
        }
        if colour.is_none() && !form.has_error("colour") {
            form.add("colour", Problem::new("kit-form-choose"));
        }
        let (colour, symbol) = colour.zip(symbol).filter(|_| form.is_valid())?;
        Some(Shape { names, colour, symbol })
    }

    fn names_json(&self) -> String {
        serde_json::json!(self.names).to_string()
    }

    fn title(&self, main: Locale) -> &str {
        self.names.get(main.code()).map_or("", String::as_str)
    }
}

fn filled(row: &SectorRow) -> Form {
    let (colour, names) = (row.colour.to_string(), row.names());
    let mut form = Form::with(&[("colour", &colour), ("symbol", &row.symbol)]);
    for locale in Locale::all() {
        form.set(locale.code(), names.get(locale.code()).cloned().unwrap_or_default());
    }
    form
}

pub async fn new(guide: Guide) -> Result<Response> {
    let form = Form::with(&[("colour", "1"), ("symbol", "tree")]);
    kit::page::show(&Edit::new(&guide, form, None))
}

pub async fn create(State(app): State<App>, guide: Guide, mut form: Form) -> Result<Response> {
    let main = guide.community()?.main_language();
    let Some(shape) = Shape::parse(&mut form, main) else {
        return kit::page::invalid(&Edit::new(&guide, form, None));
    };
    app.db.write(move |c| add(c, &shape, main, &guide)).await?;
    kit::page::see("/sectors")
}

fn add(c: &mut Conn, shape: &Shape, main: Locale, by: &Member) -> Result<()> {
    let there = queries::in_order(c)?;
    if there.len() >= MOST {
        return Err(Error::Conflict(Problem::new("sectors-too-many").with("count", MOST)));
    }
    let title = shape.title(main);
    // The same form sent twice means one sector.
    if there.iter().any(|row| row.names().get(main.code()).is_some_and(|name| name == title)) {
        return Ok(());
    }
    let key = key_for(title, &queries::keys(c)?);
    let position = there.last().map_or(0, |row| row.position + 1);
    let id = queries::insert(c, &key, &shape.names_json(), shape.colour, shape.symbol, position)?;
    record(c, "sector.added", id, title, by)
}

fn record(c: &mut Conn, kind: &str, id: SectorId, title: &str, by: &Member) -> Result<()> {
    let what = Happening { kind, subject: ("sector", id.0), title, scope: Scope::Open };
    activity::record(c, by.own_voice(), what, by.now)?;
    Ok(())
}

pub async fn edit(State(app): State<App>, guide: Guide, Path(id): Path<SectorId>) -> Result<Response> {
    let row = app.db.read(move |c| queries::in_use(c, id)).await?.ok_or(Error::NotFound)?;
    kit::page::show(&Edit::new(&guide, filled(&row), Some(id)))
}

pub async fn update(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<SectorId>,
    mut form: Form,
) -> Result<Response> {
    app.db.read(move |c| queries::in_use(c, id)).await?.ok_or(Error::NotFound)?;
    let main = guide.community()?.main_language();
    let Some(shape) = Shape::parse(&mut form, main) else {
        return kit::page::invalid(&Edit::new(&guide, form, Some(id)));
    };
    let change = move |c: &mut Conn| {
        queries::update(c, id, &shape.names_json(), shape.colour, shape.symbol)?;
        record(c, "sector.changed", id, shape.title(main), &guide)
    };
    app.db.write(change).await?;
    kit::page::see("/sectors")
}

/// One step up or down in the order, which is the order around the map.
pub async fn step(
    State(app): State<App>,
    _: Guide,
    Path(id): Path<SectorId>,
    form: Form,
) -> Result<Response> {
    let up = form.is_checked("step", "up");
    app.db.write(move |c| move_by_one(c, id, up)).await?;
    kit::page::see("/sectors")
}

fn move_by_one(c: &mut Conn, id: SectorId, up: bool) -> Result<()> {
    let mut order: Vec<SectorId> = queries::in_order(c)?.iter().map(|row| row.id).collect();
    let at = order.iter().position(|there| *there == id).ok_or(Error::NotFound)?;
    let to = if up { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < order.len()) };
    if let Some(to) = to {
        order.swap(at, to);
    }
    for (position, id) in order.into_iter().enumerate() {
        queries::put_at(c, id, position as i64)?;
    }
    Ok(())
}
