//! Sharing a need: joining it with one's voice, and leaving it. Each voice shares a need once. Which
//! groups do is public. That a person needs firewood, or an afternoon off from nursing, is for members to
//! know: strangers see how many there are, and the public log tells nothing.

use super::adding::happening;
use super::pages::see_and_say;
use super::{NeedId, queries};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use forum::threads::language;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::{App, Error, Form, GroupId, Problem, Result, Scope, SectorId, Side, Voice, Words};
use people::Member;

const LONGEST_NOTE: usize = 1000;

db::row! {
    /// A voice that shares a need.
    #[derive(Debug, Clone)]
    pub struct Support {
        /// `p12`, `g5`.
        pub voice: String,
        pub name: String,
        pub group_id: Option<GroupId>,
        pub side: Side,
        pub sector_id: Option<SectorId>,
        pub note: String,
        /// Of the note.
        pub locale: String,
        pub at: Timestamp,
        /// It is a voice of whoever looks.
        pub is_mine: bool,
    }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct SectorCount {
        pub sector_id: SectorId,
        pub count: i64,
    }
}

impl Support {
    /// The value of this voice in a form.
    pub fn form_value(&self) -> String {
        self.group_id.map_or_else(|| "me".into(), |group| group.to_string())
    }
}

/// Joins a need. Joining again may add a note, and changes nothing else.
pub fn join(c: &mut Conn, id: NeedId, by: &Voice, note: Words<'_>, now: Timestamp) -> Result<()> {
    let need = queries::by_id(c, id)?;
    if need.merged_into.is_some() {
        return Err(Error::Conflict(Problem::new("needs-was-merged")));
    }
    if put(c, id, by, note, now)? {
        activity::record(c, by, known_to_few(by, happening("need.joined", id, &need.title)), now)?;
    }
    Ok(())
}

/// Whether the voice is a new one.
pub(super) fn put(c: &mut Conn, id: NeedId, by: &Voice, note: Words<'_>, now: Timestamp) -> Result<bool> {
    let Words { text, locale } = note;
    let is_new = queries::insert_support(c, id, &by.key(), by.person, by.group, text, locale, now)? > 0;
    if is_new {
        queries::recount(c, id)?;
    } else if !text.is_empty() {
        queries::set_note(c, id, &by.key(), text, locale)?;
    }
    Ok(is_new)
}

/// Leaves a need; who wasn't with it changes nothing.
pub fn leave(c: &mut Conn, id: NeedId, by: &Voice, now: Timestamp) -> Result<()> {
    let need = queries::by_id(c, id)?;
    if queries::remove_support(c, id, &by.key())? > 0 {
        queries::recount(c, id)?;
        activity::record(c, by, known_to_few(by, happening("need.left", id, &need.title)), now)?;
    }
    Ok(())
}

fn known_to_few<'a>(by: &Voice, what: Happening<'a>) -> Happening<'a> {
    Happening { scope: if by.group.is_some() { Scope::Open } else { Scope::Private }, ..what }
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<NeedId>,
    mut form: Form,
) -> Result<Response> {
    let voice = chosen(&member, &mut form)?;
    let note = kit::form::clean(form.value("note")).trim().chars().take(LONGEST_NOTE).collect::<String>();
    let (locale, now) = (language::usual(&member).code(), member.now);
    app.db.write(move |c| join(c, id, &voice, Words::new(&note, locale), now)).await?;
    see_and_say(&app, &id.path(), "needs-joined")
}

pub async fn destroy(
    State(app): State<App>,
    member: Member,
    Path(id): Path<NeedId>,
    mut form: Form,
) -> Result<Response> {
    let (voice, now) = (chosen(&member, &mut form)?, member.now);
    app.db.write(move |c| leave(c, id, &voice, now)).await?;
    see_and_say(&app, &id.path(), "needs-left")
}

/// These forms have no field for a voice's fault: somebody else's voice is no slip of the pen.
fn chosen(member: &Member, form: &mut Form) -> Result<Voice> {
    member.voice(form).ok_or_else(|| Error::Invalid(Problem::new("people-not-your-voice")))
}
