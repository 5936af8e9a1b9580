//! Pointing out a post.

use super::{SECRET, flag, told, town, try_to};
use crate::town::{post_id, reply, start_in_circle};

#[test]
fn a_member_flags_a_post_once_and_the_guides_hear_of_it() {
    let (town, thread, post) = town();
    let page = town.as_("amina").get(&thread).text();
    assert!(page.contains(&format!("/posts/{post}/flags/new")), "{page}");
    let form = town.as_("amina").get(&format!("/posts/{post}/flags/new"));
    assert!(form.status() == 200 && form.contains("unkind or threatening") && form.contains(SECRET));
    let answer = flag(&town, "amina", post, "unkind");
    assert_eq!((answer.status(), answer.location()), (303, format!("{thread}?from=2#post-2").as_str()));
    assert_eq!(flag(&town, "amina", post, "other").status(), 303, "a second time changes nothing");
    assert_eq!((told(&town, "stella"), told(&town, "gabor")), (vec!["flag.waits".into()], vec![]));
    let queue = town.as_("stella").get("/moderation").text();
    assert!(queue.contains("One flag:") && queue.contains(&format!("/moderation/posts/{post}")), "{queue}");
    let case = town.as_("stella").get(&format!("/moderation/posts/{post}")).text();
    for said in ["Amina Haddad", "Look at this, please.", SECRET, "In winter.", "Nothing like this before"] {
        assert!(case.contains(said), "{said}: {case}");
    }
}

#[test]
fn who_flagged_is_for_guides_alone() {
    let (town, thread, post) = town();
    flag(&town, "amina", post, "unkind");
    for who in ["gabor", "marta", "vera"] {
        for path in ["/moderation".to_owned(), format!("/moderation/posts/{post}")] {
            assert_eq!(town.as_(who).get(&path).status(), 403, "{who} {path}");
        }
        let pages = [thread.clone(), "/moderation/log".into(), "/notifications".into(), "/activity".into()];
        for path in pages {
            assert!(!town.as_(who).get(&path).contains("Look at this, please."), "{who} {path}");
        }
    }
    assert!(town.stranger().get("/moderation").location().starts_with("/sign-in"));
}

#[test]
fn nobody_flags_their_own_post_or_one_that_is_gone_or_unseen() {
    let (town, thread, post) = town();
    assert!(!town.as_("gabor").get(&thread).contains(&format!("/posts/{post}/flags")));
    assert_eq!(flag(&town, "gabor", post, "unkind").status(), 403);
    assert_eq!(flag(&town, "amina", 9999, "unkind").status(), 404);
    assert!(flag_as_stranger(&town, post));
    let hidden = start_in_circle(&town.as_("marta"), "A plan", "Ours.");
    let of_circle = post_id(&town, &hidden, 1);
    assert_eq!(flag(&town, "vera", of_circle, "unkind").status(), 404);
    assert_eq!(town.as_("vera").get(&format!("/posts/{of_circle}/flags/new")).status(), 404);
    let school = town.group("school").to_string();
    town.as_("marta").post(&format!("{thread}/posts"), &[("body", "We, the school."), ("voice", &school)]);
    let third = post_id(&town, &thread, 3);
    assert_eq!(flag(&town, "marta", third, "unkind").status(), 403);
    reply(&town.as_("amina"), &thread, "Mine.");
    let fourth = post_id(&town, &thread, 4);
    town.as_("amina").post(&format!("/posts/{fourth}?_method=delete"), &[]);
    assert_eq!(flag(&town, "marta", fourth, "unkind").status(), 404);
}

fn flag_as_stranger(town: &people::testing::Town, post: i64) -> bool {
    let answer = town.stranger().post(&format!("/posts/{post}/flags"), &[("reason", "unkind")]);
    answer.location().starts_with("/sign-in")
}

#[test]
fn what_cannot_be_sent_comes_back_with_what_was_typed() {
    let (town, _, post) = town();
    let path = format!("/posts/{post}/flags");
    let none = town.as_("amina").post(&path, &[("words", "Kept words")]);
    assert!(none.status() == 422 && none.contains("Kept words") && none.contains("reason-error"));
    for wrong in ["repeated", "nonsense"] {
        assert_eq!(town.as_("amina").post(&path, &[("reason", wrong)]).status(), 422, "{wrong}");
    }
    let long = "x".repeat(501);
    let answer = town.as_("amina").post(&path, &[("reason", "unkind"), ("words", &long)]);
    assert!(answer.status() == 422 && answer.contains(&long), "not without what was typed");
}

#[test]
fn twenty_flags_a_day_are_enough() {
    let (town, thread, _) = town();
    for n in 3..=23 {
        reply(&town.as_("gabor"), &thread, &format!("Answer {n}"));
    }
    let last = (3..=23).map(|n| flag(&town, "amina", post_id(&town, &thread, n), "other").status());
    assert_eq!(last.collect::<Vec<_>>(), [vec![303; 20], vec![429]].concat());
}

#[test]
fn who_flagged_hears_what_came_of_it() {
    for (deed, came) in [("hidden", "flag.hidden"), ("warned", "flag.acted")] {
        let (town, _, post) = town();
        flag(&town, "amina", post, "unkind");
        flag(&town, "vera", post, "other");
        assert_eq!(try_to(&town, "stella", post, deed).status(), 303);
        assert_eq!((told(&town, "amina"), told(&town, "vera")), (vec![came.into()], vec![came.into()]));
        assert!(town.as_("stella").get("/moderation").contains("Nothing waits"));
    }
    let (town, thread, post) = town();
    flag(&town, "amina", post, "unkind");
    let dismissal = town.as_("stella").post(&format!("/moderation/posts/{post}/dismissal"), &[]);
    assert_eq!(dismissal.location(), "/moderation");
    assert!(told(&town, "amina") == ["flag.dismissed"] && told(&town, "gabor").is_empty());
    assert!(town.stranger().get(&thread).contains(SECRET));
    assert!(town.as_("amina").get("/notifications").contains("stays as it is"));
}

/// Case 24 of what others have had: nobody learns who spoke up.
#[test]
fn case_24_no_notice_says_who_flagged_or_which_guide_acted() {
    let (town, _, post) = town();
    flag(&town, "amina", post, "unkind");
    let act = super::act(&town, "stella", post, "hidden");
    for path in ["/notifications".to_owned(), format!("/moderation/acts/{act}")] {
        let page = town.as_("gabor").get(&path);
        assert_eq!(page.status(), 200, "{path}");
        for name in ["Amina", "Stella", "Look at this"] {
            assert!(!page.contains(name), "{name} at {path}: {}", page.text());
        }
    }
    let heard = town.as_("amina").get("/notifications").text();
    assert!(!heard.contains("Stella") && heard.contains("is hidden now"), "{heard}");
}
