//! The directory: all groups by name, narrowed down by words, sector, side and state.

use super::group::{Entry, GroupState};
use super::queries;
use crate::Visitor;
use crate::sectors::{self, Sector};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Form, GroupId, Locale, Result, Section, Side};
use std::collections::HashSet;
use std::str::FromStr;

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

/// What one look at the directory reads.
struct Reading {
    sectors: Vec<Sector>,
    filter: Filter,
    /// Those that have the words, whatever the rest of the filter.
    entries: Vec<Entry>,
}

fn read(c: &mut Conn, form: &Form, locale: Locale) -> db::Result<Reading> {
    let sectors = sectors::all(c, locale)?;
    let filter = Filter::of(form, &sectors);
    let mut entries = queries::entries(c)?;
    let folded = db::fold::words(&filter.words).join(" ");
    if !filter.words.is_empty() {
        let found = db::search::find(c, &filter.words, "group", true, MOST_FOUND)?;
        let found: HashSet<GroupId> = found.iter().map(|f| GroupId(f.subject_id)).collect();
        let named =
            |e: &Entry| !folded.is_empty() && db::fold::words(&e.name_folded).join(" ").contains(&folded);
        entries.retain(|e| found.contains(&e.id) || named(e));
    }
    Ok(Reading { sectors, filter, entries })
}

#[derive(Template)]
#[template(path = "groups/index.html")]
struct Index {
    chrome: Chrome,
    form: Form,
    filter: Filter,
    sectors: Vec<Sector>,
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
        self.sectors.iter().find(|s| Some(s.id) == entry.sector_id)
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
    let (locale, asked) = (visitor.locale, form.clone());
    let Reading { sectors, filter, entries } = app.db.read(move |c| read(c, &asked, locale)).await?;
    let chrome = visitor.chrome(Section::Groups);
    let choices = Choices { chrome: &chrome, filter: &filter, entries: &entries };
    let (sides, states, sector_names) = (choices.sides(), choices.states(), choices.sectors(&sectors));
    let mut chosen: Vec<Entry> = entries.iter().filter(|e| filter.takes(e)).cloned().collect();
    let found = chosen.len();
    let pages = found.div_ceil(PAGE).max(1);
    let page = form.value("page").parse().unwrap_or(1).clamp(1, pages);
    locale.sort_by_name(&mut chosen, |e| &e.name);
    let entries = chosen.into_iter().skip((page - 1) * PAGE).take(PAGE).collect();
    let (page, pages) = (page as i64, pages as i64);
    kit::page::show(&Index {
        chrome,
        form,
        filter,
        sectors,
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
