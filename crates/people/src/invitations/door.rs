//! Where an invitation leads: who invites, to what, and one button.

use super::acceptance::accept;
use super::invitation::Invitation;
use super::{WELCOME, queries};
use crate::agreements::Asked;
use crate::browsers::{self, Browser};
use crate::links::{self, Ask, SentPage};
use crate::sessions::{self, cookie};
use crate::{Signed, Visitor, persons};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;
use db::Conn;
use kit::headers::own_path;
use kit::limits::{self, Limit};
use kit::{App, Chrome, Community, Form, Result, Section, page, token};
use std::sync::Arc;

/// How the one before the door gets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Signed in already: at once.
    AtOnce,
    /// The letter proved the address, which nobody has yet: a name, and in.
    WithName,
    /// The address is somebody's. A letter of thirty days opens no account; one of ten minutes does.
    ByLetter,
    /// A copied link: the address must be proven first.
    WithNameAndAddress,
    /// Signed in as somebody else than the letter went to.
    NotYours,
}

pub(super) struct Found {
    pub invitation: Invitation,
    way: Way,
    /// The agreements, for one who becomes a member here.
    asked: Option<Asked>,
}

impl Found {
    /// Who was asked by name may say no; a link to copy asks nobody.
    pub fn may_decline(&self) -> bool {
        self.invitation.is_for_one() && self.way != Way::NotYours
    }
}

/// What one network may try of the codes that stand on paper.
const CODES: Limit = Limit { count: 40, minutes: 15 };

/// What a secret opens. A code of a letter on paper is short: nobody may try many of them.
pub(super) fn knocked(c: &mut Conn, secret: &str, visitor: &Visitor) -> Result<Option<Found>> {
    match token::typed_code(secret) {
        Some(code) => {
            limits::take(c, &format!("invitations/codes/{}", visitor.network), CODES, visitor.now)?;
            find(c, &code, visitor)
        }
        None => find(c, secret, visitor),
    }
}

/// `None` where the invitation lets nobody in, or never was.
fn find(c: &mut Conn, secret: &str, visitor: &Visitor) -> Result<Option<Found>> {
    let found = queries::by_token(c, &token::hash(secret))?.filter(|i| i.lets_in(visitor.now));
    let Some(invitation) = found else { return Ok(None) };
    let owner = invitation.email.as_deref().map(|email| persons::by_email(c, email)).transpose()?.flatten();
    let way = match (&visitor.person, &invitation.email) {
        (Some(_), None) => Way::AtOnce,
        (Some(person), Some(_)) if owner.as_ref().is_some_and(|o| o.id == person.id) => Way::AtOnce,
        (Some(_), Some(_)) => Way::NotYours,
        (None, None) => Way::WithNameAndAddress,
        (None, Some(_)) if owner.is_some() => Way::ByLetter,
        (None, Some(_)) => Way::WithName,
    };
    let asked = if way == Way::WithName { Asked::find(c, visitor.locale)? } else { None };
    Ok(Some(Found { invitation, way, asked }))
}

#[derive(Template)]
#[template(path = "invitations/door.html")]
pub(super) struct DoorPage {
    chrome: Chrome,
    may_decline: bool,
    invitation: Invitation,
    way: Way,
    asked: Option<Asked>,
    form: Form,
}

impl DoorPage {
    pub fn of(visitor: &Visitor, found: Found, form: Form) -> DoorPage {
        let (chrome, may_decline) = (visitor.chrome(Section::None), found.may_decline());
        let Found { invitation, way, asked } = found;
        DoorPage { chrome, may_decline, invitation, way, asked, form }
    }

    /// Where one says no; as a full path, since the page may stand under it already.
    fn refusal(&self) -> String {
        let path = self.chrome.path.split('?').next().unwrap_or_default().trim_end_matches("/refusal");
        format!("{path}/refusal")
    }

    fn title(&self) -> String {
        let t = |key| {
            self.chrome.t(key).with("inviter", &self.invitation.inviter).with("town", &self.chrome.town)
        };
        t("invitations-door-title").to_string()
    }

    fn asks_name(&self) -> bool {
        matches!(self.way, Way::WithName | Way::WithNameAndAddress)
    }

    fn asks_address(&self) -> bool {
        self.way == Way::WithNameAndAddress
    }

    fn is_not_yours(&self) -> bool {
        self.way == Way::NotYours
    }

    fn is_by_letter(&self) -> bool {
        self.way == Way::ByLetter
    }
}

#[derive(Template)]
#[template(path = "invitations/over.html")]
struct OverPage {
    chrome: Chrome,
}

pub(super) fn over(visitor: &Visitor) -> Result<Response> {
    page::with_status(StatusCode::GONE, &OverPage { chrome: visitor.chrome(Section::None) })
}

/// Where the invitation said, or where one can say something at once.
fn landing(next: &str) -> &str {
    match own_path(next) {
        "/" => "/threads/newest",
        path => path,
    }
}

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    method: Method,
    Path(secret): Path<String>,
) -> Result<Response> {
    let (who, looks) = (visitor.clone(), method == Method::GET);
    let found = if token::typed_code(&secret).is_some() {
        app.db.write(move |c| look(c, &secret, &who, looks)).await?
    } else {
        let (asked, reader) = (secret.clone(), visitor.clone());
        let found = app.db.read(move |c| find(c, &asked, &reader)).await?;
        if found.as_ref().is_some_and(|f| f.invitation.opened_at.is_none()) && looks {
            app.db.write(move |c| look(c, &secret, &who, looks)).await?
        } else {
            found
        }
    };
    let Some(found) = found else { return over(&visitor) };
    let form = Form::with(&[("name", &found.invitation.name)]);
    page::show(&DoorPage::of(&visitor, found, form))
}

