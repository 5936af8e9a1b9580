//! A group's page tells those who run it who was asked to come for it, and what became of that.

use super::invitation::Invitation;
use super::pages::Telling;
use super::queries;
use crate::Visitor;
use crate::groups::panels::{About, Panel};
use askama::Template;
use db::Conn;
use kit::{Chrome, Error, GroupId, Markup, Result, Section};

crate::group_panel!(Panel { place: 10, show });

/// So many are shown; the list has them all.
const NEWEST: i64 = 4;

#[derive(Template)]
#[template(path = "invitations/_panel.html")]
struct Asked<'a> {
    chrome: Chrome,
    visitor: &'a Visitor,
    group: GroupId,
    newest: Vec<Invitation>,
}

impl Asked<'_> {
    fn whom(&self, invitation: &Invitation) -> String {
        Telling { chrome: &self.chrome, reader: self.visitor.person_id() }.whom(invitation)
    }

    fn sign(&self, invitation: &Invitation) -> &'static str {
        invitation.state(self.visitor.now).sign()
    }

    fn says(&self, invitation: &Invitation) -> &'static str {
        invitation.state(self.visitor.now).message()
    }
}

fn show(c: &mut Conn, about: About<'_>, visitor: &Visitor) -> Result<Option<Markup>> {
    if !about.is_run_by(visitor) {
        return Ok(None);
    }
    let group = about.group.id;
    let newest = queries::of_group(c, group, NEWEST)?;
    let asked = Asked { chrome: visitor.chrome(Section::Groups), visitor, group, newest };
    asked.render().map(|html| Some(Markup(html))).map_err(|e| Error::Bug(format!("template: {e}")))
}
