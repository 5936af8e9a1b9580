//! People as they are found: by their names, and by what they say of themselves, each part by those whom it is for.
//! Members find one document, in which what is public stands too; guests another.

use super::profile::{Audience, Profile, profile};
use db::Conn;
use db::search::{self, Document, Said};
use kit::{PersonId, Side};

/// What is found, by whom, and what stands in it at most.
const DOCUMENTS: [(&str, &str, Audience); 2] =
    [("person", "members", Audience::Members), ("profile", "guests", Audience::Public)];

/// Lets somebody be found as their profile is now.
pub(super) fn find_again(c: &mut Conn, id: PersonId) -> db::Result<()> {
    let Some(profile) = profile(c, id)? else { return forget(c, id) };
    for (kind, scope, audience) in DOCUMENTS {
        if profile.profile_for > audience {
            search::remove(c, kind, id.0)?;
            continue;
        }
        let document = Document {
            kind,
            subject_id: id.0,
            scope,
            path: &format!("/people/{id}"),
            title: &profile.name,
            body: &said_to(&profile, audience),
            locale: "",
            said: Some(Said { group: None, side: Side::Citizens.as_str(), place: "" }),
            at: profile.joined_at,
        };
        search::put(c, &document)?;
    }
    Ok(())
}

pub(super) fn forget(c: &mut Conn, id: PersonId) -> db::Result<()> {
    DOCUMENTS.iter().try_for_each(|(kind, ..)| search::remove(c, kind, id.0))
}

fn said_to(profile: &Profile, audience: Audience) -> String {
    let Profile { about, helps, speaks, about_for, helps_for, speaks_for, .. } = profile;
    let parts = [(about, about_for), (helps, helps_for), (speaks, speaks_for)];
    let seen = parts.into_iter().filter(|(text, of)| **of <= audience && !text.is_empty());
    seen.map(|(text, _)| text.as_str()).collect::<Vec<_>>().join("\n\n")
}
