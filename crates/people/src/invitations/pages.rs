//! The list of invitations: what is open, and what became of the others.

use super::invitation::{Invitation, State as InvitationState};
use super::queries;
use crate::memberships::GroupRole;
use crate::{Member, groups};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Chrome, PersonId, Result, Section, page};

/// So many are listed; older ones are history.
const LISTED: i64 = 200;

#[derive(Template)]
#[template(path = "invitations/index.html")]
struct IndexPage {
    chrome: Chrome,
    open: Vec<Invitation>,
    past: Vec<Invitation>,
    reader: PersonId,
    now: Timestamp,
}

impl IndexPage {
    /// Whom an invitation is for. An address is for its giver and the guides.
    fn whom(&self, invitation: &Invitation) -> String {
        let shows = self.chrome.guides() || invitation.invited_by == self.reader;
        match (&invitation.email, invitation.name.as_str()) {
            (None, _) => self.chrome.t("invitations-a-link").with("count", invitation.uses_left).to_string(),
            (Some(email), "") if shows => email.clone(),
            (Some(_), "") => self.chrome.t("invitations-somebody").to_string(),
            (Some(email), name) if shows => format!("{name} ({email})"),
            (Some(_), name) => name.to_owned(),
        }
    }

    fn what(&self, invitation: &Invitation) -> String {
        match &invitation.group_name {
            Some(group) if invitation.speaks() => {
                self.chrome.t("invitations-to-speak").with("group", group).to_string()
            }
            Some(group) => self.chrome.t("invitations-to-group").with("group", group).to_string(),
            None => self.chrome.t("invitations-to-town").with("town", &self.chrome.town).to_string(),
        }
    }

    fn state(&self, invitation: &Invitation) -> InvitationState {
        invitation.state(self.now)
    }

    fn withdrawal(&self, invitation: &Invitation) -> String {
        format!("/invitations/withdrawals/{}", invitation.id)
    }
}

pub async fn index(State(app): State<App>, member: Member) -> Result<Response> {
    let (person, guides, now) = (member.id(), member.is_guide(), member.now);
    let (all, represents) = app
        .db
        .read(move |c| {
            let all =
                if guides { queries::newest(c, LISTED)? } else { queries::newest_of(c, person, LISTED)? };
            let represents =
                groups::of_person(c, person)?.iter().any(|g| g.role == GroupRole::Representative);
            Ok::<_, kit::Error>((all, represents))
        })
        .await?;
    ensure(guides || represents || !all.is_empty())?;
    let (open, past) = all.into_iter().partition(|i| i.is_open(now));
    page::show(&IndexPage { chrome: member.chrome(Section::Account), open, past, reader: person, now })
}

/// The link that was just made. It is shown once: only its hash is kept.
#[derive(Template)]
#[template(path = "invitations/made.html")]
pub struct MadePage {
    pub chrome: Chrome,
    pub url: String,
}
