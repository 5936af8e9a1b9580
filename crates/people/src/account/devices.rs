//! Signing out on another device: its session ends at once.

use crate::Proven;
use crate::sessions::{self, cookie};
use axum::extract::{Path, State};
use axum::response::Response;
use kit::{App, Result, page};

/// A session of somebody else's is none of mine: nothing happens to it.
pub async fn destroy(
    State(app): State<App>,
    Proven(member): Proven,
    Path(id): Path<i64>,
) -> Result<Response> {
    let person = member.id();
    app.db.write(move |c| sessions::end(c, id, person)).await?;
    done(&app)
}

pub async fn destroy_others(State(app): State<App>, Proven(member): Proven) -> Result<Response> {
    let (person, here) = (member.id(), member.person.session);
    app.db.write(move |c| sessions::end_others(c, person, here)).await?;
    done(&app)
}

fn done(app: &App) -> Result<Response> {
    let mut response = page::see("/account")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "account-signed-out");
    Ok(response)
}
