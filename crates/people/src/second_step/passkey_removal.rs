//! Taking a passkey away. Who guides keeps one, or the app.

use super::duty::is_asked_here;
use super::queries;
use crate::passkeys::{self, PasskeyId};
use crate::sessions::cookie;
use crate::{Member, Proven};
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Error, Problem, Result, page};

pub async fn destroy(
    State(app): State<App>,
    Proven(member): Proven,
    Path(id): Path<PasskeyId>,
) -> Result<Response> {
    let house = app.clone();
    app.db.write(move |c| remove(c, &house, &member, id)).await?;
    let mut response = page::see("/account/passkeys")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "passkeys-removed");
    Ok(response)
}

fn remove(c: &mut Conn, app: &App, member: &Member, id: PasskeyId) -> Result<()> {
    let person = member.id();
    let had_any = passkeys::has_any(c, person)?;
    passkeys::remove(c, app, id, person, member.now)?;
    let is_duty = member.is_guide() && is_asked_here(member.community.as_deref());
    if is_duty && had_any && !passkeys::has_any(c, person)? && !queries::is_set_up(c, person)? {
        return Err(Error::Conflict(Problem::new("second-step-last-passkey")));
    }
    Ok(())
}
