//! The months as columns: organisations below, groups of citizens above them, and at the end how it is now.

use super::history::Month;
use askama::Template;
use kit::{Chrome, Markup};

const HEIGHT: f64 = 96.0;
const STEP: f64 = 26.0;
const WIDTH: f64 = 18.0;

#[derive(Template)]
#[template(path = "map/chart.svg", escape = "html")]
struct Picture {
    width: String,
    title: String,
    description: String,
    columns: Vec<Column>,
    /// What stands below the first and the last column.
    from: String,
    now: String,
    end: String,
}

struct Column {
    x: String,
    width: String,
    organisations: (String, String),
    citizens: (String, String),
    total: i64,
    above: String,
    middle: String,
}

/// The last of the months is now.
pub fn chart(months: &[Month], chrome: &Chrome) -> Markup {
    let most = months.iter().map(|m| m.organisations + m.citizens).max().unwrap_or(0).max(1);
    let scale = HEIGHT / most as f64;
    let columns: Vec<Column> = months.iter().enumerate().map(|(at, m)| column(at, m, scale)).collect();
    let width = STEP * columns.len() as f64 + 8.0;
    let day = |m: &Month| chrome.date_text(&chrome.local(m.at).date());
    let said = |m: &Month| {
        let said = chrome.t("map-month-said").with("day", day(m));
        said.with("organisations", m.organisations).with("citizens", m.citizens).to_string()
    };
    let picture = Picture {
        width: format!("{width:.0}"),
        title: chrome.t("map-months").to_string(),
        description: months.iter().map(said).collect::<Vec<_>>().join(" "),
        from: months.first().map(day).unwrap_or_default(),
        now: chrome.t("map-now").to_string(),
        end: format!("{:.0}", width - 4.0),
        columns,
    };
    // A template of ours without input that could fail; nothing is better than half a picture.
    Markup(picture.render().unwrap_or_default())
}

fn column(at: usize, month: &Month, scale: f64) -> Column {
    let x = 4.0 + STEP * at as f64;
    let organisations = month.organisations as f64 * scale;
    let citizens = month.citizens as f64 * scale;
    let top = 16.0 + HEIGHT - organisations;
    Column {
        x: format!("{x:.0}"),
        width: format!("{WIDTH:.0}"),
        organisations: (format!("{top:.1}"), format!("{organisations:.1}")),
        citizens: (format!("{:.1}", top - citizens), format!("{citizens:.1}")),
        total: month.organisations + month.citizens,
        above: format!("{:.1}", top - citizens - 4.0),
        middle: format!("{:.0}", x + WIDTH / 2.0),
    }
}
