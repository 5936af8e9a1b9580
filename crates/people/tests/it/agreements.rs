//! The agreements: written by stewards in versions, accepted by whoever joins, and again when something changed.

use crate::inviting::{invite, link};
use crate::letters::link_to;
use jiff::SignedDuration;
use kit::testing::{Answer, Browser};
use people::testing::Town;

fn town() -> Town {
    Town::open(people::routes())
}

/// Publishes a version, after `seen` of them.
fn publish(town: &Town, seen: i64, text: &str, weight: &str) -> Answer {
    let seen = seen.to_string();
    let form = [
        ("seen", seen.as_str()),
        ("en", text),
        ("note", "We speak of children with care."),
        ("weight", weight),
        ("days", "7"),
    ];
    town.as_("istvan").post("/agreements/edit", &form)
}

fn accept(browser: &Browser, number: &str) -> Answer {
    browser.post("/agreements/acceptance", &[("agreements", number)])
}

const BAR: &str = "agreed anew";

fn days(town: &Town, days: i64) {
    town.wait(SignedDuration::from_hours(24 * days + 1));
}

#[test]
fn stewards_write_them_and_everybody_reads_each_version_and_what_changed() {
    let town = town();
    for who in ["vera", "stella"] {
        assert_eq!(town.as_(who).get("/agreements/edit").status(), 403);
        assert_eq!(town.as_(who).post("/agreements/edit", &[("en", "Mine.")]).status(), 403);
    }
    assert!(town.stranger().get("/agreements").contains("Nothing is agreed in writing yet"));
    let istvan = town.as_("istvan");
    assert!(!istvan.get("/agreements/edit").contains("name=\"weight\""), "the first changes nothing");
    let form =
        [("seen", "0"), ("en", "## Kindly\n\nWe listen."), ("hu", "Meghallgatjuk egymást."), ("days", "7")];
    assert_eq!(istvan.post("/agreements/edit", &form).location(), "/agreements");
    let form = [
        ("seen", "1"),
        ("en", "## Kindly\n\nWe listen, and answer."),
        ("note", "We answer, too."),
        ("weight", "change"),
        ("days", "7"),
    ];
    assert_eq!(istvan.post("/agreements/edit", &form).status(), 303);
    let guest = town.stranger();
    let page = guest.get("/agreements");
    assert!(
        page.contains("We listen, and answer.")
            && page.contains("We answer, too.")
            && page.contains("István")
    );
    let old = guest.get("/agreements/versions/1");
    assert!(
        old.contains("We listen.") && old.contains("an older version") && old.contains("Magyar"),
        "{}",
        old.text()
    );
    assert!(guest.get("/agreements/versions/1?in=hu").contains("lang=\"hu\">"));
    let compared = guest.get("/agreements/comparison?from=1&to=2");
    assert!(compared.contains("<del lang=\"en\">We listen.</del>"), "{}", compared.text());
    assert!(compared.contains("<ins lang=\"en\">We listen, and answer.</ins>"));
    for path in
        ["/agreements/versions/9", "/agreements/comparison?from=1&to=9", "/agreements/comparison?from=x"]
    {
        assert_eq!(guest.get(path).status(), 404, "{path}");
    }
}

#[test]
fn a_draft_that_can_not_be_published_keeps_what_was_typed() {
    let town = town();
    let istvan = town.as_("istvan");
    let empty = istvan.post("/agreements/edit", &[("seen", "0"), ("en", " "), ("days", "400")]);
    assert!(empty.status() == 422 && empty.contains("Write it in one language at least"));
    assert_eq!(publish(&town, 0, "We listen.", "").status(), 303);
    let bad =
        istvan.post("/agreements/edit", &[("seen", "1"), ("en", "We hear."), ("note", ""), ("days", "7")]);
    assert!(bad.status() == 422 && bad.contains("We hear."));
    // Somebody else was quicker.
    let late = publish(&town, 0, "We shout.", "");
    assert!(late.status() == 422 && late.contains("We shout.") && late.contains("while you were writing"));
    // The same again is no new version.
    assert_eq!(publish(&town, 1, "We listen.", "change").status(), 303);
    assert_eq!(town.stranger().get("/agreements/versions/2").status(), 404);
}

#[test]
fn whoever_joins_accepts_them_by_a_box_that_is_not_ticked_before() {
    let town = town();
    publish(&town, 0, "We listen.", "");
    invite(&town.as_("stella"), "nadia@example.org", &[]);
    let (door, nadia) = (link_to(&town, "nadia@example.org"), town.stranger());
    let page = nadia.get(&door);
    assert!(page.contains("We listen.") && page.contains("name=\"agreements\""));
    assert!(!page.contains(" checked"));
    let without = nadia.post(&door, &[("name", "Nadia Varga")]);
    assert!(
        without.status() == 422
            && without.contains("value=\"Nadia Varga\"")
            && without.contains("tick the box")
    );
    // What was read is not what holds any more.
    publish(&town, 1, "We listen and answer.", "change");
    let form = [("name", "Nadia Varga"), ("agreements", "1")];
    assert_eq!(nadia.post(&door, &form).status(), 422);
    let form = [("name", "Nadia Varga"), ("agreements", "2")];
    assert_eq!(nadia.post(&door, &form).status(), 303);
    assert!(!nadia.get("/people").contains(BAR));
    assert!(town.as_("vera").get("/people").contains(BAR), "those who were here before are asked");
    // Who has an account is not asked at the door.
    invite(&town.as_("stella"), "vera@example.org", &[]);
    assert!(!town.as_("vera").get(&link_to(&town, "vera@example.org")).contains("name=\"agreements\""));
}

