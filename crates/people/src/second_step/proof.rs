//! Proving that one is who one says: by the app's code or by one on paper, with a limit on guessing.

use super::letters::{self, Change};
use super::{code, duty, queries, recovery};
use crate::persons::Person;
use crate::{passkeys, persons};
use askama::Template;
use db::Conn;
use jiff::Timestamp;
use kit::limits::{self, Limit};
use kit::{App, Chrome, Error, Form, Locale, PersonId, Problem, Result};

/// A million codes, of which three are right at a time: whoever guesses as often as this lets them, all day, is
/// right once in forty years.
const A_WHILE: Limit = Limit { count: 5, minutes: 15 };
const A_DAY: Limit = Limit { count: 24, minutes: 24 * 60 };

/// What came of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    Right,
    Wrong,
}

/// Whether somebody has an app that shows codes.
pub fn has_app(c: &mut Conn, person: PersonId) -> Result<bool> {
    Ok(queries::is_set_up(c, person)?)
}

/// Whether somebody is asked for a second step after the letter: who has the app, and who guides by passkeys alone.
/// To all others a passkey is one more way in, and the letter goes on being enough.
pub fn is_asked(c: &mut Conn, app: &App, person: &Person) -> Result<bool> {
    if queries::is_set_up(c, person.id)? {
        return Ok(true);
    }
    let is_duty = person.role.guides() && duty::is_asked_here(app.community().as_deref());
    Ok(is_duty && passkeys::has_any(c, person.id)?)
}

/// Takes what somebody typed: a code of their app, or one on paper; each counts once. The caller must let the
/// transaction commit whatever comes of it, so that guesses are counted.
pub fn prove(c: &mut Conn, app: &App, person: PersonId, typed: &str, now: Timestamp) -> Result<Proof> {
    limits::take(c, &format!("second-step/{person}"), A_WHILE, now)?;
    limits::take(c, &format!("second-step/day/{person}"), A_DAY, now)?;
    if takes_app_code(c, person, typed, now)? {
        return Ok(Proof::Right);
    }
    if !recovery::spend(c, person, typed, now)? {
        return Ok(Proof::Wrong);
    }
    let left = queries::codes_left(c, person)?;
    let known = persons::by_id(c, person)?.ok_or(Error::NotFound)?;
    letters::tell(c, app, &known, Locale::english(), Change::CodeUsed { left }, now)?;
    Ok(Proof::Right)
}

fn takes_app_code(c: &mut Conn, person: PersonId, typed: &str, now: Timestamp) -> Result<bool> {
    let Some(secret) = queries::of_person(c, person)?.and_then(|step| step.secret) else { return Ok(false) };
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    match code::step_of(&secret, &digits, now)? {
        Some(step) => Ok(queries::take(c, person, step)? > 0),
        None => Ok(false),
    }
}

/// Asks for a code, and sends it with the other fields to the address of the page.
#[derive(Template)]
#[template(path = "second_step/code.html")]
pub struct CodePage {
    chrome: Chrome,
    form: Form,
    /// Whether they have a passkey, which does as well.
    has_passkey: bool,
}

impl CodePage {
    pub fn new(chrome: Chrome, has_passkey: bool) -> CodePage {
        CodePage { chrome, form: Form::default(), has_passkey }
    }

    /// After a code that was none, or a passkey that proved nothing.
    pub fn again(chrome: Chrome, has_passkey: bool, by_passkey: bool) -> CodePage {
        let mut page = CodePage::new(chrome, has_passkey);
        match by_passkey {
            true => page.form.add("passkey", Problem::new("passkeys-wrong")),
            false => page.form.add("code", Problem::new("second-step-code-wrong")),
        }
        page
    }
}
