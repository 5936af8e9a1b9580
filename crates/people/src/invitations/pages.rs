//! The list of invitations: who was asked, and what became of it.

use super::invitation::{Invitation, State as InvitationState};
use super::queries;
use crate::memberships::{self, GroupRole};
use crate::{Member, groups};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, GroupId, PersonId, Result, Section, page};

/// So many of the newest are looked through; older ones are history.
const LISTED: i64 = 1000;

/// So many stand on one page.
const PAGE: usize = 40;

db::words! {
    /// What the list is narrowed down to.
    enum Show {
        /// Still on its way.
        Open = "open",
        Opened = "opened",
        Bounced = "bounced",
        Declined = "declined",
        Joined = "joined",
        /// Withdrawn, void, or its time is over.
        Over = "over",
    }
}

impl Show {
    fn takes(self, state: InvitationState) -> bool {
        match state {
            InvitationState::Waiting | InvitationState::Sent | InvitationState::Open => self == Show::Open,
            InvitationState::Opened => matches!(self, Show::Open | Show::Opened),
            InvitationState::Bounced => matches!(self, Show::Open | Show::Bounced),
            InvitationState::Declined => self == Show::Declined,
            InvitationState::Accepted | InvitationState::UsedUp => self == Show::Joined,
            InvitationState::Expired | InvitationState::Withdrawn | InvitationState::Void => {
                self == Show::Over
            }
        }
    }

    // messages: invitations-show-*
    fn message(self) -> String {
        format!("invitations-show-{}", self.as_str())
    }
}

/// How a page tells of one invitation.
pub(super) struct Telling<'a> {
    pub chrome: &'a Chrome,
    pub reader: Option<PersonId>,
}

impl Telling<'_> {
    /// Whom an invitation is for. An address is for its giver and the guides.
    pub fn whom(&self, invitation: &Invitation) -> String {
        let shows = self.chrome.guides() || Some(invitation.invited_by) == self.reader;
        match (&invitation.email, invitation.name.as_str()) {
            (None, "") if invitation.on_paper => self.chrome.t("invitations-a-paper").to_string(),
            (None, name) if invitation.on_paper => {
                self.chrome.t("invitations-paper-to").with("name", name).to_string()
            }
            (None, _) => self.chrome.t("invitations-a-link").with("count", invitation.uses_left).to_string(),
            (Some(email), "") if shows => email.clone(),
            (Some(_), "") => self.chrome.t("invitations-somebody").to_string(),
            (Some(email), name) if shows => format!("{name} ({email})"),
            (Some(_), name) => name.to_owned(),
        }
    }

    pub fn what(&self, invitation: &Invitation) -> String {
        match &invitation.group_name {
            Some(group) if invitation.speaks() => {
                self.chrome.t("invitations-to-speak").with("group", group).to_string()
            }
            Some(group) => self.chrome.t("invitations-to-group").with("group", group).to_string(),
            None => self.chrome.t("invitations-to-town").with("town", &self.chrome.town).to_string(),
        }
    }
}

#[derive(Template)]
#[template(path = "invitations/index.html")]
struct IndexPage {
    chrome: Chrome,
    /// Those of this page.
    shown: Vec<Invitation>,
    chosen: Option<Show>,
    /// Each choice and how many it leaves; with none chosen all.
    choices: Vec<(Option<Show>, usize)>,
    /// The one group that the list is of.
    group: Option<(GroupId, String)>,
    reader: PersonId,
    now: Timestamp,
    page: i64,
    pages: i64,
}

