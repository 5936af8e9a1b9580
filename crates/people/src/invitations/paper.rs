//! The letter on paper, made once: it greets, invites, and leads in by a picture for a phone and a code to type.

use super::inviting::Invite;
use super::letters::Writer;
use crate::Member;
use crate::memberships::GroupRole;
use askama::Template;
use axum::response::Response;
use jiff::SignedDuration;
use jiff::civil::Date;
use kit::{App, Chrome, Markup, Result, Section, page, qr};

#[derive(Template)]
#[template(path = "invitations/paper.html")]
struct PaperPage {
    chrome: Chrome,
    greeting: String,
    invites: String,
    note: String,
    inviter: String,
    picture: Markup,
    /// Where the code is typed, without `https://`.
    door: String,
    code: String,
    today: Date,
    until: Date,
}

pub(super) fn show(
    app: &App,
    by: &Member,
    new: &Invite,
    group: Option<&str>,
    path: &str,
) -> Result<Response> {
    let url = app.settings.url(path);
    let writer = Writer {
        locale: by.locale,
        town: by.community.as_deref().map_or("", |place| &place.name),
        inviter: &by.person.name,
        group,
        speaks: new.group.is_some_and(|(_, role)| role == GroupRole::Representative),
        name: &new.name,
        note: "",
        days: new.days,
        url: url.clone(),
    };
    let chrome = by.chrome(Section::Account);
    let door = app.settings.url("/code");
    page::show(&PaperPage {
        greeting: writer.greeting(),
        invites: writer.invites(),
        note: new.note.clone(),
        inviter: by.person.name.clone(),
        picture: qr::svg(&url, &chrome.t("invitations-paper-picture").to_string())?,
        door: door.trim_start_matches("https://").trim_start_matches("http://").to_owned(),
        code: path.rsplit('/').next().unwrap_or_default().to_owned(),
        until: chrome.local(by.now + SignedDuration::from_hours(24 * new.days)).date(),
        today: chrome.today(),
        chrome,
    })
}
