//! Opening the platform: a step with a summary, taken once, by a guide.

use super::queries;
use super::readiness::{Point, Readiness};
use crate::{charter, community, focuses};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::community::JoinBy;
use kit::{App, Chrome, Error, Form, Problem, Result, Scope, Section, Voice};
use people::{Guide, Proven};

/// Makes the platform public. What was settled before is provisional from now on, and the decisions
/// that ratify it open with it.
pub fn open(c: &mut Conn, join_by: JoinBy, by: &Voice, now: Timestamp) -> Result<()> {
    open_doors(c, by, now)?;
    queries::set_join_by(c, join_by)?;
    charter::open_ratification(c, by, now)?;
    focuses::open_ratifications(c, by, now)
}

/// The opening itself, where the ratification is put to a vote later.
pub fn open_doors(c: &mut Conn, by: &Voice, now: Timestamp) -> Result<()> {
    if queries::open(c, now)? == 0 {
        return Err(Error::Conflict(Problem::new("founding-open-already")));
    }
    let title = kit::community::load(c)?.map(|community| community.name).unwrap_or_default();
    let (kind, subject) = ("community.opened", ("community", 1));
    activity::record(c, by, Happening { kind, subject, title: &title, scope: Scope::Open }, now)?;
    focuses::mark_provisional(c)?;
    Ok(())
}

#[derive(Template)]
#[template(path = "founding/opening.html")]
struct OpeningPage {
    chrome: Chrome,
    form: Form,
    readiness: Readiness,
    /// The titles of the focuses that are to be ratified.
    focuses: Vec<String>,
}

impl OpeningPage {
    fn find(c: &mut Conn, guide: &Guide, form: Form) -> Result<OpeningPage> {
        let readiness = Readiness::find(c, guide.locale)?;
        let focuses = focuses::active(c)?.into_iter().map(|focus| focus.title).collect();
        Ok(OpeningPage { chrome: guide.chrome(Section::Home), form, readiness, focuses })
    }

    /// What is missing, as the list says it.
    fn missing(&self) -> Vec<Point> {
        self.readiness.points().into_iter().filter(|point| !point.is_done()).collect()
    }

    fn says(&self, point: &Point) -> String {
        let key = format!("founding-ready-{}", point.key); // messages: founding-ready-*
        self.chrome.t(&key).with("count", point.count).to_string()
    }

    fn ways_in(&self) -> Vec<(&'static str, String)> {
        community::ways_in(&self.chrome)
    }

    fn settles_something(&self) -> bool {
        self.readiness.charter.is_some() || !self.focuses.is_empty()
    }
}

async fn page(app: &App, guide: Guide, form: Form) -> Result<OpeningPage> {
    app.db.read(move |c| OpeningPage::find(c, &guide, form)).await
}

pub async fn new(State(app): State<App>, guide: Guide) -> Result<Response> {
    if !guide.community()?.is_founding() {
        return kit::page::see("/");
    }
    kit::page::show(&page(&app, guide, Form::with(&[("join_by", JoinBy::Email.as_str())])).await?)
}

pub async fn create(State(app): State<App>, guide: Guide, _: Proven, mut form: Form) -> Result<Response> {
    if !guide.community()?.is_founding() {
        return kit::page::see("/");
    }
    let join_by = form.choice::<JoinBy>("join_by");
    if form.value("sure") != "yes" {
        form.add("sure", Problem::new("founding-opening-sure-missing"));
    }
    let Some(join_by) = join_by.filter(|_| form.is_valid()) else {
        return kit::page::invalid(&page(&app, guide, form).await?);
    };
    let (voice, now) = (guide.own_voice().clone(), guide.now);
    app.db.write(move |c| open(c, join_by, &voice, now)).await?;
    app.community_changed().await?;
    kit::page::see("/")
}
