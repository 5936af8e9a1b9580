//! All components in all states, with sample content, for those who build pages: `/design`, in
//! development only. `?theme=dark` and `?theme=light` override the system's choice, `?guest` shows
//! the header of a stranger, `?founding` the strip of the founding circle.

use super::icons;
use crate::{App, Badge, Chrome, Error, Form, Locale, Problem, Result, Role, Section, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "design.html")]
struct Design {
    chrome: Chrome,
    theme: String,
    form: Form,
    faulty: Form,
    ballot: Form,
    sectors: Vec<(&'static str, &'static str)>,
    symbols: Vec<&'static str>,
    signs: Vec<&'static str>,
    newer: Option<&'static str>,
    older: Option<&'static str>,
    page: i64,
    pages: i64,
    colours: [&'static str; 11],
}

const SECTORS: [&str; 9] = [
    "Education",
    "Culture",
    "Sport",
    "Health and care",
    "Business",
    "Local authority",
    "Civil society",
    "Faith",
    "Media",
];

pub async fn show(State(app): State<App>, Query(asked): Query<HashMap<String, String>>) -> Result<Response> {
    if !app.settings.development {
        return Err(Error::NotFound);
    }
    page::show(&design(&asked, app.now()))
}

fn design(asked: &HashMap<String, String>, now: Timestamp) -> Design {
    let mut faulty = Form::with(&[("title", "Bus"), ("body", "The last one leaves at **18:10**.")]);
    faulty.add("title", Problem::new("kit-form-too-short").with("min", 5));
    faulty.add("side", Problem::new("kit-form-choose"));
    Design {
        chrome: sample_chrome(asked, now),
        theme: asked.get("theme").cloned().unwrap_or_default(),
        form: Form::with(&[("side", "citizens"), ("voice", "5"), ("topics", "bus")]),
        faulty,
        ballot: Form::with(&[("vote", "yes")]),
        sectors: icons::symbols().zip(SECTORS).collect(),
        symbols: icons::symbols().collect(),
        signs: icons::signs().collect(),
        newer: Some("#newer"),
        older: Some("#older"),
        page: 5,
        pages: 9,
        colours: [
            "paper", "sheet", "tint", "line", "edge", "ink", "ink-soft", "madder", "indigo", "ochre", "moss",
        ],
    }
}

fn sample_chrome(asked: &HashMap<String, String>, now: Timestamp) -> Chrome {
    let marta = Badge {
        name: "Marta".into(),
        unread: 3,
        role: Role::Guide,
        paused: false,
        second_step_due: None,
        agreements_due: None,
    };
    Chrome {
        locale: asked.get("lang").and_then(|code| Locale::find(code)).unwrap_or_else(Locale::english),
        town: asked.get("town").cloned().unwrap_or_else(|| "Kővölgy".into()),
        founding: asked.contains_key("founding"),
        path: "/design".into(),
        section: Section::Home,
        viewer: (!asked.contains_key("guest")).then_some(marta),
        flash: asked.contains_key("flash").then(|| "kit-saved".into()),
        now,
        zone: TimeZone::UTC,
        development: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(query: &[(&str, &str)]) -> String {
        let asked = query.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        design(&asked, Timestamp::UNIX_EPOCH).render().unwrap()
    }

    #[test]
    fn the_page_keeps_the_policy_and_lacks_no_word() {
        for query in [&[("lang", "en"), ("founding", "")], &[("lang", "hu"), ("guest", "")]] {
            let html = page(query);
            assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
            assert!(!html.contains(">kit-") && !html.contains("\"kit-"), "a message is missing");
        }
    }

    #[test]
    fn a_fault_is_tied_to_its_field() {
        let html = page(&[]);
        assert!(html.contains(r#"aria-describedby="title-error title-hint""#));
        assert!(html.contains("Title: At least 5 letters, please."));
    }
}
