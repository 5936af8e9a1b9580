//! The list of people.

use super::queries::{self, Listed};
use crate::Member;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kit::{App, Chrome, PersonId, Result, Role, Section, Side, page};
use serde::Deserialize;

/// So many people stand on one page.
const PAGE: usize = 50;

/// Somebody who is here.
struct Somebody {
    id: PersonId,
    name: String,
    folded: String,
    role: Role,
    /// `(name, side, represents)`
    groups: Vec<(String, Side, bool)>,
    /// Whether the reader may look at a page of theirs.
    has_page: bool,
}

#[derive(Template)]
#[template(path = "roles/index.html")]
struct IndexPage {
    chrome: Chrome,
    people: Vec<Somebody>,
    words: String,
    /// Guides and stewards alone.
    guides: bool,
    on: Option<String>,
    begin: Option<String>,
    /// Whether the reader says who is what.
    changes: bool,
    reader: PersonId,
}

impl IndexPage {
    fn is_other(&self, person: &PersonId) -> bool {
        *person != self.reader
    }

    fn role_name(&self, role: &Role) -> String {
        self.chrome.t(message(*role)).to_string()
    }

    /// The roles that a person doesn't have: `(value, what the button says)`.
    fn others(&self, role: &Role) -> Vec<(&'static str, String)> {
        let other = Role::ALL.iter().filter(|r| *r != role);
        other.map(|r| (r.as_str(), self.chrome.t(change(*r)).to_string())).collect()
    }

    fn is_more_than_member(&self, role: &Role) -> bool {
        *role != Role::Member
    }
}

fn message(role: Role) -> &'static str {
    match role {
        Role::Steward => "roles-steward",
        Role::Guide => "roles-guide",
        Role::Member => "roles-member",
    }
}

fn change(role: Role) -> &'static str {
    match role {
        Role::Steward => "roles-make-steward",
        Role::Guide => "roles-make-guide",
        Role::Member => "roles-make-member",
    }
}

#[derive(Deserialize)]
pub struct Wish {
    #[serde(default)]
    q: String,
    /// `guides`, or nothing.
    #[serde(default)]
    role: String,
    /// The folded name and the id of the last one seen: `kiss-pal.12`.
    #[serde(default)]
    after: String,
}

pub async fn index(State(app): State<App>, member: Member, Query(wish): Query<Wish>) -> Result<Response> {
    let words = db::fold::words(&wish.q).join(" ");
    let guides = wish.role == "guides";
    let (after, id) = wish.after.rsplit_once('.').unwrap_or_default();
    let (after, id) = (after.to_owned(), id.parse::<i64>().unwrap_or(0));
    let asked = words.clone();
    let rows = app.db.read(move |c| queries::page(c, &asked, &after, id, guides, PAGE as i64 + 1)).await?;
    let mut people = gathered(rows, member.id());
    let more = people.len() > PAGE;
    people.truncate(PAGE);
    let base = format!(
        "/people?q={}&role={}",
        kit::headers::url_encoded(&wish.q),
        if guides { "guides" } else { "" }
    );
    let last = people.last().filter(|_| more);
    let on = last.map(|p| format!("{base}&after={}.{}", kit::headers::url_encoded(&p.folded), p.id));
    let begin = (!wish.after.is_empty()).then_some(base);
    let changes = member.person.role == Role::Steward;
    page::show(&IndexPage {
        chrome: member.chrome(Section::Groups),
        people,
        words: wish.q,
        guides,
        on,
        begin,
        changes,
        reader: member.id(),
    })
}

/// One person for all rows of theirs, with what the reader may know of them.
fn gathered(rows: Vec<Listed>, reader: PersonId) -> Vec<Somebody> {
    let mut people: Vec<Somebody> = Vec::new();
    for row in rows {
        let Listed { id, name, name_folded, role, group_name, side, represents, groups_for, profile_for } =
            row;
        let group_name = group_name.filter(|_| groups_for.includes(id, Some(reader)));
        let has_page = profile_for.includes(id, Some(reader));
        if people.last().is_none_or(|p| p.id != id) {
            people.push(Somebody { id, name, folded: name_folded, role, groups: Vec::new(), has_page });
        }
        if let (Some(person), Some(group), Some(side)) = (people.last_mut(), group_name, side) {
            person.groups.push((group, side, represents));
        }
    }
    people
}
