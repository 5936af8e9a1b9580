//! Upload, look, add.

use super::rows::{Listing, MOST_ROWS, Row, read, same};
use crate::agenda::item::{self, NewItem};
use crate::agenda::{Day, ItemId, choices, keeping, queries};
use askama::Template;
use axum::extract::State;
use axum::extract::multipart::{Multipart, MultipartError, MultipartRejection};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::form::web_address;
use kit::{App, Chrome, Error, Form, Problem, Result, Section, Voice};
use people::Member;
use std::collections::HashSet;

#[derive(Template)]
#[template(path = "agenda/import/start.html")]
struct StartPage {
    chrome: Chrome,
    form: Form,
}

pub async fn start(State(app): State<App>, member: Member) -> Result<Response> {
    let chrome = member.chrome(Section::Agenda);
    app.db.read(move |c| keeping::must_keep(c, &member)).await?;
    kit::page::show(&StartPage { chrome, form: Form::default() })
}

#[derive(Template)]
#[template(path = "agenda/import/preview.html")]
struct PreviewPage {
    chrome: Chrome,
    form: Form,
    listing: Listing,
    /// The rows as the next form carries them.
    carried: String,
    voices: Vec<(String, String)>,
}

impl PreviewPage {
    fn odd(&self) -> usize {
        self.listing.rows.iter().filter(|row| !row.oddities.is_empty()).count()
    }

    /// `8 December 2026`, or from one day to another.
    fn days(&self, row: &Row) -> String {
        let days = [&row.on_day, &row.until_day].into_iter().filter_map(|day| Day::read(day));
        days.map(|day| self.chrome.date_text(&day.0)).collect::<Vec<_>>().join(" – ")
    }

    fn oddities(&self, row: &Row) -> Vec<String> {
        row.oddities.iter().map(|odd| odd.says(&self.chrome)).collect()
    }
}

/// Who may not keep the register is told so before anything of the file is read.
pub async fn preview(
    State(app): State<App>,
    member: Member,
    upload: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Response> {
    let chrome = member.chrome(Section::Agenda);
    let (voices, there) = app
        .db
        .read(move |c| Ok::<_, Error>((keeping::must_keep(c, &member)?, queries::titles_and_days(c)?)))
        .await?;
    let file = file_in(upload.map_err(|_| Error::Invalid(Problem::new("kit-form-unreadable")))?).await?;
    let listing = match file.map_or_else(|| Err(Problem::new("agenda-list-missing")), |f| read(&f, &there)) {
        Ok(listing) => listing,
        Err(problem) => {
            let mut form = Form::default();
            form.add("file", problem);
            return kit::page::invalid(&StartPage { chrome, form });
        }
    };
    let carried = serde_json::to_string(&listing.rows).map_err(|e| Error::Bug(e.to_string()))?;
    let voices = choices(&chrome, &voices);
    kit::page::show(&PreviewPage { chrome, form: Form::default(), listing, carried, voices })
}

/// The bytes of the field `file`; `None` where nothing was chosen.
async fn file_in(mut upload: Multipart) -> Result<Option<Vec<u8>>> {
    let unreadable = |e: MultipartError| match e.status().as_u16() {
        413 => Error::TooLarge,
        _ => Error::Invalid(Problem::new("kit-form-unreadable")),
    };
    while let Some(field) = upload.next_field().await.map_err(unreadable)? {
        if field.name() == Some("file") {
            let bytes = field.bytes().await.map_err(unreadable)?.to_vec();
            return Ok(Some(bytes).filter(|bytes| !bytes.is_empty()));
        }
    }
    Ok(None)
}

pub async fn create(State(app): State<App>, member: Member, form: Form) -> Result<Response> {
    let now = member.now;
    let take = move |c: &mut Conn| {
        let keeping = keeping::must_keep(c, &member)?;
        let rows = taken(&form)?;
        let not_yours = || Error::Invalid(Problem::new("people-not-your-voice"));
        let chosen = member.voice(&mut form.clone()).ok_or_else(not_yours)?;
        let voice = keeping.iter().find(|v| **v == chosen).or(keeping.first()).ok_or(Error::Forbidden)?;
        add_all(c, &rows, member.locale.code(), voice, now)
    };
    app.db.write(take).await?;
    kit::page::see("/agenda")
}

/// The rows that were ticked, as items: what came back from a browser is checked like anything typed.
fn taken(form: &Form) -> Result<Vec<Row>> {
    let unreadable = || Error::Invalid(Problem::new("kit-form-unreadable"));
    let rows: Vec<Row> = serde_json::from_str(form.value("rows")).map_err(|_| unreadable())?;
    let ticked: HashSet<usize> = form.values("row").filter_map(|line| line.parse().ok()).collect();
    let is_sound = |row: &Row| {
        let title = row.title.chars().count();
        (1..=200).contains(&title) && row.body.chars().count() <= kit::markdown::LONGEST
    };
    Ok(rows.into_iter().take(MOST_ROWS).filter(|row| ticked.contains(&row.line) && is_sound(row)).collect())
}

/// Adds the rows, with one line in the log. A form sent twice finds its rows there and adds nothing.
fn add_all(c: &mut Conn, rows: &[Row], locale: &str, by: &Voice, now: Timestamp) -> Result<()> {
    let day = |day: &Option<Day>| day.map(|d| d.to_string()).unwrap_or_default();
    let there = queries::titles_and_days(c)?;
    let mut there: HashSet<_> = there.iter().map(|(title, on)| same(title, &day(on))).collect();
    let mut added: Vec<ItemId> = Vec::new();
    for row in rows.iter().filter(|row| there.insert(same(&row.title, &row.on_day))) {
        added.extend(item::insert(c, &new_item(row, locale), None, by, now)?);
    }
    match added.first() {
        Some(first) => item::record(c, by, "agenda.imported", *first, &added.len().to_string(), now),
        None => Ok(()),
    }
}

fn new_item(row: &Row, locale: &str) -> NewItem {
    NewItem {
        title: row.title.clone(),
        body: row.body.clone(),
        link: web_address(&row.link).filter(|_| !row.link.is_empty()).unwrap_or_default(),
        locale: locale.into(),
        on_day: Day::read(&row.on_day),
        until_day: Day::read(&row.until_day),
    }
}
