use crate::town::{self, open, reply, soon, start, statements};
use jiff::SignedDuration;

#[test]
fn an_empty_forum_leads_on() {
    let town = open();
    let page = town.stranger().get("/threads");
    assert!(
        page.contains("What should the town talk about first?") && page.contains("/threads/new"),
        "{}",
        page.text()
    );
    let hungarian = town.stranger().speaking("hu").get("/threads");
    assert!(hungarian.contains("Miről beszéljen először a város?"));
}

#[test]
fn a_member_starts_a_thread_and_strangers_read_it() {
    let town = open();
    let thread =
        start(&town.as_("marta"), "Who visits whom in winter?", "Three streets have **no** visitor.");
    let page = town.stranger().get(&thread);
    for text in
        ["Who visits whom in winter?", "<strong>no</strong>", "Márta Tóth", "for myself", "Sign in to answer"]
    {
        assert!(page.contains(text), "{text} is not in {}", page.text());
    }
    assert!(!page.contains("<form class=\"form\""));
    let list = town.stranger().get("/threads");
    assert!(list.contains("Who visits whom in winter?") && list.contains("One post"));
    assert!(!list.contains("class=\"count\""), "nothing is new to a stranger");
}

#[test]
fn a_stranger_is_led_to_sign_in() {
    let town = open();
    let thread = start(&town.as_("marta"), "Who visits whom?", "In winter.");
    let stranger = town.stranger();
    for (path, form) in
        [("/threads", vec![("title", "x")]), (&format!("{thread}/posts"), vec![("body", "x")])]
    {
        let answer = stranger.post(path, &form);
        assert!(answer.location().starts_with("/sign-in"), "{path}: {}", answer.status());
    }
    assert!(stranger.get("/threads/new").location().starts_with("/sign-in?next=/threads/new"));
}

