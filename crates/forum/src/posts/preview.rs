//! What a text will look like, while it is being written: the same that will be shown, mentions and all.

use super::Text;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use kit::{App, Error, Form, Result, markdown};
use people::Member;

pub async fn create(State(app): State<App>, member: Member, form: Form) -> Result<Response> {
    let body = form.value("text").replace("\r\n", "\n");
    if body.chars().count() > markdown::LONGEST {
        return Err(Error::TooLarge);
    }
    let text = app.db.read(move |c| Text::of(c, &body, member.id())).await?;
    Ok(Html(text.html).into_response())
}
