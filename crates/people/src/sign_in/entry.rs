//! Coming in by a link: looking at it uses nothing up, its button does.

use super::arrival::Arrival;
use super::pages::again;
use crate::Visitor;
use crate::agreements::Asked;
use crate::invitations::{self, Invitation};
use crate::links::{self, Link, OverPage, Purpose};
use crate::passkeys;
use crate::persons::{self, Person};
use crate::second_step::{self, CodePage, Proof};
use crate::sessions::cookie;
use crate::standing::{self, BlockedPage};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::{App, Chrome, Community, Form, Locale, Result, Section, page};

#[derive(Template)]
#[template(path = "sign_in/link.html")]
struct LinkPage {
    chrome: Chrome,
    email: String,
    /// Nobody has this address yet: the page asks the name.
    newcomer: bool,
    /// The agreements, for a newcomer.
    asked: Option<Asked>,
    form: Form,
}

impl LinkPage {
    fn of(visitor: &Visitor, known: &Known, form: Form) -> LinkPage {
        let chrome = visitor.chrome(Section::None);
        let (email, newcomer) = (known.link.email.clone(), known.person.is_none());
        LinkPage { chrome, email, newcomer, asked: known.asked.clone(), form }
    }

    fn title(&self) -> String {
        match self.chrome.town.as_str() {
            "" => self.chrome.t("sign-in-enter").to_string(),
            town => self.chrome.t("sign-in-enter-town").with("town", town).to_string(),
        }
    }
}

/// A link that works, and what is known around it.
struct Known {
    link: Link,
    person: Option<Person>,
    /// Still open, where the link carries one.
    invitation: Option<Invitation>,
    is_blocked: bool,
    /// What a newcomer accepts.
    asked: Option<Asked>,
}

impl Known {
    /// `None` where the link is over, or would let in somebody who may not come in any more.
    fn find(
        c: &mut Conn,
        secret: &str,
        by_email: bool,
        locale: Locale,
        now: Timestamp,
    ) -> Result<Option<Known>> {
        let Some(link) = links::open(c, secret, Purpose::SignIn, now)? else { return Ok(None) };
        let person = persons::by_email(c, &link.email)?;
        let carried = link.invitation_id.map(|id| invitations::by_id(c, id)).transpose()?.flatten();
        let invitation = carried.filter(|i| i.lets_in(now));
        let may_come = person.is_some() || invitation.is_some() || (link.invitation_id.is_none() && by_email);
        let blocked = person.as_ref().map(|p| standing::is_blocked(c, p.id)).transpose()?;
        let is_blocked = blocked.unwrap_or_default();
        let asked = if person.is_none() { Asked::find(c, locale)? } else { None };
        Ok(may_come.then_some(Known { link, person, invitation, is_blocked, asked }))
    }
}

pub async fn show(State(app): State<App>, visitor: Visitor, Path(secret): Path<String>) -> Result<Response> {
    let (by_email, locale, now) = (admits_by_email(&visitor), visitor.locale, visitor.now);
    let found = app.db.read(move |c| Known::find(c, &secret, by_email, locale, now)).await?;
    match found {
        None => OverPage::show(visitor.chrome(Section::None), &again("/")),
        Some(known) if known.is_blocked => BlockedPage::show(visitor.chrome(Section::None)),
        Some(known) => {
            let form = Form::with(&[("name", &known.link.name)]);
            page::show(&LinkPage::of(&visitor, &known, form))
        }
    }
}

