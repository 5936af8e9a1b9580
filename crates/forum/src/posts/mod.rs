//! A post is what somebody wrote in a thread: in their own voice or in that of a group, in Markdown, in one
//! language. Posts are numbered from 1 in their thread, and a number is never given twice. Who wrote a post
//! may change it, and everybody can see what it said before; who wrote it may remove it, which leaves a
//! trace, as does a guide's hiding it. Others answer lightly by a reaction. `@Name` names a person or a group and lets them know.

mod deletion;
mod editing;
mod finding;
mod finding_files;
mod hiding;
mod holding;
mod keeping;
mod live;
pub(crate) mod markup;
mod mentioning;
mod mentions;
mod newcomers;
mod post;
mod preview;
mod queries;
mod reactions;
pub(crate) mod second_thoughts;
mod signs;
mod telling;
mod text;
mod uncarding;
mod versions;

pub(crate) use editing::seen;
pub(crate) use finding::found;
pub(crate) use finding_files::find_those_of;
pub use hiding::Reason;
pub(crate) use hiding::{hide, show, whole};
pub(crate) use holding::{WHEN_HELD, WhenHeld, hold};
pub(crate) use newcomers::{How, Writing, ensure, is_limit, is_newcomer};
pub use post::{CLOSED, Looker, NewPost, Post, Posted, SENT_ALREADY, add, numbered, path};
pub(crate) use post::{page, publish_first, sent_before, write};
pub use queries::last_at_of_subject;
pub(crate) use queries::{Gone, Share, Source, gone, key_posts, shares, source_of};
pub use reactions::{Mark, Reaction, Reactions, react};
pub use text::Text;

use kit::{Routes, Work};

/// The kinds of jobs that this room sets down.
pub const JOBS: [(&str, Work); 1] = [(telling::JOB, telling::run)];

pub fn routes() -> Routes {
    Routes::new()
        .get("/posts/{id}/edit", editing::edit)
        .post("/posts/{id}", editing::update)
        .delete("/posts/{id}", deletion::destroy)
        .get("/posts/{id}/versions", versions::index)
        .post("/posts/{id}/reactions", reactions::create)
        .post("/posts/{id}/bookmark", keeping::create)
        .delete("/posts/{id}/previews/{preview}", uncarding::destroy)
        .get("/threads/{id}/live", live::show)
        .get("/mentions", mentioning::show)
        .post("/markdown", preview::create)
}
