//! Another address: a link goes to the new one, and its button makes it mine. Whether an address is
//! somebody else's already is told to nobody but its owner.

use super::letters::Writer;
use super::pages::{AccountPage, Own, filled};
use crate::links::{self, LASTS, Link, OverPage, Purpose, SentPage};
use crate::sessions::{self, cookie};
use crate::{Member, Proven, persons};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Form, Problem, Result, Section, outbox, page};

#[derive(Template)]
#[template(path = "account/address.html")]
struct AddressPage {
    chrome: Chrome,
    email: String,
}

pub async fn create(State(app): State<App>, Proven(member): Proven, mut form: Form) -> Result<Response> {
    let email = form.email("email");
    if form.has_errors() {
        let who = member.clone();
        let own = app.db.read(move |c| Own::of(c, &who)).await?;
        let mut again = filled(own.person());
        again.set("email", form.value("email"));
        again.add("email", Problem::new("kit-form-not-an-email"));
        return page::invalid(&AccountPage::of(&app, &member, own, again));
    }
    let (house, who, address) = (app.clone(), member.clone(), email.clone());
    app.db.write(move |c| ask(c, &house, &who, &address)).await?;
    page::show(&SentPage { chrome: member.chrome(Section::Account), email, again: "/account".into() })
}

fn ask(c: &mut Conn, app: &App, member: &Member, email: &str) -> Result<()> {
    links::take_limits(c, email, &member.network, member.now)?;
    let taken = persons::by_email(c, email)?.is_some();
    let link = Link {
        purpose: Purpose::Address,
        email: email.into(),
        name: String::new(),
        person_id: Some(member.id()),
        invitation_id: None,
        next: "/account".into(),
    };
    let secret = links::lay(c, &link, member.now)?;
    let letter = writer(member).to_new(email, &app.settings.url(&format!("/account/address/{secret}")));
    let over = member.now + LASTS;
    if taken {
        outbox::pretend(c, &letter, over, member.now)?
    } else {
        outbox::send_before(c, &letter, over, member.now)?
    }
    Ok(())
}

fn writer(member: &Member) -> Writer<'_> {
    let town = member.community.as_deref().map_or("Kaláka", |place| &place.name);
    Writer { locale: member.locale, town, name: &member.person.name }
}

/// Only whoever asked may take the address: else somebody could be led to give theirs to a stranger's account.
fn own_link(c: &mut Conn, secret: &str, member: &Member) -> Result<Option<Link>> {
    let found = links::open(c, secret, Purpose::Address, member.now)?;
    Ok(found.filter(|link| link.person_id == Some(member.id())))
}

pub async fn show(State(app): State<App>, member: Member, Path(secret): Path<String>) -> Result<Response> {
    let who = member.clone();
    let chrome = member.chrome(Section::Account);
    match app.db.read(move |c| own_link(c, &secret, &who)).await? {
        None => OverPage::show(chrome, "/account"),
        Some(link) => page::show(&AddressPage { chrome, email: link.email }),
    }
}

pub async fn update(State(app): State<App>, member: Member, Path(secret): Path<String>) -> Result<Response> {
    let who = member.clone();
    if !app.db.write(move |c| take(c, &who, &secret)).await? {
        return OverPage::show(member.chrome(Section::Account), "/account");
    }
    let mut response = page::see("/account")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "account-address-changed");
    Ok(response)
}

/// Takes the address; `false` where the link is over.
fn take(c: &mut Conn, member: &Member, secret: &str) -> Result<bool> {
    let Some(link) = own_link(c, secret, member)? else { return Ok(false) };
    if !links::spend(c, secret, member.now)? {
        return Ok(false);
    }
    let before = persons::by_id(c, member.id())?.ok_or(Error::NotFound)?;
    let taken = |e: db::Error| match e.is_constraint("persons_email_key") {
        true => Error::Conflict(Problem::new("account-address-taken")),
        false => e.into(),
    };
    persons::set_email(c, member.id(), &link.email).map_err(taken)?;
    sessions::end_others(c, member.id(), member.person.session)?;
    if let Some(old) = &before.email {
        // What was sent to the old address opens nothing any more.
        links::forget(c, old)?;
        outbox::send(c, &writer(member).to_old(old), member.now)?;
    }
    Ok(true)
}
