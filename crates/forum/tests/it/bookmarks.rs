//! Bookmarks: kept with a note and a day, seen by nobody else, and of what one may no longer see nothing.

use crate::town::{post_id, reply, start, start_in_circle, statements};
use db::Changed;
use forum::bookmarks;
use jiff::SignedDuration;
use kit::testing::Browser;
use people::testing::Town;

/// With the pages of the lower area, since a reminder is a notice.
fn open() -> Town {
    Town::open(forum::routes().merge(people::routes()))
}

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn keep(browser: &Browser, what: &str) {
    assert_eq!(browser.post(&format!("{what}/bookmark"), &[]).status(), 303, "{what}");
}

/// Does the reminders that are set down, as the worker does when their time has come.
fn remind(town: &Town) {
    for job in town.jobs(bookmarks::JOB) {
        town.run(bookmarks::remind(&town.app, &job));
    }
}

db::query! {
    fn leave_circle(person: kit::PersonId) -> Changed {
        "update persons set in_circle = false where id = $1"
    }
}

#[test]
fn a_post_and_a_thread_are_kept_and_found_again_with_a_note() {
    let town = open();
    let thread = start(&town.as_("marta"), "Who visits whom?", "In winter, the **old** ones.");
    reply(&town.as_("stella"), &thread, "I visit Judit.");
    let (amina, post) = (town.as_("amina"), post_id(&town, &thread, 2));
    assert!(amina.get("/bookmarks").contains("You keep nothing yet"));
    let path = format!("/posts/{post}");
    assert!(amina.get(&thread).contains(&format!("action=\"{path}/bookmark\"")));
    let kept = amina.post(&format!("{path}/bookmark"), &[]);
    assert_eq!(kept.location(), format!("{thread}?from=2#post-2"));
    let page = amina.get(&thread);
    assert!(page.contains("It is among your bookmarks") && page.contains("href=\"/bookmarks/1\">Kept"));
    keep(&amina, &path);
    keep(&amina, &thread);
    assert!(amina.get(&thread).contains("You keep this thread"));
    let list = amina.get("/bookmarks");
    assert_eq!(list.text().matches("<article").count(), 2);
    assert!(list.contains("I visit Judit.") && list.contains("Whole thread"));
    let saved = amina.post("/bookmarks/1", &[("note", "Ask her <b>how</b>"), ("remind_on", "2026-12-01")]);
    assert_eq!((saved.status(), saved.location()), (303, "/bookmarks"));
    let list = amina.get("/bookmarks");
    assert!(list.contains("Ask her &#60;b&#62;how&#60;/b&#62;") && list.contains("2026-12-01"));
    let form = amina.get("/bookmarks/1");
    assert!(form.contains("&#62;how&#60;/b&#62;</textarea>") && form.contains("value=\"2026-12-01\""));
    amina.post("/bookmarks/1?_method=delete", &[]);
    assert_eq!(amina.get("/bookmarks").text().matches("<article").count(), 1);
    assert_eq!(amina.post("/bookmarks/1?_method=delete", &[]).status(), 404);
}

#[test]
fn nobody_else_sees_what_somebody_keeps() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    let amina = town.as_("amina");
    keep(&amina, &format!("/posts/{}", post_id(&town, &thread, 1)));
    amina.post("/bookmarks/1", &[("note", "quinoabread")]);
    for other in ["marta", "stella", "istvan"] {
        let browser = town.as_(other);
        assert_eq!(browser.get("/bookmarks/1").status(), 404, "{other}");
        assert_eq!(browser.post("/bookmarks/1", &[("note", "Mine")]).status(), 404, "{other}");
        assert_eq!(browser.post("/bookmarks/1?_method=delete", &[]).status(), 404, "{other}");
        for page in ["/bookmarks", &thread, "/activity", "/moderation", "/search?q=quinoabread"] {
            assert!(
                !browser.get(page).text().replace("q=quinoabread", "").contains("quinoabread</"),
                "{page}"
            );
        }
        assert!(!browser.get(&thread).contains(">Kept<"), "{other}");
    }
    assert!(town.stranger().get("/bookmarks").location().starts_with("/sign-in"));
    assert!(town.stranger().post(&format!("{thread}/bookmark"), &[]).location().starts_with("/sign-in"));
    assert!(amina.get("/bookmarks").contains("quinoabread"));
}

#[test]
fn what_one_may_not_see_can_not_be_kept_and_shows_nothing_later() {
    let town = open();
    let hidden = start_in_circle(&town.as_("marta"), "Between us", "A plan of ours.");
    let post = format!("/posts/{}", post_id(&town, &hidden, 1));
    let vera = town.as_("vera");
    assert_eq!(vera.post(&format!("{post}/bookmark"), &[]).status(), 404);
    assert_eq!(vera.post(&format!("{hidden}/bookmark"), &[]).status(), 404);
    let amina = town.as_("amina");
    keep(&amina, &post);
    keep(&amina, &hidden);
    let fields = [("note", "Mine alone"), ("remind_on", "2026-11-25"), ("by_letter", "yes")];
    amina.post("/bookmarks/1", &fields);
    assert!(amina.get("/bookmarks").contains("A plan of ours."));
    let person = town.person("amina");
    town.write(move |c| Ok(leave_circle(c, person)?));
    for page in ["/bookmarks", "/bookmarks/1", "/bookmarks/2"] {
        let page = amina.get(page);
        assert!(page.contains("no longer open to you"), "{}", page.text());
        assert!(!page.contains("Between us") && !page.contains("A plan") && !page.contains("Márta"));
    }
    assert!(amina.get("/bookmarks").contains("Mine alone"));
    town.wait(DAY * 3);
    remind(&town);
    assert!(!town.as_("amina").get("/notifications").contains("Between us"));
    assert!(town.letters().is_empty());
    assert_eq!(town.as_("amina").post("/bookmarks/1?_method=delete", &[]).status(), 303);
}

