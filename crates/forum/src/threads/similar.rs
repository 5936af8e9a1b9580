//! Threads that read like one that somebody is about to open.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::{Conn, search};
use kit::likeness::{ALIKE, Background, Reading};
use kit::{App, Chrome, Form, Section};
use people::Member;

/// So many are shown; one look is enough.
const MOST: usize = 4;

/// A thread that reads alike.
#[derive(Debug, Clone)]
pub struct Similar {
    pub path: String,
    pub title: String,
}

/// A title of fewer letters says too little.
const LEAST: usize = 4;

/// Part of the form, for whoever is typing a title.
#[derive(Template)]
#[template(path = "threads/similar.html")]
struct Twins {
    chrome: Chrome,
    similar: Vec<Similar>,
}

pub async fn show(State(app): State<App>, member: Member, asked: Form) -> kit::Result<Response> {
    member.pace(&app)?;
    let title: String = kit::form::clean(asked.value("q")).trim().chars().take(140).collect();
    let circle = member.sees_circle();
    let similar = match title.chars().count() < LEAST {
        true => Vec::new(),
        false => app.db.read(move |c| find(c, &title, "", circle)).await?,
    };
    kit::page::show(&Twins { chrome: member.chrome(Section::Forum), similar })
}

/// The likest threads that somebody may see. What both say counts, or their titles alone: first posts may
/// differ a lot in one and the same matter.
pub fn find(c: &mut Conn, title: &str, body: &str, circle: bool) -> db::Result<Vec<Similar>> {
    let background = Background::default();
    let [whole, short] = [body, ""].map(|body| Reading::of(title, body, &background));
    let mut found: Vec<(f64, Similar)> = Vec::new();
    for other in search::like(c, &short.beginnings(), "thread", circle, 20)? {
        let [whole_other, short_other] =
            [other.body.as_str(), ""].map(|body| Reading::of(&other.title, body, &background));
        let score = whole.likeness(&whole_other).score.max(short.likeness(&short_other).score);
        if score >= ALIKE {
            found.push((score, Similar { path: other.path, title: other.title }));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    Ok(found.into_iter().take(MOST).map(|(_, similar)| similar).collect())
}
