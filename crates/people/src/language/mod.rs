//! The language of the interface, chosen at the foot of each page: kept with the person where somebody is
//! signed in, and in this browser in any case.

use crate::sessions::cookie;
use crate::{Visitor, persons};
use axum::extract::State;
use axum::response::Response;
use kit::headers::own_path;
use kit::{App, Form, Locale, Result, Routes, page};

/// So many days a browser remembers the choice.
const DAYS: i64 = 365;

pub fn routes() -> Routes {
    Routes::new().post("/language", create)
}

/// A language that the interface doesn't speak changes nothing.
async fn create(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut response = page::see(own_path(form.value("next")))?;
    let Some(locale) = Locale::find(form.value("language")) else { return Ok(response) };
    if let Some(person) = visitor.person_id() {
        app.db.write(move |c| persons::set_locale(c, person, locale.code())).await?;
    }
    cookie::set(response.headers_mut(), &app.settings, cookie::LANGUAGE, locale.code(), DAYS);
    Ok(response)
}
