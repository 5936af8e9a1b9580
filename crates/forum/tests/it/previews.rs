//! Cards of what posts link to, from pages that a server of these tests serves.

use crate::town::{open, post_id, reply, start, start_in_circle, statements};
use db::{Changed, One};
use forum::previews;
use kit::fetch::{Fetcher, Names};
use people::testing::Town;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

db::query! {
    fn want(wanted: bool) -> Changed { "update community set link_previews = $1, version = version + 1 where id = 1" }
    fn known() -> One<i64> { "select count(*) from link_previews" }
}

const PAGE: &str = r#"<!doctype html><title>Ignored</title><meta property="og:title" content="The <b>bus</b> at night">
<meta property="og:description" content="It goes again."><meta property="og:site_name" content="Town news">
<meta property="og:image" content="https://news.example/tracker.png">"#;

/// All names lead to a server that answers with this page.
struct Web {
    fetcher: Fetcher,
    asked: Arc<AtomicUsize>,
}

impl Web {
    fn serving(page: &'static str) -> Web {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Arc::new(AtomicUsize::new(0));
        let count = asked.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                count.fetch_add(1, Ordering::Relaxed);
                let _ = stream.read(&mut [0; 4000]);
                let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n";
                let _ = stream.write_all(format!("{head}{page}").as_bytes());
            }
        });
        let names = Names::Told(Arc::new(|_| vec!["127.0.0.1".parse().unwrap()]));
        Web { fetcher: Fetcher::new("http://localhost").at_home(port).knowing(names), asked }
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }

    /// Does all jobs of this kind that were ever set down.
    fn read(&self, town: &Town) {
        for job in town.jobs(previews::JOB) {
            town.run(previews::fetch(&town.app, &self.fetcher, &job));
        }
    }
}

const LINK: &str = "Look:\n\nhttp://news.example/bus?line=1&n=2#top";

#[test]
fn a_link_on_a_line_of_its_own_has_a_card() {
    let (town, web) = (open(), Web::serving(PAGE));
    let marta = town.as_("marta");
    let thread = start(&marta, "The bus", LINK);
    let before = town.stranger().get(&thread);
    assert!(!before.contains("class=\"elsewhere\"") && web.asked() == 0);
    web.read(&town);
    let page = town.stranger().get(&thread);
    assert!(page.contains("The &#60;b&#62;bus&#60;/b&#62; at night"), "{}", page.text());
    assert!(
        page.contains("It goes again.")
            && page.contains("Town news")
            && page.contains("<bdi>news.example</bdi>")
    );
    assert!(page.contains("href=\"http://news.example/bus?line=1&#38;n=2\" rel=\"noopener nofollow ugc\""));
    assert!(!page.contains("tracker.png") && !page.contains("Take this card away"));
    assert!(marta.get(&thread).contains("Take this card away"));
}

#[test]
fn a_page_is_read_once_for_all() {
    let (town, web) = (open(), Web::serving(PAGE));
    let thread = start(&town.as_("marta"), "The bus", LINK);
    reply(&town.as_("amina"), &thread, LINK);
    web.read(&town);
    reply(&town.as_("gabor"), &thread, LINK);
    web.read(&town);
    assert_eq!(web.asked(), 1);
    assert_eq!(town.stranger().get(&thread).text().matches("class=\"elsewhere\"").count(), 3);
    town.wait(jiff::SignedDuration::from_hours(24 * 31));
    reply(&town.as_("judit"), &thread, LINK);
    web.read(&town);
    assert_eq!(web.asked(), 2);
}

#[test]
fn a_page_that_says_nothing_has_no_card_and_is_left_alone_for_a_while() {
    let (town, web) = (open(), Web::serving("<p>Nothing"));
    let thread = start(&town.as_("marta"), "The bus", LINK);
    web.read(&town);
    web.read(&town);
    assert!(web.asked() == 1 && !town.stranger().get(&thread).contains("class=\"elsewhere\""));
}

#[test]
fn q21_links_into_the_servers_own_network_are_never_followed() {
    let (town, web) = (open(), Web::serving(PAGE));
    let body = "http://127.0.0.1/\nhttp://169.254.169.254/latest\nhttp://[::ffff:10.0.0.1]/\nhttp://localhost/\nhttp://2130706433/\nhttp://news.example:8080/";
    start(&town.as_("marta"), "The bus", body);
    assert_eq!((town.jobs(previews::JOB).len(), town.write(|c| Ok(known(c)?))), (0, 0));
    // A name is looked at when it is read.
    let thread = start(&town.as_("marta"), "The tram", "http://inside.example/");
    let names = Names::Told(Arc::new(|_| vec!["10.0.0.1".parse().unwrap()]));
    let web = Web { fetcher: web.fetcher.clone().knowing(names), ..web };
    web.read(&town);
    assert!(web.asked() == 0 && !town.stranger().get(&thread).contains("class=\"elsewhere\""));
}

