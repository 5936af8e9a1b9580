//! Giving an invitation.

use super::invitation::may_give;
use super::{fate, letters, queries};
use crate::links::InvitationId;
use crate::memberships::{self, GroupRole};
use crate::{Member, groups, persons};
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use kit::error::ensure;
use kit::limits::{self, Limit};
use kit::outbox::Terms;
use kit::{App, Community, Error, GroupId, Locale, Result, Role, outbox, token};

/// How many one person gives in an hour, and how many letters one address gets in a day, whoever asks.
const PER_GIVER: Limit = Limit { count: 60, minutes: 60 };
const PER_ADDRESS: Limit = Limit { count: 5, minutes: 24 * 60 };

/// What is given.
#[derive(Debug, Clone)]
pub struct Invite {
    /// Whom the letter goes to; `None`: a letter on paper, or a link to copy.
    pub email: Option<String>,
    pub on_paper: bool,
    pub name: String,
    pub group: Option<(GroupId, GroupRole)>,
    pub role: Role,
    pub note: String,
    /// For those who invite: who asked, and where.
    pub remark: String,
    /// The path of ours where one who accepts arrives.
    pub next: String,
    pub uses: i64,
    pub days: i64,
    /// The same key gives nothing twice.
    pub key: String,
}

/// Gives an invitation and answers with its path; `None` where this very form gave it before.
pub fn invite(c: &mut Conn, app: &App, by: &Member, new: &Invite) -> Result<Option<String>> {
    if queries::by_key(c, &new.key)?.is_some() {
        return Ok(None);
    }
    let group = new.group.map(|(id, _)| groups::by_id(c, id)?.ok_or(Error::NotFound)).transpose()?;
    let held = new.group.map(|(id, _)| memberships::role_in(c, by.id(), id)).transpose()?.flatten();
    let represents = held == Some(GroupRole::Representative);
    ensure(may_give(by.person.role, represents, new.role, new.group.map(|g| g.0)))?;
    limits::take(c, &format!("invitations/{}", by.id()), PER_GIVER, by.now)?;
    if let Some(email) = &new.email {
        take_address(c, email, by.now)?;
    }
    let sending = Sending { locale: by.locale, due: by.now };
    give(c, app, by, new, group.as_ref().map(|g| g.name.as_str()), sending).map(Some)
}

/// How the letter of an invitation goes.
#[derive(Clone, Copy)]
pub(super) struct Sending {
    /// The language of whoever is not known here.
    pub locale: Locale,
    pub due: Timestamp,
}

/// Gives what the giver may give, and answers with its path.
pub(super) fn give(
    c: &mut Conn,
    app: &App,
    by: &Member,
    new: &Invite,
    group: Option<&str>,
    sending: Sending,
) -> Result<String> {
    let (id, secret) = lay(c, by, new)?;
    if let Some((group, _)) = new.group {
        groups::mark_invited(c, group, by.now)?;
    }
    let path = format!("/invitations/{secret}");
    if let Some(email) = &new.email {
        let writer = letters::Writer {
            locale: language_of(c, email, sending.locale)?,
            town: by.community.as_deref().map_or("", |place| &place.name),
            inviter: &by.person.name,
            group,
            speaks: new.group.is_some_and(|(_, role)| role == GroupRole::Representative),
            name: &new.name,
            note: &new.note,
            days: new.days,
            url: app.settings.url(&path),
        };
        let terms = Terms { due: Some(sending.due), fate_to: Some((fate::JOB, id.0)), over: None };
        outbox::send_on(c, &writer.letter(email), terms, by.now)?;
    }
    Ok(path)
}

/// The language that the owner of an address has chosen, else one that suits.
pub(super) fn language_of(c: &mut Conn, email: &str, otherwise: Locale) -> Result<Locale> {
    let chosen = persons::by_email(c, email)?.and_then(|p| p.locale);
    Ok(chosen.as_deref().and_then(Locale::find).unwrap_or(otherwise))
}

/// Counts one more letter to an address, whoever asked for it.
pub(super) fn take_address(c: &mut Conn, email: &str, now: Timestamp) -> Result<()> {
    let hashed: String = token::hash(email).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    limits::take(c, &format!("invitations/to/{hashed}"), PER_ADDRESS, now)
}

/// What is kept of a secret, and the secret itself. What goes on paper has one that can be typed.
fn secret(new: &Invite) -> (String, Vec<u8>) {
    if new.on_paper {
        let code = token::code();
        let hash = token::hash(&code.replace('-', ""));
        return (code, hash);
    }
    let secret = token::new();
    (secret.text, secret.hash)
}

fn lay(c: &mut Conn, by: &Member, new: &Invite) -> Result<(InvitationId, String)> {
    let (secret, hash) = secret(new);
    // Whoever is invited while the circle founds the platform is of the circle.
    let in_circle = by.community.as_deref().is_some_and(Community::is_founding);
    let expires = by.now + SignedDuration::from_hours(24 * new.days);
    let (group, group_role) = new.group.unzip();
    let id = queries::insert(
        c,
        &hash,
        by.id(),
        new.email.as_deref(),
        new.on_paper,
        &new.name,
        group,
        group_role,
        new.role,
        in_circle,
        &new.note,
        &new.remark,
        &new.next,
        by.now,
        expires,
        new.uses,
        &new.key,
    )?;
    Ok((id, secret))
}
