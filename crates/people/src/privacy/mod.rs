//! What is kept of people here, how long, who sees it, and whom to ask: written from what is set and from what the
//! program does, so that it can't say anything else.

use crate::persons::Audience;
use crate::{Visitor, retention};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::community::JoinBy;
use kit::retention::in_order;
use kit::{App, Chrome, Error, PersonId, Result, Routes, Section, page};

pub fn routes() -> Routes {
    Routes::new().get("/privacy", show)
}

db::row! {
    /// Somebody who answers for the platform.
    #[derive(Debug, Clone)]
    struct Keeper {
        id: PersonId,
        name: String,
        profile_for: Audience,
    }
}

#[derive(Template)]
#[template(path = "privacy/show.html")]
struct ShowPage {
    chrome: Chrome,
    viewer: Option<PersonId>,
    keepers: Vec<Keeper>,
    /// What is let go of after some days, as it is called, and after how many.
    periods: Vec<(String, i64)>,
    is_https: bool,
    by_email: bool,
    follows_links: bool,
}

impl ShowPage {
    fn has_page(&self, keeper: &Keeper) -> bool {
        keeper.profile_for.includes(keeper.id, self.viewer)
    }

    fn days(&self, days: &i64) -> String {
        self.chrome.t("privacy-days").with("days", *days).to_string()
    }
}

async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let community = visitor.community()?;
    let (by_email, follows_links) = (community.join_by == JoinBy::Email, community.link_previews);
    let (keepers, days) = app.db.read(|c| Ok::<_, Error>((keepers(c)?, retention::chosen(c)?))).await?;
    let chrome = visitor.chrome(Section::None);
    let days_of = |kind: &str| days.iter().find(|(k, _)| *k == kind).map_or(0, |(_, days)| *days);
    let periods =
        in_order().into_iter().map(|period| (retention::label(&chrome, period), days_of(period.kind)));
    let periods = periods.collect();
    let (viewer, is_https) = (visitor.person_id(), app.settings.is_https());
    page::show(&ShowPage { chrome, viewer, keepers, periods, is_https, by_email, follows_links })
}

db::query! {
    fn keepers() -> Vec<Keeper> {
        "select id, name, profile_for from persons where role = 'steward' and left_at is null order by name_folded, id"
    }
}
