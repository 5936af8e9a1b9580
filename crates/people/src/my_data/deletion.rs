//! Asking for one's account to be deleted: what becomes of the posts and when is chosen, what follows is told, and
//! it is asked once more.

use super::leaving::{self, JOB};
use super::letters::Writer;
use super::queries::{self, Alone};
use crate::sessions::{self, cookie};
use crate::{Member, Proven, persons, roles};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::{Conn, jobs};
use jiff::{SignedDuration, Timestamp};
use kit::personal::Fate;
use kit::{App, Chrome, Error, Form, Problem, Result, Section, outbox, page, retention};

kit::period!("leaving", place 70, 7 days of 1 to 60, keep);

/// Whoever waits to be deleted is looked at when their time comes, by a job of their own.
fn keep(_: &mut Conn, _: Timestamp) -> Result<()> {
    Ok(())
}

db::words! {
    /// When it is done.
    pub enum When {
        /// After some days, in which one may come back.
        Later = "later",
        Now = "now",
    }
}

/// What follows for others.
struct Consequences {
    last_steward: bool,
    alone_for: Vec<Alone>,
    days: i64,
}

impl Consequences {
    fn of(c: &mut Conn, member: &Member) -> Result<Consequences> {
        Ok(Consequences {
            last_steward: roles::is_last_steward(c, member.person.role)?,
            alone_for: queries::alone_for(c, member.id())?,
            days: retention::days(c, "leaving")?,
        })
    }
}

#[derive(Template)]
#[template(path = "my_data/deletion.html")]
struct DeletionPage {
    chrome: Chrome,
    form: Form,
    follows: Consequences,
    /// Chosen, and asked once more.
    sure: Option<(Fate, When)>,
}

impl DeletionPage {
    async fn of(app: &App, member: &Member, form: Form, sure: Option<(Fate, When)>) -> Result<DeletionPage> {
        let who = member.clone();
        let follows = app.db.read(move |c| Consequences::of(c, &who)).await?;
        Ok(DeletionPage { chrome: member.chrome(Section::Account), form, follows, sure })
    }

    fn fates(&self) -> Vec<(&'static str, String)> {
        let says = [(Fate::Stay, "my-data-posts-stay"), (Fate::Go, "my-data-posts-go")];
        says.map(|(fate, key)| (fate.as_str(), self.chrome.t(key).to_string())).into()
    }

    fn times(&self) -> Vec<(&'static str, String)> {
        let later = self.chrome.t("my-data-when-later").with("days", self.follows.days).to_string();
        vec![
            (When::Later.as_str(), later),
            (When::Now.as_str(), self.chrome.t("my-data-when-now").to_string()),
        ]
    }

    fn names(&self) -> [(&'static str, String); 2] {
        [("posts", "my-data-posts"), ("when", "my-data-when")]
            .map(|(field, key)| (field, self.chrome.t(key).to_string()))
    }

    /// What was chosen, in a sentence each.
    fn chosen(&self) -> Vec<String> {
        let Some((fate, when)) = self.sure else { return Vec::new() };
        let says = |options: Vec<(&'static str, String)>, value: &str| {
            options.into_iter().find(|(v, _)| *v == value).map(|(_, says)| says)
        };
        [says(self.fates(), fate.as_str()), says(self.times(), when.as_str())].into_iter().flatten().collect()
    }
}

pub async fn new(State(app): State<App>, member: Member) -> Result<Response> {
    let form = Form::with(&[("posts", "stay"), ("when", "later")]);
    page::show(&DeletionPage::of(&app, &member, form, None).await?)
}

pub async fn create(State(app): State<App>, Proven(member): Proven, mut form: Form) -> Result<Response> {
    let (fate, when) = (form.choice::<Fate>("posts"), form.choice::<When>("when"));
    let (Some(fate), Some(when)) = (fate, when) else {
        return page::invalid(&DeletionPage::of(&app, &member, form, None).await?);
    };
    if form.value("sure").is_empty() {
        return page::show(&DeletionPage::of(&app, &member, form, Some((fate, when))).await?);
    }
    let house = app.clone();
    app.db.write(move |c| ask(c, &house, &member, fate, when)).await?;
    let key = match when {
        When::Later => "my-data-leaving-waits",
        When::Now => "my-data-leaving-now",
    };
    let mut response = page::see("/")?;
    cookie::set_session(response.headers_mut(), &app.settings, "");
    cookie::set_flash(response.headers_mut(), &app.settings, key);
    Ok(response)
}

/// Sets it down, and signs the person out everywhere.
fn ask(c: &mut Conn, app: &App, member: &Member, fate: Fate, when: When) -> Result<()> {
    let (person, now) = (member.id(), member.now);
    if roles::is_last_steward(c, member.person.role)? {
        return Err(Error::Conflict(Problem::new("roles-last-steward")));
    }
    let days = if when == When::Now { 0 } else { retention::days(c, "leaving")? };
    let due = now + SignedDuration::from_hours(24 * days);
    persons::wish_to_leave(c, person, now, due, fate)?;
    sessions::end_all(c, person)?;
    jobs::enqueue(c, JOB, &leaving::payload(person), due)?;
    if when == When::Later {
        let own = persons::by_id(c, person)?.ok_or(Error::NotFound)?;
        let writer = Writer::of(app, member, &own);
        outbox::send(c, &writer.waits(own.email.as_deref().unwrap_or_default(), due), now)?;
    }
    Ok(())
}
