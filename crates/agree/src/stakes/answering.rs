//! Answering: for a group that one speaks for, or what one thinks of a group that is not in.

use super::queries;
use super::stake::{Degree, Stake};
use crate::focuses::{self, Focus, FocusId};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, GroupId, PersonId, Problem, Result, Section};
use people::Member;
use people::groups::{self, GroupState};

/// So many that are not in are offered to choose from; others have the question on the way from their own page.
const OFFERED: i64 = 300;

/// Says it, for the group where one speaks for it, else as one's own thought.
fn answer(c: &mut Conn, focus: FocusId, group: GroupId, stake: Stake, by: &Member) -> Result<()> {
    may_answer(c, focus)?;
    let (_, own) = voice(c, group, by)?;
    put(c, (focus, group), stake, (by.id(), own), by.now)
}

/// Writes down what a person says: of a group that is in it is the group's own answer.
pub fn note(
    c: &mut Conn,
    focus: FocusId,
    group: GroupId,
    stake: Stake,
    by: PersonId,
    now: Timestamp,
) -> Result<()> {
    let own = groups::by_id(c, group)?.ok_or(Error::NotFound)?.state == GroupState::In;
    put(c, (focus, group), stake, (by, own), now)
}

fn put(
    c: &mut Conn,
    (focus, group): (FocusId, GroupId),
    stake: Stake,
    (by, own): (PersonId, bool),
    now: Timestamp,
) -> Result<()> {
    let voice = if own { format!("g{group}") } else { format!("p{by}") };
    let Stake { concern, influence } = stake;
    queries::put(c, focus, group, &voice, own, by, concern.step(), influence.step(), now)?;
    Ok(())
}

/// A focus that has ended is history, and so is what concerned whom.
fn may_answer(c: &mut Conn, id: FocusId) -> Result<Focus> {
    let focus = focuses::by_id(c, id)?.ok_or(Error::NotFound)?;
    if focus.is_closed() {
        return Err(Error::Conflict(Problem::new("stakes-closed")));
    }
    Ok(focus)
}

/// In which voice somebody answers about a group, and whether it is the group's own. Nobody answers for a group that is
/// in but those who speak for it.
fn voice(c: &mut Conn, group: GroupId, by: &Member) -> Result<(String, bool)> {
    let about = groups::by_id(c, group)?.ok_or(Error::NotFound)?;
    if let Some(voice) =
        by.voices().iter().find(|v| v.group == Some(group)).filter(|_| about.state == GroupState::In)
    {
        return Ok((voice.key(), true));
    }
    ensure(about.state.is_outside())?;
    Ok((by.own_voice().key(), false))
}

#[derive(Template)]
#[template(path = "stakes/form.html")]
struct Asking {
    chrome: Chrome,
    focus: Focus,
    form: Form,
    groups: Vec<(String, String)>,
}

impl Asking {
    fn concerns(&self) -> Vec<(&'static str, String)> {
        Degree::ALL.iter().map(|d| (d.as_str(), self.chrome.t(&d.concern()).to_string())).collect()
    }

    fn influences(&self) -> Vec<(&'static str, String)> {
        Degree::ALL.iter().map(|d| (d.as_str(), self.chrome.t(&d.influence()).to_string())).collect()
    }
}

async fn page(app: &App, member: &Member, id: FocusId, form: Form) -> Result<Asking> {
    let by = member.clone();
    app.db
        .read(move |c| {
            let focus = may_answer(c, id)?;
            let (groups, form) = (choices(c, &form, &by)?, filled(c, id, form, &by)?);
            Ok(Asking { chrome: by.chrome(Section::Focuses), focus, form, groups })
        })
        .await
}

/// First the groups that one speaks for, then those that are not in.
fn choices(c: &mut Conn, form: &Form, by: &Member) -> Result<Vec<(String, String)>> {
    let own = by.voices().iter().filter_map(|v| Some((v.group?, v.name.as_str())));
    let for_it = |name: &str| by.locale.t("stakes-for-it").with("name", name).to_string();
    let about = |name: &str| by.locale.t("stakes-about-it").with("name", name).to_string();
    let mut choices: Vec<(String, String)> = own.map(|(id, name)| (id.to_string(), for_it(name))).collect();
    let outside = queries::outside(c, OFFERED)?;
    choices.extend(outside.iter().map(|(id, name)| (id.to_string(), about(name))));
    let asked = form.value("group").parse::<GroupId>().ok();
    if let Some(id) = asked.filter(|id| !choices.iter().any(|(value, _)| *value == id.to_string()))
        && let Some(group) = groups::by_id(c, id)?.filter(|group| group.state.is_outside())
    {
        choices.push((id.to_string(), about(&group.name)));
    }
    Ok(choices)
}

/// What was said before stands in the form.
fn filled(c: &mut Conn, focus: FocusId, mut form: Form, by: &Member) -> Result<Form> {
    let Ok(group) = form.value("group").parse::<GroupId>() else { return Ok(form) };
    if form.has_errors() || !form.value("concern").is_empty() {
        return Ok(form);
    }
    let keys = by.voices().iter().filter(|v| v.group == Some(group)).chain([by.own_voice()]);
    for key in keys.map(kit::Voice::key) {
        if let Some((concern, influence)) = queries::said(c, focus, group, &key)? {
            form.set("concern", concern.to_string());
            form.set("influence", influence.to_string());
            break;
        }
    }
    Ok(form)
}

/// `?group=5` asks about one group; else about the first that one speaks for.
pub async fn new(
    State(app): State<App>,
    member: Member,
    Path(id): Path<FocusId>,
    asked: Form,
) -> Result<Response> {
    let first = member.voices().iter().find_map(|v| v.group).map(|id| id.to_string()).unwrap_or_default();
    let group = if asked.value("group").is_empty() { first } else { asked.value("group").to_owned() };
    kit::page::show(&page(&app, &member, id, Form::with(&[("group", &group)])).await?)
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<FocusId>,
    mut form: Form,
) -> Result<Response> {
    let group = form.choice::<GroupId>("group");
    let (concern, influence) = (form.choice::<Degree>("concern"), form.choice::<Degree>("influence"));
    let (Some(group), Some(concern), Some(influence)) = (group, concern, influence) else {
        return kit::page::invalid(&page(&app, &member, id, form).await?);
    };
    let stake = Stake { concern, influence };
    app.db.write(move |c| answer(c, id, group, stake, &member)).await?;
    kit::page::see(&format!("{}/stakes", id.path()))
}

pub async fn destroy(
    State(app): State<App>,
    member: Member,
    Path((id, group)): Path<(FocusId, GroupId)>,
) -> Result<Response> {
    app.db
        .write(move |c| {
            may_answer(c, id)?;
            let (voice, _) = voice(c, group, &member)?;
            queries::take_back(c, id, group, &voice)?;
            Ok::<_, Error>(())
        })
        .await?;
    kit::page::see(&format!("{}/stakes", id.path()))
}
