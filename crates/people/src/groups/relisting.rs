//! A list comes again: what it says otherwise of groups that are here is written into them, field by field
//! as a guide chose. For a while it can be taken back.

use super::describe;
use super::group::{Details, Group, ImportId};
use super::queries::{self, Overwritten};
use db::Conn;
use jiff::Timestamp;
use kit::GroupId;

kit::period!("group-changes", place 25, 30 days of 1 to 365, let_go);

/// After that it can't be taken back any more.
fn let_go(c: &mut Conn, before: Timestamp) -> kit::Result<()> {
    Ok(queries::sweep_changes(c, before).map(drop)?)
}

db::words! {
    /// What a list can say otherwise of a group.
    pub enum Told {
        Name = "name",
        Purpose = "purpose",
        Contact = "contact",
        Email = "email",
        Phone = "phone",
        Address = "address",
        Website = "website",
    }
}

impl Told {
    pub fn of(self, details: &Details) -> &str {
        match self {
            Told::Name => &details.name,
            Told::Purpose => &details.purpose,
            Told::Contact => &details.contact_name,
            Told::Email => &details.email,
            Told::Phone => &details.phone,
            Told::Address => &details.address,
            Told::Website => &details.website,
        }
    }

    fn put(self, details: &mut Details, text: &str) -> String {
        let field = match self {
            Told::Name => &mut details.name,
            Told::Purpose => &mut details.purpose,
            Told::Contact => &mut details.contact_name,
            Told::Email => &mut details.email,
            Told::Phone => &mut details.phone,
            Told::Address => &mut details.address,
            Told::Website => &mut details.website,
        };
        std::mem::replace(field, text.to_owned())
    }
}

/// What becomes of one group: each field with its new text.
#[derive(Debug, Clone)]
pub struct Change {
    pub group: GroupId,
    pub fields: Vec<(Told, String)>,
}

/// Changes the groups that are still here, and says how many.
pub fn relist(c: &mut Conn, changes: &[Change], import: ImportId, now: Timestamp) -> db::Result<usize> {
    let mut changed = 0;
    for Change { group, fields } in changes {
        let Some((mut details, before)) = details(c, *group)? else { continue };
        for (field, text) in fields {
            let old = field.put(&mut details, text);
            queries::insert_change(c, *group, import, *field, &old, text, before, now)?;
        }
        describe(c, *group, &details, now)?;
        changed += 1;
    }
    Ok(changed)
}

/// Puts back what a list changed, where it still stands as the list had it, and says of how many groups.
pub fn take_back_changes(c: &mut Conn, import: ImportId, now: Timestamp) -> db::Result<usize> {
    let changes = queries::changes_of_import(c, import)?;
    let mut back = 0;
    for of_group in changes.chunk_by(|one, next| one.group_id == next.group_id) {
        back += usize::from(put_back(c, of_group, now)?);
    }
    queries::delete_changes(c, import)?;
    Ok(back)
}

fn put_back(c: &mut Conn, changes: &[Overwritten], now: Timestamp) -> db::Result<bool> {
    let Some(first) = changes.first() else { return Ok(false) };
    let Some((mut details, updated_at)) = details(c, first.group_id)? else { return Ok(false) };
    let mut stands = changes.to_vec();
    stands.retain(|change| change.field.of(&details) == change.new_text);
    if stands.is_empty() {
        return Ok(false);
    }
    for change in &stands {
        change.field.put(&mut details, &change.old_text);
    }
    describe(c, first.group_id, &details, now)?;
    // As if nothing had been: who had not touched it before has not touched it now.
    if updated_at == first.at {
        queries::set_updated(c, first.group_id, first.updated_before)?;
    }
    Ok(true)
}

/// What a group says of itself, and when that was last changed.
fn details(c: &mut Conn, id: GroupId) -> db::Result<Option<(Details, Timestamp)>> {
    let (Some(group), Some(updated_at)) = (queries::by_id(c, id)?, queries::updated_at(c, id)?) else {
        return Ok(None);
    };
    let links = queries::links_of(c, id)?;
    let Group {
        sector_id,
        name,
        purpose,
        needs,
        offers,
        contact_name,
        email,
        phone,
        address,
        website,
        locale,
        ..
    } = group;
    let details = Details {
        sector: sector_id,
        name,
        purpose,
        needs,
        offers,
        contact_name,
        email,
        phone,
        address,
        website,
        locale,
        links,
    };
    Ok(Some((details, updated_at)))
}
