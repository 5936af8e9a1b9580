//! What somebody may do who has just come, and what waits for a look: Vera is new, Márta is not.

use crate::town::{open, post_id, reply, start};
use jiff::SignedDuration;
use kit::testing::Answer;
use people::testing::Town;

const LONG: &str = "The bus to the clinic leaves too early for those who live behind the hill.";

fn town() -> (Town, String) {
    let town = Town::open(forum::routes().merge(people::routes()));
    let thread = start(&town.as_("marta"), "Who visits whom?", "In winter.");
    (town, thread)
}

/// A refusal keeps what was typed, and says why.
fn refused(answer: &Answer, said: &str, typed: &str) {
    assert_eq!(answer.status(), 422, "{}", answer.text());
    assert!(answer.contains(said) && answer.contains(typed), "{}", answer.text());
}

fn keep_patterns(town: &Town, patterns: &str) -> Answer {
    town.as_("stella").post("/moderation/patterns", &[("patterns", patterns)])
}

/// So much later that Vera is no newcomer any more, once three posts of hers stand.
fn grow(town: &Town, thread: &str) {
    for said in ["One.", "Two.", "Three."] {
        assert_eq!(reply(&town.as_("vera"), thread, said).status(), 303);
    }
    town.wait(SignedDuration::from_hours(25));
}

#[test]
fn a_newcomers_post_has_few_links_until_they_are_known() {
    let (town, thread) = town();
    let links = "See https://a.example, https://b.example and https://c.example";
    refused(&reply(&town.as_("vera"), &thread, links), "2 links to other places", "https://c.example");
    assert_eq!(reply(&town.as_("marta"), &thread, links).status(), 303, "others may");
    assert_eq!(reply(&town.as_("vera"), &thread, "See https://a.example, @Town Library").status(), 303);
    grow(&town, &thread);
    assert_eq!(reply(&town.as_("vera"), &thread, links).status(), 303);
}

#[test]
fn a_day_alone_makes_nobody_known() {
    let (town, thread) = town();
    town.wait(SignedDuration::from_hours(48));
    let links = "https://a.example https://b.example https://c.example";
    refused(&reply(&town.as_("vera"), &thread, links), "links to other places", "c.example");
}

#[test]
fn a_newcomer_opens_three_threads_a_day_and_answers_twenty_times() {
    let (town, thread) = town();
    for title in ["The first matter", "Another thing", "Something else"] {
        start(&town.as_("vera"), title, "What do you think?");
    }
    let form = [("title", "A fourth question"), ("body", "What now?"), ("sure", "yes")];
    refused(&town.as_("vera").post("/threads", &form), "open 3 threads a day", "A fourth question");
    for n in 0..20 {
        assert_eq!(reply(&town.as_("vera"), &thread, &format!("Answer {n}.")).status(), 303);
    }
    refused(&reply(&town.as_("vera"), &thread, "One more."), "send 20 posts a day", "One more.");
    town.wait(SignedDuration::from_hours(24));
    assert_eq!(reply(&town.as_("vera"), &thread, "The next day.").status(), 303);
}

#[test]
fn a_newcomers_post_names_few_people() {
    let (town, thread) = town();
    let many = "@István Nagy @Stella Kovács @Márta Tóth @Gábor Kiss @Judit Szabó @Amina Haddad";
    refused(&reply(&town.as_("vera"), &thread, many), "may name 5 people", "@Amina Haddad");
    assert_eq!(reply(&town.as_("pista"), &thread, many).status(), 303);
}

#[test]
fn a_pattern_holds_a_newcomers_post_until_a_guide_shows_it() {
    let (town, thread) = town();
    assert_eq!(keep_patterns(&town, "Casinó\n\n cheap-pills.example ").location(), "/moderation");
    let list = town.as_("stella").get("/moderation/patterns");
    assert!(list.contains("casino\ncheap-pills.example"), "{}", list.text());
    assert_eq!(reply(&town.as_("marta"), &thread, "The casino of 1912.").status(), 303);
    let text = "Look: @Márta Tóth, https://www.cheap-pills.example/now quincunx";
    assert_eq!(reply(&town.as_("vera"), &thread, text).status(), 303);
    for who in ["marta", "gabor"] {
        let page = town.as_(who).get(&thread).text();
        assert!(
            page.contains("waits until a guide has looked at it") && !page.contains("quincunx"),
            "{page}"
        );
    }
    assert!(!town.stranger().get(&thread).contains("quincunx"));
    assert!(!town.stranger().get("/search?q=quincunx").contains(&thread));
    assert!(!town.as_("marta").get("/notifications").contains("Vera"), "a held post tells nobody it names");
    assert!(town.as_("vera").get(&thread).contains("quincunx"), "its writer sees it");
    assert!(town.as_("vera").get("/notifications").contains("waits until a guide has looked at it"));
    let queue = town.as_("stella").get("/moderation");
    assert!(queue.contains("known from advertising") && queue.contains("held"), "{}", queue.text());
    assert!(town.stranger().get("/moderation/log").contains("was held until a guide looks at it"));
    let post = post_id(&town, &thread, 3);
    assert!(town.as_("stella").get(&format!("/moderation/posts/{post}")).contains("the platform itself"));
    let shown = town.as_("stella").post(&format!("/moderation/posts/{post}/dismissal"), &[]);
    assert_eq!(shown.location(), "/moderation");
    assert!(town.stranger().get(&thread).contains("quincunx"));
    assert!(!town.as_("stella").get("/moderation").contains("known from advertising"));
}

