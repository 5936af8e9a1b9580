//! The form of an invitation: by letter to one address, or a link to copy.

use super::inviting::{Invite, invite};
use super::pages::MadePage;
use super::paper;
use crate::acquaintances::{self, Known};
use crate::memberships::GroupRole;
use crate::sessions::cookie;
use crate::{Member, groups};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use db::Conn;
use kit::error::ensure;
use kit::headers::own_path;
use kit::{App, Chrome, Error, Form, GroupId, Result, Role, Section, page, token};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "invitations/new.html")]
struct NewPage {
    chrome: Chrome,
    form: Form,
    /// The groups that one may invite for: `(value, name)`.
    groups: Vec<(String, String)>,
    /// Who knows somebody in the group that was asked for, while nobody is in.
    known: Option<Known>,
}

impl NewPage {
    /// Those who could be asked for a word, as far as this visitor may know.
    fn known_names(&self) -> String {
        self.known.as_ref().map(|known| known.names(&self.chrome)).unwrap_or_default()
    }

    fn how(&self) -> How {
        How::of(&self.form)
    }

    fn by_letter(&self) -> bool {
        self.how() == How::Letter
    }

    fn by_link(&self) -> bool {
        self.how() == How::Link
    }

    fn on_paper(&self) -> bool {
        self.how() == How::Paper
    }

