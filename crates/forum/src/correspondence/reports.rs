//! Showing one message to the guides. They read this one, and no other.

use super::party::{self, Correspondence, Message};
use super::{CorrespondenceId, queries};
use crate::posts::Reason;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::error::ensure;
use kit::limits::{self, Limit};
use kit::{App, Chrome, Error, Form, Result, Section};
use people::notices::{self, Notice};
use people::sessions::cookie;
use people::{Member, persons};

const A_DAY: Limit = Limit { count: 20, minutes: 24 * 60 };

/// The kind of notice that tells guides.
pub const WAITS: &str = "report.waits";

#[derive(Template)]
#[template(path = "correspondence/report.html")]
struct ReportPage {
    chrome: Chrome,
    form: Form,
    correspondence: Correspondence,
    message: Message,
}

impl ReportPage {
    fn reasons(&self) -> Vec<(&'static str, String)> {
        Reason::offered().map(|reason| (reason.as_str(), reason.label(&self.chrome))).collect()
    }
}

/// A message of another's.
fn found(
    c: &mut Conn,
    id: CorrespondenceId,
    number: i64,
    member: &Member,
) -> Result<(Correspondence, Message)> {
    let correspondence = party::found(c, id, member)?;
    let message = queries::numbered(c, id, number)?.ok_or(Error::NotFound)?;
    ensure(message.person_id != member.id())?;
    Ok((correspondence, message))
}

async fn page(app: &App, member: &Member, id: CorrespondenceId, form: Form) -> Result<ReportPage> {
    let number: i64 = form.value("number").parse().map_err(|_| Error::NotFound)?;
    let by = member.clone();
    let (correspondence, message) = app.db.read(move |c| found(c, id, number, &by)).await?;
    Ok(ReportPage { chrome: member.chrome(Section::Account), form, correspondence, message })
}

pub async fn new(
    State(app): State<App>,
    member: Member,
    Path(id): Path<CorrespondenceId>,
    asked: Form,
) -> Result<Response> {
    kit::page::show(&page(&app, &member, id, asked).await?)
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<CorrespondenceId>,
    mut form: Form,
) -> Result<Response> {
    let number: i64 = form.value("number").parse().map_err(|_| Error::NotFound)?;
    let reason = form.choice::<Reason>("reason").filter(|reason| !reason.is_held());
    let words = form.text("words", 0..=500);
    let Some(reason) = reason.filter(|_| form.is_valid()) else {
        return kit::page::invalid(&page(&app, &member, id, form).await?);
    };
    app.db.write(move |c| report(c, (id, number), &member, reason, &words)).await?;
    let mut response = kit::page::see(&party::path(id))?;
    cookie::set_flash(response.headers_mut(), &app.settings, "correspondence-reported");
    Ok(response)
}

fn report(
    c: &mut Conn,
    (id, number): (CorrespondenceId, i64),
    by: &Member,
    reason: Reason,
    words: &str,
) -> Result<()> {
    let (_, message) = found(c, id, number, by)?;
    limits::take(c, &format!("flags:{}", by.id()), A_DAY, by.now)?;
    if queries::insert_report(c, message.id, by.id(), reason, words, by.now)? == 0 {
        return Ok(());
    }
    let (subject, path) = (("reports", message.id.0), "/moderation/reports");
    let notice = Notice { kind: WAITS, subject, path, title: "", by_name: "" };
    for guide in persons::guides(c)? {
        if guide != by.id() && guide != message.person_id {
            notices::tell(c, guide, notice, by.now)?;
        }
    }
    Ok(())
}
