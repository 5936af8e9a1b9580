//! Text that would be a script, wherever somebody may write it.

use super::{HURT, harmless, number, sent, shown_harmless};
use kalaka::house::routes;
use people::testing::Town;

#[test]
fn case_01_a_script_in_a_name_is_text() {
    let town = Town::open(routes());
    let (marta, stella) = (town.as_("marta"), town.as_("stella"));
    sent(&marta, "/account", &[("name", HURT), ("language", "en")]);
    let thread = sent(&marta, "/threads", &[("title", "Who comes?"), ("body", "On Saturday.")]);
    let person = format!("/people/{}", town.person("marta"));
    shown_harmless(&town.stranger().get(&thread), "thread");
    for path in ["/people", person.as_str(), "/threads", "/", "/activity", "/mentions?q=img"] {
        harmless(&stella.get(path), path);
    }
    shown_harmless(&stella.get(&person), "person");
    let group = format!("/groups/{}", town.group("school"));
    harmless(&town.stranger().get(&group), "group");
    assert!(!town.letters().iter().any(|letter| letter.subject.contains('\n')));
}

#[test]
fn case_02_a_script_in_the_name_of_a_file_is_text() {
    let town = Town::open(routes());
    let marta = town.as_("marta");
    let by_script = marta.clone().with_header("accept", "application/json");
    let document = b"%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n";
    let name = "<img src=x onerror=alert(1)>.pdf";
    let told = by_script.upload("/files", "file", name, document, &[("voice", "me")]).text();
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let path = told["path"].as_str().unwrap();
    let body = format!("[{}]({path})", told["name"].as_str().unwrap());
    let thread = sent(&marta, "/threads", &[("title", "The plan"), ("body", &body)]);
    harmless(&town.stranger().get(&thread), "thread");
    let file = town.stranger().get(path);
    assert_eq!(file.status(), 200);
    let header = |name| file.headers.get(name).map_or("", |value| value.to_str().unwrap());
    assert!(!header("content-disposition").contains('<'));
    assert!(header("content-disposition").starts_with("attachment"));
    harmless(&town.stranger().get("/search?q=img"), "search");
}

#[test]
fn case_03_a_script_in_an_address_is_text() {
    let town = Town::open(routes());
    let marta = town.as_("marta");
    let thread = sent(&marta, "/threads", &[("title", "Who comes?"), ("body", "On Saturday.")]);
    let hurt = kit::page::encoded(HURT);
    let names = [
        "page", "per_page", "from", "before", "after", "q", "kind", "side", "sector", "sort", "next", "lang",
    ];
    let pages = [
        "/",
        "/threads",
        "/search",
        "/groups",
        "/groups/map",
        "/needs",
        "/activity",
        "/sign-in",
        "/moderation/log",
    ];
    for page in pages.into_iter().chain([thread.split('#').next().unwrap()]) {
        for name in names {
            let path = format!("{page}{}{name}={hurt}", if page.contains('?') { '&' } else { '?' });
            harmless(&town.stranger().get(&path), &path);
            harmless(&marta.get(&path), &path);
        }
    }
    harmless(&town.stranger().get(&format!("/threads/{hurt}")), "no such thread");
}

#[test]
fn case_04_a_script_in_an_older_version_is_text() {
    let town = Town::open(routes());
    let (marta, stella) = (town.as_("marta"), town.as_("stella"));
    sent(&marta, "/threads", &[("title", "Who comes?"), ("body", HURT)]);
    sent(&marta, "/posts/1", &[("body", "Nothing here.")]);
    shown_harmless(&town.stranger().get("/posts/1/versions"), "versions");
    sent(&stella, "/charter/edit", &[("seen", "0"), ("title-1", HURT), ("body-1", HURT)]);
    let written = town.stranger().get("/charter/versions/1");
    shown_harmless(&written, "charter");
}

#[test]
fn case_05_a_meeting_leads_to_no_script() {
    let town = Town::open(routes());
    let marta = town.as_("marta");
    let form = [("title", HURT), ("starts", "2026-12-24T18:00"), ("place", "javascript:alert(1)")];
    let meeting = sent(&marta, "/meetings", &form);
    for path in [meeting.clone(), "/meetings".into()] {
        let answer = town.stranger().get(&path);
        harmless(&answer, &path);
        assert!(!answer.contains("href=\"javascript:"), "{path}");
    }
    let calendar = town.stranger().get(&format!("{meeting}/calendar.ics"));
    assert!(calendar.headers["content-type"].to_str().unwrap().starts_with("text/calendar"));
    assert_eq!(calendar.headers["x-content-type-options"], "nosniff");
}

#[test]
fn case_06_a_script_in_a_reason_is_text_in_each_log() {
    let town = Town::open(routes());
    let (marta, stella) = (town.as_("marta"), town.as_("stella"));
    let thread = number(&sent(&marta, "/threads", &[("title", HURT), ("body", "On Saturday.")]));
    let form = [("deed", "hidden"), ("reason", "other"), ("words", HURT)];
    sent(&stella, "/moderation/posts/1/acts", &form);
    for path in ["/moderation/log", "/activity", "/", "/threads"] {
        harmless(&town.stranger().get(path), path);
    }
    for path in ["/moderation", "/moderation/posts/1", "/moderation/acts/1", "/notifications"] {
        harmless(&stella.get(path), path);
        harmless(&marta.get(path), path);
    }
    shown_harmless(&marta.get("/moderation/acts/1"), "what the one concerned is told");
    harmless(&town.stranger().get(&format!("/threads/{thread}")), "thread");
}

#[test]
fn case_29_a_script_in_what_guides_write_is_text() {
    let town = Town::open(routes());
    let stella = town.as_("stella");
    sent(&stella, "/charter/edit", &[("seen", "0"), ("title-1", HURT), ("body-1", HURT)]);
    sent(&stella, "/agenda", &[("title", HURT), ("body", HURT), ("voice", "me")]);
    sent(&stella, "/threads", &[("title", "Read this"), ("body", "Please.")]);
    for path in ["/charter", "/agenda", "/agenda/1"] {
        shown_harmless(&town.stranger().get(path), path);
    }
    sent(&stella, "/threads/1/summary", &[("body", HURT), ("until", "1")]);
    harmless(&town.stranger().get("/threads/1"), "summary");
}
