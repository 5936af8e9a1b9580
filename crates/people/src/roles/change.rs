//! Changing what somebody is on the platform.

use super::{letters, queries};
use crate::persons::{self, Person};
use crate::sessions::{self, cookie};
use crate::{Proven, Steward};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::{App, Error, Form, Locale, PersonId, Problem, Result, Role, Scope, outbox, page};

/// Whether somebody with this role holds the last keys.
pub fn is_last_steward(c: &mut Conn, role: Role) -> db::Result<bool> {
    Ok(role == Role::Steward && queries::stewards(c)? < 2)
}

/// Gives a person a role, and says so in the public log. The rules are the caller's: a steward's hand, or an
/// invitation.
pub fn put(c: &mut Conn, by: PersonId, person: &Person, role: Role, now: Timestamp) -> Result<()> {
    persons::set_role(c, person.id, role)?;
    let kind = match role {
        Role::Steward => "person.made-steward",
        Role::Guide => "person.made-guide",
        Role::Member => "person.made-member",
    };
    let what = Happening { kind, subject: ("person", person.id.0), title: &person.name, scope: Scope::Open };
    activity::record_with(c, Some((by, None)), what, &serde_json::json!({}), now)?;
    Ok(())
}

pub async fn update(
    State(app): State<App>,
    steward: Steward,
    _: Proven,
    Path(id): Path<PersonId>,
    mut form: Form,
) -> Result<Response> {
    let Some(role) = form.choice::<Role>("role") else {
        return Err(Error::Invalid(Problem::new("kit-form-choose")));
    };
    let house = app.clone();
    app.db.write(move |c| change(c, &house, &steward, id, role)).await?;
    let mut response = page::see("/people")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "roles-changed");
    Ok(response)
}

fn change(c: &mut Conn, app: &App, by: &Steward, id: PersonId, role: Role) -> Result<()> {
    let person = persons::by_id(c, id)?.ok_or(Error::NotFound)?;
    if person.role == role {
        return Ok(());
    }
    // Somebody must hold the keys.
    if is_last_steward(c, person.role)? {
        return Err(Error::Invalid(Problem::new("roles-last-steward")));
    }
    put(c, by.id(), &person, role, by.now)?;
    sessions::end_all(c, id)?;
    if let Some(email) = &person.email {
        let locale = person.locale.as_deref().and_then(Locale::find).unwrap_or(by.locale);
        let writer = letters::Writer {
            locale,
            by: &by.person.name,
            name: &person.name,
            url: app.settings.url("/sign-in"),
        };
        outbox::send(c, &writer.letter(email, role), by.now)?;
    }
    Ok(())
}