impl IndexPage {
    fn telling(&self) -> Telling<'_> {
        Telling { chrome: &self.chrome, reader: Some(self.reader) }
    }

    fn whom(&self, invitation: &Invitation) -> String {
        self.telling().whom(invitation)
    }

    fn what(&self, invitation: &Invitation) -> String {
        self.telling().what(invitation)
    }

    fn state(&self, invitation: &Invitation) -> InvitationState {
        invitation.state(self.now)
    }

    fn is_open(&self, invitation: &Invitation) -> bool {
        self.state(invitation).is_open()
    }

    fn may_be_recalled(&self, invitation: &Invitation) -> bool {
        invitation.may_be_recalled(self.now)
    }

    fn withdrawal(&self, invitation: &Invitation) -> String {
        format!("/invitations/withdrawals/{}", invitation.id)
    }

    fn choice(&self, (show, count): &(Option<Show>, usize)) -> String {
        let key = show.map_or_else(|| "invitations-show-all".to_owned(), Show::message);
        self.chrome.t(&key).with("count", *count).to_string()
    }

    fn is_chosen(&self, (show, _): &(Option<Show>, usize)) -> bool {
        *show == self.chosen
    }

    fn address(&self, (show, _): &(Option<Show>, usize)) -> String {
        let base = self.base(*show);
        base.trim_end_matches("page=").trim_end_matches(['?', '&']).to_owned()
    }

    fn base(&self, show: Option<Show>) -> String {
        let show = show.map(|show| format!("show={}&", show.as_str())).unwrap_or_default();
        let group = self.group.as_ref().map(|(id, _)| format!("group={id}&")).unwrap_or_default();
        format!("/invitations?{show}{group}page=")
    }

    fn inviting(&self, how: &str) -> String {
        let group = self.group.as_ref().map(|(id, _)| id.to_string()).unwrap_or_default();
        format!("/invitations/new?how={how}&group={group}")
    }
}

struct Reading {
    all: Vec<Invitation>,
    group: Option<(GroupId, String)>,
}

/// All that a member may know of: guides everything, others what they gave and what is for their groups.
fn read(c: &mut Conn, member: &Member, group: Option<GroupId>) -> Result<Reading> {
    if let Some(id) = group {
        let group = groups::by_id(c, id)?.ok_or(Error::NotFound)?;
        let role = memberships::role_in(c, member.id(), id)?;
        ensure(groups::Group::is_run_by(member, role))?;
        return Ok(Reading { all: queries::of_group(c, id, LISTED)?, group: Some((id, group.name)) });
    }
    let all = match member.is_guide() {
        true => queries::newest(c, LISTED)?,
        false => queries::newest_of(c, member.id(), LISTED)?,
    };
    let represents = groups::of_person(c, member.id())?.iter().any(|g| g.role == GroupRole::Representative);
    ensure(member.is_guide() || represents || !all.is_empty())?;
    Ok(Reading { all, group: None })
}

pub async fn index(State(app): State<App>, member: Member, form: Form) -> Result<Response> {
    let (who, asked) = (member.clone(), form.value("group").parse().ok());
    let Reading { all, group } = app.db.read(move |c| read(c, &who, asked)).await?;
    let (now, reader) = (member.now, member.id());
    let count = |show: Show| all.iter().filter(|i| show.takes(i.state(now))).count();
    let choices: Vec<(Option<Show>, usize)> = std::iter::once((None, all.len()))
        .chain(Show::ALL.iter().map(|show| (Some(*show), count(*show))))
        .collect();
    let chosen = form.value("show").parse::<Show>().ok();
    let fitting: Vec<Invitation> =
        all.into_iter().filter(|i| chosen.is_none_or(|show| show.takes(i.state(now)))).collect();
    let pages = fitting.len().div_ceil(PAGE).max(1);
    let page = form.value("page").parse().unwrap_or(1).clamp(1, pages);
    let shown = fitting.into_iter().skip((page - 1) * PAGE).take(PAGE).collect();
    let (page, pages) = (page as i64, pages as i64);
    let chrome = member.chrome(Section::Account);
    page::show(&IndexPage { chrome, shown, chosen, choices, group, reader, now, page, pages })
}

/// The link that was just made. It is shown once: only its hash is kept.
#[derive(Template)]
#[template(path = "invitations/made.html")]
pub struct MadePage {
    pub chrome: Chrome,
    pub url: String,
}
