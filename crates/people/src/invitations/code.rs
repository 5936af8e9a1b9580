//! The code of a letter on paper, typed: it leads where the letter's picture leads.

use super::door;
use crate::Visitor;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::{App, Chrome, Form, Problem, Result, Section, page, token};

#[derive(Template)]
#[template(path = "invitations/code.html")]
struct CodePage {
    chrome: Chrome,
    form: Form,
}

pub async fn new(visitor: Visitor) -> Result<Response> {
    page::show(&CodePage { chrome: visitor.chrome(Section::None), form: Form::default() })
}

pub async fn create(State(app): State<App>, visitor: Visitor, mut form: Form) -> Result<Response> {
    let code = token::typed_code(form.value("code"));
    if let Some(code) = code {
        let (who, asked) = (visitor.clone(), code.clone());
        if app.db.write(move |c| door::knocked(c, &asked, &who)).await?.is_some() {
            return page::see(&format!("/invitations/{code}"));
        }
    }
    let problem =
        if form.value("code").trim().is_empty() { "kit-form-missing" } else { "invitations-code-unknown" };
    form.add("code", Problem::new(problem));
    page::invalid(&CodePage { chrome: visitor.chrome(Section::None), form })
}
