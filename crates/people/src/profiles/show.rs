//! The page of one person.

use crate::Visitor;
use crate::groups::{self, OwnGroup};
use crate::memberships::GroupRole;
use crate::persons::{self, Audience, Profile};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Markup, PersonId, Result, Role, Section, markdown, page};

#[derive(Template)]
#[template(path = "profiles/show.html")]
struct ShowPage {
    chrome: Chrome,
    id: PersonId,
    name: String,
    /// Where they are more than a member.
    role: Option<&'static str>,
    about: Option<Markup>,
    helps: Option<Markup>,
    speaks: Option<String>,
    groups: Vec<OwnGroup>,
    /// A day in words.
    since: Option<String>,
    is_own: bool,
}

impl ShowPage {
    fn represents(&self, group: &OwnGroup) -> bool {
        group.role == GroupRole::Representative
    }

    fn since_words(&self, day: &str) -> String {
        self.chrome.t("profiles-since-is").with("day", day).to_string()
    }

    fn says_nothing(&self) -> bool {
        self.about.is_none() && self.helps.is_none() && self.speaks.is_none() && self.groups.is_empty()
    }
}

/// A profile that the viewer sees a part of; otherwise there is none.
fn seen(c: &mut Conn, id: PersonId, viewer: Option<PersonId>) -> Result<(Profile, Vec<OwnGroup>)> {
    let profile = persons::profile(c, id)?.ok_or(Error::NotFound)?;
    if !profile.profile_for.includes(id, viewer) {
        return Err(Error::NotFound);
    }
    let groups = match profile.groups_for.includes(id, viewer) {
        true => groups::of_person(c, id)?,
        false => Vec::new(),
    };
    Ok((profile, groups))
}

pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<PersonId>) -> Result<Response> {
    let viewer = visitor.person_id();
    let (profile, groups) = app.db.read(move |c| seen(c, id, viewer)).await?;
    let shown = |audience: Audience| audience.includes(id, viewer);
    let text = |text: &str, audience| (shown(audience) && !text.is_empty()).then(|| markdown::render(text));
    let speaks = Some(profile.speaks.clone()).filter(|s| shown(profile.speaks_for) && !s.is_empty());
    let chrome = visitor.chrome(Section::Groups);
    let joined = chrome.date_text(&chrome.local(profile.joined_at).date());
    page::show(&ShowPage {
        chrome,
        id,
        role: match profile.role {
            Role::Member => None,
            Role::Guide => Some("roles-guide"),
            Role::Steward => Some("roles-steward"),
        },
        about: text(&profile.about, profile.about_for),
        helps: text(&profile.helps, profile.helps_for),
        speaks,
        groups,
        since: shown(profile.since_for).then_some(joined),
        is_own: viewer == Some(id),
        name: profile.name,
    })
}
