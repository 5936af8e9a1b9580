//! What somebody may do who has just come: less in a day than the others. It grows away by itself, after a day and a few
//! posts that stand. Guides, the founding circle and those who speak for an organisation are no newcomers: others answer
//! for them.

use super::{Reason, Text, queries, signs};
use crate::patterns;
use db::Conn;
use jiff::SignedDuration;
use kit::limits::{self, Limit};
use kit::{Error, Problem, Result, Side};
use people::Member;

/// One is a newcomer for so long at least,
const AT_LEAST: SignedDuration = SignedDuration::from_hours(24);

/// and until so many posts stand beside the one that is sent: neither removed nor hidden.
const STANDING: i64 = 3;

const POSTS: Limit = Limit { count: 20, minutes: 24 * 60 };
const THREADS: Limit = Limit { count: 3, minutes: 24 * 60 };

/// Links to other places in one text.
const LINKS: usize = 2;

/// Persons whom one text tells of itself; a group that is named tells all who speak for it.
const MENTIONS: usize = 5;

/// A text that somebody sends.
#[derive(Debug, Clone, Copy)]
pub struct Writing<'a> {
    pub by: &'a Member,
    pub text: &'a Text,
    /// Of the thread that it opens.
    pub title: Option<&'a str>,
    pub how: How,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    Opening,
    Answering,
    Changing,
}

pub fn is_newcomer(c: &mut Conn, member: &Member) -> Result<bool> {
    let person = &member.person;
    // A citizen group anybody may found by themselves.
    let for_organisation = person.voices.iter().any(|voice| voice.side == Side::Organisations);
    if person.role.guides() || person.in_circle || for_organisation {
        return Ok(false);
    }
    let is_young = person.since.first().is_none_or(|since| member.now.duration_since(*since) < AT_LEAST);
    Ok(is_young || queries::count_standing(c, person.id, STANDING + 1)? <= STANDING)
}

/// Counts what a newcomer has just sent, in the same transaction. Too much for now is a problem that [`is_limit`] knows; otherwise, why a guide should
/// look at it before others read it, if so.
pub fn ensure(c: &mut Conn, writing: &Writing<'_>) -> Result<Option<Reason>> {
    let Writing { by, text, title, how } = *writing;
    if !is_newcomer(c, by)? {
        return Ok(None);
    }
    let links = signs::links(&text.html);
    if links.len() > LINKS {
        return Err(limit("posts-newcomer-links", LINKS as i64));
    }
    if text.mentioned.len() > MENTIONS {
        return Err(limit("posts-newcomer-mentions", MENTIONS as i64));
    }
    match how {
        How::Opening => take(c, by, "threads", THREADS, "posts-newcomer-threads")?,
        How::Answering => take(c, by, "posts", POSTS, "posts-newcomer-posts")?,
        How::Changing => {}
    }
    let whole = [title.unwrap_or_default(), &text.plain, &links.join(" ")].join(" ");
    let reason = if patterns::matches(c, &whole)? {
        Some(Reason::Pattern)
    } else if how == How::Changing {
        None
    } else if signs::can_repeat(&text.body) && queries::count_same(c, &text.body)? > 1 {
        Some(Reason::Repeated)
    } else {
        let last = queries::before_newest_of(c, by.id())?;
        let fast = !links.is_empty() && signs::is_too_fast(&text.plain, last, by.now);
        fast.then_some(Reason::Fast)
    };
    match reason {
        // The title of a thread can't be veiled as a post can: it isn't opened.
        Some(_) if how == How::Opening => Err(limit("posts-newcomer-opening", 0)),
        reason => Ok(reason),
    }
}

/// Whether what was sent is too much for a newcomer, and stands beside the text.
pub fn is_limit(problem: &Problem) -> bool {
    problem.key.starts_with("posts-newcomer-")
}

fn limit(key: &'static str, count: i64) -> Error {
    // messages: posts-newcomer-*
    Error::Conflict(Problem::new(key).with("count", count))
}

fn take(c: &mut Conn, by: &Member, what: &str, most: Limit, key: &'static str) -> Result<()> {
    match limits::take(c, &format!("newcomer-{what}:{}", by.id()), most, by.now) {
        Err(Error::TooMany { .. }) => Err(limit(key, most.count)),
        taken => taken,
    }
}
