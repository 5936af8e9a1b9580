//! What somebody may not do or read, tried by every second way to it.

use super::{number, sent};
use crate::matrix_places::{Places, settled_town};
use jiff::SignedDuration;
use kalaka::house::routes;
use kit::testing::Browser;
use people::testing::Town;

/// Where something is nobody's business, that is all they learn.
fn refused(browser: &Browser, path: &str, form: &[(&str, &str)]) {
    let status = browser.post(path, form).status();
    assert!(matches!(status, 403 | 404), "{path}: {status}");
}

#[test]
fn case_10_who_presses_twice_at_once_counts_once() {
    let town = Town::open(routes());
    let form = [("title", "A bench"), ("body", "By the river."), ("voice", "me")];
    let need = number(&sent(&town.as_("gabor"), "/needs", &form));
    let path = format!("/needs/{need}/supports");
    let browsers: Vec<Browser> = (0..8).map(|_| town.as_("amina")).collect();
    std::thread::scope(|scope| {
        for browser in &browsers {
            scope.spawn(|| browser.post(&path, &[("voice", "me")]).status());
        }
    });
    let count = "select count(*) from need_supports where need_id = $1";
    let id: i64 = need.parse().unwrap();
    let found = town.write(move |c| Ok(c.first::<i64>(count, &[&id])?));
    let told = town.write(move |c| Ok(c.first::<i64>("select supporters from needs where id = $1", &[&id])?));
    assert_eq!((found, told), (Some(2), Some(2)));
}

#[test]
fn case_11_a_member_decides_nothing_that_is_for_guides_or_both_sides() {
    let (town, places) = settled_town();
    let vera = town.as_("vera");
    for route in [
        "/focuses/{id}/decision",
        "/focuses/{id}/closure",
        "/focuses/{id}/ratification",
        "/needs/{id}/merge",
        "/moderation/posts/{id}/acts",
        "/moderation/acts/{id}/answer",
        "/threads/{id}/pin",
        "/threads/{id}/merge",
        "/initiatives/{id}/closure",
        "/meetings/{id}/cancellation",
    ] {
        for (_, path) in places.of(route) {
            refused(
                &vera,
                &path,
                &[("closes_at", "2027-01-01T12:00"), ("deed", "hidden"), ("reason", "other")],
            );
        }
    }
}

#[test]
fn case_12_what_a_steward_sets_no_member_sets() {
    let town = Town::open(routes());
    let (vera, me) = (town.as_("vera"), town.person("vera"));
    let role = format!("/people/{me}/role");
    let forms: [(&str, &[(&str, &str)]); 7] = [
        ("/community", &[("name", "Mine"), ("place", "Mine")]),
        ("/community/caps", &[("focuses", "99")]),
        ("/community/retention", &[("letters", "1")]),
        ("/sectors", &[("name-en", "Mine"), ("name-hu", "Enyém")]),
        ("/moderation/patterns", &[("patterns", "bridge")]),
        ("/charter/edit", &[("seen", "0"), ("title-1", "Mine"), ("body-1", "All mine.")]),
        (&role, &[("role", "steward")]),
    ];
    for (path, form) in forms {
        refused(&vera, path, form);
    }
    assert!(!town.stranger().get("/community").contains("Mine"));
    assert_eq!(vera.get("/moderation").status(), 403);
}

#[test]
fn case_13_and_28_what_the_circle_says_comes_out_by_no_other_way() {
    let (town, _) = settled_town();
    for role in [town.stranger(), town.as_("vera")] {
        for path in [
            "/threads/2",
            "/threads/2?from=1",
            "/threads/2/print",
            "/threads/2/share",
            "/posts/2/versions",
            "/posts/2/flags/new",
            "/threads/2/summary",
            "/moderation/posts/2",
            "/bookmarks",
            "/drafts",
            "/notifications",
            "/activity",
            "/threads",
            "/threads/newest",
            "/",
            "/mentions?q=plan",
            "/search/suggestions?q=A+plan",
            "/threads/similar?q=A+plan",
            "/search?q=plan",
            "/search?q=plam",
            "/search?q=A+plan&kind=post",
            "/needs/new",
            "/privacy",
            "/groups.csv",
        ] {
            let text = role.get(path).text();
            assert!(!text.contains(Places::SECRET), "{path}: {text}");
            assert!(!text.contains("href=\"/threads/2") && !text.contains(">A plan<"), "{path}: {text}");
        }
        let quoted = role.post("/markdown", &[("text", "[it](/threads/2) ![x](/files/2/boat.webp)")]);
        assert!(!quoted.contains(Places::SECRET) && !quoted.contains("A plan"));
    }
}

#[test]
fn case_14_no_filter_finds_what_somebody_hides() {
    let town = Town::open(routes());
    let marta = town.as_("marta");
    let mut form = vec![("about", "Beekeeper"), ("helps", "Zwieback"), ("speaks", "")];
    form.extend([("about_for", "hidden"), ("helps_for", "hidden"), ("speaks_for", "hidden")]);
    form.extend([("groups_for", "hidden"), ("since_for", "hidden")]);
    sent(&marta, "/account/profile", &form);
    let name = "Márta";
    for word in ["beekeeper", "zwieback", "zwiebakc", "marta@example.org", "example.org"] {
        for path in [
            format!("/search?q={word}"),
            format!("/search?q={word}&kind=person"),
            format!("/mentions?q={word}"),
        ] {
            assert!(!town.as_("vera").get(&path).text().contains(&format!("{name} Tóth</a>")), "{path}");
            assert!(!town.stranger().get(&path).text().contains("href=\"/people/"), "{path}");
        }
    }
}

