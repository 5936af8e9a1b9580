//! Who is paused reads and doesn't write; who is blocked doesn't come in.

use super::{SECRET, act, town};
use crate::town::{post_id, reply, start};
use jiff::SignedDuration;

fn days(n: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * n)
}

#[test]
fn one_who_is_paused_reads_and_is_told_until_when_why_and_how_to_appeal() {
    let (town, thread, post) = town();
    let paused = act(&town, "stella", post, "paused-3");
    let gabor = town.as_("gabor");
    let page = gabor.get(&thread).text();
    assert!(page.contains("You are paused") && page.contains("/account/pause"), "{page}");
    assert!(!page.contains(&format!("action=\"{thread}/posts")), "no form in vain: {page}");
    assert!(!page.contains("/reactions\""), "nor a button: {page}");
    let why = gabor.get("/account/pause").text();
    for said in ["26 November", "It hurt &#60;b&#62;", &format!("/moderation/acts/{paused}")] {
        assert!(why.contains(said), "{said}: {why}");
    }
    let refused = reply(&gabor, &thread, "A long answer, not to be lost.");
    assert_eq!(refused.status(), 403);
    for said in ["A long answer, not to be lost.</textarea>", "26 November", "It hurt", "/moderation/acts/"] {
        assert!(refused.contains(said), "{said}: {}", refused.text());
    }
    assert!(!town.stranger().get(&thread).contains("A long answer"));
}

#[test]
fn nothing_that_writes_is_open_to_them_and_time_opens_it_again() {
    let (town, thread, post) = town();
    let own = start(&town.as_("gabor"), "My own", "Words.");
    let own_post = post_id(&town, &own, 1);
    act(&town, "stella", post, "paused-1");
    let gabor = town.as_("gabor");
    let attempts = [
        ("/threads".to_owned(), [("title", "One more"), ("body", "Text")]),
        (format!("{thread}/posts"), [("body", "Text"), ("voice", "me")]),
        (format!("/posts/{own_post}"), [("body", "Changed"), ("x", "")]),
        (format!("/posts/{own_post}/reactions"), [("kind", "agree"), ("voice", "me")]),
        (format!("/posts/{own_post}/flags"), [("reason", "unkind"), ("x", "")]),
        ("/a-room-of-tomorrow".to_owned(), [("x", ""), ("y", "")]),
    ];
    for (path, form) in &attempts {
        assert_eq!(gabor.post(path, form).status(), 403, "{path}");
    }
    let kept = gabor.post("/drafts/answer-1", &[("body", "For later")]);
    assert!(kept.status() < 400, "what they begin is kept: {}", kept.status());
    town.wait(days(1) + SignedDuration::from_secs(1));
    assert!(!gabor.get(&thread).contains("You are paused"));
    assert_eq!(gabor.get("/account/pause").location(), "/account");
    assert_eq!(reply(&gabor, &thread, "Here I am again.").status(), 303);
}

#[test]
fn a_pause_may_be_ended_and_hides_the_post_where_the_guide_says_so() {
    let (town, thread, post) = town();
    let form = [("deed", "paused-30"), ("reason", "harmful"), ("words", "It does harm."), ("hide", "yes")];
    assert_eq!(town.as_("stella").post(&format!("/moderation/posts/{post}/acts"), &form).status(), 303);
    assert!(!town.stranger().get(&thread).contains(SECRET));
    assert!(town.as_("judit").get("/moderation").contains("Paused and blocked now"));
    let paused = super::newest(&town, "paused");
    town.as_("judit").post(&format!("/moderation/acts/{paused}?_method=delete"), &[]);
    assert_eq!(reply(&town.as_("gabor"), &thread, "Thank you.").status(), 303);
    assert!(!town.stranger().get(&thread).contains(SECRET), "the post stays hidden");
    assert!(!town.as_("judit").get("/moderation").contains("Paused and blocked now"));
}

#[test]
fn one_who_is_blocked_is_signed_out_and_cannot_come_in() {
    let (town, thread, post) = town();
    let (gabor, marta) = (town.as_("gabor"), town.as_("marta"));
    let blocked = act(&town, "stella", post, "blocked");
    assert!(gabor.get("/account").location().starts_with("/sign-in"), "their session is over");
    assert!(town.as_("gabor").get("/account").location().starts_with("/sign-in"), "and so is a new one");
    assert_eq!(marta.get("/account").status(), 200);
    town.stranger().post("/sign-in", &[("email", "gabor@example.org")]);
    let letters = town.letters();
    let link = letters.last().unwrap().text.split("http://localhost").nth(1).unwrap();
    let link = link.split_whitespace().next().unwrap();
    for answer in [town.stranger().get(link), town.stranger().post(link, &[])] {
        assert_eq!(answer.status(), 403);
        assert!(answer.contains("This account is blocked"), "{}", answer.text());
    }
    town.as_("judit").post(&format!("/moderation/acts/{blocked}?_method=delete"), &[]);
    assert_eq!(town.stranger().post(link, &[]).status(), 303, "the link works as before");
    assert_eq!(reply(&town.as_("gabor"), &thread, "Back.").status(), 303);
}

#[test]
fn a_shorter_pause_that_is_undone_ends_no_later_one() {
    let (town, thread, post) = town();
    let first = act(&town, "stella", post, "paused-1");
    act(&town, "judit", post, "paused-30");
    town.as_("stella").post(&format!("/moderation/acts/{first}?_method=delete"), &[]);
    assert_eq!(reply(&town.as_("gabor"), &thread, "Now?").status(), 403);
}
