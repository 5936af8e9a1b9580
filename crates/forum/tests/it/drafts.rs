//! Drafts: kept as one types, found again anywhere, gone when sent, and nobody else's.

use crate::town::{open, post_id, reply, start, start_in_circle, statements};
use kit::testing::{Answer, Browser};

fn keep(browser: &Browser, place: &str, fields: &[(&str, &str)]) -> Answer {
    browser.post(&format!("/drafts/{place}"), fields)
}

fn number(thread: &str) -> &str {
    thread.rsplit('/').next().unwrap()
}

#[test]
fn an_answer_is_found_again_on_another_device_and_is_gone_when_sent() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    let place = format!("answer-{}", number(&thread));
    let amina = town.as_("amina");
    let kept = keep(&amina, &place, &[("body", "Half a thought"), ("key", "k1")]);
    assert_eq!(kept.status(), 200);
    assert_eq!(kept.text(), town.now().as_millisecond().to_string());
    let phone = town.as_("amina").get(&thread);
    assert!(phone.contains("Half a thought</textarea>") && phone.contains("Your draft, kept"));
    let list = town.as_("amina").get("/drafts");
    assert!(list.contains("A question") && list.contains("Half a thought"), "{}", list.text());
    for other in ["marta", "stella", "istvan"] {
        assert!(!town.as_(other).get(&thread).contains("Half a thought"), "{other}");
        assert!(!town.as_(other).get("/drafts").contains("Half a thought"), "{other}");
    }
    let sent =
        amina.post(&format!("{thread}/posts"), &[("body", "Half a thought, and the rest"), ("key", "k1")]);
    assert_eq!(sent.status(), 303);
    assert!(amina.get("/drafts").contains("No draft is waiting"));
    // What was on its way while the form was sent comes too late.
    assert_eq!(keep(&amina, &place, &[("body", "Half a thought"), ("key", "k1")]).text(), "0");
    assert!(!amina.get(&thread).contains("Your draft, kept"));
}

#[test]
fn a_thread_and_a_change_are_kept_too() {
    let town = open();
    let marta = town.as_("marta");
    let fields = [("title", "Who has"), ("body", "a ladder"), ("locale", "hu"), ("voice", "me")];
    keep(&marta, "new", &fields);
    keep(&marta, "new-focus-3", &[("title", "Under the focus"), ("body", "")]);
    let page = marta.get("/threads/new");
    assert!(page.contains("value=\"Who has\"") && page.contains("a ladder</textarea>"));
    assert!(page.contains("<option value=\"hu\" selected>"));
    assert!(marta.get("/threads/new?subject=focus-3").contains("value=\"Under the focus\""));
    let thread = start(&marta, "Who has a ladder?", "One of four metres.");
    assert!(!marta.get("/threads/new").contains("a ladder"));
    assert!(marta.get("/threads/new?subject=focus-3").contains("Under the focus"), "that one is another");
    let post = post_id(&town, &thread, 1);
    keep(&marta, &format!("change-{post}"), &[("body", "One of five")]);
    let edit = format!("/posts/{post}/edit");
    assert!(marta.get(&edit).contains("One of five</textarea>"));
    marta.post(&format!("/posts/{post}"), &[("body", "One of five metres.")]);
    assert!(marta.get(&edit).contains("One of five metres.</textarea>"));
}

#[test]
fn without_a_script_a_button_keeps_and_another_throws_away() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    let place = format!("answer-{}", number(&thread));
    let amina = town.as_("amina");
    let page = amina.get(&thread);
    assert!(page.contains(&format!("formaction=\"/drafts/{place}?back=yes\"")));
    let kept = keep(&amina, &format!("{place}?back=yes"), &[("body", "Later")]);
    assert_eq!((kept.status(), kept.location()), (303, "/drafts"));
    assert!(amina.get("/drafts").contains("Kept as a draft."));
    let thrown = amina.post(&format!("/drafts/{place}?_method=delete"), &[]);
    assert_eq!(thrown.location(), "/drafts");
    assert!(!amina.get(&thread).contains("Later"));
}

#[test]
fn what_is_newer_on_another_device_is_not_written_over() {
    let town = open();
    let amina = town.as_("amina");
    let first = keep(&amina, "new", &[("title", "One")]).text();
    town.wait(jiff::SignedDuration::from_secs(5));
    let second = keep(&amina, "new", &[("title", "One and two"), ("known", &first)]).text();
    assert_eq!(keep(&amina, "new", &[("title", "Something else"), ("known", &first)]).status(), 409);
    assert!(amina.get("/threads/new").contains("value=\"One and two\""));
    assert_eq!(keep(&amina, "new", &[("title", ""), ("known", &second)]).text(), "0", "nothing is no draft");
    assert!(amina.get("/drafts").contains("No draft is waiting"));
}

#[test]
fn only_where_one_may_write_and_only_so_much() {
    let town = open();
    let hidden = start_in_circle(&town.as_("marta"), "Between us", "A plan.");
    let (thread, post) = (number(&hidden), post_id(&town, &hidden, 1));
    let vera = town.as_("vera");
    for place in
        [format!("answer-{thread}"), format!("change-{post}"), "answer-99".into(), "elsewhere".into()]
    {
        assert_eq!(keep(&vera, &place, &[("body", "Hello")]).status(), 404, "{place}");
    }
    assert!(town.stranger().post("/drafts/new", &[("title", "Hello")]).location().starts_with("/sign-in"));
    let long = "word ".repeat(20_000 * 4);
    assert_eq!(keep(&vera, "new", &[("body", &long)]).status(), 413);
    for n in 1..=55 {
        town.wait(jiff::SignedDuration::from_secs(1));
        assert_eq!(
            keep(&vera, &format!("new-focus-{n}"), &[("title", &format!("Draft no. {n}."))]).status(),
            200
        );
    }
    let list = vera.get("/drafts");
    assert!(
        list.contains("Draft no. 55.") && list.contains("Draft no. 6.") && !list.contains("Draft no. 5.")
    );
}

#[test]
fn a_draft_costs_its_reader_one_statement() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    reply(&town.as_("amina"), &thread, "I do.");
    let amina = town.as_("amina");
    let without = statements(&town, &amina, &thread);
    keep(&amina, &format!("answer-{}", number(&thread)), &[("body", "More")]);
    assert_eq!(statements(&town, &amina, &thread), without);
    keep(&amina, "new", &[("title", "More")]);
    let one = statements(&town, &amina, "/drafts");
    keep(&amina, "new-focus-3", &[("title", "Still more")]);
    assert_eq!(statements(&town, &amina, "/drafts"), one);
}
