//! A line to a page that is being read: posts appear as they are sent. Who may still see the thread is asked
//! again before each message; a reader who may not any more hears no more.

use super::{Looker, Post, Reactions, page, queries};
use crate::bookmarks::Kept;
use crate::previews::Cards;
use crate::{ThreadId, readings, visibility};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use db::Conn;
use futures_util::{Stream, stream};
use kit::live::{Line, Signal};
use kit::{App, Chrome, Error, Form, Result, Section};
use people::{Visitor, persons, sessions};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

/// So many pages one person may have open, and so many one network: a school has one address.
const LINES_OF_PERSON: usize = 12;
const LINES_OF_NETWORK: usize = 200;

/// So many posts go in one message; more follow in the next.
const MOST: i64 = 20;

#[derive(Template)]
#[template(path = "posts/stream.html")]
struct Message {
    chrome: Chrome,
    looker: Looker,
    posts: Vec<Post>,
    thread: ThreadId,
}

/// A reader: who, of what, the last post that they have, and up to which there may be more.
struct Reader {
    app: App,
    visitor: Visitor,
    thread: ThreadId,
    last: i64,
    wanted: i64,
    signals: Receiver<Signal>,
    _line: Line,
}

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(thread): Path<ThreadId>,
    headers: HeaderMap,
    asked: Form,
) -> Result<Response> {
    let line = app.live.open_line(&limits(&visitor)).ok_or(Error::TooMany { seconds: 60 })?;
    // Listening begins before reading, so that nothing falls between.
    let signals = app.live.listen();
    let by = visitor.clone();
    app.db.read(move |c| visibility::scope_for(c, thread, &by)).await?;
    let resumed = headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let last = resumed.and_then(|id| id.parse().ok()).or_else(|| asked.value("after").parse().ok());
    // Without a number to go on from, a page hears of changes alone.
    let last = last.unwrap_or(i64::MAX).clamp(0, i64::MAX / 2);
    // What was sent while the page was on its way comes first.
    let reader = Reader { app, visitor, thread, last, wanted: i64::MAX, signals, _line: line };
    let events = Sse::new(messages(reader)).keep_alive(KeepAlive::new().interval(Duration::from_secs(25)));
    // Some proxies hold answers back until they are whole; this one never is.
    Ok(([(HeaderName::from_static("x-accel-buffering"), "no")], events).into_response())
}

fn limits(visitor: &Visitor) -> Vec<(String, usize)> {
    let mut limits = vec![(format!("network {}", visitor.network), LINES_OF_NETWORK)];
    limits.extend(visitor.person_id().map(|id| (format!("person {id}"), LINES_OF_PERSON)));
    limits
}

fn messages(reader: Reader) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold(reader, |mut reader| async move {
        let message = reader.next().await?;
        let event = Event::default().id(reader.last.to_string()).data(message.replace('\r', ""));
        Some((Ok(event), reader))
    })
}

impl Reader {
    /// Waits for what is new or changed; `None` ends the line.
    async fn next(&mut self) -> Option<String> {
        loop {
            let number = self.signal().await?;
            let from = number.min(self.last + 1);
            if let Some(message) = self.read(from, number.min(from + MOST - 1)).await? {
                return Some(message);
            }
        }
    }

    /// The number of a post that is new or changed.
    async fn signal(&mut self) -> Option<i64> {
        let topic = format!("threads/{}", self.thread);
        while self.wanted <= self.last {
            match self.signals.recv().await {
                Ok(signal) if signal.topic != topic => {}
                Ok(signal) if signal.number <= self.last => return Some(signal.number),
                Ok(signal) => self.wanted = signal.number,
                Err(RecvError::Lagged(_)) => self.wanted = i64::MAX,
                Err(RecvError::Closed) => return None,
            }
        }
        Some(self.wanted)
    }

    /// The message for posts in a range; `Some(None)` where there are none, `None` where the line ends.
    async fn read(&mut self, from: i64, to: i64) -> Option<Option<String>> {
        let (thread, visitor, now) = (self.thread, self.visitor.clone(), self.app.now());
        let found = self.app.db.read(move |c| {
            let visitor = Visitor { now, ..still_here(c, visitor)? };
            visibility::scope_for(c, thread, &visitor)?;
            let reactions = Reactions::find(c, thread, (from, to), &visitor)?;
            let kept = Kept::find(c, thread, (from, to), &visitor)?;
            let cards = Cards::find(c, thread, (from, to))?;
            let is_closed = queries::is_closed(c, thread)?;
            let looker = Looker::of(&visitor).seeing(reactions, kept, is_closed).shown(cards);
            Ok::<_, Error>((page(c, thread, (from, to), &looker)?, looker, visitor))
        });
        let (posts, mut looker, visitor) = found.await.ok()?;
        if to > self.last && posts.last().is_none_or(|p| p.number < to) {
            self.wanted = self.last.min(self.wanted);
        }
        let Some(newest) = posts.last().map(|p| p.number) else { return Some(None) };
        looker.fresh_after = self.last;
        let message =
            Message { chrome: visitor.chrome(Section::Forum), looker, posts, thread }.render().ok()?;
        if newest > self.last {
            self.last = newest;
            if let Some(person) = visitor.person_id() {
                readings::saw(&self.app, person, thread, from, newest);
            }
        }
        self.visitor = visitor;
        Some(Some(message))
    }
}

/// The visitor as they are now: a session may be over, a person gone or out of the circle.
fn still_here(c: &mut Conn, visitor: Visitor) -> Result<Visitor> {
    let Some(signed) = &visitor.person else { return Ok(visitor) };
    let sessions = sessions::of_person(c, signed.id, visitor.now)?;
    if !sessions.iter().any(|s| s.id == signed.session) {
        return Err(Error::SignInFirst);
    }
    let person = persons::by_id(c, signed.id)?.ok_or(Error::SignInFirst)?;
    let signed = people::Signed { role: person.role, in_circle: person.in_circle, ..(**signed).clone() };
    Ok(Visitor { person: Some(Arc::new(signed)), ..visitor })
}