/// The first look of somebody else than its giver is noted.
fn look(c: &mut Conn, secret: &str, visitor: &Visitor, looks: bool) -> Result<Option<Found>> {
    let found = knocked(c, secret, visitor)?;
    if let Some(Found { invitation, .. }) = &found
        && looks
        && visitor.person_id() != Some(invitation.invited_by)
    {
        queries::opened(c, invitation.id, visitor.now)?;
    }
    Ok(found)
}

pub async fn create(
    State(app): State<App>,
    visitor: Visitor,
    Path(secret): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response> {
    let browser = Browser::of(&headers, &app.settings);
    let knock = Knock { app: app.clone(), visitor: visitor.clone(), secret, browser: browser.clone(), form };
    match app.db.write(move |c| knock.answer(c)).await? {
        Outcome::Over => over(&visitor),
        Outcome::Again(found, form) => page::invalid(&DoorPage::of(&visitor, *found, form)),
        Outcome::NotYours(found) => {
            page::with_status(StatusCode::FORBIDDEN, &DoorPage::of(&visitor, *found, Form::default()))
        }
        Outcome::Letter(email) => {
            let again = visitor.path.clone();
            page::show(&SentPage { chrome: visitor.chrome(Section::None), email, again })
        }
        Outcome::In { secret, next } => {
            let mut response = page::see(landing(&next))?;
            cookie::set_session(response.headers_mut(), &app.settings, &secret);
            browser.keep(response.headers_mut(), &app.settings);
            cookie::set_flash(response.headers_mut(), &app.settings, WELCOME);
            Ok(response)
        }
    }
}

/// The button was pressed.
struct Knock {
    app: App,
    visitor: Visitor,
    secret: String,
    browser: Browser,
    form: Form,
}

enum Outcome {
    In { secret: String, next: String },
    Letter(String),
    Again(Box<Found>, Form),
    NotYours(Box<Found>),
    Over,
}

impl Knock {
    fn answer(&self, c: &mut Conn) -> Result<Outcome> {
        let Some(found) = knocked(c, &self.secret, &self.visitor)? else { return Ok(Outcome::Over) };
        let address = found.invitation.email.clone();
        match (found.way, &self.visitor.person, address) {
            (Way::AtOnce, Some(person), _) => self.join(c, found, person),
            (Way::WithName, _, Some(email)) => self.come_in(c, found, &email),
            (Way::ByLetter, _, Some(email)) => self.send(c, &found.invitation, email, String::new()),
            (Way::WithNameAndAddress, ..) => self.prove(c, found),
            _ => Ok(Outcome::NotYours(Box::new(found))),
        }
    }

    fn join(&self, c: &mut Conn, found: Found, person: &Arc<Signed>) -> Result<Outcome> {
        let known = persons::by_id(c, person.id)?.ok_or(kit::Error::SignInFirst)?;
        self.enter(c, &found.invitation, &known)
    }

    fn come_in(&self, c: &mut Conn, found: Found, email: &str) -> Result<Outcome> {
        let mut form = self.form.clone();
        let name = form.line("name", persons::NAME);
        if let Some(asked) = &found.asked {
            asked.is_ticked(&mut form);
        }
        if form.has_errors() {
            return Ok(Outcome::Again(Box::new(found), form));
        }
        let person = persons::welcome(c, &name, email, self.visitor.now)?;
        if let Some(asked) = &found.asked {
            asked.accept(c, person.id, self.visitor.now)?;
        }
        self.enter(c, &found.invitation, &person)
    }

    fn prove(&self, c: &mut Conn, found: Found) -> Result<Outcome> {
        let mut form = self.form.clone();
        let (name, email) = (form.line("name", persons::NAME), form.email("email"));
        if form.has_errors() {
            return Ok(Outcome::Again(Box::new(found), form));
        }
        self.send(c, &found.invitation, email, name)
    }

    fn send(&self, c: &mut Conn, invitation: &Invitation, email: String, name: String) -> Result<Outcome> {
        let ask = Ask {
            email: email.clone(),
            name,
            invitation: Some(invitation.id),
            next: invitation.next.clone(),
            locale: self.visitor.locale,
            network: self.visitor.network.clone(),
        };
        links::ask(c, &self.app, &ask, self.visitor.now)?;
        Ok(Outcome::Letter(email))
    }

    /// What one is may have changed, so the session does as well.
    fn enter(&self, c: &mut Conn, invitation: &Invitation, person: &persons::Person) -> Result<Outcome> {
        let founding = self.visitor.community.as_deref().is_some_and(Community::is_founding);
        let now = self.visitor.now;
        accept(c, invitation, person, founding, now)?;
        let before = self.visitor.person.as_ref().map(|p| p.session);
        browsers::note(c, &self.app, person, &self.browser, self.visitor.locale, now)?;
        let secret = sessions::renew(c, before, person.id, &self.browser.device, now)?;
        Ok(Outcome::In { secret, next: invitation.next.clone() })
    }
}
