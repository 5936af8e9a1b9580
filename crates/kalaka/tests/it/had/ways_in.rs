//! Signing in, addresses of letters, forms from elsewhere, and more than a server can bear.

use super::{number, sent};
use jiff::SignedDuration;
use kalaka::house::routes;
use people::testing::Town;

/// The path of the link in the newest letter to an address.
pub fn link_to(town: &Town, address: &str) -> String {
    let letter = town.letters().into_iter().rfind(|letter| letter.to == address).unwrap();
    let link = letter.text.lines().find_map(|line| line.trim().strip_prefix("http://localhost"));
    link.unwrap().to_owned()
}

fn letters_to(town: &Town, address: &str) -> usize {
    town.letters().iter().filter(|letter| letter.to == address).count()
}

#[test]
fn case_07_nobody_is_led_elsewhere() {
    for next in [
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/%0d%0aset-cookie:x=y",
        "/\t/evil.example",
        "/.//evil.example",
        " //evil.example",
        "@evil.example",
    ] {
        let town = Town::open(routes());
        let browser = town.stranger();
        browser.post("/sign-in", &[("email", "marta@example.org"), ("next", next)]);
        let answer = browser.post(&link_to(&town, "marta@example.org"), &[("next", next)]);
        let told = browser.post("/language", &[("language", "hu"), ("next", next)]);
        for location in [answer.location(), told.location()] {
            let base = url::Url::parse("http://localhost/").unwrap();
            let leads_to = base.join(location).unwrap();
            assert_eq!(leads_to.host_str(), Some("localhost"), "{next}: {location}");
            assert!(leads_to.scheme() == "http" && !location.contains(['\r', '\n']), "{next}: {location}");
        }
    }
}

#[test]
fn case_09_no_parameter_is_read_as_a_statement() {
    let town = Town::open(routes());
    let marta = town.as_("marta");
    let form = [("title", "Only us"), ("body", "quincunx"), ("circle", "yes")];
    sent(&marta, "/threads", &form);
    let names = [
        "q", "kind", "side", "sector", "group", "language", "place", "from", "to", "page", "sort", "order",
        "before",
    ];
    for hurt in [
        "' or '1'='1",
        "1) or 1=1--",
        "\" OR body : *",
        "quin* OR \"",
        "1; drop table persons",
        "(select 1)",
        "case when 1=1 then id end",
    ] {
        let typed = kit::page::encoded(hurt);
        for page in [
            "/search",
            "/groups",
            "/needs",
            "/threads",
            "/activity",
            "/people",
            "/search/suggestions",
            "/mentions",
        ] {
            for name in names {
                let path = format!("{page}?{name}={typed}");
                let answer = town.as_("vera").get(&path);
                assert!(answer.status() < 500 && !answer.contains("quincunx"), "{path}: {}", answer.status());
            }
        }
    }
    assert_eq!(town.stranger().get("/").status(), 200);
}

#[test]
fn case_18_an_invitation_that_is_over_lets_nobody_in_by_another_way() {
    let town = Town::open(routes());
    let form = [("email", "nadia@example.org"), ("how", "letter"), ("role", "member"), ("key", "k")];
    sent(&town.as_("stella"), "/invitations", &form);
    let path = link_to(&town, "nadia@example.org");
    town.wait(SignedDuration::from_hours(24 * 100));
    assert_eq!(town.stranger().post(&path, &[("name", "Nadia")]).status(), 410);
    let before = letters_to(&town, "nadia@example.org");
    town.stranger().post("/sign-in", &[("email", "nadia@example.org")]);
    assert_eq!(letters_to(&town, "nadia@example.org"), before);
}

#[test]
fn case_19_a_link_to_an_address_ends_with_the_address() {
    let town = Town::open(routes());
    let marta = town.as_("marta");
    town.stranger().post("/sign-in", &[("email", "marta@example.org")]);
    let old = link_to(&town, "marta@example.org");
    assert_eq!(marta.post("/account/address", &[("email", "new@example.org")]).status(), 200);
    assert_eq!(marta.post(&link_to(&town, "new@example.org"), &[]).status(), 303);
    assert_eq!(town.stranger().post(&old, &[]).status(), 410);
}

#[test]
fn case_20_no_form_is_taken_from_elsewhere_not_even_a_preview() {
    let town = Town::open(routes());
    for path in
        ["/markdown", "/threads", "/drafts/new", "/account", "/sign-in", "/files", "/posts/1/reactions"]
    {
        let across = town.as_("marta").with_header("sec-fetch-site", "cross-site");
        assert_eq!(across.post(path, &[("text", "x")]).status(), 403, "{path}");
    }
}

#[test]
fn case_22_an_address_gets_few_letters_however_often_somebody_asks() {
    let town = Town::open(routes());
    for _ in 0..40 {
        town.stranger().post("/sign-in", &[("email", "marta@example.org")]);
    }
    assert!(letters_to(&town, "marta@example.org") <= 5, "{}", letters_to(&town, "marta@example.org"));
}

#[test]
fn case_23_a_text_has_an_end() {
    let town = Town::open(routes());
    let marta = town.as_("marta");
    let (long, endless) = ("x".repeat(50_000), "x".repeat(4_000_000));
    for path in ["/threads", "/needs", "/meetings", "/account", "/account/profile", "/markdown", "/messages"]
    {
        for field in ["title", "body", "name", "about", "text", "place", "q"] {
            let status = marta.post(path, &[(field, &long)]).status();
            assert!(matches!(status, 200 | 303 | 404 | 413 | 422), "{path} {field}: {status}");
            let status = marta.post(path, &[(field, &endless)]).status();
            assert!(matches!(status, 413 | 422), "{path} {field}: {status}");
        }
    }
    let kept = "select cast(coalesce(max(length(body)), 0) as bigint) from posts";
    assert_eq!(town.write(move |c| Ok(c.first::<i64>(kept, &[])?)), Some(0));
    assert!(town.stranger().get(&format!("/search?q={long}")).status() < 500);
}

#[test]
fn case_27_a_host_that_ends_like_ours_is_another() {
    let town = Town::open(routes());
    for origin in [
        "http://evil-localhost",
        "http://localhost.evil.example",
        "http://localhost@evil.example",
        "null",
        "https://localhost:1",
    ] {
        let elsewhere = town.as_("marta").with_header("origin", origin);
        assert_eq!(elsewhere.post("/markdown", &[("text", "x")]).status(), 403, "{origin}");
    }
    let thread = number(&sent(
        &town.as_("marta"),
        "/threads",
        &[("title", "Who comes?"), ("body", "http://evil-localhost/threads/1")],
    ));
    assert_eq!(town.stranger().get(&format!("/threads/{thread}")).status(), 200);
}
