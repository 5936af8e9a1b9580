//! Who hears of what: guides of what waits, whom it concerns of what was done and why, who flagged it of what
//! came of that. No notice says who flagged, nor which guide acted.

use super::act::{self, Act, Kind};
use super::{ActId, queries};
use crate::posts::{Post, Source};
use db::Conn;
use jiff::Timestamp;
use kit::{PersonId, Result, Scope};
use people::notices::{self, Notice};
use people::persons;

const FLAG_WAITS: &str = "flag.waits";
const APPEAL_WAITS: &str = "appeal.waits";

fn tell(
    c: &mut Conn,
    person: PersonId,
    (kind, path, title): (&str, &str, &str),
    subject: (&str, i64),
    now: Timestamp,
) -> Result<()> {
    Ok(notices::tell(c, person, Notice { kind, subject, path, title, by_name: "" }, now)?)
}

/// A post waits for the guides who see it, but for who wrote it.
pub fn guides_of_flag(c: &mut Conn, post: &Post, source: &Source, now: Timestamp) -> Result<()> {
    let path = format!("/moderation/posts/{}", post.id);
    for guide in persons::guides(c)? {
        let sees = source.scope != Scope::Circle || persons::by_id(c, guide)?.is_some_and(|p| p.in_circle);
        if sees && guide != post.person_id {
            tell(c, guide, (FLAG_WAITS, &path, &source.title), ("flags", post.id.0), now)?;
        }
    }
    Ok(())
}

/// What was flagged is looked at: those who flagged it hear what came of it, guides need not look any more.
pub fn flaggers(
    c: &mut Conn,
    (post, source): (&Post, &Source),
    (act, kind): (ActId, &str),
    now: Timestamp,
) -> Result<()> {
    for flag in queries::open_flags(c, post.id)? {
        if let Some(person) = flag.person_id {
            tell(c, person, (kind, &post.path(), &source.title), ("flag", post.id.0), now)?;
        }
    }
    queries::settle_flags(c, post.id, act)?;
    notices::settle(c, FLAG_WAITS, "flags", post.id.0, now)?;
    Ok(())
}

/// Whom an act concerns. One who is blocked gets a letter.
pub fn concerned(c: &mut Conn, act: &Act, now: Timestamp) -> Result<()> {
    // messages: notices-moderation-*
    let kind = format!("moderation.{}", act.kind);
    tell(c, act.person_id, (&kind, &act.path(), &act.title), ("moderation", act.id.0), now)
}

/// The act that befell them is undone, or an appeal was answered.
pub fn answered(c: &mut Conn, act: &Act, how: Kind, now: Timestamp) -> Result<()> {
    let kind = format!("moderation.{how}");
    notices::settle(c, APPEAL_WAITS, "appeal", act.id.0, now)?;
    tell(c, act.person_id, (&kind, &act.path(), &act.title), ("moderation", act.id.0), now)
}

/// An appeal waits for those who may answer it.
pub fn judges(c: &mut Conn, act: &Act, now: Timestamp) -> Result<()> {
    for judge in act::judges(c, act)? {
        tell(c, judge, (APPEAL_WAITS, &act.path(), &act.title), ("appeal", act.id.0), now)?;
    }
    Ok(())
}
