//! Saying what a picture shows, for those who can't see it. Then it stands in the draft it is for.

use super::upload::Wish;
use super::{File, FileKind, queries};
use crate::FileId;
use crate::drafts::{self, Place};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kit::{App, Chrome, Error, Form, Problem, Result, Section};
use people::Member;

/// So many letters describe a picture; more belong into the text.
const LONGEST: usize = 400;

#[derive(Template)]
#[template(path = "files/description.html")]
struct DescriptionPage {
    chrome: Chrome,
    form: Form,
    file: File,
    place: Place,
}

/// A picture that the member sent. Others' are not there.
async fn own(app: &App, id: FileId, member: &Member) -> Result<File> {
    let file = app.db.read(move |c| queries::by_id(c, id)).await?;
    let own = |file: &File| file.person_id == member.id() && file.kind == FileKind::Picture;
    file.filter(own).ok_or(Error::NotFound)
}

pub async fn new(
    State(app): State<App>,
    member: Member,
    Path(id): Path<FileId>,
    Query(wish): Query<Wish>,
) -> Result<Response> {
    let (place, file) = (wish.place()?, own(&app, id, &member).await?);
    let chrome = member.chrome(Section::Forum);
    kit::page::show(&DescriptionPage { chrome, form: Form::default(), file, place })
}

pub async fn create(
    State(app): State<App>,
    member: Member,
    Path(id): Path<FileId>,
    Query(wish): Query<Wish>,
    mut form: Form,
) -> Result<Response> {
    let (place, file) = (wish.place()?, own(&app, id, &member).await?);
    let words = form.line("alt", 0..=LONGEST);
    let is_decorative = form.is_checked("decorative", "yes");
    if words.is_empty() && !is_decorative && form.is_valid() {
        form.add("alt", Problem::new("files-alt-missing"));
    }
    if form.has_errors() {
        let chrome = member.chrome(Section::Forum);
        return kit::page::invalid(&DescriptionPage { chrome, form, file, place });
    }
    let (path, line) = (place.path(), file.markdown(if is_decorative { "" } else { &words }));
    app.db.write(move |c| drafts::add_line(c, &member, &place, &line, member.now)).await?;
    kit::page::see(&path)
}