pub async fn create(
    State(app): State<App>,
    visitor: Visitor,
    Path(secret): Path<String>,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response> {
    let arrival = Arrival::of(&visitor, &headers, &app);
    let by_passkey = !form.value("passkey").is_empty();
    let entry = Entry {
        secret,
        name: form.line("name", persons::NAME),
        sent: form.clone(),
        code: form.value("code").trim().to_owned(),
        passkey: form.value("passkey").to_owned(),
        by_email: admits_by_email(&visitor),
        founding: visitor.community.as_deref().is_some_and(Community::is_founding),
        arrival: arrival.clone(),
    };
    let house = app.clone();
    match app.db.write(move |c| entry.enter(c, &house)).await? {
        Outcome::Over => OverPage::show(visitor.chrome(Section::None), &again("/")),
        Outcome::Blocked => BlockedPage::show(visitor.chrome(Section::None)),
        Outcome::Again(known, form) => page::invalid(&LinkPage::of(&visitor, &known, form)),
        Outcome::NeedsProof { has_passkey } => {
            page::show(&CodePage::new(visitor.chrome(Section::None), has_passkey))
        }
        Outcome::WrongProof { has_passkey } => {
            page::invalid(&CodePage::again(visitor.chrome(Section::None), has_passkey, by_passkey))
        }
        Outcome::In { secret, next, joined } => {
            let mut response = arrival.on(&app, &secret, &next)?;
            if joined {
                cookie::set_flash(response.headers_mut(), &app.settings, invitations::WELCOME);
            }
            Ok(response)
        }
    }
}

fn admits_by_email(visitor: &Visitor) -> bool {
    visitor.community.as_deref().is_some_and(Community::joins_by_email)
}

/// The button of a link was pressed.
struct Entry {
    secret: String,
    /// Empty where it was not given, or can't be one.
    name: String,
    /// With the box of the agreements.
    sent: Form,
    /// Of the second step; empty where it was not asked for yet.
    code: String,
    /// What a passkey answered in place of the code.
    passkey: String,
    by_email: bool,
    founding: bool,
    arrival: Arrival,
}

enum Outcome {
    In {
        secret: String,
        next: String,
        joined: bool,
    },
    /// A name is missing, or the agreements.
    Again(Box<Known>, Form),
    NeedsProof {
        has_passkey: bool,
    },
    WrongProof {
        has_passkey: bool,
    },
    Blocked,
    Over,
}

impl Entry {
    fn enter(&self, c: &mut Conn, app: &App) -> Result<Outcome> {
        let now = self.arrival.now;
        let Some(known) = Known::find(c, &self.secret, self.by_email, self.arrival.locale, now)? else {
            return Ok(Outcome::Over);
        };
        if known.is_blocked {
            return Ok(Outcome::Blocked);
        }
        let mut form = self.sent.clone();
        let agrees = known.asked.as_ref().is_none_or(|asked| asked.is_ticked(&mut form));
        if known.person.is_none() && (self.name.is_empty() || !agrees) {
            return Ok(Outcome::Again(Box::new(known), form));
        }
        // The link is used up by coming in, so that a wrong code can be mended.
        if let Some(person) = &known.person
            && let Some(missing) = self.lacks_proof(c, app, person)?
        {
            return Ok(missing);
        }
        if !links::spend(c, &self.secret, now)? {
            return Ok(Outcome::Over);
        }
        let Known { link, person, invitation, asked, .. } = known;
        let is_new = person.is_none();
        let person = match person {
            Some(person) => person,
            None => persons::welcome(c, &self.name, &link.email, now)?,
        };
        if let Some(asked) = &asked {
            asked.accept(c, person.id, now)?;
        }
        if let Some(invitation) = &invitation {
            invitations::accept(c, invitation, &person, self.founding, now)?;
        }
        let secret = self.arrival.let_in(c, app, &person)?;
        Ok(Outcome::In { secret, next: link.next, joined: is_new || invitation.is_some() })
    }

    /// What is shown instead of letting somebody in whose second step is still missing.
    fn lacks_proof(&self, c: &mut Conn, app: &App, person: &Person) -> Result<Option<Outcome>> {
        if !second_step::is_asked(c, app, person)? {
            return Ok(None);
        }
        let (now, has_passkey) = (self.arrival.now, passkeys::has_any(c, person.id)?);
        let is_proven = match (self.passkey.as_str(), self.code.as_str()) {
            ("", "") => return Ok(Some(Outcome::NeedsProof { has_passkey })),
            ("", code) => second_step::prove(c, app, person.id, code, now)? == Proof::Right,
            (answer, _) => passkeys::prove(c, app, answer, now)? == Some(person.id),
        };
        Ok((!is_proven).then_some(Outcome::WrongProof { has_passkey }))
    }
}
