//! The map for a wall, on one page: each sector is a round table, with a chair for each group. Empty chairs invite.

use super::shortage;
use super::standing::{Counts, Standing, standing};
use crate::Visitor;
use crate::groups::{self, Seated};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use kit::{App, Chrome, Community, Error, Markup, Result, Section, SectorId, page, qr};
use std::f64::consts::TAU;

/// Chairs around one table; of more groups each chair stands for several.
const CHAIRS: i64 = 12;
/// Chairs at a table that nobody is known for.
const FREE: i64 = 3;
/// So many names stand below a table, and below each of many tables.
const NAMES: i64 = 5;
const FEW_NAMES: i64 = 3;
/// So many tables have room for all names.
const ROOMY: usize = 12;

#[derive(Template)]
#[template(path = "map/poster.html")]
struct Poster {
    chrome: Chrome,
    tables: Vec<Table>,
    picture: Markup,
    /// Where one comes in, without `https://`.
    door: String,
    today: Date,
}

struct Table {
    name: String,
    /// None: the table of the groups of citizens.
    colour: i64,
    drawing: kit::look::Icon,
    is_citizens: bool,
    counts: Counts,
    chairs: Vec<Chair>,
    names: Vec<String>,
    more: i64,
    kinds: Option<&'static str>,
}

struct Chair {
    x: String,
    y: String,
    is_taken: bool,
}

impl Table {
    fn empty(&self) -> usize {
        self.chairs.iter().filter(|chair| !chair.is_taken).count()
    }

    fn is_gap(&self) -> bool {
        self.counts.present == 0
    }
}

impl Poster {
    /// More tables stand closer.
    fn density(&self) -> &'static str {
        if self.tables.len() > ROOMY { "dense" } else { "" }
    }

    /// How many are here, and how many are awaited, in words for those who don't see the chairs.
    fn says(&self, table: &Table) -> String {
        let said = self.chrome.t("map-poster-chairs").with("present", table.counts.present);
        said.with("empty", table.empty()).to_string()
    }
}

fn tables(standing: &Standing, seated: &[Seated], citizens: String) -> Vec<Table> {
    let names = if standing.sectors.len() < ROOMY { NAMES } else { FEW_NAMES };
    let table = |name: String, symbol: &str, colour: i64, id: Option<SectorId>, counts: Counts| {
        let here = seated.iter().filter(|s| s.sector_id == id).map(|s| s.name.clone());
        let names: Vec<String> = here.take(usize::try_from(names).unwrap_or_default()).collect();
        Table {
            name,
            colour,
            drawing: kit::look::icon(symbol),
            is_citizens: id.is_none(),
            chairs: chairs(counts),
            more: counts.present - names.len() as i64,
            names,
            kinds: None,
            counts,
        }
    };
    let sectors = standing.sectors.iter().map(|s| Table {
        kinds: shortage::kinds(&s.sector.key),
        ..table(s.sector.name.clone(), &s.sector.symbol, s.sector.colour, Some(s.sector.id), s.counts)
    });
    let kinds = Some("map-kinds-citizens");
    let citizens = Table { kinds, ..table(citizens, "citizens", 0, None, standing.citizens) };
    sectors.chain([citizens]).collect()
}

/// The chairs around a table, clockwise from the top, those that are taken first.
fn chairs(counts: Counts) -> Vec<Chair> {
    let (taken, empty) = shares(counts);
    let all = taken + empty;
    let chair = |n: i64| {
        let angle = TAU * n as f64 / all as f64;
        let (x, y) = (50.0 + 40.0 * angle.sin(), 50.0 - 40.0 * angle.cos());
        Chair { x: format!("{x:.1}"), y: format!("{y:.1}"), is_taken: n < taken }
    };
    (0..all).map(chair).collect()
}

/// How many chairs are taken and how many are empty. Whoever is here has one, and there is always one more.
fn shares(counts: Counts) -> (i64, i64) {
    let (present, outside) = (counts.present, counts.outside());
    let empty = if present + outside == 0 { FREE } else { outside.max(1) };
    let all = present + empty;
    if all <= CHAIRS {
        return (present, empty);
    }
    let taken = (present * CHAIRS).div_euclid(all).clamp(i64::from(present > 0), CHAIRS - 1);
    (taken, CHAIRS - taken)
}

pub async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let chrome = visitor.chrome(Section::Groups);
    let locale = chrome.locale;
    let (standing, seated) =
        app.db.read(move |c| Ok::<_, Error>((standing(c, locale)?, groups::seated(c, NAMES)?))).await?;
    let joins = visitor.community.as_deref().is_some_and(Community::joins_by_email);
    let door = app.settings.url(if joins { "/sign-in" } else { "/" });
    let poster = Poster {
        tables: tables(&standing, &seated, chrome.t("map-citizens").to_string()),
        picture: qr::svg(&door, &chrome.t("map-poster-picture").to_string())?,
        door: door
            .trim_start_matches("https://")
            .trim_start_matches("http://")
            .trim_end_matches('/')
            .to_owned(),
        today: chrome.today(),
        chrome,
    };
    page::show(&poster)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(present: i64, listed: i64) -> Counts {
        Counts { present, listed, ..Counts::default() }
    }

    #[test]
    fn there_is_always_an_empty_chair_and_one_for_whoever_is_here() {
        assert_eq!(shares(counts(0, 0)), (0, 3));
        assert_eq!(shares(counts(4, 0)), (4, 1));
        assert_eq!(shares(counts(4, 5)), (4, 5));
        assert_eq!(shares(counts(1, 500)), (1, 11));
        assert_eq!(shares(counts(500, 1)), (11, 1));
        assert_eq!(shares(counts(0, 40)), (0, 12));
    }
}