#[test]
fn who_comes_by_a_copied_link_accepts_where_the_account_is_made() {
    let town = town();
    publish(&town, 0, "We listen.", "");
    let door = link(&town.as_("stella"), &[]);
    let zoli = town.stranger();
    zoli.post(&door, &[("name", "Zoli"), ("email", "zoli@example.org")]);
    let letter = link_to(&town, "zoli@example.org");
    assert!(zoli.get(&letter).contains("We listen."));
    let without = zoli.post(&letter, &[("name", "Zoli")]);
    assert!(without.status() == 422 && without.contains("value=\"Zoli\""));
    assert_eq!(zoli.post(&letter, &[("name", "Zoli"), ("agreements", "1")]).status(), 303);
    assert!(!zoli.get("/people").contains(BAR));
    // Somebody known comes in as before.
    town.stranger().post("/sign-in", &[("email", "vera@example.org")]);
    assert_eq!(town.stranger().post(&link_to(&town, "vera@example.org"), &[]).status(), 303);
}

#[test]
fn members_see_what_changed_write_for_some_days_and_are_asked_after_them() {
    let town = town();
    publish(&town, 0, "We listen.", "");
    let vera = town.as_("vera");
    assert!(vera.get("/people").contains(BAR) && !town.as_("istvan").get("/people").contains(BAR));
    assert!(vera.get("/agreements/acceptance").contains("We listen."));
    assert_eq!(accept(&vera, "").status(), 422);
    assert_eq!(accept(&vera, "1").location(), "/agreements");
    assert!(!vera.get("/people").contains(BAR));
    assert_eq!(vera.get("/agreements/acceptance").location(), "/agreements");
    // A small correction asks nobody.
    publish(&town, 1, "We listen!", "correction");
    assert!(!vera.get("/people").contains(BAR));
    publish(&town, 2, "We listen, and answer.", "change");
    let asked = vera.get("/agreements/acceptance");
    assert!(asked.contains("We speak of children with care.") && asked.contains("from=1&amp;to=3"));
    let profile = [
        ("about", "I mend nets\nand boats."),
        ("about_for", "members"),
        ("helps_for", "members"),
        ("speaks_for", "members"),
        ("groups_for", "members"),
        ("since_for", "members"),
    ];
    assert_eq!(vera.post("/account/profile", &profile).status(), 303, "there are days left");
    days(&town, 7);
    let vera = town.as_("vera");
    assert_eq!(vera.get("/people").status(), 200);
    let mut later = profile;
    later[0].1 = "I mend nets, and sails.";
    let kept = vera.post("/account/profile", &later);
    assert!(
        kept.status() == 403
            && kept.contains("I mend nets, and sails.")
            && kept.contains("What you wrote is kept")
    );
    assert!(kept.contains("name=\"agreements-then\" value=\"/account/profile\""));
    let mut form = vec![("agreements-then", "/account/profile")];
    form.extend(later);
    let unticked = vera.post("/agreements/acceptance", &form);
    assert!(unticked.status() == 422 && unticked.contains("I mend nets, and sails."));
    form.push(("agreements", "3"));
    let sent = vera.post("/agreements/acceptance", &form);
    assert_eq!((sent.status(), sent.location()), (307, "/account/profile"));
    assert_eq!(vera.post("/account/profile", &form).status(), 303);
    assert!(vera.get("/account/profile").contains("I mend nets, and sails."));
}

#[test]
fn nobody_has_to_accept_in_order_to_go() {
    let town = town();
    publish(&town, 0, "We listen.", "");
    days(&town, 8);
    let vera = town.as_("vera");
    assert_eq!(vera.post("/groups", &[("name", "Rowers")]).status(), 403);
    assert_eq!(vera.post("/account/data/exports", &[]).status(), 303);
    assert!(
        vera.post("/account/data/deletion", &[("posts", "stay"), ("when", "now")]).contains("Really delete")
    );
    // What goes on leads to a page of our own.
    let form = [("agreements", "1"), ("agreements-then", "https://elsewhere.example/")];
    assert_eq!(vera.post("/agreements/acceptance", &form).location(), "/");
    let gabor = town.as_("gabor");
    let file = gabor.upload("/groups/import", "file", "a.csv", b"Name\nOne\n", &[]);
    assert!(file.status() == 403 && file.contains("could not be kept"));
    assert_eq!(gabor.post("/sign-out", &[]).status(), 303);
}

#[test]
fn no_key_shows_in_either_language() {
    let town = town();
    publish(&town, 0, "We listen.", "");
    publish(&town, 1, "We answer.", "change");
    for (who, path) in [
        ("vera", "/agreements"),
        ("vera", "/people"),
        ("vera", "/agreements/acceptance"),
        ("vera", "/agreements/versions/1"),
        ("vera", "/agreements/comparison?from=1&to=2"),
        ("istvan", "/agreements/edit"),
    ] {
        for language in ["en", "hu"] {
            let page = town.as_(who).speaking(language).get(path).text();
            assert!(!page.contains(">agreements-") && !page.contains(" agreements-"), "{path} {language}");
        }
    }
}
