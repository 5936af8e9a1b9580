//! A thread of ten thousand posts opens as fast at its end as at its beginning.

use crate::town::{open, open_thread, statements};
use db::Changed;
use forum::ThreadId;
use jiff::Timestamp;
use kit::PersonId;
use kit::testing::Browser;
use std::time::{Duration, Instant};

const POSTS: i64 = 10_000;

db::query! {
    fn insert(thread: ThreadId, number: i64, person: PersonId, at: Timestamp) -> Changed {
        "insert into posts (thread_id, number, person_id, body, html, locale, created_at)
         values ($1, $2, $3, 'x', '<p>x</p>', 'en', $4)"
    }

    fn count(thread: ThreadId, posts: i64) -> Changed {
        "update threads set posts = $2 where id = $1"
    }
}

/// The quickest of several answers: what else the machine does is none of the page's doing.
fn quickest(browser: &Browser, path: &str) -> Duration {
    let timed = |_| {
        let begun = Instant::now();
        assert_eq!(browser.get(path).status(), 200);
        begun.elapsed()
    };
    (0..15).map(timed).min().unwrap()
}

#[test]
fn the_last_page_of_a_long_thread_is_as_near_as_the_first() {
    let town = open();
    let thread = open_thread(&town, "stella", "A long story");
    let (person, now) = (town.person("marta"), town.now());
    town.write(move |c| {
        for number in 2..=POSTS {
            insert(c, thread, number, person, now)?;
        }
        Ok(count(c, thread, POSTS)?)
    });
    let stranger = town.stranger();
    let (first, last) = (format!("/threads/{thread}"), format!("/threads/{thread}?page=500"));
    let page = stranger.get(&last);
    assert!(page.contains("id=\"post-10000\"") && page.contains("id=\"post-9981\""));
    assert_eq!(statements(&town, &stranger, &last), statements(&town, &stranger, &first));
    assert!(stranger.get(&format!("{first}?from=5000")).contains("id=\"post-5000\""));
    let (at_beginning, at_end) = (quickest(&stranger, &first), quickest(&stranger, &last));
    let enough = Duration::from_millis(if cfg!(debug_assertions) { 15 } else { 5 });
    assert!(at_end < enough && at_end < at_beginning * 3, "{at_beginning:?}, then {at_end:?}");
}
