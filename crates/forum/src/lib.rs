//! The forum: threads and posts, who has read them and wants to hear of them, what can be found, and
//! what happened. A thread may belong to any other thing of the house (see [`threads::SUBJECTS`]); what
//! rooms above ask of it are [`threads::open`], [`posts::add`] and the lists of [`threads`].
//!
//! Arrows in this area: moderation → correspondence → care → sharing → threads → posts → patterns, previews, files → drafts, bookmarks, follows, readings → visibility;
//! search → tags; tags, shortcuts and activity stand alone.

pub mod activity;
pub mod bookmarks;
mod care;
pub mod correspondence;
pub mod drafts;
pub mod files;
pub mod follows;
mod leaving;
mod mine;
pub mod moderation;
pub mod patterns;
pub mod posts;
pub mod previews;
pub mod readings;
pub mod search;
mod sharing;
mod shortcuts;
pub mod tags;
pub mod threads;
pub mod visibility;

use kit::Routes;
use std::fmt::Display;

db::id! {
    ThreadId,
    PostId,
    FileId,
    BookmarkId,
    TagId,
}

/// The address of a post: the page that has it, and its place there.
pub fn path_of_post(thread: ThreadId, number: impl Display) -> String {
    format!("/threads/{thread}?from={number}#post-{number}")
}

/// The kinds of jobs that this area sets down, and what does them.
pub fn jobs() -> Vec<(&'static str, kit::Work)> {
    posts::JOBS.to_vec()
}

/// All routes of this area.
pub fn routes() -> Routes {
    Routes::new()
        .merge(threads::routes())
        .merge(care::routes())
        .merge(posts::routes())
        .merge(drafts::routes())
        .merge(bookmarks::routes())
        .merge(moderation::routes())
        .merge(correspondence::routes())
        .merge(patterns::routes())
        .merge(files::routes())
        .merge(follows::routes())
        .merge(tags::routes())
        .merge(search::routes())
        .merge(sharing::routes())
        .merge(shortcuts::routes())
        .merge(activity::routes())
}

#[doc(hidden)]
pub use kit::linkme;

kit::messages!();
