//! How long what is kept is kept, and the page that tells it.

use jiff::SignedDuration;
use people::testing::Town;
use people::{notices, retention};

fn town() -> Town {
    Town::open(people::routes())
}

fn days(n: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * n)
}

/// The periods as the form shows them, with one of them changed.
fn chosen(kind: &'static str, days: &'static str) -> Vec<(&'static str, &'static str)> {
    let sensible = [
        ("sessions", "90"),
        ("browsers", "400"),
        ("sign-in-links", "1"),
        ("group-changes", "30"),
        ("notifications", "90"),
        ("missing-groups", "365"),
        ("activity-details", "365"),
        ("claims", "180"),
        ("exports", "7"),
        ("leaving", "7"),
    ];
    sensible.map(|(k, d)| if k == kind { (k, days) } else { (k, d) }).into()
}

fn count(town: &Town, table: &str) -> i64 {
    let sql = format!("select count(*) from {table}");
    town.app.db.read_now(move |c| c.all::<i64>(&sql, &[])).unwrap()[0]
}

#[test]
fn guides_choose_the_days_within_bounds() {
    let town = town();
    let stella = town.as_("stella");
    let page = stella.get("/community/retention").text();
    assert!(page.contains("Devices that stay signed in") && page.contains("From 1 to 365 days."));
    let wrong = stella.post("/community/retention", &chosen("sessions", "4000"));
    assert_eq!(wrong.status(), 422);
    assert!(wrong.contains("value=\"4000\"") && wrong.contains("aria-invalid"));
    assert_eq!(stella.post("/community/retention", &chosen("sessions", "30")).status(), 303);
    assert!(stella.get("/community/retention").contains("value=\"30\""));
    assert!(town.stranger().get("/privacy").contains("30 days"));
    assert_eq!(town.as_("gabor").get("/community/retention").status(), 403);
    assert_eq!(town.as_("gabor").post("/community/retention", &chosen("sessions", "30")).status(), 403);
}

#[test]
fn a_session_ends_when_nobody_uses_it_for_the_days_chosen() {
    let town = town();
    town.as_("stella").post("/community/retention", &chosen("sessions", "10"));
    let gabor = town.as_("gabor");
    town.wait(days(8));
    assert_eq!(gabor.get("/account").status(), 200);
    town.wait(days(8));
    assert_eq!(gabor.get("/account").status(), 200);
    town.wait(days(11));
    assert_eq!(gabor.get("/account").status(), 303);
    town.run(retention::hold(&town.app));
    assert_eq!(count(&town, "sessions"), 0);
}

#[test]
fn a_shorter_time_holds_for_those_who_are_signed_in_too() {
    let town = town();
    let gabor = town.as_("gabor");
    town.as_("stella").post("/community/retention", &chosen("sessions", "1"));
    town.wait(days(2));
    town.run(retention::hold(&town.app));
    assert_eq!(gabor.get("/account").status(), 303);
}

#[test]
fn links_and_notices_that_were_read_go_and_others_stay() {
    let town = town();
    town.stranger().post("/sign-in", &[("email", "marta@example.org")]);
    let (gabor, now) = (town.person("gabor"), town.now());
    town.write(move |c| {
        for id in [1, 2] {
            let notice = notices::Notice {
                kind: "mention",
                subject: ("post", id),
                path: "/",
                title: "T",
                by_name: "M",
            };
            notices::tell(c, gabor, notice, now)?;
        }
        notices::read_subject(c, gabor, "post", 1, now)?;
        Ok(())
    });
    town.wait(days(2));
    town.run(retention::hold(&town.app));
    assert_eq!((count(&town, "sign_in_links"), count(&town, "notifications")), (0, 2));
    town.wait(days(90));
    town.run(retention::hold(&town.app));
    assert_eq!(count(&town, "notifications"), 1);
}

#[test]
fn details_of_what_happened_go_and_the_log_stays() {
    let town = town();
    town.as_("stella").post("/community/retention", &chosen("exports", "3"));
    let details = "activity where kind = 'community.retention' and cast(detail as text) like '%exports%'";
    assert_eq!(count(&town, details), 1);
    town.wait(days(366));
    town.run(retention::hold(&town.app));
    assert_eq!((count(&town, details), count(&town, "activity where kind = 'community.retention'")), (0, 1));
}

#[test]
fn each_night_sets_the_next_one_down_once() {
    let town = town();
    let begin = |town: &Town| {
        let now = town.now();
        town.write(move |c| retention::set_down(c, now));
    };
    begin(&town);
    begin(&town);
    assert_eq!(town.jobs(retention::JOB).len(), 1);
    town.wait(days(1));
    town.run(retention::hold(&town.app));
    town.run(retention::hold(&town.app));
    assert_eq!(town.jobs(retention::JOB).len(), 2);
}

#[test]
fn the_page_of_privacy_is_there_for_everybody_in_both_languages() {
    for (town, language, words) in [
        (
            town(),
            "en",
            ["What is kept of you", "90 days", "István Nagy", "No page loads anything from another host"],
        ),
        (
            town(),
            "hu",
            ["Mit őrzünk rólad", "90 nap", "István Nagy", "Egyetlen oldal sem tölt be semmit máshonnan"],
        ),
        (
            Town::founding(people::routes()),
            "en",
            ["only those who were invited", "90 days", "István Nagy", "cookies"],
        ),
    ] {
        let page = town.stranger().speaking(language).get("/privacy");
        assert_eq!(page.status(), 200);
        for word in words {
            assert!(page.contains(word), "{word}");
        }
        assert!(
            !page.contains("retention-") && !page.contains("privacy-") && page.contains("href=\"/privacy\"")
        );
    }
}
