//! The map's page.

use super::standing::{Standing, standing};
use crate::Visitor;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::{App, Chrome, Markup, Result, Section};

#[derive(Template)]
#[template(path = "map/show.html")]
struct Show {
    chrome: Chrome,
    standing: Standing,
    picture: Markup,
}

pub async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let locale = visitor.locale;
    let standing = app.db.read(move |c| standing(c, locale)).await?;
    let chrome = visitor.chrome(Section::Groups);
    let picture = super::draw(&standing, &chrome);
    kit::page::show(&Show { chrome, standing, picture })
}
