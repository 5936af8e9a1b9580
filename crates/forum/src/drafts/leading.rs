//! Drafts go where their threads and posts go.

use super::keeping::Draft;
use super::{Place, queries};
use crate::ThreadId;
use db::Conn;
use kit::{Error, Result};

/// Answers that somebody began in a thread that was merged are answers in what it has become. Who began one in both
/// has both texts in one.
pub fn lead_on(c: &mut Conn, from: ThreadId, into: ThreadId) -> Result<()> {
    let (old, new) = (Place::Answer(from).to_string(), Place::Answer(into).to_string());
    for mine in queries::at_place(c, &old)? {
        let mut draft = Draft::of(&mine.fields, mine.saved_at);
        if let Some(other) = queries::find(c, mine.person_id, &new)? {
            let other = Draft::of(&other.fields, other.saved_at);
            let both = format!("{}\n\n{}", other.field("body"), draft.field("body"));
            draft.fields.insert("body".into(), both);
        }
        let fields = serde_json::to_string(&draft.fields).map_err(|e| Error::Bug(e.to_string()))?;
        queries::put(c, mine.person_id, &new, Some(into), &fields, mine.saved_at)?;
        queries::delete(c, mine.person_id, &old)?;
    }
    Ok(())
}

/// Changes of posts belong to the thread in which the posts are now.
pub fn follow_posts(c: &mut Conn, into: ThreadId) -> Result<()> {
    queries::follow_posts(c, into)?;
    Ok(())
}
