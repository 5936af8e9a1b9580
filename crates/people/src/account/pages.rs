//! The page of one's account, and the form of what one says of oneself.

use crate::Member;
use crate::groups::{self, OwnGroup};
use crate::memberships::GroupRole;
use crate::persons::{self, Person};
use crate::sessions::{self, Session, cookie};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Form, Locale, Result, Section, page};

#[derive(Template)]
#[template(path = "account/show.html")]
pub struct AccountPage {
    chrome: Chrome,
    form: Form,
    own: Own,
    /// The session that looks at the page.
    here: i64,
    /// Whether the town has a sign-in of its own.
    has_town_accounts: bool,
}

/// Everything that is one's own.
pub struct Own {
    person: Person,
    groups: Vec<OwnGroup>,
    sessions: Vec<Session>,
}

impl Own {
    pub fn of(c: &mut Conn, member: &Member) -> Result<Own> {
        let id = member.id();
        Ok(Own {
            person: persons::by_id(c, id)?.ok_or(Error::NotFound)?,
            groups: groups::of_person(c, id)?,
            sessions: sessions::of_person(c, id, member.now)?,
        })
    }

    pub fn person(&self) -> &Person {
        &self.person
    }

    fn represents(&self) -> bool {
        self.groups.iter().any(|g| g.role == GroupRole::Representative)
    }
}

impl AccountPage {
    pub fn of(app: &App, member: &Member, own: Own, form: Form) -> AccountPage {
        let has_town_accounts = app.settings.town_accounts.is_some();
        let chrome = member.chrome(Section::Account);
        AccountPage { chrome, form, own, here: member.person.session, has_town_accounts }
    }

    fn email(&self) -> &str {
        self.own.person.email.as_deref().unwrap_or_default()
    }

    fn may_invite(&self) -> bool {
        self.chrome.guides() || self.own.represents()
    }

    fn languages(&self) -> Vec<(&'static str, &'static str)> {
        self.chrome.languages()
    }

    fn speaks_for(&self, group: &OwnGroup) -> bool {
        group.role == GroupRole::Representative
    }

    fn device(&self, session: &Session) -> String {
        match session.device.as_str() {
            "" => self.chrome.t("account-device-unknown").to_string(),
            device => device.to_owned(),
        }
    }

    fn is_here(&self, session: &Session) -> bool {
        session.id == self.here
    }

    fn ending(&self, session: &Session) -> String {
        format!("/account/sessions/{}?_method=delete", session.id)
    }
}

/// The form as it stands before anybody has typed.
pub fn filled(person: &Person) -> Form {
    let language = person.locale.as_deref().unwrap_or_default();
    Form::with(&[("name", &person.name), ("language", language)])
}

pub async fn show(State(app): State<App>, member: Member) -> Result<Response> {
    let who = member.clone();
    let own = app.db.read(move |c| Own::of(c, &who)).await?;
    let form = filled(&own.person);
    page::show(&AccountPage::of(&app, &member, own, form))
}

pub async fn update(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    let name = form.line("name", persons::NAME);
    let locale = Locale::find(form.value("language")).map(Locale::code);
    if form.has_errors() {
        let who = member.clone();
        let own = app.db.read(move |c| Own::of(c, &who)).await?;
        return page::invalid(&AccountPage::of(&app, &member, own, form));
    }
    let id = member.id();
    app.db.write(move |c| persons::call(c, id, &name, locale)).await?;
    let mut response = page::see("/account")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "account-saved");
    Ok(response)
}
