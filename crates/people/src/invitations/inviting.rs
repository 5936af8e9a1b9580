//! Giving an invitation.

use super::invitation::may_give;
use super::{letters, queries};
use crate::memberships::{self, GroupRole};
use crate::{Member, groups, persons};
use db::Conn;
use jiff::SignedDuration;
use kit::error::ensure;
use kit::limits::{self, Limit};
use kit::{App, Community, Error, GroupId, Locale, Result, Role, outbox, token};

/// How many one person gives in an hour, and how many letters one address gets in a day, whoever asks.
const PER_GIVER: Limit = Limit { count: 60, minutes: 60 };
const PER_ADDRESS: Limit = Limit { count: 5, minutes: 24 * 60 };

/// What is given.
#[derive(Debug, Clone)]
pub struct Invite {
    /// Whom the letter goes to; `None`: a link to copy.
    pub email: Option<String>,
    pub name: String,
    pub group: Option<(GroupId, GroupRole)>,
    pub role: Role,
    pub note: String,
    /// The path of ours where one who accepts arrives.
    pub next: String,
    pub uses: i64,
    pub days: i64,
    /// The same key gives nothing twice.
    pub key: String,
}

/// Gives an invitation and answers with its path; `None` where this very form gave it before.
pub fn invite(c: &mut Conn, app: &App, by: &Member, new: &Invite) -> Result<Option<String>> {
    let now = by.now;
    if queries::by_key(c, &new.key)?.is_some() {
        return Ok(None);
    }
    let group = new.group.map(|(id, _)| groups::by_id(c, id)?.ok_or(Error::NotFound)).transpose()?;
    let held = new.group.map(|(id, _)| memberships::role_in(c, by.id(), id)).transpose()?.flatten();
    let represents = held == Some(GroupRole::Representative);
    ensure(may_give(by.person.role, represents, new.role, new.group.map(|g| g.0)))?;
    take_limits(c, by, new)?;
    let secret = lay(c, by, new)?;
    if let Some(group) = &group {
        groups::mark_invited(c, group.id, now)?;
    }
    let path = format!("/invitations/{secret}");
    if let Some(email) = &new.email {
        let chosen = persons::by_email(c, email)?.and_then(|p| p.locale);
        let writer = letters::Writer {
            locale: chosen.as_deref().and_then(Locale::find).unwrap_or(by.locale),
            town: by.community.as_deref().map_or("", |place| &place.name),
            inviter: &by.person.name,
            group: group.as_ref().map(|g| g.name.as_str()),
            url: app.settings.url(&path),
        };
        outbox::send(c, &writer.letter(email, new), now)?;
    }
    Ok(Some(path))
}

fn take_limits(c: &mut Conn, by: &Member, new: &Invite) -> Result<()> {
    limits::take(c, &format!("invitations/{}", by.id()), PER_GIVER, by.now)?;
    let Some(email) = &new.email else { return Ok(()) };
    let hashed: String = token::hash(email).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    limits::take(c, &format!("invitations/to/{hashed}"), PER_ADDRESS, by.now)
}

fn lay(c: &mut Conn, by: &Member, new: &Invite) -> Result<String> {
    let secret = token::new();
    // Whoever is invited while the circle founds the platform is of the circle.
    let in_circle = by.community.as_deref().is_some_and(Community::is_founding);
    let expires = by.now + SignedDuration::from_hours(24 * new.days);
    let (group, group_role) = new.group.unzip();
    queries::insert(
        c,
        &secret.hash,
        by.id(),
        new.email.as_deref(),
        &new.name,
        group,
        group_role,
        new.role,
        in_circle,
        &new.note,
        &new.next,
        by.now,
        expires,
        new.uses,
        &new.key,
    )?;
    Ok(secret.text)
}
