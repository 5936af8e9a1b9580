//! What waits for somebody: their voice in a decision, a promise of theirs, a talk that went on.

use act::promises::Promise;
use agree::decisions::OpenDecision;
use forum::threads::ThreadCard;
use jiff::civil;
use kit::Chrome;

/// A promise that is due in so many days waits already.
const AHEAD: i32 = 14;
/// So many talks are named; the rest is in the forum.
const TALKS: usize = 3;

#[derive(Default)]
pub struct Waiting {
    pub decisions: Vec<OpenDecision>,
    pub promises: Vec<Promise>,
    /// Followed, with posts that are new.
    pub threads: Vec<ThreadCard>,
}

impl Waiting {
    pub fn of(
        decisions: Vec<OpenDecision>,
        promises: Vec<Promise>,
        threads: &[ThreadCard],
        today: civil::Date,
    ) -> Waiting {
        let near = |promise: &Promise| (promise.due() - today).get_days() <= AHEAD;
        let new = threads.iter().filter(|thread| thread.follows && thread.new_posts() > 0);
        Waiting {
            decisions,
            promises: promises.into_iter().filter(near).collect(),
            threads: new.take(TALKS).cloned().collect(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.decisions.is_empty() && self.promises.is_empty() && self.threads.is_empty()
    }

    /// As whom one may still vote: "for yourself and for Primary School".
    pub fn voices(decision: &OpenDecision, chrome: &Chrome) -> String {
        let words: Vec<String> = decision
            .waiting
            .iter()
            .map(|voice| match voice.group {
                None => chrome.t("home-for-yourself").to_string(),
                Some(_) => chrome.t("home-for-group").with("name", &voice.name).to_string(),
            })
            .collect();
        chrome.list(&words)
    }
}