    fn lead(&self) -> &'static str {
        match self.how() {
            How::Letter => "invitations-new-letter",
            How::Paper => "invitations-new-paper",
            How::Link => "invitations-new-link",
        }
    }

    fn send(&self) -> &'static str {
        match self.how() {
            How::Letter => "invitations-send",
            How::Paper => "invitations-print",
            How::Link => "invitations-make",
        }
    }

    /// The same form the other way.
    fn other(&self, how: &str) -> String {
        let next = kit::headers::url_encoded(self.form.value("next"));
        format!("/invitations/new?how={how}&group={}&next={next}", self.form.value("group"))
    }

    fn group_roles(&self) -> [(&'static str, String); 2] {
        let t = |key| self.chrome.t(key).to_string();
        [("representative", t("invitations-as-representative")), ("member", t("invitations-as-member"))]
    }

    fn roles(&self) -> [(&'static str, String); 2] {
        let t = |key| self.chrome.t(key).to_string();
        [("member", t("invitations-role-member")), ("guide", t("invitations-role-guide"))]
    }
}

db::words! {
    /// How it reaches people.
    enum How { Letter = "letter", Paper = "paper", Link = "link" }
}

impl How {
    fn of(form: &Form) -> How {
        form.value("how").parse().unwrap_or(How::Letter)
    }
}

#[derive(Deserialize)]
pub struct Wish {
    #[serde(default)]
    how: String,
    /// A group's id; anything else is none.
    #[serde(default)]
    group: String,
    #[serde(default)]
    next: String,
}

pub async fn new(State(app): State<App>, member: Member, Query(wish): Query<Wish>) -> Result<Response> {
    let asked = wish.group.parse::<GroupId>().ok();
    let who = member.clone();
    let (groups, contact, known) = app
        .db
        .read(move |c| {
            let (groups, contact) = choices(c, &who, asked)?;
            Ok::<_, Error>((groups, contact, known_in(c, &who, asked)?))
        })
        .await?;
    let only =
        if groups.len() == 1 && !member.is_guide() { groups[0].0.as_str() } else { wish.group.as_str() };
    let form = Form::with(&[
        ("how", wish.how.parse().unwrap_or(How::Letter).as_str()),
        ("group", only),
        ("group_role", GroupRole::Representative.as_str()),
        ("role", Role::Member.as_str()),
        ("email", &contact.1),
        ("name", &contact.0),
        ("uses", "20"),
        ("next", own_path(&wish.next)),
        ("key", &token::number().to_string()),
    ]);
    page::show(&NewPage { chrome: member.chrome(Section::Account), form, groups, known })
}

/// Who could say a word for whoever invites.
fn known_in(c: &mut Conn, member: &Member, asked: Option<GroupId>) -> Result<Option<Known>> {
    let Some(group) = asked else { return Ok(None) };
    let known = acquaintances::known(c, group, member)?;
    Ok((known.count > 0).then_some(known))
}

type Choices = (Vec<(String, String)>, (String, String));

/// Guides choose from all groups where they are no more than this; else they begin on a group's page.
const LISTED: usize = 500;

/// The groups to choose from, and whom the asked one names as its contact while nobody is in it.
fn choices(c: &mut Conn, member: &Member, asked: Option<GroupId>) -> Result<Choices> {
    let own = groups::of_person(c, member.id())?.into_iter().filter(|g| g.role == GroupRole::Representative);
    let mut options: Vec<(String, String)> = own.map(|g| (g.id.to_string(), g.name)).collect();
    if member.is_guide() {
        let all = groups::names(c, LISTED as i64 + 1)?;
        if all.len() <= LISTED {
            options = all.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
        }
    }
    let mut contact = (String::new(), String::new());
    if let Some(id) = asked {
        let group = groups::by_id(c, id)?.ok_or(Error::NotFound)?;
        let is_offered = options.iter().any(|(value, _)| *value == id.to_string());
        ensure(is_offered || member.is_guide())?;
        if group.state.is_outside() {
            contact = (group.contact_name, group.email);
        }
        if !is_offered {
            options.push((id.to_string(), group.name));
        }
    }
    ensure(member.is_guide() || !options.is_empty())?;
    Ok((options, contact))
}

pub async fn create(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    let new = read(&mut form, member.is_guide());
    if form.has_errors() {
        let (who, asked) = (member.clone(), form.value("group").parse().ok());
        let (groups, known) = app
            .db
            .read(move |c| {
                let (groups, _) = choices(c, &who, asked)?;
                Ok::<_, Error>((groups, known_in(c, &who, asked)?))
            })
            .await?;
        return page::invalid(&NewPage { chrome: member.chrome(Section::Account), form, groups, known });
    }
    let (house, who, given) = (app.clone(), member.clone(), new.clone());
    let (made, group) = app
        .db
        .write(move |c| {
            let made = invite(c, &house, &who, &given)?;
            let group = given.group.map(|(id, _)| groups::by_id(c, id)).transpose()?.flatten();
            Ok::<_, Error>((made, group.map(|g| g.name)))
        })
        .await?;
    match (made, How::of(&form)) {
        (Some(path), How::Link) => {
            page::show(&MadePage { chrome: member.chrome(Section::Account), url: app.settings.url(&path) })
        }
        (Some(path), How::Paper) => paper::show(&app, &member, &new, group.as_deref(), &path),
        _ => {
            let mut response = page::see("/invitations")?;
            cookie::set_flash(response.headers_mut(), &app.settings, "invitations-sent");
            Ok(response)
        }
    }
}

/// A letter on paper takes its time to arrive, and lies on a table for a while.
const DAYS_ON_PAPER: i64 = 60;

fn read(form: &mut Form, guides: bool) -> Invite {
    let how = How::of(form);
    // Only guides may invite to the town alone.
    let group = if guides { form.optional_choice("group") } else { form.choice("group") };
    let group_role = group.and_then(|id: GroupId| Some((id, form.choice::<GroupRole>("group_role")?)));
    Invite {
        email: (how == How::Letter).then(|| form.email("email")),
        on_paper: how == How::Paper,
        name: if how == How::Link { String::new() } else { form.line("name", 0..=80) },
        group: group_role,
        role: if guides { form.choice("role").unwrap_or(Role::Member) } else { Role::Member },
        note: if how == How::Link { String::new() } else { form.text("note", 0..=1000) },
        remark: form.line("remark", 0..=200),
        next: own_path(form.value("next")).to_owned(),
        uses: if how == How::Link { form.whole("uses", 1..=500).unwrap_or(1) } else { 1 },
        days: if how == How::Paper { DAYS_ON_PAPER } else { 30 },
        key: form.line("key", 1..=40),
    }
}
