//! Who makes a request, as handlers ask for it in their signature: a [`Visitor`] is anybody, a
//! [`Member`] is signed in, a [`Guide`] or [`Steward`] has that role. The frame has found out
//! before routing; these only look.

use crate::proving::HOLDS;
use crate::voices;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use db::Conn;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kit::{
    App, Badge, Chrome, Community, Error, Form, Locale, PersonId, Problem, Result, Role, Scope, Section,
    Side, Voice,
};
use std::ops::Deref;
use std::sync::Arc;

/// So often in a minute is somebody offered something while they type, and all guests of one network.
const OFFERS_TO_ONE: i64 = 240;
const OFFERS_TO_NETWORK: i64 = 600;

/// A person who is signed in.
#[derive(Debug, Clone)]
pub struct Signed {
    pub id: PersonId,
    pub name: String,
    pub role: Role,
    /// Of the founding circle.
    pub in_circle: bool,
    pub unread: i64,
    /// They read but don't write until then.
    pub paused_until: Option<Timestamp>,
    pub session: i64,
    /// When they last showed that it is them.
    pub proven_at: Timestamp,
    /// Until when they have to set up a second step; none where they have one, or nobody asks.
    pub second_step_due: Option<Timestamp>,
    /// By when they have to accept the agreements; none where they have.
    pub agreements_due: Option<Timestamp>,
    /// Their own voice first, then those of the groups they represent. Never empty.
    pub voices: Vec<Voice>,
    /// Since when each of these is here, in the same order: who came later votes in what opens later.
    pub since: Vec<Timestamp>,
}

/// Anybody.
#[derive(Debug, Clone)]
pub struct Visitor {
    pub person: Option<Arc<Signed>>,
    /// `None` before the community is founded.
    pub community: Option<Arc<Community>>,
    pub locale: Locale,
    pub path: String,
    pub flash: Option<String>,
    /// Where the request comes from, for limits: an IPv4 address, or the /64 of an IPv6 one.
    pub network: String,
    pub now: Timestamp,
    pub development: bool,
}

impl Visitor {
    /// The frame of a page for this visitor.
    pub fn chrome(&self, section: Section) -> Chrome {
        let community = self.community.as_deref();
        Chrome {
            locale: self.locale,
            town: community.map_or_else(String::new, |c| c.name.clone()),
            founding: community.is_none_or(Community::is_founding),
            path: self.path.clone(),
            section,
            viewer: self.person.as_ref().map(|p| Badge {
                name: p.name.clone(),
                unread: p.unread,
                role: p.role,
                paused: self.is_paused(),
                second_step_due: p.second_step_due,
                agreements_due: p.agreements_due,
            }),
            flash: self.flash.clone(),
            now: self.now,
            zone: community.map_or(TimeZone::UTC, |c| c.time_zone.clone()),
            development: self.development,
        }
    }

    /// The community; what is asked for before it is founded is not there yet.
    pub fn community(&self) -> Result<&Community> {
        self.community.as_deref().ok_or(Error::NotFound)
    }

    pub fn person_id(&self) -> Option<PersonId> {
        self.person.as_ref().map(|p| p.id)
    }

    pub fn is_guide(&self) -> bool {
        self.person.as_ref().is_some_and(|p| p.role.guides())
    }

    /// Whether this visitor may read and not write, for now.
    pub fn is_paused(&self) -> bool {
        self.person.as_ref().and_then(|p| p.paused_until).is_some_and(|until| until > self.now)
    }

    /// Counts one more of what is offered while somebody types: each member by themselves, guests by where they are.
    ///
    /// # Errors
    /// `TooMany`, past what anybody types.
    pub fn pace(&self, app: &App) -> Result<()> {
        match self.person_id() {
            Some(person) => app.pace.take(&format!("p{person}"), OFFERS_TO_ONE, self.now),
            None => app.pace.take(&self.network, OFFERS_TO_NETWORK, self.now),
        }
    }

    /// Whether this visitor sees what belongs to the founding circle.
    pub fn sees_circle(&self) -> bool {
        self.person.as_ref().is_some_and(|p| p.in_circle)
    }

    /// Whether this visitor sees things of a scope. What they may not see is [`Error::NotFound`].
    pub fn sees(&self, scope: Scope) -> bool {
        match scope {
            Scope::Open => true,
            Scope::Circle => self.sees_circle(),
            Scope::Private => false,
        }
    }
}

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct Member {
    pub visitor: Visitor,
    pub person: Arc<Signed>,
}

