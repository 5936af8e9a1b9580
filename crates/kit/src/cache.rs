//! Pages that guests have seen already, kept whole and packed, and shown again as long as they would come
//! out the same.
//!
//! What a guest's page says depends on four things, and all of them are in its key:
//! the address, the language, the data, and the time.
//! - The data: [`db::Db::generation`] is another after each commit that may have changed what guests see,
//!   before the commit is acknowledged. On PostgreSQL there is none, and nothing is kept.
//! - What the program holds of the community in memory: its version.
//! - The time: pages tell it to the minute at most, and what falls due (a decision's closing, a meeting's
//!   beginning) does so on a full minute. So no page outlives its minute. That is also how late a page
//!   can be after a command of another process, an import, has written to the same file.
//!
//! When any of them changes, all pages go at once; there is nothing else to invalidate.

use crate::pack::{Encoding, pack};
use crate::{App, Locale};
use axum::body::Bytes;
use axum::http::{HeaderMap, Uri, header};
use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// No more than this is kept, in bytes of HTML; packed it is about a fifth more.
const ROOM: usize = 24 * 1024 * 1024;

/// The rooms whose pages many guests look at. Others are made anew each time: search has no end of
/// addresses, and signing in is for one.
const ROOMS: [&str; 11] = [
    "",
    "threads",
    "groups",
    "needs",
    "focuses",
    "decisions",
    "initiatives",
    "agenda",
    "charter",
    "activity",
    "results",
];

/// Under which a page is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    generation: u64,
    community: i64,
    minute: i64,
}

impl Stamp {
    /// Taken before the data is read. `None` where nothing may be kept.
    pub fn now(app: &App, now: Timestamp) -> Option<Stamp> {
        let community = app.community()?.version;
        Some(Stamp { generation: app.db.generation()?, community, minute: now.as_second().div_euclid(60) })
    }
}

#[cfg(test)]
impl Stamp {
    pub fn of(generation: u64, community: i64, minute: i64) -> Stamp {
        Stamp { generation, community, minute }
    }
}

/// Whether an address is one whose page is kept. A request that wants a piece of the page, as scripts do, is
/// not for the page.
pub fn is_kept(uri: &Uri, headers: &HeaderMap) -> bool {
    let room = uri.path().split('/').nth(1).unwrap_or_default();
    let wants_page = headers.get(header::ACCEPT).is_none_or(|accept| {
        accept
            .to_str()
            .is_ok_and(|accept| !accept.contains("turbo-stream") && !accept.contains("event-stream"))
    });
    ROOMS.contains(&room) && wants_page && !headers.contains_key("turbo-frame")
}

/// A page as it was shown.
#[derive(Debug)]
pub struct Page {
    pub plain: Bytes,
    packed: [OnceLock<Bytes>; Encoding::ALL.len()],
}

impl Page {
    pub fn new(plain: Bytes) -> Page {
        Page { plain, packed: Default::default() }
    }

    /// Packed once for each encoding that somebody asks for.
    pub fn packed(&self, encoding: Encoding) -> Bytes {
        self.packed[encoding as usize].get_or_init(|| pack(&self.plain, encoding)).clone()
    }
}

/// All pages that are kept.
#[derive(Debug, Default)]
pub struct Pages(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    stamp: Option<Stamp>,
    pages: HashMap<(&'static str, String), Arc<Page>>,
    bytes: usize,
}

impl Pages {
    /// The page of an address, if it is still true.
    pub fn find(&self, stamp: Stamp, locale: Locale, path: &str) -> Option<Arc<Page>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.stamp != Some(stamp) {
            return None;
        }
        kept.pages.get(&(locale.code(), path.to_owned())).cloned()
    }

    /// Keeps a page that was made after its stamp was taken.
    pub fn keep(&self, stamp: Stamp, locale: Locale, path: &str, page: &Arc<Page>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.stamp != Some(stamp) {
            *kept = Kept { stamp: Some(stamp), ..Kept::default() };
        }
        let size = page.plain.len() + path.len();
        if kept.bytes + size <= ROOM
            && kept.pages.insert((locale.code(), path.to_owned()), page.clone()).is_none()
        {
            kept.bytes += size;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(generation: u64, minute: i64) -> Stamp {
        Stamp::of(generation, 1, minute)
    }

    #[test]
    fn a_page_is_found_as_long_as_nothing_changed() {
        let (pages, page) = (Pages::default(), Arc::new(Page::new(Bytes::from_static(b"<p>a</p>"))));
        let english = Locale::english();
        pages.keep(stamp(1, 1), english, "/threads/1", &page);
        assert!(pages.find(stamp(1, 1), english, "/threads/1").is_some());
        assert!(pages.find(stamp(1, 1), english, "/threads/2").is_none());
        assert!(pages.find(stamp(2, 1), english, "/threads/1").is_none());
        assert!(pages.find(stamp(1, 2), english, "/threads/1").is_none());
        // One that was made before a change comes late and puts all others out, but is never shown after it.
        pages.keep(stamp(2, 1), english, "/", &page);
        pages.keep(stamp(1, 1), english, "/threads/1", &page);
        assert!(pages.find(stamp(2, 1), english, "/threads/1").is_none());
    }

    #[test]
    fn there_is_room_for_so_much_and_no_more() {
        let (pages, page) = (Pages::default(), Arc::new(Page::new(Bytes::from(vec![b'a'; ROOM / 3]))));
        for n in 0..5 {
            pages.keep(stamp(1, 1), Locale::english(), &format!("/{n}"), &page);
        }
        let found = (0..5).filter(|n| pages.find(stamp(1, 1), Locale::english(), &format!("/{n}")).is_some());
        assert_eq!(found.count(), 2);
    }

    #[test]
    fn pages_of_rooms_are_kept_and_pieces_and_searches_are_not() {
        let plain = HeaderMap::new();
        for (path, kept) in
            [("/", true), ("/threads/5?page=2", true), ("/search?q=a", false), ("/sign-in", false)]
        {
            assert_eq!(is_kept(&path.parse().unwrap(), &plain), kept, "{path}");
        }
        let mut frame = HeaderMap::new();
        frame.insert("turbo-frame", "a".parse().unwrap());
        assert!(!is_kept(&"/".parse().unwrap(), &frame));
    }
}
