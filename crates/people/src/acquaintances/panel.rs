//! The page of a group that is not in asks members whether they know somebody there.

use super::{Known, known};
use crate::Visitor;
use crate::groups::panels::{About, Panel};
use askama::Template;
use db::Conn;
use kit::{Chrome, Error, Form, GroupId, Markup, Result, Section};

crate::group_panel!(Panel { place: 5, show });

#[derive(Template)]
#[template(path = "acquaintances/_panel.html")]
struct Asked {
    chrome: Chrome,
    group: GroupId,
    known: Known,
    form: Form,
}

fn show(c: &mut Conn, about: About<'_>, visitor: &Visitor) -> Result<Option<Markup>> {
    if visitor.person.is_none() || !about.group.state.is_outside() {
        return Ok(None);
    }
    let known = known(c, about.group.id, visitor)?;
    let mut form = Form::default();
    if known.is_named() {
        form.set("named", "yes");
    }
    let asked = Asked { chrome: visitor.chrome(Section::Groups), group: about.group.id, known, form };
    asked.render().map(|html| Some(Markup(html))).map_err(|e| Error::Bug(format!("template: {e}")))
}
