//! A message on its way: who may send one, how many, and who hears of it.

use super::party::{self, Addressee, Correspondence};
use super::{CorrespondenceId, queries};
use crate::posts;
use crate::threads::language;
use db::Conn;
use kit::limits::{self, Limit};
use kit::{Error, Form, Problem, Result, markdown};
use people::Member;
use people::notices::{self, Notice};

/// The most characters of one message.
const LONGEST: usize = 10_000;

const MESSAGES: Limit = Limit { count: 200, minutes: 24 * 60 };

/// So many people and groups one may write to for the first time in a day, and a newcomer.
const BEGUN: Limit = Limit { count: 20, minutes: 24 * 60 };
const BEGUN_BY_NEWCOMER: Limit = Limit { count: 3, minutes: 24 * 60 };

/// The kind of notice of a new message.
pub const NOTICE: &str = "message.new";

/// What was written.
#[derive(Debug, Clone)]
pub struct Draft {
    body: String,
    html: String,
    locale: &'static str,
    key: Option<String>,
}

impl Draft {
    pub fn parse(form: &mut Form, member: &Member) -> Option<Draft> {
        let body = form.text("body", 1..=LONGEST);
        let (locale, key) = (language::usual(member).code(), member.form_key(form));
        form.is_valid().then(|| Draft { html: markdown::render(&body).0, body, locale, key })
    }
}

/// Sends a first message, or one more where they wrote before.
pub fn begin(c: &mut Conn, to: Addressee, draft: &Draft, by: &Member) -> Result<CorrespondenceId> {
    party::name_of(c, to, by)?;
    if let Some(known) = known(c, to, by)? {
        return send(c, known, draft, by);
    }
    let others_box = match to {
        Addressee::Person(other) => queries::has_closed(c, other)?,
        Addressee::Group(_) => false,
    };
    if others_box {
        return Err(refused("correspondence-letterbox-closed"));
    }
    let most = if posts::is_newcomer(c, by)? { BEGUN_BY_NEWCOMER } else { BEGUN };
    take(c, by, "correspondences", most, "correspondence-begun-enough")?;
    let (first, other, group) = match to {
        Addressee::Person(other) => (by.id().min(other), Some(by.id().max(other)), None),
        Addressee::Group(group) => (by.id(), None, Some(group)),
    };
    queries::begin(c, first, other, group, by.now)?;
    let id = known(c, to, by)?.ok_or(Error::NotFound)?;
    send(c, id, draft, by)
}

/// The correspondence that is there already.
pub fn known(c: &mut Conn, to: Addressee, by: &Member) -> Result<Option<CorrespondenceId>> {
    Ok(match to {
        Addressee::Person(other) => queries::of_two(c, by.id().min(other), by.id().max(other))?,
        Addressee::Group(group) => queries::with_group(c, by.id(), group)?,
    })
}

/// Sends one message more. Sent twice by one form it is one.
pub fn send(c: &mut Conn, id: CorrespondenceId, draft: &Draft, by: &Member) -> Result<CorrespondenceId> {
    let to = party::found(c, id, by)?;
    if let Some(key) = draft.key.as_deref()
        && let Some(sent) = queries::by_key(c, key)?
    {
        return Ok(sent);
    }
    let for_group = to.is_for_group(by);
    if queries::is_blocked(c, id, by.id(), for_group)? {
        return Err(refused("correspondence-refused"));
    }
    if queries::blocks(c, id, by.id(), for_group)? {
        return Err(refused("correspondence-you-block"));
    }
    take(c, by, "messages", MESSAGES, "correspondence-enough")?;
    let number = queries::take_number(c, id, by.now)?;
    let Draft { body, html, locale, key } = draft;
    queries::insert(c, id, number, by.id(), for_group, body, html, locale, by.now, key.as_deref())?;
    queries::mark(c, by.id(), id, number)?;
    tell(c, &to, by)?;
    Ok(id)
}

fn tell(c: &mut Conn, to: &Correspondence, by: &Member) -> Result<()> {
    let by_name = to.for_group(by).unwrap_or_else(|| by.person.name.clone());
    let (subject, path) = (("message", to.id.0), to.path());
    let notice = Notice { kind: NOTICE, subject, path: &path, title: "", by_name: &by_name };
    for person in party::others(c, to, by)? {
        notices::tell(c, person, notice, by.now)?;
    }
    Ok(())
}

/// A problem beside the text.
fn refused(key: &'static str) -> Error {
    // messages: correspondence-*
    Error::Conflict(Problem::new(key))
}

fn take(c: &mut Conn, by: &Member, what: &str, most: Limit, key: &'static str) -> Result<()> {
    match limits::take(c, &format!("{what}:{}", by.id()), most, by.now) {
        Err(Error::TooMany { .. }) => Err(Error::Conflict(Problem::new(key).with("count", most.count))),
        taken => taken,
    }
}
