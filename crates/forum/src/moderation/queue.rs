//! What waits for the guides: flagged posts, appeals; and who is paused or blocked now.

use super::act::{self, Act, Kind};
use super::{ActId, queries};
use crate::PostId;
use crate::correspondence;
use crate::posts::Reason;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::Timestamp;
use kit::{App, Chrome, Result, Scope, Section, Side};
use people::Guide;

/// So many of each stand on the page; more come up as these are done.
const MOST: i64 = 50;

db::row! {
    /// A post with flags that nobody has looked at.
    #[derive(Debug, Clone)]
    pub struct Waiting {
        pub post_id: PostId,
        pub count: i64,
        pub first_at: Timestamp,
        pub title: String,
        pub scope: Scope,
        pub body: String,
        pub locale: String,
        pub by_name: String,
        pub group_name: Option<String>,
        pub side: Side,
        pub is_hidden: bool,
    }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct WaitingAppeal {
        pub act_id: ActId,
        pub kind: Kind,
        pub reason: Option<Reason>,
        pub by_name: String,
        pub at: Timestamp,
        pub scope: Scope,
    }
}

impl WaitingAppeal {
    fn path(&self) -> String {
        act::path(self.act_id)
    }
}

#[derive(Template)]
#[template(path = "moderation/index.html")]
struct QueuePage {
    chrome: Chrome,
    waiting: Vec<Waiting>,
    reasons: Vec<(PostId, Reason)>,
    appeals: Vec<WaitingAppeal>,
    in_force: Vec<Act>,
    /// Direct messages that were shown to the guides.
    reports: i64,
}

impl QueuePage {
    /// The reasons that were given for a post, as words.
    fn reasons_of(&self, post: &PostId) -> Vec<String> {
        let own = self.reasons.iter().filter(|(id, _)| id == post);
        own.map(|(_, reason)| reason.label(&self.chrome)).collect()
    }

    fn opening(&self, waiting: &Waiting) -> String {
        kit::words::opening(&waiting.body, 160)
    }

    fn is_circle(&self, scope: &Scope) -> bool {
        *scope == Scope::Circle
    }

    fn voice(&self, waiting: &Waiting) -> String {
        match &waiting.group_name {
            None => self.chrome.t("people-for-myself").to_string(),
            Some(name) => self.chrome.t("people-for-group").with("name", name).to_string(),
        }
    }
}

pub async fn index(State(app): State<App>, guide: Guide) -> Result<Response> {
    let chrome = guide.chrome(Section::Forum);
    let read = move |c: &mut db::Conn| {
        let circle = guide.sees_circle();
        Ok::<_, kit::Error>(QueuePage {
            chrome,
            waiting: queries::waiting(c, guide.id(), circle, MOST)?,
            reasons: queries::waiting_reasons(c)?,
            appeals: queries::waiting_appeals(c, guide.id(), circle, MOST)?,
            in_force: queries::in_force(c, circle, guide.now, MOST)?,
            reports: correspondence::count_open_reports(c)?,
        })
    };
    kit::page::show(&app.db.read(read).await?)
}
