//! What belongs to the founding circle is seen by the founding circle alone, on every way out.

use crate::town::{open, post_id, reply, start_in_circle};
use people::testing::Town;

const SECRET: &str = "Marzipan";

#[test]
fn a_circle_thread_is_nowhere_for_others() {
    let town = open();
    let amina = town.as_("amina");
    let thread = start_in_circle(&amina, "Marzipan for the opening", "Marzipan is a secret.");
    reply(&amina, &thread, "More Marzipan.");
    let post = post_id(&town, &thread, 2);
    amina.post(&format!("/posts/{post}"), &[("body", "Much more Marzipan.")]);
    let ways = [
        "/threads".into(),
        "/threads?show=focus".into(),
        "/search?q=marzipan".into(),
        "/search?q=marzipan&kind=post".into(),
        "/activity".into(),
        "/activity?kind=thread".into(),
        thread.clone(),
        format!("{thread}?from=2"),
        format!("/posts/{post}/versions"),
    ];
    for browser in [town.stranger(), town.as_("vera")] {
        for way in &ways {
            assert!(!without_words_typed(&browser.get(way).text()).contains(SECRET), "{way}");
        }
        assert_eq!(browser.get(&thread).status(), 404);
        assert_eq!(browser.get(&format!("{thread}/live")).status(), 404);
        assert_eq!(browser.get(&format!("/posts/{post}/versions")).status(), 404);
    }
    for way in &ways {
        assert!(way.contains("focus") || town.as_("judit").get(way).contains(SECRET), "{way}");
    }
}

/// What was typed into the search is shown again, and is no secret.
fn without_words_typed(page: &str) -> String {
    page.replace("marzipan", "")
}

#[test]
fn nothing_can_be_done_to_what_is_not_seen() {
    let town = open();
    let amina = town.as_("amina");
    let thread = start_in_circle(&amina, "Marzipan", "x");
    let post = post_id(&town, &thread, 1);
    let vera = town.as_("vera");
    for path in [format!("{thread}/posts"), format!("{thread}/follow"), format!("/posts/{post}")] {
        assert_eq!(vera.post(&path, &[("body", "x")]).status(), 404, "{path}");
    }
    for path in [format!("/posts/{post}?_method=delete"), format!("{thread}/follow?_method=delete")] {
        assert_eq!(vera.post(&path, &[]).status(), 404, "{path}");
    }
    assert_eq!(
        vera.post(&format!("{thread}/posts"), &[("body", "")]).status(),
        404,
        "not even by a faulty form"
    );
    assert_eq!(vera.post(&format!("{thread}/posts"), &[("body", "x"), ("preview", "yes")]).status(), 404);
    assert!(town.as_("judit").get(&thread).contains("One post"));
}

#[test]
fn only_the_circle_opens_threads_of_the_circle() {
    let town = open();
    let vera = town.as_("vera");
    assert!(!vera.get("/threads/new").contains("name=\"circle\""));
    let answer = vera.post("/threads", &[("title", "Not for the circle"), ("body", "x"), ("circle", "yes")]);
    assert_eq!(town.stranger().get(answer.location()).status(), 200, "it is open after all");
    assert_eq!(vera.get("/threads/new?subject=focus-9").status(), 404);
    assert_eq!(
        vera.post("/threads", &[("title", "A title"), ("body", "x"), ("subject", "focus-9")]).status(),
        404
    );
}

#[test]
fn what_belongs_to_something_of_the_circle_is_of_the_circle() {
    let town = open();
    let fields = [("title", "About our own"), ("body", "x"), ("subject", "focus-9")];
    let thread = town.as_("marta").post("/threads", &fields).location().to_owned();
    assert_eq!(town.as_("judit").get(&thread).status(), 200);
    assert_eq!(town.as_("vera").get(&thread).status(), 404);
    assert_eq!(town.as_("vera").get("/threads?subject=focus-9").status(), 404);
}

#[test]
fn a_likeness_does_not_give_a_circle_thread_away() {
    let town = open();
    start_in_circle(&town.as_("amina"), "Marzipan for the opening day", "Who brings it?");
    let fields = [("title", "Marzipan for the opening day"), ("body", "x")];
    assert_eq!(town.as_("vera").post("/threads", &fields).status(), 303);
    assert!(town.as_("marta").post("/threads", &fields).contains("Is it one of these?"));
}

#[test]
fn in_the_founding_stage_strangers_see_nothing_and_members_what_is_open() {
    let town = Town::founding(forum::routes());
    let open = crate::town::start(&town.as_("amina"), "For all who are invited", "x");
    let circle = start_in_circle(&town.as_("amina"), "Marzipan", "x");
    for path in ["/threads", "/search?q=all", "/activity", &open, &circle, &format!("{open}/live")] {
        assert!(town.stranger().get(path).location().starts_with("/sign-in"), "{path}");
    }
    assert_eq!((town.as_("vera").get(&open).status(), town.as_("vera").get(&circle).status()), (200, 404));
}
