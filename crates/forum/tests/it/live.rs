use crate::town::{open, post_id, reply, soon, start, start_in_circle};
use axum::body::{Body, BodyDataStream};
use axum::http::{Request, header};
use axum::response::Response;
use db::Changed;
use futures_util::StreamExt;
use kit::PersonId;
use people::testing::Town;
use people::{sessions, site};
use std::time::Duration;
use tower::ServiceExt;

db::query! {
    fn put_out_of_circle(person: PersonId) -> Changed {
        "update persons set in_circle = false where id = $1"
    }
}

/// A page that is open: what comes over its line.
struct Line {
    runtime: tokio::runtime::Runtime,
    status: u16,
    body: BodyDataStream,
}

impl Line {
    fn open(town: &Town, who: Option<&str>, path: &str) -> Line {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let cookie = who.map(|name| format!("session={}", session(town, name))).unwrap_or_default();
        let request = Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap();
        let service = site::site(town.app.clone(), forum::routes());
        let response: Response = runtime.block_on(service.oneshot(request)).unwrap();
        let status = response.status().as_u16();
        Line { runtime, status, body: response.into_body().into_data_stream() }
    }

    /// What comes next; nothing where the line ends, or is silent.
    fn next(&mut self) -> Option<String> {
        let body = &mut self.body;
        let next = async { tokio::time::timeout(Duration::from_millis(1_500), body.next()).await };
        let bytes = self.runtime.block_on(next).ok()??.unwrap();
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }
}

fn session(town: &Town, name: &str) -> String {
    let (person, now) = (town.person(name), town.now());
    town.write(move |c| Ok(sessions::start(c, person, "Live", now)?))
}

#[test]
fn a_post_comes_while_one_reads_and_so_does_a_change() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    let mut line = Line::open(&town, None, &format!("{thread}/live?after=1"));
    assert_eq!(line.status, 200);
    reply(&town.as_("amina"), &thread, "Me,\n\n**gladly**.");
    let message = line.next().unwrap();
    let target = format!("action=\"append\" target=\"{}\"", thread[1..].replace("threads/", "thread-"));
    for text in ["data: <turbo-stream", &target, "id=\"post-2\"", "<strong>gladly</strong>", "id: 2"] {
        assert!(message.contains(text), "{text} is not in {message}");
    }
    assert!(!message.contains("/edit"), "a stranger may change nothing");
    let post = post_id(&town, &thread, 2);
    town.as_("amina").post(&format!("/posts/{post}?_method=delete"), &[]);
    let message = line.next().unwrap();
    assert!(
        message.contains("action=\"replace\" target=\"post-2\"") && message.contains("Removed by"),
        "{message}"
    );
}

#[test]
fn what_came_in_between_comes_first() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    for n in 2..=30 {
        reply(&town.as_("amina"), &thread, &format!("Answer {n}."));
    }
    let mut line = Line::open(&town, Some("marta"), &format!("{thread}/live?after=5"));
    let (first, second) = (line.next().unwrap(), line.next().unwrap());
    assert!(first.contains("Answer 6.") && first.contains("Answer 25.") && !first.contains("Answer 26."));
    assert!(second.contains("Answer 26.") && second.contains("Answer 30."));
    reply(&town.as_("amina"), &thread, "Answer 31.");
    assert!(line.next().unwrap().contains("Answer 31."));
    let nothing_new = || !town.as_("marta").get("/threads").contains("class=\"count\"");
    soon("what came over the line was read", nothing_new);
}

#[test]
fn other_threads_are_silent_here() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    let other = start(&town.as_("marta"), "Another question", "What?");
    let mut line = Line::open(&town, Some("judit"), &format!("{thread}/live?after=1"));
    reply(&town.as_("amina"), &other, "Not here.");
    assert_eq!(line.next(), None);
}

#[test]
fn who_may_not_see_it_any_more_hears_no_more() {
    let town = open();
    let thread = start_in_circle(&town.as_("amina"), "Among ourselves", "x");
    for who in [None, Some("vera")] {
        assert_eq!(Line::open(&town, who, &format!("{thread}/live")).status, 404, "{who:?}");
    }
    let live = format!("{thread}/live?after=1");
    let (mut left_circle, mut signed_out) =
        (Line::open(&town, Some("marta"), &live), Line::open(&town, Some("judit"), &live));
    reply(&town.as_("amina"), &thread, "For all of us.");
    assert!(left_circle.next().unwrap().contains("For all of us.") && signed_out.next().is_some());
    let (marta, judit) = (town.person("marta"), town.person("judit"));
    town.write(move |c| {
        put_out_of_circle(c, marta)?;
        Ok(sessions::end_all(c, judit)?)
    });
    reply(&town.as_("amina"), &thread, "For those who are left.");
    assert_eq!((left_circle.next(), signed_out.next()), (None, None));
}

#[test]
fn lines_are_counted_and_given_back() {
    let town = open();
    let live = format!("{}/live?after=1", start(&town.as_("marta"), "A question", "Who?"));
    let lines: Vec<Line> = (0..12).map(|_| Line::open(&town, Some("judit"), &live)).collect();
    assert!(lines.iter().all(|line| line.status == 200));
    assert_eq!(Line::open(&town, Some("judit"), &live).status, 429);
    assert_eq!(Line::open(&town, Some("marta"), &live).status, 200);
    drop(lines);
    assert_eq!(Line::open(&town, Some("judit"), &live).status, 200);
}
