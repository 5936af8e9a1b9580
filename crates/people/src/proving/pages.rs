//! The page that asks, and what answers it.

use super::kept::Kept;
use crate::links::{self, Ask};
use crate::second_step::{self, Proof};
use crate::sessions::{self, cookie};
use crate::{Member, Visitor, passkeys, persons};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use db::Conn;
use kit::headers::own_path;
use kit::{App, Chrome, Error, Form, PersonId, Problem, Result, Section, page};

/// Our own fields beside those that are kept. None of the house's forms has one that begins so.
const OURS: &str = "proof-";

#[derive(Template)]
#[template(path = "proving/show.html")]
struct ProofPage {
    chrome: Chrome,
    form: Form,
    /// What is sent when it is proven: where to, and the fields.
    then: String,
    from: String,
    is_get: bool,
    fields: Vec<(String, String)>,
    /// By a code, or else by a letter.
    by_code: bool,
    has_passkey: bool,
    /// Where a letter went just now.
    sent_to: Option<String>,
}

/// Asks for a proof, and keeps what was sent.
pub async fn ask(app: &App, visitor: &Visitor, kept: Option<Kept>) -> Result<Response> {
    let member = Member::of(visitor).ok_or(Error::SignInFirst)?;
    let kept = kept.ok_or_else(|| Error::Bug("a proof is asked for, and nothing was kept".into()))?;
    let mut form = kept.fields();
    form.set("proof-then", kept.then);
    form.set("proof-from", kept.from);
    form.set("proof-get", if kept.is_get { "yes" } else { "" });
    page::with_status(StatusCode::FORBIDDEN, &ProofPage::of(app, &member, form).await?)
}

impl ProofPage {
    /// Out of a form that holds our fields and the kept ones.
    async fn of(app: &App, member: &Member, form: Form) -> Result<ProofPage> {
        let person = member.id();
        let (by_code, has_passkey) = app.db.read(move |c| means(c, person)).await?;
        let kept = form.pairs().filter(|(name, _)| !name.starts_with(OURS));
        let fields = kept.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Ok(ProofPage {
            chrome: member.chrome(Section::Account),
            then: own_path(form.value("proof-then")).to_owned(),
            from: own_path(form.value("proof-from")).to_owned(),
            is_get: !form.value("proof-get").is_empty(),
            fields,
            by_code,
            has_passkey,
            sent_to: None,
            form,
        })
    }
}

/// Whether somebody has an app that shows codes, and a passkey.
fn means(c: &mut Conn, person: PersonId) -> Result<(bool, bool)> {
    Ok((second_step::has_app(c, person)?, passkeys::has_any(c, person)?))
}

/// A code or a passkey: the right one sends what was kept.
pub async fn create(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    let by_passkey = !form.value("proof-passkey").is_empty();
    let sent = form.value(if by_passkey { "proof-passkey" } else { "proof-code" }).to_owned();
    let (house, who) = (app.clone(), member.clone());
    let proven = app.db.write(move |c| prove(c, &house, &who, &sent, by_passkey)).await?;
    let Some(secret) = proven else {
        match by_passkey {
            true => form.add("proof-passkey", Problem::new("passkeys-wrong")),
            false => form.add("proof-code", Problem::new("second-step-code-wrong")),
        }
        return page::invalid(&ProofPage::of(&app, &member, form).await?);
    };
    let then = own_path(form.value("proof-then"));
    // 307: the browser sends the same form on.
    let mut response = match form.value("proof-get").is_empty() {
        true => Redirect::temporary(then).into_response(),
        false => page::see(then)?,
    };
    cookie::set_session(response.headers_mut(), &app.settings, &secret);
    Ok(response)
}

/// The new secret of the session, if what was sent is right: none from before a proof goes on after it.
fn prove(c: &mut Conn, app: &App, member: &Member, sent: &str, by_passkey: bool) -> Result<Option<String>> {
    let (id, now) = (member.id(), member.now);
    let is_right = match by_passkey {
        true => passkeys::prove(c, app, sent, now)? == Some(id),
        false => second_step::prove(c, app, id, sent.trim(), now)? == Proof::Right,
    };
    if is_right { Ok(Some(sessions::prove(c, member.person.session, now)?)) } else { Ok(None) }
}

/// A letter with a link, which signs in anew. The page stays open meanwhile.
pub async fn create_letter(State(app): State<App>, member: Member, form: Form) -> Result<Response> {
    let mut shown = ProofPage::of(&app, &member, form).await?;
    let next = if shown.is_get { shown.then.clone() } else { shown.from.clone() };
    let (house, who) = (app.clone(), member.clone());
    let email = app.db.write(move |c| send(c, &house, &who, &next)).await?;
    shown.sent_to = Some(email);
    page::show(&shown)
}

fn send(c: &mut Conn, app: &App, member: &Member, next: &str) -> Result<String> {
    let known = persons::by_id(c, member.id())?.ok_or(Error::NotFound)?;
    let email = known.email.ok_or(Error::NotFound)?;
    let (locale, network) = (member.locale, member.network.clone());
    let ask = Ask {
        email: email.clone(),
        name: String::new(),
        invitation: None,
        next: next.to_owned(),
        locale,
        network,
    };
    links::ask(c, app, &ask, member.now)?;
    Ok(email)
}
