//! A group's page offers to claim it, and tells those who decide which claims wait.

use super::claim::Claim;
use super::queries;
use crate::groups::panels::{About, Panel};
use crate::memberships::{GroupRole, Membership};
use crate::{Member, Visitor};
use askama::Template;
use db::Conn;
use kit::{Chrome, Error, GroupId, Markup, Result, Section};

crate::group_panel!(Panel { place: 4, show });

/// So many are shown; there are seldom two.
const SHOWN: i64 = 10;

#[derive(Template)]
#[template(path = "claims/_panel.html")]
struct Claims {
    chrome: Chrome,
    group: GroupId,
    /// Those that wait for this visitor's answer.
    open: Vec<Claim>,
    own: Option<Claim>,
    may_claim: bool,
    /// Nobody speaks for the group here.
    is_free: bool,
}

fn show(c: &mut Conn, about: About<'_>, visitor: &Visitor) -> Result<Option<Markup>> {
    let group = about.group.id;
    let member = Member::of(visitor);
    let open = match &member {
        Some(_) => queries::open_for(c, group, visitor.now, SHOWN)?,
        None => Vec::new(),
    };
    let role = about.role_of(visitor);
    let own = open.iter().find(|claim| member.as_ref().is_some_and(|m| claim.is_of(m))).cloned();
    let decides = |claim: &Claim| member.as_ref().is_some_and(|m| claim.may_be_decided_by(m, role));
    let panel = Claims {
        chrome: visitor.chrome(Section::Groups),
        group,
        may_claim: own.is_none() && role != Some(GroupRole::Representative),
        own,
        open: open.into_iter().filter(decides).collect(),
        is_free: !about.members.iter().any(Membership::represents),
    };
    if panel.open.is_empty() && panel.own.is_none() && !panel.may_claim {
        return Ok(None);
    }
    panel.render().map(|html| Some(Markup(html))).map_err(|e| Error::Bug(format!("template: {e}")))
}
