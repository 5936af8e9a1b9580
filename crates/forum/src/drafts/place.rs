//! Where something is being written: one draft for each person and place.

use crate::{PostId, ThreadId};
use std::fmt;
use std::str::FromStr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// An answer in a thread.
    Answer(ThreadId),
    /// A change of a post.
    Change(PostId),
    /// A new thread, and the label of what it is to belong to: `focus-3`, or empty.
    Thread(String),
}

/// So long may a label be.
const LABEL: usize = 40;

impl Place {
    /// Where one goes on writing.
    pub fn path(&self) -> String {
        match self {
            Place::Answer(thread) => format!("/threads/{thread}?page=last#reply"),
            Place::Change(post) => format!("/posts/{post}/edit"),
            Place::Thread(label) if label.is_empty() => "/threads/new".into(),
            Place::Thread(label) => format!("/threads/new?subject={label}"),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Answer(thread) => write!(f, "answer-{thread}"),
            Place::Change(post) => write!(f, "change-{post}"),
            Place::Thread(label) if label.is_empty() => f.write_str("new"),
            Place::Thread(label) => write!(f, "new-{label}"),
        }
    }
}

impl FromStr for Place {
    type Err = ();

    fn from_str(text: &str) -> Result<Place, ()> {
        let (kind, rest) = text.split_once('-').unwrap_or((text, ""));
        match kind {
            "answer" => rest.parse().map(|id| Place::Answer(ThreadId(id))).map_err(drop),
            "change" => rest.parse().map(|id| Place::Change(PostId(id))).map_err(drop),
            "new" if is_label(rest) => Ok(Place::Thread(rest.into())),
            _ => Err(()),
        }
    }
}

fn is_label(text: &str) -> bool {
    text.len() <= LABEL && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_written() {
        for text in ["answer-12", "change-5", "new", "new-focus-3"] {
            assert_eq!(text.parse::<Place>().map(|place| place.to_string()).as_deref(), Ok(text));
        }
        for text in ["", "answer", "answer-x", "news", "new-<b>", "change-5-6"] {
            assert_eq!(text.parse::<Place>(), Err(()), "{text}");
        }
        assert_eq!(Place::Thread("focus-3".into()).path(), "/threads/new?subject=focus-3");
    }
}