#[test]
fn a_group_is_heard_in_its_own_voice_and_no_other() {
    let town = open();
    let marta = town.as_("marta");
    let (school, library) = (town.group("school").to_string(), town.group("library").to_string());
    let fields =
        [("title", "Our van on Thursdays"), ("body", "It stands still."), ("voice", school.as_str())];
    let answer = marta.post("/threads", &fields);
    assert!(town.stranger().get(answer.location()).contains("for Primary School"));
    assert!(
        town.stranger()
            .get("/threads")
            .contains(r#"<span class="voice organisations">Primary School</span>"#)
    );
    let answer = marta.post("/threads", &[("title", "Not mine"), ("body", "x"), ("voice", library.as_str())]);
    assert_eq!(answer.status(), 422);
    assert!(answer.contains("You can’t speak for this group"));
}

#[test]
fn what_is_missing_is_said_and_what_was_typed_is_kept() {
    let town = open();
    let answer =
        town.as_("marta").post("/threads", &[("title", "Hi"), ("body", "Kept <text>"), ("locale", "xx")]);
    assert_eq!(answer.status(), 422);
    for text in ["At least 4 letters", "Kept &#60;text&#62;", "Choose one of these"] {
        assert!(answer.contains(text), "{text} is not in {}", answer.text());
    }
    let long = "x".repeat(40_001);
    let answer = town.as_("marta").post("/threads", &[("title", "Long one"), ("body", &long)]);
    assert_eq!(answer.status(), 422);
    for odd in ["/threads/0", "/threads/999", "/threads/9999999999999999999"] {
        assert!(town.stranger().get(odd).status() >= 400, "{odd}");
    }
    let thread = start(&town.as_("marta"), "A thread", "x");
    for odd in ["?page=abc", "?page=-1", "?page=999", "?from=0", "?from=x&from=y", "?page=%3Cscript%3E"] {
        let page = town.stranger().get(&format!("{thread}{odd}"));
        assert!(
            page.status() == 200 && page.contains("id=\"post-1\"") && !page.contains("<script>"),
            "{odd}"
        );
    }
    for odd in ["?before=x", "?before=1-2-3", "?show=nothing", "?after=-", "?subject=focus-x"] {
        assert_eq!(town.stranger().get(&format!("/threads{odd}")).status(), 200, "{odd}");
    }
}

#[test]
fn a_thread_that_reads_alike_is_shown_once_before() {
    let town = open();
    let first = start(&town.as_("marta"), "Who visits whom in winter?", "Three streets have no visitor.");
    let amina = town.as_("amina");
    let fields = [("title", "Winter visits: who visits whom"), ("body", "Old people are alone.")];
    let answer = amina.post("/threads", &fields);
    assert_eq!(answer.status(), 200);
    assert!(answer.contains("Is it one of these?") && answer.contains(&format!("href=\"{first}\"")));
    assert!(answer.contains("name=\"sure\" value=\"yes\"") && answer.contains("Old people are alone."));
    let sure = [&fields[..], &[("sure", "yes")]].concat();
    assert_eq!(amina.post("/threads", &sure).status(), 303);
    let other = amina.post("/threads", &[("title", "A choir for men"), ("body", "Basses are missing.")]);
    assert_eq!(other.status(), 303, "nothing like it is there");
}

#[test]
fn a_form_sent_twice_is_one_thread() {
    let town = open();
    let fields = [("title", "Sent twice"), ("body", "x"), ("key", "77"), ("sure", "yes")];
    let marta = town.as_("marta");
    let (first, second) = (marta.post("/threads", &fields), marta.post("/threads", &fields));
    assert_eq!((first.status(), first.location()), (303, second.location()));
    let other = town.as_("amina").post("/threads", &fields);
    assert_ne!(other.location(), first.location(), "a key is each person's own");
    assert_eq!(town.stranger().get("/threads").text().matches("Sent twice").count(), 2);
}

#[test]
fn a_thread_belongs_to_what_it_was_started_from() {
    let town = open();
    let amina = town.as_("amina");
    let form = amina.get("/threads/new?subject=focus-3");
    assert!(form.contains("It belongs to “Growing old at home”.") && form.contains("value=\"focus-3\""));
    let fields = [("title", "Who drives on Thursdays?"), ("body", "x"), ("subject", "focus-3")];
    let thread = amina.post("/threads", &fields).location().to_owned();
    assert!(town.stranger().get(&thread).contains("Growing old at home"));
    start(&amina, "About something else", "x");
    for address in ["/threads?subject=focus-3", "/threads?show=focus"] {
        let list = town.stranger().get(address);
        assert!(list.contains("Who drives") && !list.contains("About something else"), "{address}");
    }
    assert_eq!(amina.get("/threads/new?subject=focus-77").status(), 404, "there is no such focus");
    assert_eq!(
        amina.post("/threads", &[("title", "A title"), ("body", "x"), ("subject", "focus-77")]).status(),
        404
    );
    let (found, at) = town.write(|c| {
        let threads = forum::threads::of_subject(c, "focus", 3, false)?;
        Ok((threads, forum::posts::last_at_of_subject(c, "focus", 3)?))
    });
    assert_eq!((found.len(), found[0].path()), (1, thread));
    assert_eq!(at, Some(town.now()));
}

#[test]
fn a_room_above_opens_a_thread() {
    let town = open();
    let thread = town::open_thread(&town, "stella", "What stands in the way?");
    let page = town.stranger().get(&format!("/threads/{thread}"));
    assert!(page.contains("What stands in the way?") && page.contains("Growing old at home"));
    let newest = town.write(|c| Ok(forum::threads::newest(c, None, false, 5)?));
    assert_eq!(newest.len(), 1);
}

#[test]
fn what_is_new_is_marked_and_leads_to_where_one_was() {
    let town = open();
    let (marta, amina) = (town.as_("marta"), town.as_("amina"));
    let thread = start(&marta, "What is new here", "One.");
    assert!(amina.get("/threads").contains("1 new"));
    amina.get(&thread);
    soon("what was read isn't new", || !amina.get("/threads").contains("class=\"count\""));
    reply(&marta, &thread, "Two.");
    reply(&marta, &thread, "Three.");
    let list = amina.get("/threads");
    assert!(list.contains("2 new") && list.contains(&format!("{thread}?from=2#post-2")), "{}", list.text());
    assert!(amina.get("/threads?show=unread").contains("What is new here"));
    let page = amina.get(&format!("{thread}?from=2")).text();
    assert!(page.find("New since you were here") > page.find("id=\"post-1\""));
    assert!(page.find("New since you were here") < page.find("id=\"post-2\""));
    soon("what was read isn't new", || !amina.get(&thread).contains("New since you were here"));
    assert!(amina.get("/threads?show=unread").contains("You have read everything"));
    assert!(!town.stranger().get(&thread).contains("New since"));
}

#[test]
fn the_list_goes_back_and_forth() {
    let town = open();
    let marta = town.as_("marta");
    for n in 1..=45 {
        town.wait(SignedDuration::from_secs(60));
        start(&marta, &format!("Thread number {n}."), "x");
    }
    let first = town.stranger().get("/threads").text();
    assert!(first.contains("number 45.") && first.contains("number 26.") && !first.contains("number 25."));
    let second = town.stranger().get(&link(&first, "rel=\"next\"")).text();
    assert!(second.contains("number 25.") && second.contains("number 6.") && !second.contains("number 26."));
    let third = town.stranger().get(&link(&second, "rel=\"next\"")).text();
    assert!(third.contains("number 5.") && !third.contains("rel=\"next\""));
    let back = town.stranger().get(&link(&third, "rel=\"prev\"")).text();
    assert!(back.contains("number 25.") && back.contains("number 6.") && !back.contains("number 5."));
    let front = town.stranger().get(&link(&back, "rel=\"prev\"")).text();
    assert!(front.contains("number 45.") && !front.contains("rel=\"prev\""));
}

#[test]
fn who_comes_in_is_led_to_what_is_talked_about() {
    let town = open();
    assert_eq!(town.as_("marta").get("/threads/newest").location(), "/threads/new");
    let thread = start(&town.as_("marta"), "A van for the village", "Who drives?");
    reply(&town.as_("amina"), &thread, "I do.");
    assert_eq!(town.as_("vera").get("/threads/newest").location(), format!("{thread}?from=2#reply"));
}

/// The address of the link that has this attribute.
fn link(page: &str, attribute: &str) -> String {
    let after = page.split(attribute).nth(1).unwrap();
    after
        .split("href=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}

#[test]
fn pages_ask_few_questions() {
    let town = open();
    let thread = town::open_thread(&town, "stella", "Counted").to_string();
    for n in 0..30 {
        reply(&town.as_("marta"), &format!("/threads/{thread}"), &format!("Answer {n}"));
    }
    let (marta, stranger) = (town.as_("marta"), town.stranger());
    for (browser, path, most) in [
        (&stranger, "/threads".to_owned(), 3),
        (&marta, "/threads?show=unread".into(), 4),
        (&stranger, format!("/threads/{thread}"), 6),
        // Reading moves marks, behind the page.
        (&marta, format!("/threads/{thread}?page=2"), 11),
        (&marta, "/threads/new?subject=focus-3".into(), 4),
    ] {
        let count = statements(&town, browser, &path);
        assert!(count <= most, "{path}: {count} statements");
    }
}