#[test]
fn a_removed_or_hidden_post_says_nothing_in_a_bookmark() {
    let town = open();
    let (marta, amina) = (town.as_("marta"), town.as_("amina"));
    let thread = start(&marta, "The bus", "When?");
    reply(&marta, &thread, "At nine or so.");
    reply(&marta, &thread, "At ten or so.");
    let posts = [2, 3].map(|n| post_id(&town, &thread, n));
    posts.iter().for_each(|post| keep(&amina, &format!("/posts/{post}")));
    marta.post(&format!("/posts/{}?_method=delete", posts[0]), &[]);
    let hide = [("deed", "hidden"), ("reason", "other"), ("words", "Please.")];
    let hidden = town.as_("stella").post(&format!("/moderation/posts/{}/acts", posts[1]), &hide);
    assert_eq!(hidden.status(), 303);
    let list = amina.get("/bookmarks");
    assert_eq!(list.text().matches("This post was removed or hidden.").count(), 2);
    assert!(!list.contains("At nine") && !list.contains("At ten") && !list.contains("Márta"));
    assert_eq!(amina.post(&format!("/posts/{}/bookmark", posts[0]), &[]).status(), 404);
    assert_eq!(town.as_("judit").post(&format!("/posts/{}/bookmark", posts[1]), &[]).status(), 404);
}

#[test]
fn one_is_reminded_once_on_the_day_by_notice_and_by_letter_where_asked() {
    let town = open();
    let thread = start(&town.as_("marta"), "The market", "On Saturday.");
    let amina = town.as_("amina");
    keep(&amina, &format!("/posts/{}", post_id(&town, &thread, 1)));
    keep(&amina, &thread);
    let fields = [("note", "Bring bread"), ("remind_on", "2026-11-25"), ("by_letter", "yes")];
    amina.post("/bookmarks/1", &fields);
    amina.post("/bookmarks/2", &[("note", ""), ("remind_on", "2026-11-25")]);
    remind(&town);
    assert!(!amina.get("/notifications").contains("The market"), "too early");
    // Put off by a day: what was set down for the first day does nothing.
    amina.post("/bookmarks/1", &[("note", "Bring bread"), ("remind_on", "2026-11-26"), ("by_letter", "yes")]);
    town.wait(DAY * 2);
    remind(&town);
    assert!(town.letters().is_empty());
    let told = town.as_("amina").get("/notifications").text();
    assert_eq!(told.matches("You wanted to be reminded").count(), 1, "{told}");
    town.wait(DAY);
    remind(&town);
    remind(&town);
    let letters = town.letters();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, "amina@example.org");
    assert!(letters[0].subject.contains("The market") && letters[0].text.contains("Bring bread"));
    assert!(letters[0].text.contains(&format!("http://localhost{thread}?from=1#post-1")));
    let amina = town.as_("amina");
    assert_eq!(amina.get("/notifications").text().matches("You wanted to be reminded").count(), 2);
    assert!(amina.get("/bookmarks").contains("You were reminded:"));
    assert!(!town.as_("marta").get("/notifications").contains("reminded"));
}

#[test]
fn a_wrong_day_comes_back_with_what_was_typed() {
    let town = open();
    let amina = town.as_("amina");
    let thread = start(&town.as_("marta"), "The market", "On Saturday.");
    keep(&amina, &thread);
    for (day, says) in
        [("2026-11-22", "That day is over"), ("2036-01-01", "more than three years"), ("soon", "day")]
    {
        let answer = amina.post("/bookmarks/1", &[("note", "Half a thought"), ("remind_on", day)]);
        assert_eq!(answer.status(), 422, "{day}");
        assert!(answer.contains(says) && answer.contains("Half a thought</textarea>"), "{day}");
    }
    let long = "x".repeat(501);
    assert_eq!(amina.post("/bookmarks/1", &[("note", &long)]).status(), 422);
    assert_eq!(amina.post("/bookmarks/1", &[("remind_on", "2026-11-23")]).status(), 303, "today is a day");
    // A day that is over by now may stay.
    town.wait(DAY * 2);
    let fields = [("note", "Later"), ("remind_on", "2026-11-23")];
    assert_eq!(town.as_("amina").post("/bookmarks/1", &fields).status(), 303);
}

#[test]
fn bookmarks_cost_their_reader_one_statement_and_come_in_pages() {
    let town = open();
    let (marta, amina) = (town.as_("marta"), town.as_("amina"));
    let thread = start(&marta, "Long", "One.");
    (2..=45).for_each(|n| assert_eq!(reply(&marta, &thread, &format!("Number {n}.")).status(), 303));
    let without = statements(&town, &amina, &thread);
    let posts: Vec<i64> = (1..=45).map(|n| post_id(&town, &thread, n)).collect();
    posts.iter().for_each(|post| keep(&amina, &format!("/posts/{post}")));
    assert_eq!(statements(&town, &amina, &thread), without);
    assert!(without <= 12, "{without}");
    let list = amina.get("/bookmarks");
    assert_eq!(list.text().matches("<article").count(), 40);
    let older =
        list.text().split("href=\"").find(|part| part.starts_with("/bookmarks?before=")).unwrap().to_owned();
    let older = amina.get(older.split('"').next().unwrap());
    assert_eq!(older.text().matches("<article").count(), 5);
}