#[test]
fn what_not_everybody_sees_is_not_followed() {
    let (town, web) = (open(), Web::serving(PAGE));
    let (marta, stella) = (town.as_("marta"), town.as_("stella"));
    start_in_circle(&marta, "Among us", LINK);
    assert_eq!(town.jobs(previews::JOB).len(), 0);
    // Hidden before its turn comes.
    let thread = start(&marta, "The bus", "When?");
    reply(&marta, &thread, LINK);
    let path = format!("/moderation/posts/{}/acts", post_id(&town, &thread, 2));
    let hidden = stella.post(
        &path,
        &[("deed", "hidden"), ("reason", "off-topic"), ("words", "Not here."), ("locale", "en")],
    );
    assert_eq!(hidden.status(), 303, "{}", hidden.text());
    web.read(&town);
    assert_eq!(web.asked(), 0);
}

#[test]
fn who_wrote_it_takes_a_card_away_and_nobody_else() {
    let (town, web) = (open(), Web::serving(PAGE));
    let (marta, amina) = (town.as_("marta"), town.as_("amina"));
    let thread = start(&marta, "The bus", LINK);
    reply(&amina, &thread, LINK);
    web.read(&town);
    let path = format!("/posts/{}/previews/1?_method=delete", post_id(&town, &thread, 1));
    assert_eq!(amina.post(&path, &[]).status(), 403);
    assert_eq!(town.as_("stella").post(&path, &[]).status(), 403);
    assert_eq!(marta.post(&path, &[]).status(), 303);
    assert_eq!(marta.post(&path, &[]).status(), 404);
    let page = marta.get(&thread);
    assert_eq!(page.text().matches("class=\"elsewhere\"").count(), 1);
    // It stays away when the post is changed.
    let id = post_id(&town, &thread, 1);
    assert_eq!(marta.post(&format!("/posts/{id}"), &[("body", &format!("{LINK}\n\nMore."))]).status(), 303);
    web.read(&town);
    assert_eq!(marta.get(&thread).text().matches("class=\"elsewhere\"").count(), 1);
}

#[test]
fn a_community_may_want_none() {
    let (town, web) = (open(), Web::serving(PAGE));
    let thread = start(&town.as_("marta"), "The bus", LINK);
    town.write(|c| Ok(want(c, false)?));
    web.read(&town);
    assert_eq!(web.asked(), 0);
    town.write(|c| Ok(want(c, true)?));
    web.read(&town);
    assert!(town.stranger().get(&thread).contains("class=\"elsewhere\""));
    town.write(|c| Ok(want(c, false)?));
    town.run(town.app.community_changed());
    assert!(!town.stranger().get(&thread).contains("class=\"elsewhere\""));
}

#[test]
fn with_the_post_goes_what_it_linked_to() {
    let (town, web) = (open(), Web::serving(PAGE));
    let marta = town.as_("marta");
    let thread = start(&marta, "The bus", "When?");
    for _ in 0..2 {
        reply(&marta, &thread, LINK);
    }
    web.read(&town);
    let remove =
        |n| marta.post(&format!("/posts/{}?_method=delete", post_id(&town, &thread, n)), &[]).status();
    assert_eq!((remove(2), town.write(|c| Ok(known(c)?))), (303, 1));
    assert_eq!((remove(3), town.write(|c| Ok(known(c)?))), (303, 0));
}

#[test]
fn a_page_of_posts_with_many_cards_asks_no_more() {
    let (town, web) = (open(), Web::serving(PAGE));
    let marta = town.as_("marta");
    let thread = start(&marta, "The bus", LINK);
    web.read(&town);
    let few = statements(&town, &town.stranger(), &thread);
    let body = "http://a.example/1\nhttp://a.example/2\nhttp://a.example/3\nhttp://a.example/4";
    for _ in 0..4 {
        reply(&marta, &thread, body);
    }
    web.read(&town);
    assert_eq!(town.stranger().get(&thread).text().matches("class=\"elsewhere\"").count(), 13);
    assert_eq!(statements(&town, &town.stranger(), &thread), few);
}
