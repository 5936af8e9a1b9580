//! Helping somebody who has lost both app and paper: a steward takes the second step away, and so does a command for
//! whoever runs the server. Then the letter alone lets them in, and they set it up anew.

use super::letters::{self, Change};
use super::queries;
use crate::sessions::{self, cookie};
use crate::{Proven, Steward};
use crate::{passkeys, persons};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::error::ensure;
use kit::{App, Error, Locale, PersonId, Result, page};

/// Takes all of it away, passkeys too; gives whether there was anything.
pub fn forget(c: &mut Conn, person: PersonId) -> db::Result<bool> {
    let had_passkeys = passkeys::forget(c, person)?;
    Ok(queries::forget(c, person)? || had_passkeys)
}

/// Takes a person's second step away, and signs them out everywhere; `false` where there was none.
pub fn reset(c: &mut Conn, person: PersonId) -> Result<bool> {
    if !forget(c, person)? {
        return Ok(false);
    }
    sessions::end_all(c, person)?;
    Ok(true)
}

/// Not one's own: that would ask for nothing but a stolen session.
pub async fn destroy(
    State(app): State<App>,
    steward: Steward,
    _: Proven,
    Path(id): Path<PersonId>,
) -> Result<Response> {
    ensure(steward.id() != id)?;
    let house = app.clone();
    let there_was = app.db.write(move |c| help(c, &house, &steward, id)).await?;
    let mut response = page::see("/people")?;
    let key = if there_was { "second-step-was-reset" } else { "second-step-none-there" };
    cookie::set_flash(response.headers_mut(), &app.settings, key);
    Ok(response)
}

fn help(c: &mut Conn, app: &App, by: &Steward, id: PersonId) -> Result<bool> {
    let known = persons::by_id(c, id)?.ok_or(Error::NotFound)?;
    let there_was = reset(c, id)?;
    if there_was {
        letters::tell(c, app, &known, Locale::english(), Change::Reset { by: &by.person.name }, by.now)?;
    }
    Ok(there_was)
}
