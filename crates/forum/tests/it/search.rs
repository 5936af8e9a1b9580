use crate::town::{open, reply, start, statements};

#[test]
fn a_post_is_found_by_its_own_words_and_its_thread_by_the_title() {
    let town = open();
    let marta = town.as_("marta");
    let thread = start(&marta, "Látogatók télen", "Három utcában nincs senki.");
    reply(&marta, &thread, "A **kisbusz** csütörtökön áll.");
    reply(&marta, &thread, "Jó.");
    let found = town.stranger().get("/search?q=KISBUSZ+csutortok");
    assert!(
        found.contains(&format!("{thread}?from=2#post-2")) && found.contains("<mark>kisbusz</mark>"),
        "{}",
        found.text()
    );
    assert!(found.contains("Found one"));
    let by_title = town.stranger().get("/search?q=latogatok");
    assert!(by_title.contains("Found one") && by_title.contains(&format!("href=\"{thread}\"")));
    assert!(town.stranger().get("/search?q=kisbusz&kind=thread").contains("Nothing has “kisbusz” in it"));
}

#[test]
fn odd_words_find_nothing_and_break_nothing() {
    let town = open();
    start(&town.as_("marta"), "A thread", "with words");
    let odd =
        ["", "%20", "%22", "*", "OR", "NEAR(", "a%00b", "'%3B--", "%3Cscript%3E", "title%3Ax", "AND%20NOT"];
    for words in odd {
        let page = town.stranger().get(&format!("/search?q={words}"));
        assert!(page.status() == 200 && !page.contains("<script>"), "{words}: {}", page.status());
    }
    let long = "word%20".repeat(2_000);
    assert_eq!(town.stranger().get(&format!("/search?q={long}")).status(), 200);
    assert!(town.stranger().get("/search").contains("A few words are enough"));
    assert!(statements(&town, &town.stranger(), "/search?q=words") <= 5);
}

#[test]
fn what_is_found_is_bounded() {
    let town = open();
    let marta = town.as_("marta");
    let thread = start(&marta, "A long one", "x");
    for _ in 0..55 {
        reply(&marta, &thread, "walnut");
    }
    let page = town.stranger().get("/search?q=walnut");
    assert!(page.contains("Found 50") && page.contains("There is more"));
}
