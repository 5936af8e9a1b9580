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
    assert_eq!(found.text().matches("<article").count(), 1);
    let by_title = town.stranger().get("/search?q=latogatok");
    assert!(
        by_title.text().matches("<article").count() == 1 && by_title.contains(&format!("href=\"{thread}\""))
    );
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
    assert!(statements(&town, &town.stranger(), "/search?q=words") <= 7);
}

#[test]
fn what_is_found_comes_in_pages_and_not_without_end() {
    let town = open();
    let marta = town.as_("marta");
    for n in 0..12 {
        start(&marta, &format!("Walnut number {n}"), "x");
    }
    let thread = start(&marta, "A long one", "x");
    for n in 0..100 {
        reply(&marta, &thread, &format!("walnut no. {n}."));
    }
    let mut posts = 0;
    for page in 1..=5 {
        let found = town.stranger().get(&format!("/search?q=walnut&page={page}"));
        let text = found.text();
        let here = text.matches("#post-").count();
        let threads = text.matches("</mark> number").count();
        assert_eq!((here, threads), [(10, 10), (18, 2), (20, 0), (20, 0), (20, 0)][page - 1], "page {page}");
        let newest = format!("href=\"{thread}?from={0}#post-{0}\"", 101 - posts);
        assert!(text.contains(&newest), "page {page} begins where the one before ended: {newest}");
        assert_eq!(text.contains("rel=\"next\""), page < 5);
        assert_eq!(text.contains("There is more"), page == 5);
        posts += here;
    }
    assert!(town.stranger().get("/search?q=walnut&page=99").contains("There is more"));
    assert!(town.stranger().get("/search?q=walnut&page=%3Cscript%3E").contains("rel=\"next\""));
}
