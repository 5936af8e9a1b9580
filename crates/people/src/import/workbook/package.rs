//! A zip archive that somebody sent. All that is unpacked from it is counted, whatever it says of itself.

use super::super::decode::Unreadable;
use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most bytes that are unpacked of one archive, all its parts together.
const MOST_UNPACKED: usize = 64 * 1024 * 1024;
/// The most parts that an archive may have: a workbook of a hundred sheets has three hundred.
const MOST_PARTS: usize = 3000;

/// Why an archive isn't read on that is spent.
pub const TOO_LARGE: Unreadable = Unreadable::TooLarge { bytes: MOST_UNPACKED, most: MOST_UNPACKED };

pub struct Package<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    left: Cell<usize>,
    spent: Cell<bool>,
}

impl<'b> Package<'b> {
    pub fn open(bytes: &'b [u8]) -> Result<Package<'b>, Unreadable> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
        if zip.len() > MOST_PARTS {
            return Err(TOO_LARGE);
        }
        Ok(Package { zip, left: Cell::new(MOST_UNPACKED), spent: Cell::new(false) })
    }

    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The whole name of the part that is called so in whatever folder, the one nearest to the top.
    pub fn find(&self, name: &str) -> Option<String> {
        let names = self.zip.file_names().flatten();
        let named =
            names.filter(|path| path.rsplit('/').next().is_some_and(|n| n.eq_ignore_ascii_case(name)));
        // What a Mac adds beside each file isn't the file.
        named.filter(|path| !path.starts_with("__MACOSX")).min_by_key(|path| path.len()).map(Into::into)
    }

    /// Whether more was in it than may be unpacked.
    pub fn is_spent(&self) -> bool {
        self.spent.get()
    }

    /// A part by its whole name; `None` where there is none.
    pub fn part(&mut self, name: &str) -> Result<Option<Part<'_>>, Unreadable> {
        match self.zip.by_name(name) {
            Ok(file) => {
                let counted = Counted { read: file, left: &self.left, spent: &self.spent };
                Ok(Some(BufReader::with_capacity(64 * 1024, Box::new(counted))))
            }
            Err(ZipError::FileNotFound) => Ok(None),
            Err(_) => Err(Unreadable::Broken),
        }
    }
}

pub type Part<'p> = BufReader<Box<dyn Read + 'p>>;

/// Unpacks as long as there is room.
struct Counted<'p, R> {
    read: R,
    left: &'p Cell<usize>,
    spent: &'p Cell<bool>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.read.read(into)?;
        match self.left.get().checked_sub(read) {
            Some(left) => {
                self.left.set(left);
                Ok(read)
            }
            None => {
                self.spent.set(true);
                Err(io::Error::other("more is unpacked than may be"))
            }
        }
    }
}
