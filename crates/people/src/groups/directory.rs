//! The directory: all groups by name, narrowed down by words, sector, side and state.

use super::group::{Entry, GroupState};
use super::queries;
use crate::Visitor;
use crate::sectors::{self, Sector};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Form, GroupId, Locale, Result, Section, Sharing, Side};
use std::collections::HashSet;
use std::str::FromStr;
use std::sync::Arc;

/// So many groups stand on one page.
const PAGE: usize = 30;

/// So many groups are found by words other than those of their names.
const MOST_FOUND: i64 = 500;

/// What the directory was narrowed down to; what can't be is passed over.
#[derive(Debug, Clone, Default)]
struct Filter {
    words: String,
    sector: Option<Sector>,
    side: Option<Side>,
    state: Option<GroupState>,
}

impl Filter {
    fn of(form: &Form, sectors: &[Sector]) -> Filter {
        fn word<T: FromStr>(form: &Form, field: &str) -> Option<T> {
            form.value(field).parse().ok()
        }
        Filter {
            words: form.value("q").trim().chars().take(100).collect(),
            sector: sectors.iter().find(|s| s.key == form.value("sector")).cloned(),
            side: word(form, "side"),
            state: word(form, "state"),
        }
    }

    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.sector.is_none() && self.side.is_none() && self.state.is_none()
    }

    fn takes(&self, entry: &Entry) -> bool {
        self.sector.as_ref().is_none_or(|s| entry.sector_id == Some(s.id))
            && self.side.is_none_or(|s| entry.side == s)
            && self.state.is_none_or(|s| entry.state == s)
    }
}

/// The whole directory, as everybody sees it in a language.
struct Directory {
    sectors: Vec<Sector>,
    /// By name.
    entries: Vec<Entry>,
}

impl Directory {
    fn read(c: &mut Conn, locale: Locale) -> db::Result<Directory> {
        let (sectors, mut entries) = (sectors::all(c, locale)?, queries::entries(c)?);
        locale.sort_by_name(&mut entries, |e| &e.name);
        Ok(Directory { sectors, entries })
    }

    /// Those that have the words, whatever the rest of the filter.
    fn with_words(&self, c: &mut Conn, words: &str) -> db::Result<Vec<Entry>> {
        let folded = db::fold::words(words).join(" ");
        let found = db::search::find(c, words, "group", true, MOST_FOUND)?;
        let found: HashSet<GroupId> = found.iter().map(|f| GroupId(f.subject_id)).collect();
        let named =
            |e: &Entry| !folded.is_empty() && db::fold::words(&e.name_folded).join(" ").contains(&folded);
        Ok(self.entries.iter().filter(|e| found.contains(&e.id) || named(e)).cloned().collect())
    }
}

/// What one look at the directory reads.
struct Reading {
    directory: Arc<Directory>,
    filter: Filter,
    /// Where words were asked for: those that have them.
    found: Option<Vec<Entry>>,
}

impl Reading {
    fn read(c: &mut Conn, sharing: &Sharing, form: &Form, locale: Locale) -> Result<Reading> {
        let directory = sharing.get(locale.code(), || Directory::read(c, locale))?;
        let filter = Filter::of(form, &directory.sectors);
        let words = filter.words.as_str();
        let found = if words.is_empty() { None } else { Some(directory.with_words(c, words)?) };
        Ok(Reading { directory, filter, found })
    }

    fn entries(&self) -> &[Entry] {
        self.found.as_deref().unwrap_or(&self.directory.entries)
    }
}

#[derive(Template)]
#[template(path = "groups/index.html")]
struct Index {
    chrome: Chrome,
    form: Form,
    filter: Filter,
    directory: Arc<Directory>,
    sides: Vec<(&'static str, String)>,
    states: Vec<(&'static str, String)>,
    sector_names: Vec<(String, String)>,
    entries: Vec<Entry>,
    found: usize,
    page: i64,
    pages: i64,
}

impl Index {
    fn sector(&self, entry: &Entry) -> Option<&Sector> {
        self.directory.sectors.iter().find(|s| Some(s.id) == entry.sector_id)
    }

    /// The address of the same list on another page, up to the number.
    fn base(&self) -> String {
        let filter = &self.filter;
        let fields = [
            ("q", filter.words.as_str()),
            ("sector", filter.sector.as_ref().map_or("", |s| s.key.as_str())),
            ("side", filter.side.map_or("", Side::as_str)),
            ("state", filter.state.map_or("", GroupState::as_str)),
        ];
        let fields = fields.iter().filter(|(_, value)| !value.is_empty());
        let query: String =
            fields.map(|(name, value)| format!("{name}={}&", kit::page::encoded(value))).collect();
        format!("/groups?{query}page=")
    }
}

pub async fn index(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let (locale, asked, sharing) = (visitor.locale, form.clone(), Sharing::begin(&app, visitor.now));
    let reading = app.db.read(move |c| Reading::read(c, &sharing, &asked, locale)).await?;
    let chrome = visitor.chrome(Section::Groups);
    let choices = Choices { chrome: &chrome, filter: &reading.filter, entries: reading.entries() };
    let (sides, states, sector_names) =
        (choices.sides(), choices.states(), choices.sectors(&reading.directory.sectors));
    let chosen: Vec<&Entry> = reading.entries().iter().filter(|e| reading.filter.takes(e)).collect();
    let found = chosen.len();
    let pages = found.div_ceil(PAGE).max(1);
    let page = form.value("page").parse().unwrap_or(1).clamp(1, pages);
    let entries = chosen.into_iter().skip((page - 1) * PAGE).take(PAGE).cloned().collect();
    let (page, pages) = (page as i64, pages as i64);
    let Reading { directory, filter, .. } = reading;
    kit::page::show(&Index {
        chrome,
        form,
        filter,
        directory,
        sides,
        states,
        sector_names,
        entries,
        found,
        page,
        pages,
    })
}

/// The choices of the filter, each with how many groups it would leave beside the others.
struct Choices<'a> {
    chrome: &'a Chrome,
    filter: &'a Filter,
    entries: &'a [Entry],
}

impl Choices<'_> {
    fn count(&self, name: &str, filter: &Filter) -> String {
        let count = self.entries.iter().filter(|e| filter.takes(e)).count();
        self.chrome.t("groups-choice").with("name", name).with("count", count).to_string()
    }

    fn sides(&self) -> Vec<(&'static str, String)> {
        let name = |side: &Side| match side {
            Side::Organisations => self.chrome.t("kit-organisations").to_string(),
            Side::Citizens => self.chrome.t("groups-citizen-groups").to_string(),
        };
        let with = |side: &Side| Filter { side: Some(*side), ..self.filter.clone() };
        Side::ALL.iter().map(|s| (s.as_str(), self.count(&name(s), &with(s)))).collect()
    }

    fn states(&self) -> Vec<(&'static str, String)> {
        let name = |state: &GroupState| self.chrome.t(state.message()).to_string();
        let with = |state: &GroupState| Filter { state: Some(*state), ..self.filter.clone() };
        GroupState::ALL.iter().map(|s| (s.as_str(), self.count(&name(s), &with(s)))).collect()
    }

    fn sectors(&self, sectors: &[Sector]) -> Vec<(String, String)> {
        let with = |sector: &Sector| Filter { sector: Some(sector.clone()), ..self.filter.clone() };
        sectors.iter().map(|s| (s.key.clone(), self.count(&s.name, &with(s)))).collect()
    }
}
