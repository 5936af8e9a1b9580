//! What a group says of itself, changed by its representatives or a guide.

use super::group::{Details, Group, Link, LinkKind, MOST_LINKS};
use super::queries;
use crate::sectors::{self, Sector};
use crate::{Member, memberships};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, GroupId, Locale, Problem, Result, Section, Side};

/// The fields of the links: a kind, a label and an address each.
const LINKS: [(&str, &str, &str); MOST_LINKS] = [
    ("kind-1", "label-1", "url-1"),
    ("kind-2", "label-2", "url-2"),
    ("kind-3", "label-3", "url-3"),
    ("kind-4", "label-4", "url-4"),
    ("kind-5", "label-5", "url-5"),
    ("kind-6", "label-6", "url-6"),
];

fn parse(form: &mut Form, group: &Group, sectors: &[Sector]) -> Option<Details> {
    let details = Details {
        sector: sector(form, group, sectors),
        name: form.line("name", 2..=200),
        purpose: form.text("purpose", 0..=4000),
        needs: form.text("needs", 0..=4000),
        offers: form.text("offers", 0..=4000),
        contact_name: form.line("contact_name", 0..=300),
        email: if form.value("email").trim().is_empty() { String::new() } else { form.email("email") },
        phone: form.line("phone", 0..=200),
        address: form.line("address", 0..=300),
        website: form.web_address("website"),
        locale: Locale::find(form.value("locale")).map(|l| l.code().to_owned()),
        links: links(form),
    };
    form.is_valid().then_some(details)
}

fn sector(form: &mut Form, group: &Group, sectors: &[Sector]) -> Option<kit::SectorId> {
    if group.side == Side::Citizens {
        return None;
    }
    let chosen = sectors.iter().find(|s| s.key == form.value("sector")).map(|s| s.id);
    if chosen.is_none() {
        form.add("sector", Problem::new("groups-sector-missing"));
    }
    chosen
}

/// A link without a label is called by its address.
fn links(form: &mut Form) -> Vec<Link> {
    let mut links = Vec::new();
    for (kind, label, url) in LINKS {
        let kind = form.optional_choice(kind).unwrap_or(LinkKind::Other);
        let (label, typed) = (form.line(label, 0..=60), form.web_address(url));
        if typed.is_empty() {
            continue;
        }
        let host = typed.split('/').nth(2).unwrap_or_default().trim_start_matches("www.").to_owned();
        links.push(Link { kind, label: if label.is_empty() { host } else { label }, url: typed });
    }
    links
}

/// The form as the group is now.
fn filled(group: &Group, links: &[Link], sectors: &[Sector], language: &str) -> Form {
    let sector = sectors.iter().find(|s| Some(s.id) == group.sector_id).map_or("", |s| s.key.as_str());
    let mut form = Form::with(&[
        ("sector", sector),
        ("name", &group.name),
        ("purpose", &group.purpose),
        ("needs", &group.needs),
        ("offers", &group.offers),
        ("contact_name", &group.contact_name),
        ("email", &group.email),
        ("phone", &group.phone),
        ("address", &group.address),
        ("website", &group.website),
        ("locale", group.locale.as_deref().unwrap_or(language)),
    ]);
    for (link, (kind, label, url)) in links.iter().zip(LINKS) {
        if link.kind != LinkKind::Other {
            form.set(kind, link.kind.as_str());
        }
        form.set(label, link.label.as_str());
        form.set(url, link.url.as_str());
    }
    form
}

/// The group, for those who may change it.
fn to_change(c: &mut Conn, id: GroupId, member: &Member) -> Result<Group> {
    let group = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    let role = memberships::role_in(c, member.id(), id)?;
    ensure(Group::is_run_by(member, role))?;
    Ok(group)
}

#[derive(Template)]
#[template(path = "groups/edit.html")]
struct Edit {
    chrome: Chrome,
    form: Form,
    group: Group,
    sectors: Vec<Sector>,
}

impl Edit {
    fn sectors(&self) -> Vec<(&str, &str)> {
        self.sectors.iter().map(|s| (s.key.as_str(), s.name.as_str())).collect()
    }

    fn contact_hint(&self) -> &'static str {
        match self.group.side {
            Side::Organisations => "groups-contact-public",
            Side::Citizens => "groups-contact-members",
        }
    }

    fn link_kinds(&self) -> Vec<(&'static str, String)> {
        LinkKind::ALL
            .iter()
            .filter(|kind| **kind != LinkKind::Other)
            .map(|kind| (kind.as_str(), self.chrome.t(kind.message()).to_string()))
            .collect()
    }

    fn links(&self) -> [(&'static str, &'static str, &'static str); MOST_LINKS] {
        LINKS
    }
}

pub async fn edit(State(app): State<App>, member: Member, Path(id): Path<GroupId>) -> Result<Response> {
    let (by, locale) = (member.clone(), member.locale);
    let (group, sectors, links) = app
        .db
        .read(move |c| {
            let group = to_change(c, id, &by)?;
            Ok::<_, Error>((group, sectors::all(c, locale)?, queries::links_of(c, id)?))
        })
        .await?;
    let form = filled(&group, &links, &sectors, locale.code());
    kit::page::show(&Edit { chrome: member.chrome(Section::Groups), form, group, sectors })
}

pub async fn update(
    State(app): State<App>,
    member: Member,
    Path(id): Path<GroupId>,
    mut form: Form,
) -> Result<Response> {
    let (by, locale) = (member.clone(), member.locale);
    let (group, sectors) =
        app.db.read(move |c| Ok::<_, Error>((to_change(c, id, &by)?, sectors::all(c, locale)?))).await?;
    let Some(details) = parse(&mut form, &group, &sectors) else {
        return kit::page::invalid(&Edit { chrome: member.chrome(Section::Groups), form, group, sectors });
    };
    let by = member.clone();
    app.db.write(move |c| change(c, id, &details, &by)).await?;
    kit::page::see(&group.path())
}

fn change(c: &mut Conn, id: GroupId, details: &Details, by: &Member) -> Result<()> {
    to_change(c, id, by)?;
    super::describe(c, id, details, by.now)?;
    super::record(c, Some((by.id(), super::spoken_for(by, id))), "group.changed", id, by.now)?;
    Ok(())
}
