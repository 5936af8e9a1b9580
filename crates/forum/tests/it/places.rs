//! What guides do so that a talk is found where it belongs: move, split, merge, announce, mark key posts. Old links
//! lead on, marks of reading stay true, and nothing comes out of a private place.

use crate::town::{open, post_id, reply, soon, start, start_in_circle, statements};
use db::One;
use kit::testing::Browser;
use people::testing::Town;

db::query! {
    fn read_to(person: kit::PersonId, thread: i64) -> Option<i64> {
        "select number from readings where person_id = $1 and thread_id = $2"
    }
    fn scope_of_search(like: &str) -> Vec<String> {
        "select distinct scope from search_documents where title like $1"
    }
    fn notices(person: kit::PersonId, kind: &str) -> One<i64> {
        "select count(*) from notifications where person_id = $1 and kind = $2 and read_at is null"
    }
}

fn id(thread: &str) -> i64 {
    thread.rsplit('/').next().unwrap().parse().unwrap()
}

fn read(town: &Town, who: &str, thread: &str) -> i64 {
    let (person, thread) = (town.person(who), id(thread));
    town.write(move |c| Ok(read_to(c, person, thread)?.unwrap_or(0)))
}

fn told(town: &Town, who: &str, kind: &'static str) -> i64 {
    let person = town.person(who);
    town.write(move |c| Ok(notices(c, person, kind)?))
}

/// A thread with so many posts, each by one of two in turn.
fn talk(town: &Town, title: &str, posts: i64) -> String {
    let thread = start(&town.as_("marta"), title, "Number one.");
    for n in 2..=posts {
        town.wait(jiff::SignedDuration::from_secs(60));
        let who = if n % 2 == 0 { "amina" } else { "marta" };
        assert_eq!(reply(&town.as_(who), &thread, &format!("Word {n} of {title}.")).status(), 303);
    }
    thread
}

fn split(guide: &Browser, thread: &str, title: &str, posts: &str) -> String {
    let answer = guide.post(&format!("{thread}/split"), &[("title", title), ("more", posts)]);
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().to_owned()
}

#[test]
fn posts_that_are_split_off_leave_a_line_and_their_links_lead_on() {
    let town = open();
    let thread = talk(&town, "The bus", 8);
    let (stella, judit) = (town.as_("stella"), town.as_("judit"));
    judit.get(&format!("{thread}?from=5"));
    soon("judit has read all", || read(&town, "judit", &thread) == 8);
    let form = stella.get(&format!("{thread}/split"));
    assert!(
        form.contains("Word 4 of The bus.") && !form.contains("name=\"posts\" value=\"1\""),
        "{}",
        form.text()
    );
    let new = split(&stella, &thread, "Bread instead", "4-5, 7");
    let page = town.stranger().get(&new);
    let place = |text: &str| page.text().find(text).unwrap();
    assert!(place("Word 4") < place("Word 5") && place("Word 5") < place("Word 7"));
    assert!(page.contains("id=\"post-3\"") && page.contains("Bread instead"));
    let old = town.stranger().get(&thread);
    assert!(!old.contains("Word 4") && old.contains("Word 6 of The bus."));
    assert!(old.contains("Posts 4 to 5 stand in:") && old.contains("Post 7 stands in:"));
    for (was, is) in [(4, 1), (5, 2), (7, 3)] {
        let led = town.stranger().get(&format!("{thread}?from={was}"));
        assert_eq!((led.status(), led.location()), (303, format!("{new}?from={is}#post-{is}").as_str()));
    }
    assert_eq!(town.stranger().get(&format!("{thread}?from=6")).status(), 200);
    assert_eq!(read(&town, "judit", &new), 3, "whoever had read them has read them there");
    let search = town.stranger().get("/search?q=word");
    assert!(
        search.contains(&format!("{new}?from=2#post-2")) && !search.contains(&format!("{thread}?from=5#"))
    );
    assert!(town.stranger().get("/activity").contains("split posts off"));
    assert_eq!((told(&town, "amina", "thread.split"), told(&town, "stella", "thread.split")), (1, 0));
    // Both go on: numbers are given on from where they were.
    assert_eq!(reply(&judit, &thread, "On with the bus.").location(), format!("{thread}?from=9#post-9"));
    assert_eq!(reply(&judit, &new, "On with bread.").location(), format!("{new}?from=4#post-4"));
    let counts = town.stranger().get("/threads");
    assert!(counts.contains("6 posts") && counts.contains("4 posts"), "{}", counts.text());
}

