//! What the large town talks about: a few threads are long, one of ten thousand posts, most are short; each has
//! its circle of people who speak. Posts come in the order of time, so those of one thread lie far from each
//! other on the disk, as they would.

use super::chance::Chance;
use super::work::Works;
use super::{Town, words};
use anyhow::Result;
use db::Conn;
use forum::ThreadId;
use forum::posts::{self, NewPost, Text};
use forum::threads::{self, NewThread};
use futures_util::future::try_join_all;
use jiff::{SignedDuration, Timestamp};
use kit::{Scope, Voice};
use std::collections::HashMap;
use std::sync::Arc;

/// Pages for a measurement to look at.
pub struct Threads {
    pub usual: String,
    pub longest: String,
    pub replies: Vec<String>,
}

/// So many posts are written at once, each for itself as by so many people; the writer commits them together.
const BATCH: usize = 64;

/// So many texts go round; composing one costs more than writing its post.
const TEXTS: usize = 1_500;

/// The threads that people answer in while durable writes are measured.
const REPLIES: usize = 200;

struct Talk {
    texts: Vec<Text>,
    titles: Vec<String>,
    subjects: Vec<(&'static str, i64)>,
    speakers: Vec<Vec<Arc<Vec<Voice>>>>,
}

/// One post that somebody is about to write.
#[derive(Clone)]
struct Said {
    thread: usize,
    by: Voice,
    text: usize,
    locale: &'static str,
    at: Timestamp,
}

pub fn hold(town: &Town, works: &Works, progress: impl Fn(usize)) -> Result<Threads> {
    let lengths = lengths(town.size.threads, town.size.posts);
    let talk = Arc::new(prepare(town, works, &lengths)?);
    let mut order: Vec<usize> = lengths.iter().enumerate().flat_map(|(n, posts)| vec![n; *posts]).collect();
    Chance::new(4_000).shuffle(&mut order);
    let (begin, end) = (town.at(0.45), town.now - SignedDuration::from_hours(1));
    let step =
        SignedDuration::from_millis((end.as_millisecond() - begin.as_millisecond()) / order.len() as i64);
    let waiting = tokio::runtime::Builder::new_current_thread().build()?;
    let mut known: HashMap<usize, ThreadId> = HashMap::new();
    for (batch, part) in order.chunks(BATCH).enumerate() {
        let at = begin + step * i32::try_from(batch * BATCH)?;
        let mut answers = Vec::new();
        for said in talk.say(part, (at, step, batch)) {
            match known.get(&said.thread) {
                Some(thread) => answers.push(answer(town, &talk, *thread, said)),
                None => drop(known.insert(said.thread, open(town, &talk, said)?)),
            }
        }
        waiting.block_on(try_join_all(answers))?;
        progress((batch + 1) * BATCH);
    }
    let path = |n: usize| known.get(&n).map_or_else(String::new, |id| format!("/threads/{id}"));
    let usual = lengths.iter().rposition(|posts| *posts == 40).unwrap_or(lengths.len() / 2);
    Ok(Threads {
        usual: path(usual),
        longest: format!("{}?page={}", path(0), lengths[0] / 20),
        replies: (0..REPLIES).map(|n| path(lengths.len() / 2 + n)).collect(),
    })
}

/// The longest has a tenth of all posts; the others are shorter by rank.
fn lengths(threads: usize, posts: usize) -> Vec<usize> {
    let longest = posts / 10;
    let weight = |n: usize| 1.0 / (n as f64 + 50.0);
    let all: f64 = (1..threads).map(weight).sum();
    let share = |n: usize| ((posts - longest) as f64 * weight(n) / all).round().max(1.0) as usize;
    std::iter::once(longest).chain((1..threads).map(share)).collect()
}

fn prepare(town: &Town, works: &Works, lengths: &[usize]) -> Result<Talk> {
    let mut chance = Chance::new(5_000);
    let bodies: Vec<String> = (0..TEXTS).map(|_| words::post(&mut chance)).collect();
    let writer = town.voices[0][0].person;
    let compose =
        move |c: &mut Conn| bodies.iter().map(|body| Ok(Text::of(c, body, writer)?)).collect::<Result<_>>();
    let speakers = lengths.iter().map(|posts| {
        let circle = (4 + posts / 8).min(60);
        (0..circle).map(|_| town.voices[chance.below(town.voices.len())].clone()).collect()
    });
    let speakers = speakers.collect();
    let titles = lengths.iter().map(|_| words::line(&mut chance, 6)).collect();
    Ok(Talk { texts: town.db.read_now(compose)?, titles, subjects: works.subjects.clone(), speakers })
}

impl Talk {
    /// What is said next, in these threads.
    fn say(&self, threads: &[usize], (begin, step, batch): (Timestamp, SignedDuration, usize)) -> Vec<Said> {
        let mut chance = Chance::new(6_000 + batch as u64);
        let said = threads.iter().zip(0..).map(|(&thread, place)| {
            let voices = &self.speakers[thread][chance.seldom(self.speakers[thread].len())];
            let by = voices[chance.below(voices.len())].clone();
            let text = chance.below(self.texts.len());
            let locale = if chance.below(5) == 0 { "en" } else { "hu" };
            Said { thread, by, text, locale, at: begin + step * place }
        });
        said.collect()
    }
}

async fn answer(town: &Town, talk: &Arc<Talk>, thread: ThreadId, said: Said) -> Result<()> {
    let talk = talk.clone();
    let add = move |c: &mut Conn| {
        let Said { by, text, locale, at, .. } = &said;
        posts::add(c, &NewPost { thread, by, text: &talk.texts[*text], locale, key: None }, *at)
    };
    Ok(town.db.write(add).await.map(drop)?)
}

/// Opens a thread with its first post; one of ten threads belongs to something.
fn open(town: &Town, talk: &Arc<Talk>, said: Said) -> Result<ThreadId> {
    let talk = talk.clone();
    let open = move |c: &mut Conn| {
        let Said { thread, by, text, locale, at } = &said;
        let subject = (thread % 10 == 9).then(|| talk.subjects[thread / 10 % talk.subjects.len()]);
        let (title, body) = (&talk.titles[*thread], &talk.texts[*text].body);
        let new = NewThread { title, body, by, scope: Scope::Open, subject, locale, key: None };
        threads::open(c, &new, *at)
    };
    Ok(town.db.write_now(open)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_share_all_posts_unevenly() {
        let lengths = lengths(2_000, 100_000);
        let all: usize = lengths.iter().sum();
        assert!((99_000..101_000).contains(&all), "{all}");
        assert_eq!((lengths[0], lengths.contains(&40), lengths.iter().all(|n| *n > 0)), (10_000, true, true));
    }
}
