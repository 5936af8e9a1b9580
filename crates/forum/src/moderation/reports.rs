//! Direct messages that one of their readers showed to the guides. Guides see that message alone; they leave it, warn who
//! wrote it, or pause them, as with a post, and the one concerned may appeal as usual.

use super::act::Kind;
use super::case::Deed;
use super::{acting, answers, queries};
use crate::correspondence::{self, MessageId, Reported};
use crate::posts::Reason;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, Locale, Problem, Result, Section};
use people::notices::{self, Notice};
use people::sessions::cookie;
use people::{Guide, persons};

const MOST: i64 = 50;

/// What a form says for leaving it.
const NOTHING: &str = "nothing";

#[derive(Template)]
#[template(path = "moderation/reports.html")]
struct ReportsPage {
    chrome: Chrome,
    form: Form,
    /// The message that the form is about.
    tried: Option<MessageId>,
    reports: Vec<Reported>,
}

impl ReportsPage {
    fn deeds(&self) -> Vec<(String, String)> {
        let nothing = (NOTHING.to_owned(), self.chrome.t("moderation-dismiss").to_string());
        let deeds = deeds().map(|deed| (deed.value(), deed.label(&self.chrome)));
        std::iter::once(nothing).chain(deeds).collect()
    }

    fn is_tried(&self, report: &Reported) -> bool {
        self.tried == Some(report.message_id)
    }
}

/// What may be done where there is no post to hide. Blocking stays with posts, which everybody can look up.
fn deeds() -> impl Iterator<Item = Deed> {
    Deed::all().into_iter().filter(|deed| matches!(deed.kind, Kind::Warned | Kind::Paused))
}

async fn page(app: &App, guide: &Guide, form: Form, tried: Option<MessageId>) -> Result<ReportsPage> {
    let id = guide.id();
    let reports = app.db.read(move |c| correspondence::open_reports(c, id, MOST)).await?;
    Ok(ReportsPage { chrome: guide.chrome(Section::Forum), form, tried, reports })
}

pub async fn index(State(app): State<App>, guide: Guide) -> Result<Response> {
    kit::page::show(&page(&app, &guide, Form::default(), None).await?)
}

pub async fn create(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<MessageId>,
    mut form: Form,
) -> Result<Response> {
    let chosen = form.value("deed").to_owned();
    let deed = deeds().find(|deed| deed.value() == chosen);
    let words = form.text("words", 0..=3000);
    if deed.is_none() && chosen != NOTHING {
        form.add("deed", Problem::new("kit-form-choose"));
    }
    if !form.is_valid() {
        return kit::page::invalid(&page(&app, &guide, form, Some(id)).await?);
    }
    app.db.write(move |c| settle(c, id, &guide, deed, &words)).await?;
    let mut response = kit::page::see("/moderation/reports")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "moderation-done");
    Ok(response)
}

/// Does it, and lets those who reported it know that somebody looked.
fn settle(c: &mut Conn, id: MessageId, guide: &Guide, deed: Option<Deed>, words: &str) -> Result<()> {
    let reports = correspondence::reported(c, id)?;
    let Some(first) = reports.first() else { return Err(Error::NotFound) };
    ensure(first.writer_id != guide.id() && reports.iter().all(|r| r.by_id != guide.id()))?;
    let act = act(c, first, guide, deed, words)?;
    correspondence::settle_reports(c, id, act)?;
    notices::settle(c, "report.waits", "reports", id.0, guide.now)?;
    for report in &reports {
        let notice = Notice {
            kind: "report.settled",
            subject: ("report", id.0),
            path: "/messages",
            title: "",
            by_name: "",
        };
        notices::tell(c, report.by_id, notice, guide.now)?;
    }
    Ok(())
}

/// The act's row, what it does, and that its writer hears of it.
fn act(c: &mut Conn, of: &Reported, guide: &Guide, deed: Option<Deed>, words: &str) -> Result<i64> {
    let writer = persons::by_id(c, of.writer_id)?;
    let locale = writer.as_ref().and_then(|w| w.locale.as_deref()).and_then(Locale::find);
    let locale = locale.unwrap_or(guide.locale);
    let (kind, days) = deed.map_or((Kind::Dismissed, None), |deed| (deed.kind, deed.days));
    let role = writer.as_ref().map_or(kit::Role::Member, |w| w.role);
    ensure(!super::act::is_for_stewards(kind, role) || super::act::is_steward(guide))?;
    let words = match deed {
        Some(deed) if words.is_empty() => standard(locale, deed, of.reason),
        Some(_) => words.to_owned(),
        None => String::new(),
    };
    let reason = deed.map(|_| of.reason);
    let id = queries::insert_act(
        c,
        kind,
        reason,
        None,
        None,
        of.writer_id,
        Some(guide.id()),
        None,
        &words,
        locale.code(),
        days,
        None,
        guide.now,
    )?;
    if deed.is_some() {
        let act = queries::act(c, id)?.ok_or(Error::NotFound)?;
        acting::apply(c, &act, guide.now)?;
        acting::record(c, &act, kind, guide.now)?;
        // messages: notices-report-*
        let told = format!("report.{kind}");
        let path = act.path();
        let notice =
            Notice { kind: &told, subject: ("moderation", id.0), path: &path, title: "", by_name: "" };
        notices::tell(c, of.writer_id, notice, guide.now)?;
    }
    Ok(id.0)
}

fn standard(locale: Locale, deed: Deed, reason: Reason) -> String {
    let title = locale.t("moderation-report-where").to_string();
    answers::standard(locale, deed, reason, &title)
}
