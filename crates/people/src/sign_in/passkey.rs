//! Coming in by a passkey: it stands for the letter and the second step together.

use super::arrival::Arrival;
use super::pages::AskPage;
use crate::standing::{self, BlockedPage};
use crate::{Visitor, passkeys, persons};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use db::Conn;
use kit::headers::own_path;
use kit::{App, Error, Form, Problem, Result, Section, page};

enum Outcome {
    In(String),
    Blocked,
    Unknown,
}

pub async fn create(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    form: Form,
) -> Result<Response> {
    let next = own_path(form.value("next")).to_owned();
    let arrival = Arrival::of(&visitor, &headers, &app);
    let (house, at, sent) = (app.clone(), arrival.clone(), form.value("passkey").to_owned());
    match app.db.write(move |c| enter(c, &house, &at, &sent)).await? {
        Outcome::In(secret) => arrival.on(&app, &secret, &next),
        Outcome::Blocked => BlockedPage::show(visitor.chrome(Section::None)),
        Outcome::Unknown => {
            let mut again = Form::with(&[("next", &next)]);
            again.add("passkey", Problem::new("passkeys-wrong"));
            page::invalid(&AskPage::of(&app, &visitor, again))
        }
    }
}

fn enter(c: &mut Conn, app: &App, arrival: &Arrival, sent: &str) -> Result<Outcome> {
    let Some(id) = passkeys::prove(c, app, sent, arrival.now)? else { return Ok(Outcome::Unknown) };
    if standing::is_blocked(c, id)? {
        return Ok(Outcome::Blocked);
    }
    let person = persons::by_id(c, id)?.ok_or(Error::NotFound)?;
    Ok(Outcome::In(arrival.let_in(c, app, &person)?))
}
