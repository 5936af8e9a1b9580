//! What each answer carries to keep its visitor safe, on https and on plain http.

use crate::letters::link_to;
use axum::http::{HeaderMap, header};
use kit::testing::Answer;
use people::testing::Town;

fn town(base_url: &str) -> Town {
    let base_url = base_url.to_owned();
    Town::open_with(people::routes(), move |settings| settings.base_url = base_url)
}

/// The cookies that an answer sets, each with its attributes in order.
fn cookies(answer: &Answer) -> Vec<String> {
    let set = answer.headers.get_all(header::SET_COOKIE).iter();
    set.map(|value| value.to_str().unwrap().to_owned()).collect()
}

/// Every way in which a cookie is set: coming in, choosing a language, saying what was done, going.
fn all_cookies(town: &Town) -> Vec<String> {
    let browser = town.stranger();
    browser.post("/sign-in", &[("email", "marta@example.org")]);
    let letter = town.letters().pop().unwrap().text;
    let path = letter.lines().find_map(|line| line.trim().split_once("/sign-in/")).unwrap().1.to_owned();
    let entered = browser.post(&format!("/sign-in/{path}"), &[]);
    let spoken = browser.post("/language", &[("language", "hu")]);
    let saved = browser.post("/account", &[("name", "Márta Tóth"), ("language", "")]);
    let told = browser.get("/account");
    let gone = browser.post("/sign-out", &[]);
    [entered, spoken, saved, told, gone].iter().flat_map(cookies).collect()
}

#[test]
fn each_cookie_is_for_this_host_alone_and_no_script_reads_it() {
    let set = all_cookies(&town("https://kovolgy.example"));
    for name in ["session", "language", "flash", "browser"] {
        assert!(set.iter().any(|cookie| cookie.starts_with(&format!("__Host-{name}="))), "{name}: {set:?}");
    }
    for cookie in &set {
        let mut parts: Vec<&str> = cookie.split("; ").skip(1).collect();
        parts.retain(|part| !part.starts_with("Max-Age="));
        assert!(cookie.starts_with("__Host-"), "{cookie}");
        assert_eq!(parts, ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"], "{cookie}");
    }
}

#[test]
fn on_plain_http_cookies_have_their_plain_names() {
    let town = town("http://localhost");
    let set = all_cookies(&town);
    assert!(set.len() >= 5, "{set:?}");
    for cookie in &set {
        assert!(!cookie.starts_with("__") && !cookie.contains("Secure"), "{cookie}");
        assert!(cookie.contains("; Path=/; HttpOnly; SameSite=Lax; "), "{cookie}");
    }
    // A cookie that pretends to be the other kind is none.
    let browser = town.stranger();
    browser.post("/sign-in", &[("email", "marta@example.org")]);
    browser.post(&link_to(&town, "marta@example.org"), &[]);
    let session = browser.cookie("session");
    let pretender = town.stranger();
    pretender.set_cookie("__Host-session", &session);
    assert_eq!(pretender.get("/account").status(), 303);
}

/// Who could set a cookie for the whole domain, from a neighbouring host, must not put a session under anybody.
#[test]
fn a_cookie_without_the_mark_opens_nothing_on_https() {
    let town = town("https://kovolgy.example");
    // `as_` gives the session its plain name.
    assert_eq!(town.as_("marta").get("/account").status(), 303);
    let browser = town.as_("marta");
    browser.set_cookie("__Host-session", &browser.cookie("session"));
    assert_eq!(browser.get("/account").status(), 200);
}

#[test]
fn every_answer_tells_the_browser_what_it_may_do() {
    let town = town("https://kovolgy.example");
    let signed_in = town.as_("marta");
    signed_in.set_cookie("__Host-session", &signed_in.cookie("session"));
    let answers = [
        town.stranger().get("/sign-in"),
        town.stranger().get("/no-such-page"),
        town.stranger().get("/account"),
        town.stranger().post("/sign-in", &[("email", "nonsense")]),
        town.stranger().with_header("origin", "https://evil.example").post("/sign-in", &[]),
        town.stranger().get("/manifest.webmanifest"),
        signed_in.get("/account"),
    ];
    let statuses: Vec<u16> = answers.iter().map(Answer::status).collect();
    assert_eq!(statuses, [200, 404, 303, 422, 403, 200, 200]);
    for answer in &answers {
        safe(&answer.headers);
    }
    for page in [&answers[0], &answers[2], &answers[6]] {
        assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    }
}

fn safe(headers: &HeaderMap) {
    let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    for rule in ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "frame-ancestors 'none'"] {
        assert!(policy.split("; ").any(|part| part.trim() == rule), "{rule} in {policy}");
    }
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert_eq!(headers[header::REFERRER_POLICY], "same-origin");
    assert_eq!(headers[header::X_FRAME_OPTIONS], "DENY");
    assert_eq!(headers["cross-origin-opener-policy"], "same-origin");
    assert!(!headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
    let strict = headers[header::STRICT_TRANSPORT_SECURITY].to_str().unwrap();
    let seconds: u64 = strict.strip_prefix("max-age=").unwrap().split(';').next().unwrap().parse().unwrap();
    assert!(seconds >= 365 * 24 * 3600, "{strict}");
}

#[test]
fn plain_http_on_this_machine_asks_for_no_https() {
    let answer = town("http://localhost").stranger().get("/sign-in");
    assert!(!answer.headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
}
