//! Signals to pages that are being read right now: something of this topic changed. A reader that
//! falls behind misses signals, not posts: the page shows all when it is loaded again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::broadcast;

/// What changed: `threads/5`, and the number of the newest post or the like.
#[derive(Debug, Clone)]
pub struct Signal {
    pub topic: String,
    pub number: i64,
}

pub struct Live {
    sender: broadcast::Sender<Signal>,
    lines: Arc<Lines>,
}

/// How many lines each person and each network holds open.
type Lines = Mutex<HashMap<String, usize>>;

/// A line to one reader; given back when it is dropped.
pub struct Line {
    lines: Arc<Lines>,
    keys: Vec<String>,
}

impl Drop for Line {
    fn drop(&mut self) {
        let mut open = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        for key in &self.keys {
            if let Some(count) = open.get_mut(key) {
                *count -= 1;
            }
        }
        open.retain(|_, count| *count > 0);
    }
}

impl Live {
    pub(crate) fn new() -> Live {
        Live { sender: broadcast::Sender::new(256), lines: Arc::default() }
    }

    /// A line for whoever is counted under these keys, each with the most that it may hold; `None` where one
    /// of them holds as many already.
    pub fn open_line(&self, limits: &[(String, usize)]) -> Option<Line> {
        let mut open = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        if limits.iter().any(|(key, most)| open.get(key).is_some_and(|count| count >= most)) {
            return None;
        }
        let keys: Vec<String> = limits.iter().map(|(key, _)| key.clone()).collect();
        for key in &keys {
            *open.entry(key.clone()).or_default() += 1;
        }
        Some(Line { lines: self.lines.clone(), keys })
    }

    /// Tells all readers; nobody reading is fine.
    pub fn tell(&self, topic: impl Into<String>, number: i64) {
        let _ = self.sender.send(Signal { topic: topic.into(), number });
    }

    pub fn listen(&self) -> broadcast::Receiver<Signal> {
        self.sender.subscribe()
    }
}
