//! The files that a text shows.

use super::{FileKind, file, queries};
use crate::{FileId, PostId};
use db::Conn;
use kit::PersonId;
use kit::markdown::{self, Picture, Pictures};

/// So many files of one text are shown; further ones stay links.
const MOST: usize = 40;

/// Of the files that a text names, those that its writer may show: their own, and what everybody sees. Who quotes
/// what belongs to the founding circle doesn't show it to others by that.
#[derive(Debug, Clone, Default)]
pub struct Usable {
    pub files: Vec<FileId>,
    pub pictures: Pictures,
}

pub fn usable(c: &mut Conn, body: &str, writer: PersonId) -> db::Result<Usable> {
    let mut usable = Usable::default();
    let mut named = markdown::files_in(body);
    named.truncate(MOST);
    for ids in named.chunks(10) {
        let id = |at: usize| ids.get(at).copied().unwrap_or_default();
        let found = queries::showable(
            c,
            writer,
            id(0),
            id(1),
            id(2),
            id(3),
            id(4),
            id(5),
            id(6),
            id(7),
            id(8),
            id(9),
        )?;
        for showable in found {
            usable.files.push(showable.id);
            if let (FileKind::Picture, Some(width), Some(height)) =
                (showable.kind, showable.width, showable.height)
            {
                let path = file::path(showable.id, &showable.address);
                let picture = Picture { path, width, height, small: showable.small_width };
                usable.pictures.insert(showable.id.0, picture);
            }
        }
    }
    Ok(usable)
}

/// Says that a post shows files. What it showed before is still shown by its older versions.
pub fn attach(c: &mut Conn, post: PostId, files: &[FileId]) -> db::Result<()> {
    files.iter().try_for_each(|file| queries::use_in(c, *file, post).map(drop))
}