#[test]
fn case_15_what_is_shared_shows_no_more_than_its_page() {
    let (town, _) = settled_town();
    for path in ["/threads/2/share", "/threads/2/print", "/threads/1/share?post=999"] {
        let answer = town.stranger().get(path);
        assert!(!answer.contains(Places::SECRET) && !answer.contains("A plan"), "{path}");
    }
    assert_eq!(
        town.stranger().get("/threads/2/share").status(),
        town.stranger().get("/threads/999999/share").status()
    );
}

#[test]
fn case_16_an_invitation_to_one_group_is_none_to_another() {
    let town = Town::open(routes());
    let (school, other) = (town.group("school"), town.group("library"));
    let form = [
        ("email", "nadia@example.org"),
        ("how", "letter"),
        ("group", &*school.to_string()),
        ("group_role", "member"),
        ("role", "member"),
        ("key", "k"),
    ];
    sent(&town.as_("marta"), "/invitations", &form);
    let path = super::ways_in::link_to(&town, "nadia@example.org");
    let nadia = town.stranger();
    let form = [
        ("name", "Nadia Varga"),
        ("group", &*other.to_string()),
        ("group_role", "representative"),
        ("role", "steward"),
    ];
    sent(&nadia, &path, &form);
    let held = "select m.group_id, m.role, p.role from memberships m join persons p on p.id = m.person_id where p.email = $1";
    let held: Vec<(i64, String, String)> = town.write(move |c| Ok(c.all(held, &[&"nadia@example.org"])?));
    let school: i64 = school.to_string().parse().unwrap();
    assert_eq!(held, [(school, "member".to_owned(), "member".to_owned())]);
}

#[test]
fn case_17_an_archive_is_for_whose_it_is() {
    let (town, _) = settled_town();
    assert!(town.stranger().get("/account/data/exports/1").location().starts_with("/sign-in"));
    for other in ["vera", "stella", "istvan"] {
        assert_eq!(town.as_(other).get("/account/data/exports/1").status(), 404, "{other}");
    }
}

#[test]
fn case_24_what_guides_hid_is_read_by_no_other_way() {
    let town = Town::open(routes());
    let (marta, stella) = (town.as_("marta"), town.as_("stella"));
    sent(&marta, "/threads", &[("title", "Who comes?"), ("body", "On Saturday.")]);
    sent(&marta, "/threads/1/posts", &[("body", "A quincunx of trees.")]);
    sent(
        &stella,
        "/moderation/posts/2/acts",
        &[("deed", "hidden"), ("reason", "other"), ("words", "Please.")],
    );
    for path in [
        "/threads/1",
        "/threads/1/print",
        "/posts/2/versions",
        "/search?q=quincunx",
        "/search?q=quincumx",
        "/activity",
        "/",
        "/threads/1/share?post=2",
        "/moderation/log",
        "/threads/newest",
    ] {
        let text = town.stranger().get(path).text();
        assert!(!text.contains("quincunx of"), "{path}: {text}");
    }
}

#[test]
fn case_25_no_guide_reads_the_messages_of_others() {
    let (town, _) = settled_town();
    for who in ["stella", "istvan", "vera"] {
        let browser = town.as_(who);
        assert_eq!(browser.get("/messages/2").status(), 404, "{who}");
        refused(&browser, "/messages/2", &[("body", "Hello")]);
        refused(&browser, "/messages/2/reports", &[("number", "1"), ("reason", "unkind")]);
    }
    let told = town.as_("stella").get("/messages");
    assert!(!told.contains(Places::SECRET));
}

#[test]
fn case_26_a_form_sets_only_what_it_asks_for() {
    let town = Town::open(routes());
    let vera = town.as_("vera");
    let gabor = town.person("gabor").to_string();
    let form = [
        ("title", "Who comes?"),
        ("body", "On Saturday."),
        ("person_id", &*gabor),
        ("by", &*gabor),
        ("voice", "me"),
        ("pinned", "yes"),
        ("pinned_at", "2026-01-01"),
        ("announced_until", "2030-01-01"),
        ("closed_at", "2026-01-01"),
        ("role", "steward"),
        ("html", "<script>"),
        ("scope", "circle"),
        ("created_at", "2020-01-01"),
    ];
    let thread = sent(&vera, "/threads", &form);
    let page = town.stranger().get(&thread);
    assert!(
        page.status() == 200
            && page.contains("Vera")
            && !page.contains("Gábor")
            && !page.contains("<script>")
    );
    sent(
        &vera,
        "/account",
        &[("name", "Vera Molnár"), ("language", "en"), ("role", "steward"), ("email", "gabor@example.org")],
    );
    assert_eq!(town.as_("vera").get("/moderation").status(), 403);
    assert!(!town.as_("vera").get("/account").contains("gabor@example.org"));
    town.wait(SignedDuration::from_mins(1));
    assert!(!town.stranger().get("/").contains("class=\"announced"));
}