#[test]
fn whoever_reads_on_where_the_end_went_elsewhere_has_nothing_new_left() {
    let town = open();
    let thread = talk(&town, "The bus", 6);
    let judit = town.as_("judit");
    judit.get(&thread);
    soon("judit has read all", || read(&town, "judit", &thread) == 6);
    let late = town.as_("gabor");
    let new = split(&town.as_("stella"), &thread, "The end of it", "5-6");
    late.get(&format!("{thread}?page=last"));
    soon("gabor has read all", || read(&town, "gabor", &thread) == 6);
    assert!(!late.get("/threads?show=unread").contains(&format!("href=\"{thread}")));
    assert!(town.stranger().get(&thread).contains("Posts 5 to 6 stand in:"));
    assert!(town.stranger().get(&new).contains("Word 6"));
}

#[test]
fn what_can_not_be_split_off_is_said_and_what_was_typed_stays() {
    let town = open();
    let thread = talk(&town, "The bus", 4);
    let stella = town.as_("stella");
    for (posts, says) in [
        ("", "Choose at least one"),
        ("1", "Choose at least one"),
        ("two", "Write numbers"),
        ("9", "not in this thread"),
    ] {
        let answer =
            stella.post(&format!("{thread}/split"), &[("title", "A title of its own"), ("more", posts)]);
        assert_eq!(answer.status(), 422, "{posts}");
        assert!(
            answer.contains(says) && answer.contains("value=\"A title of its own\""),
            "{posts}: {}",
            answer.text()
        );
    }
    let ticked = [("title", "Two of them"), ("posts", "2"), ("posts", "3")];
    assert_eq!(stella.post(&format!("{thread}/split"), &ticked).status(), 303);
}

#[test]
fn two_threads_become_one_in_the_order_of_time_and_both_lead_there() {
    let town = open();
    let first = start(&town.as_("marta"), "The bus at night", "One.");
    town.wait(jiff::SignedDuration::from_secs(60));
    let second = start(&town.as_("amina"), "A bus by night", "Two.");
    for (who, thread, body) in
        [("judit", &first, "Three."), ("gabor", &second, "Four."), ("pista", &first, "Five.")]
    {
        town.wait(jiff::SignedDuration::from_secs(60));
        reply(&town.as_(who), thread, body);
    }
    let (vera, stella) = (town.as_("vera"), town.as_("stella"));
    vera.get(&first);
    soon("vera has read the first", || read(&town, "vera", &first) == 3);
    vera.post(&format!("{first}/bookmark"), &[]);
    let begun = format!("/drafts/answer-{}", id(&first));
    vera.post(&begun, &[("body", "Half a thought")]);
    vera.post(&format!("/drafts/answer-{}", id(&second)), &[("body", "And another")]);
    let offered = stella.get(&format!("{first}/merge"));
    assert!(offered.contains("A bus by night"), "{}", offered.text());
    let merged = stella.post(&format!("{first}/merge"), &[("into", &id(&second).to_string())]);
    assert_eq!(merged.status(), 303, "{}", merged.text());
    let one = merged.location().to_owned();
    let page = town.stranger().get(&one).text();
    let places: Vec<usize> = ["One.", "Two.", "Three.", "Four.", "Five."]
        .iter()
        .map(|w| page.find(&format!(">{w}<")).unwrap())
        .collect();
    assert!(places.is_sorted() && page.contains("A bus by night"), "{places:?}");
    for (old, at, now) in [(&first, 2, 3), (&second, 2, 4), (&first, 3, 5), (&second, 1, 2)] {
        let led = town.stranger().get(&format!("{old}?from={at}"));
        assert_eq!(led.location(), format!("{one}?from={now}#post-{now}"));
    }
    assert_eq!(town.stranger().get(&first).location(), one);
    assert_eq!(town.stranger().get("/threads").text().matches("<article").count(), 1);
    assert_eq!(read(&town, "vera", &one), 1, "up to the first that she has not read");
    assert_eq!(read(&town, "gabor", &one), 0, "he never opened the first");
    let draft = vera.get(&one);
    assert!(
        draft.contains("Half a thought")
            && draft.contains("And another")
            && draft.contains("You keep this thread")
    );
    // A form that was open still sends.
    let sent = reply(&vera, &first, "Six.");
    assert_eq!(sent.location(), format!("{one}?from=6#post-6"));
    assert_eq!(
        stella.post(&format!("{first}/merge"), &[("into", "1")]).status(),
        404,
        "it is no thread any more"
    );
    assert!(town.stranger().get("/search?q=three").contains(&format!("{one}?from=3#post-3")));
    assert!(town.stranger().get("/activity").contains("one thread out of two"));
    // Once more: old links lead all the way.
    let third = start(&town.as_("marta"), "The night bus", "Zero.");
    let last =
        stella.post(&format!("{one}/merge"), &[("into", &id(&third).to_string())]).location().to_owned();
    assert_eq!(town.stranger().get(&format!("{first}?from=2")).location(), format!("{last}?from=3#post-3"));
}