impl Member {
    /// A visitor who is signed in.
    pub fn of(visitor: &Visitor) -> Option<Member> {
        let person = visitor.person.clone()?;
        Some(Member { visitor: visitor.clone(), person })
    }

    pub fn id(&self) -> PersonId {
        self.person.id
    }

    /// Whether they showed lately that it is them.
    pub fn is_proven(&self) -> bool {
        self.person.proven_at + HOLDS >= self.now
    }

    pub fn voices(&self) -> &[Voice] {
        &self.person.voices
    }

    /// The key in a form's field `key`, each person's own; none where the form has none. What was made by a
    /// form keeps it, so that a form sent twice makes one thing.
    pub fn form_key(&self, form: &Form) -> Option<String> {
        let key: String = form.value("key").chars().take(40).collect();
        (!key.is_empty()).then(|| format!("{}-{key}", self.id()))
    }

    /// Speaking for oneself.
    pub fn own_voice(&self) -> &Voice {
        &self.person.voices[0]
    }

    /// The voices as a form offers them: `("me", "for myself")`, `("5", "for Primary School")`.
    pub fn voice_options(&self) -> Vec<(String, String)> {
        let words = |v: &Voice| match v.group {
            None => self.locale.t("people-for-myself").to_string(),
            Some(_) => self.locale.t("people-for-group").with("name", &v.name).to_string(),
        };
        self.voices().iter().map(|v| (v.form_value(), words(v))).collect()
    }

    /// The voice chosen in a form's field `voice`: `me`, or the id of a group that they represent.
    /// Anything else is an error beside the field.
    pub fn voice(&self, form: &mut Form) -> Option<Voice> {
        let chosen = form.value("voice");
        let chosen = if chosen.is_empty() { "me" } else { chosen };
        let found = self.voices().iter().find(|v| v.form_value() == chosen).cloned();
        if found.is_none() {
            form.add("voice", Problem::new("people-not-your-voice"));
        }
        found
    }
}

impl Deref for Member {
    type Target = Visitor;
    fn deref(&self) -> &Visitor {
        &self.visitor
    }
}

/// A guide, or a steward.
#[derive(Debug, Clone)]
pub struct Guide(pub Member);

impl Deref for Guide {
    type Target = Member;
    fn deref(&self) -> &Member {
        &self.0
    }
}

#[derive(Debug, Clone)]
pub struct Steward(pub Member);

impl Deref for Steward {
    type Target = Member;
    fn deref(&self) -> &Member {
        &self.0
    }
}

/// Somebody who showed lately that it is them: for what is grave.
#[derive(Debug, Clone)]
pub struct Proven(pub Member);

impl FromRequestParts<App> for Proven {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Proven> {
        let member = Member::from_request_parts(parts, app).await?;
        if member.is_proven() { Ok(Proven(member)) } else { Err(Error::ProveFirst) }
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Visitor> {
        parts.extensions.get().cloned().ok_or_else(|| Error::Bug("a route outside the frame".into()))
    }
}

impl FromRequestParts<App> for Member {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Member> {
        let visitor = Visitor::from_request_parts(parts, app).await?;
        Member::of(&visitor).ok_or(Error::SignInFirst)
    }
}

impl FromRequestParts<App> for Guide {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Guide> {
        let member = Member::from_request_parts(parts, app).await?;
        kit::error::ensure(member.person.role.guides())?;
        Ok(Guide(member))
    }
}

impl FromRequestParts<App> for Steward {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Steward> {
        let member = Member::from_request_parts(parts, app).await?;
        kit::error::ensure(member.person.role == Role::Steward)?;
        Ok(Steward(member))
    }
}

/// Reads the person behind a session's secret.
pub(crate) fn identify(
    c: &mut Conn,
    hash: &[u8],
    now: Timestamp,
) -> db::Result<Option<(crate::sessions::Identity, Signed)>> {
    let Some(found) = crate::sessions::identity(c, hash, now)? else { return Ok(None) };
    let own =
        Voice { person: found.id, group: None, name: found.name.clone(), side: Side::Citizens, sector: None };
    let (voices, since) =
        std::iter::once((own, found.joined_at)).chain(voices::of_groups(c, found.id, now)?).unzip();
    let signed = Signed {
        id: found.id,
        name: found.name.clone(),
        role: found.role,
        in_circle: found.in_circle,
        unread: found.unread,
        paused_until: found.paused_until,
        session: found.session,
        proven_at: found.proven_at,
        second_step_due: None,
        agreements_due: found.agreements_due,
        voices,
        since,
    };
    Ok(Some((found, signed)))
}
