//! Needs that read like another: shown to whoever is about to name one, and to a guide who merges.

use super::{Listed, NeedId, listing, queries};
use db::{Conn, search};
use kit::Result;
use kit::likeness::{Background, Likeness, Reading};

/// So many are shown at most; the rest would not be read.
const MOST: usize = 5;

/// A need that reads alike, and the words that both share.
#[derive(Debug, Clone)]
pub struct Alike {
    pub need: Listed,
    pub likeness: Likeness,
}

/// The open needs that read like a text, the likest first. A text that is a need itself leaves itself out.
pub fn alike(c: &mut Conn, title: &str, body: &str, except: Option<NeedId>) -> Result<Vec<Alike>> {
    let background = Background::of(queries::newest_titles(c)?);
    let reading = Reading::of(title, body, &background);
    let mut found: Vec<(NeedId, Likeness)> = Vec::new();
    for candidate in search::like(c, &reading.beginnings(), "need", true, 30)? {
        let id = NeedId(candidate.subject_id);
        let likeness = Reading::of(&candidate.title, &candidate.body, &background).likeness(&reading);
        if likeness.is_alike() && Some(id) != except {
            found.push((id, likeness));
        }
    }
    found.sort_by(|a, b| b.1.score.total_cmp(&a.1.score));
    found.truncate(MOST);
    with_needs(c, found)
}

fn with_needs(c: &mut Conn, found: Vec<(NeedId, Likeness)>) -> Result<Vec<Alike>> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<NeedId> = found.iter().map(|(id, _)| *id).collect();
    let mut needs = listing::of_ids(c, &ids)?;
    let take = |(id, likeness)| {
        let at = needs.iter().position(|need| need.id == id)?;
        Some(Alike { need: needs.swap_remove(at), likeness })
    };
    Ok(found.into_iter().filter_map(take).collect())
}
