//! The deletion itself, when its time has come. Rows, files and letters go in this order, so that it can be done
//! again from any point where it was broken off.

use super::{archive, queries};
use crate::notices::{self, Notice};
use crate::persons::{self, Person};
use crate::{
    acquaintances, agreements, browsers, claims, groups, links, mandates, memberships, missing, roles,
    second_step, sessions, town_accounts,
};
use db::{Conn, jobs};
use jiff::{SignedDuration, Timestamp};
use kit::personal::{Leaver, PARTINGS};
use kit::{App, Locale, PersonId, Result, activity};
use serde_json::{Value, json};

/// The kind of job that deletes an account.
pub const JOB: &str = "deletion";

pub fn payload(person: PersonId) -> Value {
    json!({ "person": person })
}

/// Who leaves by this job, if it is still wished and its time has come. Whoever holds the last keys waits on.
pub async fn due(app: &App, payload: &str) -> Result<Option<Leaver>> {
    let payload: Value = serde_json::from_str(payload).unwrap_or_default();
    let Some(person) = payload["person"].as_i64().map(PersonId) else { return Ok(None) };
    let (now, locale) = (app.now(), app.community().map_or_else(Locale::english, |c| c.main_language()));
    app.db.write(move |c| find(c, person, locale, now)).await
}

fn find(c: &mut Conn, person: PersonId, locale: Locale, now: Timestamp) -> Result<Option<Leaver>> {
    let (Some(wish), Some(known)) = (persons::wish(c, person)?, persons::by_id(c, person)?) else {
        return Ok(None);
    };
    // Asked for again, later: that has a job of its own.
    if wish.due_at > now {
        return Ok(None);
    }
    if roles::is_last_steward(c, known.role)? {
        let tomorrow = now + SignedDuration::from_hours(24);
        persons::postpone(c, person, tomorrow)?;
        jobs::enqueue(c, JOB, &payload(person), tomorrow)?;
        return Ok(None);
    }
    Ok(Some(Leaver {
        person,
        name: known.name,
        email: known.email.unwrap_or_default(),
        fate: wish.posts,
        former: locale.t("my-data-former-member").to_string(),
        removed: locale.t("my-data-removed").to_string(),
        now,
    }))
}

/// All that the database holds of them, in one transaction.
pub async fn leave(app: &App, leaver: &Leaver) -> Result<()> {
    let leaver = leaver.clone();
    app.db.write(move |c| forget(c, &leaver)).await
}

fn forget(c: &mut Conn, leaver: &Leaver) -> Result<()> {
    let Leaver { person, name, email, former, now, .. } = leaver;
    let Some(known) = persons::by_id(c, *person)? else { return Ok(()) };
    for parting in PARTINGS.iter() {
        (parting.part)(c, leaver)?;
    }
    leave_groups(c, leaver)?;
    acquaintances::forget(c, *person)?;
    missing::part(c, leaver)?;
    sessions::end_all(c, *person)?;
    claims::forget(c, *person)?;
    mandates::forget(c, *person)?;
    second_step::forget(c, *person)?;
    town_accounts::forget(c, *person)?;
    browsers::forget(c, *person)?;
    agreements::forget(c, *person)?;
    queries::forget_links(c, *person, email)?;
    queries::withdraw_invitations(c, *person, *now)?;
    queries::forget_invitations(c, email, *now)?;
    queries::forget_limits(c, &links::limit_key(email))?;
    queries::forget_letters(c, email, name)?;
    queries::forget(c, *person)?;
    queries::forget_pauses(c, *person)?;
    notices::forget(c, *person)?;
    notices::rename(c, name, former)?;
    activity::rename_person(c, *person, former)?;
    close(c, &known, leaver)
}

fn close(c: &mut Conn, known: &Person, leaver: &Leaver) -> Result<()> {
    Ok(persons::part(c, known, &leaver.former, leaver.now)?)
}

/// Groups that have nobody else to speak for them are told, and the guides, who can do something about it.
fn leave_groups(c: &mut Conn, leaver: &Leaver) -> Result<()> {
    for group in queries::alone_for(c, leaver.person)? {
        let mut told: Vec<PersonId> =
            memberships::of_group(c, group.id)?.iter().map(|m| m.person_id).collect();
        told.extend(persons::guides(c)?);
        told.sort();
        told.dedup();
        let path = format!("/groups/{}", group.id);
        let subject = ("group", group.id.0);
        let notice = Notice { kind: "group.alone", subject, path: &path, title: &group.name, by_name: "" };
        for person in told.into_iter().filter(|p| *p != leaver.person) {
            notices::tell(c, person, notice, leaver.now)?;
        }
    }
    for group in groups::of_person(c, leaver.person)? {
        groups::leave(c, leaver.person, group.id, leaver.now)?;
    }
    Ok(())
}

/// Takes away the files of archives that nobody may fetch any more.
pub async fn tidy_up(app: &App) -> Result<()> {
    let known = app.db.read(queries::files).await?;
    let folder = archive::folder(app);
    let Ok(inside) = std::fs::read_dir(&folder) else { return Ok(()) };
    for entry in inside.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let stem = name.split('.').next().unwrap_or_default().to_owned();
        if !known.contains(&stem)
            && let Err(error) = std::fs::remove_file(entry.path())
        {
            return Err(kit::Error::Unavailable(error.to_string()));
        }
    }
    Ok(())
}
