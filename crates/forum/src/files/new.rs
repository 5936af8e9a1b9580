//! The page on which a file is chosen, for browsers without scripts. What is being written was kept as a draft
//! before, and the file becomes part of it.

use super::upload::Wish;
use crate::drafts::Place;
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use kit::{Chrome, Form, Result, Section};
use people::Member;

/// What a chooser of files offers. The content counts, whatever it is called.
pub fn accepted() -> &'static str {
    "image/jpeg,image/png,image/webp,image/gif,.pdf,.odt,.ods,.odp,.docx,.xlsx,.pptx,.txt,.csv"
}

#[derive(Template)]
#[template(path = "files/new.html")]
pub struct NewPage {
    chrome: Chrome,
    form: Form,
    place: Place,
    voices: Vec<(String, String)>,
}

impl NewPage {
    pub fn of(member: &Member, place: Place, form: Form) -> NewPage {
        NewPage { chrome: member.chrome(Section::Forum), form, place, voices: member.voice_options() }
    }
}

pub async fn new(member: Member, Query(wish): Query<Wish>) -> Result<Response> {
    let place = wish.place()?;
    kit::page::show(&NewPage::of(&member, place, Form::default()))
}