#[test]
fn nothing_leaves_the_circle_by_being_moved_split_or_merged() {
    let town = open();
    let circle = start_in_circle(&town.as_("marta"), "Between us", "A plan of ours.");
    reply(&town.as_("judit"), &circle, "Quincunx is the word.");
    let open_thread = start(&town.as_("marta"), "Between all of us", "Hello.");
    let (stella, vera) = (town.as_("stella"), town.as_("vera"));
    assert!(!stella.get(&format!("{circle}/merge?q=between")).contains("Between all"));
    let refused = stella.post(&format!("{circle}/merge"), &[("into", &id(&open_thread).to_string())]);
    assert_eq!(refused.status(), 409);
    let moved = stella.post(&format!("{circle}/place"), &[("place", "focus-3")]);
    assert_eq!(moved.status(), 303);
    let new = split(&stella, &circle, "Between some of us", "2");
    for path in [&circle, &new, &format!("{circle}?from=2"), &format!("{new}/print")] {
        assert_eq!(vera.get(path).status(), 404, "{path}");
    }
    for page in ["/threads", "/activity", "/search?q=quincunx", "/search?q=between", "/notifications"] {
        let page = vera.get(page).text();
        assert!(!page.contains("Between us") && !page.contains("Between some"), "{page}");
    }
    assert!(town.as_("amina").get(&circle).contains("Growing old at home"));
}

#[test]
fn a_thread_that_goes_into_the_circle_is_nowhere_else_any_more() {
    let town = open();
    let thread = start(&town.as_("vera"), "What we might do", "Perhaps @Amina Haddad knows.");
    reply(&town.as_("amina"), &thread, "I do.");
    let (stella, vera) = (town.as_("stella"), town.as_("vera"));
    let form = stella.get(&format!("{thread}/place"));
    assert!(form.contains("Everybody can read it.") && form.contains("name=\"circle\""));
    let moved = stella.post(&format!("{thread}/place"), &[("place", "nothing"), ("circle", "yes")]);
    assert_eq!(moved.status(), 303);
    assert_eq!(vera.get(&thread).status(), 404);
    assert_eq!(town.stranger().get(&thread).status(), 404);
    for page in ["/threads", "/activity", "/search?q=perhaps", "/search?q=might"] {
        assert!(!town.stranger().get(page).contains("What we might"), "{page}");
    }
    let scopes = town.write(|c| Ok(scope_of_search(c, "What we might%")?));
    assert_eq!(scopes, ["circle"]);
    assert_eq!(told(&town, "vera", "reply"), 0);
    assert!(town.as_("amina").get(&thread).contains("Perhaps"));
    assert!(stella.get(&format!("{thread}/place")).contains("Only the founding circle can read it."));
    // There is no way back out.
    stella.post(&format!("{thread}/place"), &[("place", "nothing"), ("circle", "")]);
    assert_eq!(vera.get(&thread).status(), 404);
}

#[test]
fn a_place_of_the_circle_takes_a_thread_in() {
    let town = open();
    let thread = start(&town.as_("vera"), "What we might do", "Perhaps.");
    assert_eq!(town.as_("stella").post(&format!("{thread}/place"), &[("place", "focus-9")]).status(), 303);
    assert_eq!(town.as_("vera").get(&thread).status(), 404);
    let other = start(&town.as_("vera"), "A question", "Who?");
    let stella = town.as_("stella");
    assert_eq!(stella.post(&format!("{other}/place"), &[("place", "focus-77")]).status(), 404);
    assert_eq!(stella.post(&format!("{other}/place"), &[("place", "moon-1")]).status(), 422);
    assert_eq!(stella.post(&format!("{other}/place"), &[("place", "focus-3")]).status(), 303);
    assert!(town.stranger().get(&other).contains("Growing old at home"));
    assert_eq!(stella.post(&format!("{other}/place"), &[("place", "nothing")]).status(), 303);
    assert!(!town.stranger().get(&other).contains("Growing old at home"));
}

