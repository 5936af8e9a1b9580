//! The map's page.

use super::standing::{Standing, standing};
use crate::Visitor;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::{App, Chrome, Error, Markup, Result, Section, Sharing};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "map/show.html")]
struct Show {
    chrome: Chrome,
    drawn: Arc<Drawn>,
}

/// The map as everybody sees it.
struct Drawn {
    standing: Standing,
    picture: Markup,
}

pub async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let (chrome, sharing) = (visitor.chrome(Section::Groups), Sharing::begin(&app, visitor.now));
    let frame = chrome.clone();
    let drawn = app
        .db
        .read(move |c| {
            sharing.get(frame.locale.code(), || {
                let standing = standing(c, frame.locale)?;
                Ok::<_, Error>(Drawn { picture: super::draw(&standing, &frame), standing })
            })
        })
        .await?;
    kit::page::show(&Show { chrome, drawn })
}
