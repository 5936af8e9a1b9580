//! Keeping a draft, and finding it again.

use super::{Place, queries};
use crate::visibility;
use db::Conn;
use jiff::Timestamp;
use kit::{Error, Form, PersonId, Problem, Result, markdown};
use people::Member;
use std::collections::BTreeMap;

/// What is kept of a form.
const FIELDS: [&str; 5] = ["title", "body", "voice", "locale", "circle"];
/// Those that may be ticked more than once.
const TICKED: [&str; 1] = ["tags"];
/// Those without which there is nothing to keep.
const WORDS: [&str; 2] = ["title", "body"];
/// So many drafts are kept for one person; the oldest make room.
pub const MOST: i64 = 50;

/// A draft as it was kept.
#[derive(Debug, Clone)]
pub struct Draft {
    pub fields: BTreeMap<String, String>,
    pub saved_at: Timestamp,
}

impl Draft {
    pub fn of(fields: &str, saved_at: Timestamp) -> Draft {
        Draft { fields: serde_json::from_str(fields).unwrap_or_default(), saved_at }
    }

    /// Puts what was typed into a form.
    pub fn fill(&self, form: &mut Form) {
        for (name, value) in &self.fields {
            if TICKED.contains(&name.as_str()) {
                form.set(name, String::new());
                value.split(',').for_each(|one| form.add_value(name, one));
            } else {
                form.set(name, value);
            }
        }
    }

    pub fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }
}

pub fn find(c: &mut Conn, person: PersonId, place: &Place) -> db::Result<Option<Draft>> {
    let kept = queries::find(c, person, &place.to_string())?;
    Ok(kept.map(|kept| Draft::of(&kept.fields, kept.saved_at)))
}

pub fn forget(c: &mut Conn, person: PersonId, place: &Place) -> db::Result<()> {
    queries::delete(c, person, &place.to_string()).map(drop)
}

/// Keeps what stands in a form, or nothing where nothing does; says when. A form that was sent meanwhile leaves
/// none. `known` in the form is the time of the draft that it goes on from.
///
/// # Errors
/// [`Error::Conflict`] where a newer draft says something else: it was written on another device.
pub fn keep(
    c: &mut Conn,
    member: &Member,
    place: &Place,
    form: &Form,
    now: Timestamp,
) -> Result<Option<Timestamp>> {
    let thread = match place {
        Place::Answer(thread) => Some(*thread),
        Place::Change(post) => Some(queries::thread_of_post(c, *post)?.ok_or(Error::NotFound)?),
        Place::Thread(_) => None,
    };
    if let Some(thread) = thread {
        visibility::scope_for(c, thread, member)?;
    }
    let (person, name, fields) = (member.id(), place.to_string(), fields(form)?);
    let found = queries::find(c, person, &name)?;
    let known: i64 = form.value("known").parse().unwrap_or(0);
    if found.as_ref().is_some_and(|kept| kept.saved_at.as_millisecond() > known && kept.fields != fields) {
        return Err(Error::Conflict(Problem::new("drafts-newer")));
    }
    let is_sent = match member.form_key(form) {
        Some(key) => queries::is_sent(c, &key)?.is_some(),
        None => false,
    };
    if is_sent || WORDS.iter().all(|field| form.value(field).trim().is_empty()) {
        queries::delete(c, person, &name)?;
        return Ok(None);
    }
    queries::put(c, person, &name, thread, &fields, now)?;
    if found.is_none() {
        queries::delete_oldest(c, person, MOST)?;
    }
    Ok(Some(now))
}

/// Puts a line at the end of a draft's text; where there is no draft, it begins one.
pub fn add_line(c: &mut Conn, member: &Member, place: &Place, line: &str, now: Timestamp) -> Result<()> {
    let mut form = Form::default();
    if let Some(draft) = find(c, member.id(), place)? {
        draft.fill(&mut form);
        form.set("known", draft.saved_at.as_millisecond().to_string());
    }
    let text = form.value("body").trim_end();
    let body = if text.is_empty() { line.to_owned() } else { format!("{text}\n\n{line}") };
    form.set("body", body);
    keep(c, member, place, &form, now).map(drop)
}

/// As JSON, in the order of their names.
fn fields(form: &Form) -> Result<String> {
    let typed = FIELDS.iter().filter(|name| !form.value(name).is_empty());
    let mut typed: BTreeMap<&str, String> =
        typed.map(|name| (*name, form.value(name).replace("\r\n", "\n"))).collect();
    for name in TICKED {
        let ticked: Vec<&str> = form.values(name).collect();
        if !ticked.is_empty() {
            typed.insert(name, ticked.join(","));
        }
    }
    // A text that is too long to be sent is still kept: it is to be shortened, not lost.
    if typed.values().map(|value| value.chars().count()).sum::<usize>() > 2 * markdown::LONGEST {
        return Err(Error::TooLarge);
    }
    serde_json::to_string(&typed).map_err(|e| Error::Bug(e.to_string()))
}
