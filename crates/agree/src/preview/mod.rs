//! How a text will look, for whoever has no JavaScript: a second button of the form sends it with
//! `preview`, nothing is done, and the page comes again with what was typed and what it will look like.

use askama::Template;
use axum::response::Response;
use kit::{Chrome, Form, Markup, Result, form, markdown};

/// Whether the second button sent the form.
pub fn is_asked(form: &Form) -> bool {
    !form.value("preview").is_empty()
}

/// A form's page once more, with what is wrong with it or, where nothing is, as a preview.
pub fn again(page: &impl Template, form: &Form) -> Result<Response> {
    if form.has_errors() { kit::page::invalid(page) } else { kit::page::show(page) }
}

#[derive(Template)]
#[template(path = "preview/_text.html")]
struct Text<'a> {
    chrome: &'a Chrome,
    html: Markup,
}

/// A field's text as it will look, above the field; nothing where nobody asked, and for a text that is
/// faulty or empty.
pub fn text(chrome: &Chrome, form: &Form, field: &str) -> askama::Result<Markup> {
    let typed = form.value(field);
    if !is_asked(form) || form.has_error(field) || typed.trim().is_empty() {
        return Ok(Markup::default());
    }
    let html = markdown::render(&form::clean(&typed.replace("\r\n", "\n")));
    Text { chrome, html }.render().map(Markup)
}

#[derive(Template)]
#[template(path = "preview/_button.html")]
struct Button<'a> {
    chrome: &'a Chrome,
}

/// The second button. Where there is JavaScript, each text has its own, and this one doesn't show.
pub fn button(chrome: &Chrome) -> askama::Result<Markup> {
    Button { chrome }.render().map(Markup)
}