#[test]
fn a_post_changed_into_advertising_is_held_too() {
    let (town, thread) = town();
    keep_patterns(&town, "casino");
    reply(&town.as_("vera"), &thread, "What a nice idea.");
    let post = post_id(&town, &thread, 2);
    let changed = town.as_("vera").post(&format!("/posts/{post}"), &[("body", "Come to the casino")]);
    assert_eq!(changed.status(), 303);
    assert!(!town.stranger().get(&thread).contains("casino"));
    let links = [("body", "https://a.example https://b.example https://c.example")];
    let other = reply(&town.as_("vera"), &thread, "Another.").location().to_owned();
    assert!(other.contains("#post-3"));
    let answer = town.as_("vera").post(&format!("/posts/{}", post_id(&town, &thread, 3)), &links);
    refused(&answer, "2 links to other places", "c.example");
}

#[test]
fn the_same_text_again_is_held() {
    let (town, thread) = town();
    let second = start(&town.as_("marta"), "Another matter", "And this?");
    reply(&town.as_("vera"), &thread, LONG);
    assert!(town.stranger().get(&thread).contains("behind the hill"));
    reply(&town.as_("vera"), &second, LONG);
    assert!(!town.stranger().get(&second).contains("behind the hill"));
    assert!(town.as_("stella").get("/moderation").contains("the same text several times"));
    for _ in 0..2 {
        reply(&town.as_("vera"), &second, "Thank you!");
    }
    assert_eq!(
        town.stranger().get(&second).text().matches("Thank you!").count(),
        2,
        "short ones are said by many"
    );
}

#[test]
fn a_long_text_with_a_link_a_moment_after_another_is_held() {
    let (town, thread) = town();
    reply(&town.as_("vera"), &thread, "Good morning.");
    let long = format!("{} https://a.example", LONG.repeat(5));
    reply(&town.as_("vera"), &thread, &long);
    assert!(town.as_("stella").get("/moderation").contains("a moment after another"));
    town.wait(SignedDuration::from_secs(120));
    reply(&town.as_("vera"), &thread, &format!("{long} And one word more."));
    assert!(town.stranger().get(&thread).contains("And one word more."));
}

#[test]
fn a_thread_that_looks_like_advertising_is_not_opened_by_a_newcomer() {
    let (town, _) = town();
    keep_patterns(&town, "casino");
    let form = [("title", "Come to the casino"), ("body", "Tonight."), ("sure", "yes")];
    refused(&town.as_("vera").post("/threads", &form), "looks much like advertising", "Come to the casino");
    assert!(!town.stranger().get("/threads").contains("casino"));
    assert_eq!(town.as_("amina").post("/threads", &form).status(), 303);
}

#[test]
fn a_form_that_is_sent_twice_is_one_post_and_not_held() {
    let (town, thread) = town();
    let form = [("body", LONG), ("key", "k1")];
    let path = format!("{thread}/posts");
    let first = town.as_("vera").post(&path, &form).location().to_owned();
    assert_eq!(town.as_("vera").post(&path, &form).location(), first);
    assert!(town.stranger().get(&thread).contains("behind the hill"));
    let form = [("title", "Once only"), ("body", LONG.trim_end_matches('.')), ("sure", "yes"), ("key", "k2")];
    let first = town.as_("vera").post("/threads", &form).location().to_owned();
    assert_eq!(town.as_("vera").post("/threads", &form).location(), first);
}

#[test]
fn the_list_of_patterns_is_the_guides() {
    let town = open();
    for who in ["marta", "vera"] {
        assert_eq!(town.as_(who).get("/moderation/patterns").status(), 403);
        assert_eq!(town.as_(who).post("/moderation/patterns", &[("patterns", "casino")]).status(), 403);
    }
    assert!(town.stranger().get("/moderation/patterns").location().starts_with("/sign-in"));
    refused(&keep_patterns(&town, "casino\nxx"), "“xx” is too short or too long", "casino");
    let many = "pattern\n".repeat(301);
    refused(&keep_patterns(&town, &many), "at most 300 lines", "pattern");
    assert_eq!(keep_patterns(&town, "casino").status(), 303);
    assert_eq!(keep_patterns(&town, "").status(), 303);
    assert!(!town.as_("stella").get("/moderation/patterns").contains("casino<"));
}
