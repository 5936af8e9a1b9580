//! Saying until when somebody speaks for a group. Others say so: nobody makes their own mandate longer.

use super::pages::Inside;
use crate::Member;
use crate::groups::{Group, mandate};
use crate::memberships::{self, Membership};
use crate::notices::{self, Notice};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, GroupId, PersonId, Problem, Result, Section, page};

#[derive(Template)]
#[template(path = "mandates/edit.html")]
struct EditPage {
    chrome: Chrome,
    form: Form,
    group: Group,
    name: String,
    is_own: bool,
}

/// A representative of a group, for those who run it.
struct Held {
    group: Group,
    of: Membership,
}

impl Held {
    fn find(c: &mut Conn, group: GroupId, person: PersonId, by: &Member) -> Result<Held> {
        let inside = Inside::find(c, group, by)?;
        ensure(inside.runs)?;
        let mut members = memberships::of_group(c, group)?.into_iter();
        let of = members.find(|m| m.person_id == person && m.represents()).ok_or(Error::NotFound)?;
        Ok(Held { group: inside.group, of })
    }

    /// One's own may only be made shorter, but by a guide.
    fn may_last(&self, until: Option<Timestamp>, by: &Member) -> bool {
        let is_shorter = match (until, self.of.mandate_until) {
            (Some(new), Some(old)) => new <= old,
            (None, Some(_)) => false,
            _ => true,
        };
        is_shorter || by.is_guide() || self.of.person_id != by.id()
    }

    fn page(self, by: &Member, form: Form) -> EditPage {
        EditPage {
            chrome: by.chrome(Section::Groups),
            form,
            group: self.group,
            is_own: self.of.person_id == by.id(),
            name: self.of.name,
        }
    }
}

pub async fn edit(
    State(app): State<App>,
    member: Member,
    Path((group, person)): Path<(GroupId, PersonId)>,
) -> Result<Response> {
    let by = member.clone();
    let held = app.db.read(move |c| Held::find(c, group, person, &by)).await?;
    let zone = &member.community()?.time_zone;
    let until = held.of.mandate_until.map(|until| mandate::last_day(zone, until).to_string());
    let form = Form::with(&[("until", &until.unwrap_or_default())]);
    page::show(&held.page(&member, form))
}

pub async fn update(
    State(app): State<App>,
    member: Member,
    Path((group, person)): Path<(GroupId, PersonId)>,
    mut form: Form,
) -> Result<Response> {
    let by = member.clone();
    let held = app.db.read(move |c| Held::find(c, group, person, &by)).await?;
    let zone = &member.community()?.time_zone;
    let until = form.optional_day("until").and_then(|day| mandate::end_of(zone, day));
    if until.is_some_and(|until| until <= member.now) {
        form.add("until", Problem::new("mandates-is-past"));
    } else if !form.has_errors() && !held.may_last(until, &member) {
        form.add("until", Problem::new("mandates-own-longer"));
    }
    if form.has_errors() {
        return page::invalid(&held.page(&member, form));
    }
    app.db.write(move |c| renew(c, group, person, until, &member)).await?;
    page::see(&format!("/groups/{group}/mandates"))
}

fn renew(
    c: &mut Conn,
    group: GroupId,
    person: PersonId,
    until: Option<Timestamp>,
    by: &Member,
) -> Result<()> {
    let held = Held::find(c, group, person, by)?;
    ensure(held.may_last(until, by))?;
    let from = held.of.mandate_from.unwrap_or(held.of.since);
    memberships::give_mandate(c, person, group, Some(by.id()), from, until)?;
    if person != by.id() {
        let (subject, path) = (("group", group.0), format!("/groups/{group}/mandates"));
        let (title, by_name) = (held.group.name.as_str(), by.person.name.as_str());
        let notice = Notice { kind: "mandate.set", subject, path: &path, title, by_name };
        notices::tell(c, person, notice, by.now)?;
    }
    Ok(())
}
