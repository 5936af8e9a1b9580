//! The list, as one text that guides change.

use super::queries;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use db::fold::fold;
use jiff::Timestamp;
use kit::{App, Chrome, Form, Problem, Result, Section};
use people::Guide;
use people::sessions::cookie;
use std::ops::RangeInclusive;

/// All of them are looked for in each text of a newcomer.
const MOST: usize = 300;

/// In characters: a shorter one would stand everywhere.
const LENGTH: RangeInclusive<usize> = 4..=80;

#[derive(Template)]
#[template(path = "patterns/edit.html")]
struct EditPage {
    chrome: Chrome,
    form: Form,
}

impl EditPage {
    fn new(guide: &Guide, form: Form) -> EditPage {
        EditPage { chrome: guide.chrome(Section::Forum), form }
    }
}

/// One pattern a line, folded; the first line that can't be one is a problem beside the field.
fn parsed(form: &mut Form) -> Option<Vec<String>> {
    let text = form.text("patterns", 0..=MOST * LENGTH.end());
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if let Some(bad) = lines.iter().find(|line| !LENGTH.contains(&line.chars().count())) {
        let shown: String = bad.chars().take(40).collect();
        form.add("patterns", Problem::new("patterns-length").with("line", shown));
    }
    if lines.len() > MOST {
        form.add("patterns", Problem::new("patterns-most").with("most", MOST as i64));
    }
    form.is_valid().then(|| lines.into_iter().map(fold).collect())
}

fn put(c: &mut Conn, patterns: &[String], now: Timestamp) -> Result<()> {
    queries::clear(c)?;
    for pattern in patterns {
        queries::insert(c, pattern, now)?;
    }
    Ok(())
}

pub async fn edit(State(app): State<App>, guide: Guide) -> Result<Response> {
    let patterns = app.db.read(queries::all).await?.join("\n");
    kit::page::show(&EditPage::new(&guide, Form::with(&[("patterns", &patterns)])))
}

pub async fn update(State(app): State<App>, guide: Guide, mut form: Form) -> Result<Response> {
    let Some(patterns) = parsed(&mut form) else {
        return kit::page::invalid(&EditPage::new(&guide, form));
    };
    let now = guide.now;
    app.db.write(move |c| put(c, &patterns, now)).await?;
    let mut response = kit::page::see("/moderation")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "patterns-kept");
    Ok(response)
}
