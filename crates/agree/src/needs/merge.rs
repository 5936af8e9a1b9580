//! Two needs that are one: a guide merges them. Everybody who joined either shares the other, the days
//! on which they joined and their notes stay, and the old address leads to the new one.

use super::adding::happening;
use super::alike::{Alike, alike};
use super::pages::see_and_say;
use super::{Listed, Need, NeedId, listing, queries};
use crate::agenda;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use db::{Conn, search};
use jiff::Timestamp;
use kit::{App, Chrome, Error, Form, Problem, Result, Section, Voice, activity};
use people::Guide;
use people::notices::{self, Notice};
use serde::Deserialize;

db::row! {
    /// A need that became part of another, as its trace shows it.
    #[derive(Debug, Clone)]
    pub struct Merged {
        pub id: NeedId,
        pub title: String,
        pub locale: String,
        pub merged_at: Timestamp,
        pub by_name: Option<String>,
        /// How many shared it then.
        pub supporters: i64,
    }
}

/// Makes one need part of another.
pub fn merge(c: &mut Conn, source: NeedId, target: NeedId, by: &Voice, now: Timestamp) -> Result<()> {
    let (from, into) = (queries::by_id(c, source)?, queries::by_id(c, target)?);
    if from.merged_into == Some(target) {
        return Ok(());
    }
    if source == target || from.merged_into.is_some() || into.merged_into.is_some() {
        return Err(Error::Conflict(Problem::new("needs-was-merged")));
    }
    queries::copy_supports(c, source, target)?;
    queries::remove_supports(c, source)?;
    queries::recount(c, target)?;
    queries::set_merged(c, source, target, now, by.person)?;
    queries::hand_merged_on(c, source, target)?;
    agenda::move_subject(c, "need", source.0, target.0)?;
    search::remove(c, "need", source.0)?;
    activity::record(c, by, happening("need.merged", target, &from.title), now)?;
    tell_author(c, &from, &into, by, now)
}

/// Whoever named the need that is gone hears where it went.
fn tell_author(c: &mut Conn, from: &Need, into: &Need, by: &Voice, now: Timestamp) -> Result<()> {
    if from.person_id == by.person {
        return Ok(());
    }
    let (path, title) = (into.path(), into.title.as_str());
    let notice =
        Notice { kind: "need-merged", subject: ("need", into.id.0), path: &path, title, by_name: &by.name };
    Ok(notices::tell(c, from.person_id, notice, now)?)
}

#[derive(Deserialize)]
pub struct Sought {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "needs/merge.html")]
struct MergePage {
    chrome: Chrome,
    form: Form,
    need: Need,
    q: String,
    alike: Vec<Alike>,
    found: Vec<Listed>,
}

impl MergePage {
    /// Those that read alike, then those that were looked for.
    fn targets(&self) -> Vec<(String, String)> {
        let found = self.found.iter().filter(|f| self.alike.iter().all(|a| a.need.id != f.id));
        let all = self.alike.iter().map(|a| &a.need).chain(found);
        all.map(|need| (need.id.to_string(), self.words(need))).collect()
    }

    fn words(&self, need: &Listed) -> String {
        self.chrome
            .t("needs-merge-target")
            .with("title", &need.title)
            .with("count", need.supporters)
            .to_string()
    }
}

pub async fn new(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<NeedId>,
    Query(sought): Query<Sought>,
) -> Result<Response> {
    let page = page(&app, &guide, id, sought.q, Form::default()).await?;
    kit::page::show(&page)
}

async fn page(app: &App, guide: &Guide, id: NeedId, q: String, form: Form) -> Result<MergePage> {
    let chrome = guide.chrome(Section::Needs);
    app.db
        .read(move |c| {
            let need = queries::by_id(c, id)?;
            if need.merged_into.is_some() {
                return Err(Error::Conflict(Problem::new("needs-was-merged")));
            }
            let alike = alike(c, &need.title, &need.body, Some(id))?;
            let found = looked_for(c, &q, id)?;
            Ok(MergePage { chrome, form, need, q, alike, found })
        })
        .await
}

fn looked_for(c: &mut Conn, q: &str, except: NeedId) -> Result<Vec<Listed>> {
    let found = search::find(c, q, "need", true, 12)?;
    let ids: Vec<NeedId> = found.iter().map(|f| NeedId(f.subject_id)).filter(|id| *id != except).collect();
    if ids.is_empty() { Ok(Vec::new()) } else { listing::of_ids(c, &ids) }
}

pub async fn create(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<NeedId>,
    mut form: Form,
) -> Result<Response> {
    let Some(target) = form.choice::<NeedId>("target").filter(|target| *target != id) else {
        let q = form.value("q").to_owned();
        return kit::page::invalid(&page(&app, &guide, id, q, form).await?);
    };
    let (voice, now) = (guide.own_voice().clone(), guide.now);
    app.db.write(move |c| merge(c, id, target, &voice, now)).await?;
    see_and_say(&app, &target.path(), "needs-merged")
}
