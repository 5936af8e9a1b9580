//! What stands about the community, for everybody.

use super::caps::{self, Caps, SUBJECT};
use super::change::way_in;
use crate::decisions::{self, Decision};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::{App, Chrome, Community, Result, Role, Section};
use people::Visitor;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "community/show.html")]
struct ShowPage {
    chrome: Chrome,
    community: Arc<Community>,
    /// The last decision about the caps.
    latest: Option<Decision>,
    may_change: bool,
    may_put: bool,
}

impl ShowPage {
    fn languages(&self) -> String {
        let known = self.chrome.languages();
        let own = |code: &str| known.iter().find(|(c, _)| *c == code).map(|(_, own)| (*own).to_owned());
        let names: Vec<String> = self.community.languages.iter().filter_map(|l| own(l.code())).collect();
        self.chrome.list(&names)
    }

    fn time_zone(&self) -> String {
        let name = self.community.time_zone.iana_name().unwrap_or("UTC");
        name.replace('_', " ").replace('/', ", ")
    }

    fn way_in(&self) -> String {
        way_in(&self.chrome, self.community.join_by)
    }

    fn previews(&self) -> String {
        let key =
            if self.community.link_previews { "community-previews-on" } else { "community-previews-off" };
        self.chrome.t(key).to_string()
    }

    fn caps(&self) -> String {
        caps::in_words(&self.chrome, "community-caps-are", Caps::of(&self.community))
    }

    /// The decision that both sides are asked about now.
    fn open(&self) -> Option<&Decision> {
        self.latest.as_ref().filter(|decision| !decision.is_closed())
    }

    fn closed(&self) -> Option<&Decision> {
        self.latest.as_ref().filter(|decision| decision.is_closed())
    }
}

pub async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let community = visitor.community.clone().ok_or(kit::Error::NotFound)?;
    let (kind, id) = SUBJECT;
    let latest = app.db.read(move |c| decisions::latest_of_subject(c, kind, id)).await?;
    let may_change = visitor.person.as_ref().is_some_and(|person| person.role == Role::Steward);
    let may_put = !caps::askers(&visitor).is_empty();
    let chrome = visitor.chrome(Section::None);
    kit::page::show(&ShowPage { chrome, community, latest, may_change, may_put })
}