#[test]
fn an_announcement_is_told_once_and_ends_with_its_day() {
    let town = open();
    let thread = start(&town.as_("marta"), "The fair is on Sunday", "Come all.");
    let stella = town.as_("stella");
    let path = format!("{thread}/announcement");
    for (day, status) in [("2026-11-22", 422), ("2027-12-01", 422), ("2026-11-25", 303), ("2026-11-26", 303)]
    {
        assert_eq!(stella.post(&path, &[("until", day)]).status(), status, "{day}");
    }
    assert_eq!((told(&town, "vera", "announcement"), told(&town, "stella", "announcement")), (1, 0));
    assert!(stella.get(&thread).contains("End the announcement"));
    assert!(town.stranger().get("/activity").contains("announced a thread"));
    for title in ["One more", "And one more"] {
        let other = start(&town.as_("marta"), title, "x");
        stella.post(&format!("{other}/announcement"), &[("until", "2026-11-25")]);
    }
    let third = start(&town.as_("marta"), "Too many", "x");
    assert_eq!(stella.post(&format!("{third}/announcement"), &[("until", "2026-11-25")]).status(), 409);
    let circle = start_in_circle(&stella, "Between us", "x");
    town.wait(jiff::SignedDuration::from_hours(24 * 5));
    let stella = town.as_("stella");
    assert!(!stella.get(&thread).contains("End the announcement"));
    assert_eq!(stella.post(&format!("{circle}/announcement"), &[("until", "2026-12-01")]).status(), 303);
    assert_eq!(told(&town, "vera", "announcement"), 2, "two of them, and not the circle's");
    let now = town.now();
    let (shown, _) = town.write(move |c| Ok(forum::threads::front(c, None, false, now, 12)?));
    assert!(shown.is_empty(), "the others are over, and the circle's is not for everybody");
    let (shown, _) = town.write(move |c| Ok(forum::threads::front(c, None, true, now, 12)?));
    assert_eq!(shown.iter().map(|card| card.title.as_str()).collect::<Vec<_>>(), ["Between us"]);
    assert_eq!(stella.post(&format!("{circle}/announcement?_method=delete"), &[]).status(), 303);
}

#[test]
fn key_posts_are_named_at_the_head_and_are_few() {
    let town = open();
    let thread = talk(&town, "The bus", 9);
    let (stella, stranger) = (town.as_("stella"), town.stranger());
    let without = statements(&town, &stranger, &thread);
    let key = |n: i64| stella.post(&format!("/posts/{}/key", post_id(&town, &thread, n)), &[]).status();
    assert_eq!((2..=8).map(key).filter(|status| *status == 303).count(), 7);
    assert_eq!(key(9), 409);
    let page = stranger.get(&thread);
    let head = page
        .text()
        .split("aria-label=\"Key posts\"")
        .nth(1)
        .unwrap()
        .split("</nav>")
        .next()
        .unwrap()
        .to_owned();
    assert!(head.contains(&format!("{thread}?from=4#post-4")) && head.matches("<a ").count() == 7);
    assert!(page.contains("key post</span>"));
    assert_eq!(statements(&town, &stranger, &thread), without + 1);
    stella.post(&format!("/posts/{}/key?_method=delete", post_id(&town, &thread, 2)), &[]);
    assert_eq!(key(9), 303);
    let marta = town.as_("marta");
    assert_eq!(marta.post(&format!("/posts/{}/key", post_id(&town, &thread, 1)), &[]).status(), 403);
    marta.post(&format!("/posts/{}?_method=delete", post_id(&town, &thread, 3)), &[]);
    assert!(!stranger.get(&thread).text().split("Key posts").nth(1).unwrap().contains(">3. "));
}

#[test]
fn only_guides_do_any_of_this() {
    let town = open();
    let thread = talk(&town, "The bus", 3);
    for who in ["marta", "vera"] {
        let browser = town.as_(who);
        for path in ["place", "split", "merge", "announcement"] {
            assert_eq!(browser.get(&format!("{thread}/{path}")).status(), 403, "{who} {path}");
            assert_eq!(browser.post(&format!("{thread}/{path}"), &[]).status(), 403, "{who} {path}");
        }
        assert!(!browser.get(&thread).contains(&format!("{thread}/split")));
    }
}
