//! Files as they are found: by their names, under the first post that shows them to the most people. Where no post
//! shows one any more, it is not found.

use super::post::path;
use crate::files::{self, Shown};
use crate::{FileId, PostId};
use db::Conn;
use db::search::{self, Document, Said};
use kit::PersonId;

const KIND: &str = "file";

/// Lets the files that a post shows, or showed, be found where they are shown now.
pub fn find_again(c: &mut Conn, post: PostId) -> db::Result<()> {
    files::shown_by(c, post)?.into_iter().try_for_each(|file| find_one(c, file))
}

/// The same for all that somebody's posts showed.
pub fn find_those_of(c: &mut Conn, person: PersonId) -> db::Result<()> {
    files::shown_by_person(c, person)?.into_iter().try_for_each(|file| find_one(c, file))
}

fn find_one(c: &mut Conn, file: FileId) -> db::Result<()> {
    let Some(shown) = files::first_shown(c, file)? else { return search::remove(c, KIND, file.0) };
    let Shown { name, created_at, thread_id, number, scope, place, locale, group_id, side } = shown;
    let document = Document {
        kind: KIND,
        subject_id: file.0,
        scope: scope.as_str(),
        path: &path(thread_id, number),
        title: &name,
        body: "",
        locale: &locale,
        said: Some(Said { group: group_id.map(|group| group.0), side: side.as_str(), place: &place }),
        at: created_at,
    };
    search::put(c, &document)
}
