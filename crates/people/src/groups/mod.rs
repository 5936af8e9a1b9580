//! A group is an organisation, which has a sector, or a citizen group, for which two people and a
//! name suffice. It is *listed* (known, not in), *invited*, *in* or *dormant*. The directory shows all
//! of them; each has a page of its own, which its representatives keep.

mod addition;
mod calling;
mod counting;
mod directory;
mod editing;
pub(crate) mod export;
mod group;
mod listing;
pub mod mandate;
mod members;
mod pages;
pub mod panels;
mod queries;
mod relisting;
mod rest;
mod state;

pub use calling::{Called, called};
pub use counting::{Seated, SectorCount, Silent, by_sector, seated, silent_since};
pub use group::{Details, Entry, Group, GroupState, ImportId, Link, LinkKind, MOST_LINKS, NewGroup};
pub use listing::{Listed, list};
pub use members::leave;
pub use queries::{
    Addressed, GroupCount, Known, OwnGroup, addressed_of_import, by_id, citizen_groups_in, counts, known,
    name_called, names, of_import, of_person, set_locale,
};
pub use relisting::{Change, Told, relist, take_back_changes};
pub use rest::{Rest, rest, wake};
pub use state::{mark_invited, set_state};

use crate::Member;
use crate::memberships::{self, GroupRole};
use db::Conn;
use db::search::Said;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::{GroupId, PersonId, Routes, Scope, Side};

pub fn routes() -> Routes {
    Routes::new()
        .get("/groups", directory::index)
        .get("/groups.csv", export::csv)
        .get("/groups.xlsx", export::xlsx)
        .get("/groups.zip", export::hsds)
        .get("/groups/new", addition::new)
        .post("/groups", addition::create)
        .get("/groups/{id}", pages::show)
        .get("/groups/{id}/edit", editing::edit)
        .post("/groups/{id}", editing::update)
        .post("/groups/{id}/state", state::update)
        .get("/groups/{id}/rest", rest::new)
        .post("/groups/{id}/rest", rest::create)
        .delete("/groups/{id}/rest", rest::destroy)
        .post("/groups/{id}/members/{person}", members::update)
        .delete("/groups/{id}/members/{person}", members::destroy)
}

/// Lets a person into a group, or changes their role in it. The group is *in* from now on, unless it rests.
pub fn admit(
    c: &mut Conn,
    person: PersonId,
    group: GroupId,
    role: GroupRole,
    now: Timestamp,
) -> db::Result<()> {
    admit_named(c, person, group, role, None, now)
}

/// [`admit`], where it is known by whom a representative was named.
pub fn admit_named(
    c: &mut Conn,
    person: PersonId,
    group: GroupId,
    role: GroupRole,
    named_by: Option<PersonId>,
    now: Timestamp,
) -> db::Result<()> {
    let before = memberships::role_in(c, person, group)?;
    memberships::put(c, person, group, role, now)?;
    if role == GroupRole::Representative && before != Some(role) {
        mandate::begin(c, person, group, named_by, now)?;
    }
    let came_in = queries::came_in(c, group, now)? > 0;
    let kind = match before {
        _ if came_in => "group.came-in",
        None => "group.joined",
        Some(before) if before == role => return Ok(()),
        Some(_) if role == GroupRole::Representative => "group.representative",
        Some(_) => "group.member",
    };
    record(c, Some((person, None)), kind, group, now)
}

/// Adds a group.
pub fn create(c: &mut Conn, new: &NewGroup, by: Option<PersonId>, now: Timestamp) -> db::Result<GroupId> {
    let folded = db::fold::fold(&new.name);
    let id = queries::insert(c, new.side, new.sector, &new.name, &folded, &new.purpose, new.state, by, now)?;
    find_by(c, id, (&new.name, ""), &[&new.purpose], Some(said(id, new.side)), now)?;
    Ok(id)
}

/// Writes what a group says of itself; the sector of a citizen group stays none.
pub fn describe(c: &mut Conn, id: GroupId, new: &Details, now: Timestamp) -> db::Result<()> {
    let Details { name, purpose, needs, offers, contact_name, email, phone, address, website, .. } = new;
    let (folded, locale) = (db::fold::fold(name), new.locale.as_deref());
    queries::update(
        c,
        id,
        name,
        &folded,
        new.sector,
        purpose,
        needs,
        offers,
        contact_name,
        email,
        phone,
        address,
        website,
        locale,
        now,
    )?;
    queries::delete_links(c, id)?;
    add_links(c, id, &new.links)?;
    find_by(c, id, (name, locale.unwrap_or_default()), &[purpose, needs, offers], None, now)
}

/// Adds links to a group's own places.
pub fn add_links(c: &mut Conn, id: GroupId, links: &[Link]) -> db::Result<()> {
    for (position, link) in links.iter().take(MOST_LINKS).enumerate() {
        queries::insert_link(c, id, link.kind, &link.label, &link.url, position as i64)?;
    }
    Ok(())
}

/// Takes back the groups of a list that are still as they came, and says how many. What has been touched
/// since stays.
pub fn take_back(c: &mut Conn, import: ImportId) -> db::Result<usize> {
    let gone = queries::delete_untouched(c, import)?;
    db::search::remove_many(c, "group", &gone.iter().map(|id| id.0).collect::<Vec<_>>())?;
    Ok(gone.len())
}

/// What a group can be found by: its name and what it says of itself, never how to reach it.
fn find_by(
    c: &mut Conn,
    id: GroupId,
    (name, locale): (&str, &str),
    texts: &[&str],
    said: Option<Said<'_>>,
    now: Timestamp,
) -> db::Result<()> {
    let path = format!("/groups/{id}");
    let body = texts.iter().filter(|t| !t.is_empty()).copied().collect::<Vec<_>>().join("\n");
    let document = db::search::Document {
        kind: "group",
        subject_id: id.0,
        scope: "open",
        path: &path,
        title: name,
        body: &body,
        locale,
        said,
        at: now,
    };
    db::search::put(c, &document)
}

/// A group is among what is said in its own voice.
fn said(id: GroupId, side: Side) -> Said<'static> {
    Said { group: Some(id.0), side: side.as_str(), place: "" }
}

/// The group as whose voice a change of its own page counts: its representatives speak for it there.
fn spoken_for(by: &Member, group: GroupId) -> Option<GroupId> {
    by.voices().iter().any(|v| v.group == Some(group)).then_some(group)
}

/// Who is in which group stands on the group's page, for members; the log is public, and a congregation
/// tells of a faith.
fn scope_of(kind: &str) -> Scope {
    match kind {
        "group.joined" | "group.left" | "group.representative" | "group.member" => Scope::Private,
        _ => Scope::Open,
    }
}

fn record(
    c: &mut Conn,
    by: Option<(PersonId, Option<GroupId>)>,
    kind: &str,
    group: GroupId,
    now: Timestamp,
) -> db::Result<()> {
    let title = queries::name_of(c, group)?.unwrap_or_default();
    let what = Happening { kind, subject: ("group", group.0), title: &title, scope: scope_of(kind) };
    activity::record_with(c, by, what, &serde_json::json!({}), now).map(drop)
}
