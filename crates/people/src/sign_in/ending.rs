//! Signing out: this device's session is gone, here and in the browser, and with it all
//! that the browser had put aside.

use crate::Visitor;
use crate::sessions::{self, cookie};
use axum::extract::State;
use axum::http::HeaderValue;
use axum::response::Response;
use kit::{App, Result, page};

pub async fn create(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    if let Some(person) = visitor.person.clone() {
        app.db.write(move |c| sessions::end(c, person.session, person.id)).await?;
    }
    let mut response = page::see("/")?;
    cookie::set_session(response.headers_mut(), &app.settings, "");
    // What was typed and could not be kept on the server lies in the browser: the next who sits there needs none of it.
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"storage\""));
    Ok(response)
}
