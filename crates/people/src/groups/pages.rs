//! The page of one group: what it is for, what it needs and offers, who is in it, how to reach it.

use super::group::{Group, GroupState, Link, LinkKind};
use super::panels::{self, About};
use super::rest::{self, Rest};
use super::{mandate, queries};
use crate::Visitor;
use crate::memberships::{self, Membership};
use crate::sectors::{self, Sector};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::activity::{self, Happened, Told};
use kit::{App, Chrome, Error, GroupId, Markup, PersonId, Result, Section, Side, markdown};

/// So much of what a group did lately is shown.
const NEWEST: i64 = 8;

struct Reading {
    group: Group,
    sector: Option<Sector>,
    links: Vec<Link>,
    members: Vec<Membership>,
    newest: Vec<Happened>,
    rest: Option<Rest>,
    /// What upper rooms have to say of it.
    panels: Vec<Markup>,
}

fn read(c: &mut Conn, id: GroupId, visitor: &Visitor) -> Result<Reading> {
    let group = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    let sector = sectors::all(c, visitor.locale)?.into_iter().find(|s| Some(s.id) == group.sector_id);
    let members = memberships::of_group(c, id)?;
    let rest = if group.state == GroupState::Dormant { rest::rest_of(c, id)? } else { None };
    Ok(Reading {
        sector,
        links: queries::links_of(c, id)?,
        newest: activity::of_group(c, id, visitor.sees_circle(), NEWEST)?,
        panels: panels::all(c, About { group: &group, members: &members }, visitor)?,
        members,
        rest,
        group,
    })
}

/// What this visitor may do here.
struct Rights {
    runs: bool,
    is_in: bool,
    sees_contact: bool,
    sees_persons: bool,
}

#[derive(Template)]
#[template(path = "groups/show.html")]
struct Show {
    chrome: Chrome,
    group: Group,
    sector: Option<Sector>,
    links: Vec<Link>,
    members: Vec<Membership>,
    newest: Vec<Happened>,
    rest: Option<Rest>,
    panels: Vec<Markup>,
    rights: Rights,
    own: Option<PersonId>,
}

impl Show {
    fn states(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        // One that is in rests with a reason, by a page of its own.
        let possible = |state: &&GroupState| match **state {
            GroupState::In => !self.members.is_empty(),
            GroupState::Dormant => self.group.state != GroupState::In,
            _ => true,
        };
        GroupState::ALL.iter().filter(possible).map(|s| (s.as_str(), s.message()))
    }

    /// What kind of group it is, in words.
    fn side(&self) -> String {
        let key = match self.group.side {
            Side::Organisations => "groups-an-organisation",
            Side::Citizens => "groups-a-citizen-group",
        };
        self.chrome.t(key).to_string()
    }

    fn outside(&self) -> &'static str {
        if self.group.state == GroupState::Invited { "groups-is-invited" } else { "groups-is-listed" }
    }

    /// Where somebody is invited for this group.
    fn invitation(&self) -> String {
        format!("/invitations/new?group={}", self.group.id)
    }

    /// Those of whom this visitor may know that they are in it. Who is in it, or runs it, knows of all.
    fn seen(&self) -> impl Iterator<Item = &Membership> {
        let knows_all = self.rights.runs || self.rights.is_in;
        self.members.iter().filter(move |m| knows_all || m.groups_for.includes(m.person_id, self.own))
    }

    fn hides_some(&self) -> bool {
        self.seen().count() < self.members.len()
    }

    fn has_page(&self, member: &Membership) -> bool {
        member.profile_for.includes(member.person_id, self.own)
    }

    fn is_own(&self, member: &Membership) -> bool {
        self.own == Some(member.person_id)
    }

    fn membership(&self, member: &Membership) -> String {
        format!("/groups/{}/members/{}?_method=delete", self.group.id, member.person_id)
    }

    fn own_membership(&self) -> String {
        format!("/groups/{}/members/{}?_method=delete", self.group.id, self.own.map_or(0, |id| id.0))
    }

    /// Whether this visitor may write to those who speak for it.
    fn takes_messages(&self) -> bool {
        let mut speakers = self.members.iter().filter(|m| m.represents()).peekable();
        let is_awake = self.group.state != GroupState::Dormant;
        is_awake && self.own.is_some() && speakers.peek().is_some() && !speakers.any(|m| self.is_own(m))
    }

    fn host(&self) -> &str {
        self.group.website.split('/').nth(2).unwrap_or(&self.group.website)
    }

    fn rendered(&self, text: &str) -> Markup {
        markdown::render(text)
    }

    /// The language of its words, where it isn't the page's.
    fn foreign(&self) -> Option<&str> {
        self.group.locale.as_deref().filter(|code| *code != self.chrome.lang())
    }

    /// Whether it is known what kind of place a link leads to.
    fn has_kind(&self, link: &Link) -> bool {
        link.kind != LinkKind::Other
    }

    fn has_contact(&self) -> bool {
        let Group { email, phone, address, contact_name, .. } = &self.group;
        [email, phone, address, contact_name].iter().any(|field| !field.is_empty())
    }

    fn waits_for_second(&self) -> bool {
        self.group.waits_for_second(&self.members)
    }

    /// What it waits for.
    fn waits(&self) -> &'static str {
        match self.group.side {
            Side::Organisations => "groups-waits-organisation",
            Side::Citizens => "groups-waits",
        }
    }

    fn has_no_voice(&self) -> bool {
        self.group.state == GroupState::In && !self.members.iter().any(Membership::represents)
    }

    /// The last day on which somebody speaks for the group, where there is one.
    fn last_day(&self, member: &Membership) -> Option<jiff::civil::Date> {
        member.mandate_until.map(|until| mandate::last_day(&self.chrome.zone, until))
    }

    fn may_rest(&self) -> bool {
        self.group.state == GroupState::In
    }

    fn may_take_out(&self, member: &Membership) -> bool {
        self.chrome.guides() || !member.represents()
    }

    fn line(&self, happened: &Happened) -> Markup {
        let voice = happened.in_its_voice.then_some(self.group.name.as_str());
        let (who, subject) =
            (happened.person.as_deref(), (happened.subject_kind.as_str(), happened.subject_id));
        let told = Told { kind: &happened.kind, who, voice, subject, title: &happened.title };
        activity::sentence(&self.chrome, &told)
    }
}

pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<GroupId>) -> Result<Response> {
    let by = visitor.clone();
    let Reading { group, sector, links, members, newest, rest, panels } =
        app.db.read(move |c| read(c, id, &by)).await?;
    let own = visitor.person_id();
    let role = members.iter().find(|m| Some(m.person_id) == own).map(|m| m.role);
    let rights = Rights {
        runs: Group::is_run_by(&visitor, role),
        is_in: role.is_some(),
        sees_contact: group.shows_contact_to(&visitor),
        sees_persons: Group::shows_persons_to(&visitor),
    };
    let chrome = visitor.chrome(Section::Groups);
    kit::page::show(&Show { chrome, group, sector, links, members, newest, rest, panels, rights, own })
}
