//! What guides do, and what they may not.

use super::{SECRET, act, flag, told, town, try_to};
use crate::town::{post_id, reply, start, start_in_circle};
use kit::Role;
use people::persons;

#[test]
fn a_guide_chooses_sees_a_kind_text_and_may_change_it() {
    let (town, _, post) = town();
    flag(&town, "amina", post, "advertising");
    let stella = town.as_("stella");
    let case = stella.get(&format!("/moderation/posts/{post}")).text();
    assert!(case.contains("value=\"advertising\" checked") && case.contains("Pause its writer for 30 days"));
    let path = format!("/moderation/posts/{post}/acts/new?deed=paused-3&reason=advertising");
    let english = stella.get(&format!("{path}&locale=en")).text();
    assert!(english.contains("for 3 days") && english.contains("It was an advertisement"), "{english}");
    assert!(stella.get(&format!("{path}&locale=hu")).contains("Reklám volt"));
    let none = stella.get(&format!("/moderation/posts/{post}/acts/new?deed=nonsense"));
    assert!(none.status() == 422 && none.contains("deed-error") && none.contains("reason-error"));
    let form = [("deed", "hidden"), ("reason", "unkind"), ("words", "")];
    let empty = stella.post(&format!("/moderation/posts/{post}/acts"), &form);
    assert!(empty.status() == 422 && empty.contains("words-error"));
}

#[test]
fn what_a_guide_wrote_reaches_whom_it_concerns_and_their_history_grows() {
    let (town, thread, post) = town();
    flag(&town, "amina", post, "unkind");
    let hidden = act(&town, "stella", post, "hidden");
    assert_eq!(told(&town, "gabor"), ["moderation.hidden"]);
    let own = town.as_("gabor").get(&format!("/moderation/acts/{hidden}")).text();
    assert!(own.contains("It hurt") && own.contains(SECRET) && own.contains("Do you see it differently?"));
    for who in ["amina", "marta", "vera"] {
        assert_eq!(town.as_(who).get(&format!("/moderation/acts/{hidden}")).status(), 404, "{who}");
    }
    reply(&town.as_("gabor"), &thread, "Again.");
    let third = post_id(&town, &thread, 3);
    act(&town, "judit", third, "warned");
    let case = town.as_("judit").get(&format!("/moderation/posts/{third}")).text();
    assert!(case.contains("One post hidden") && case.contains("Warned once"), "{case}");
}

/// Case 6 of what others have had: a script in the reason of a suspension.
#[test]
fn case_6_a_script_in_a_reason_is_text_everywhere() {
    let (town, _, post) = town();
    let script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    town.as_("amina").post(&format!("/posts/{post}/flags"), &[("reason", "unkind"), ("words", script)]);
    let form =
        [("deed", "paused-7"), ("reason", "unkind"), ("words", script), ("hide", "yes"), ("locale", "en")];
    let case = town.as_("stella").get(&format!("/moderation/posts/{post}"));
    assert_eq!(town.as_("stella").post(&format!("/moderation/posts/{post}/acts"), &form).status(), 303);
    let act = super::newest(&town, "paused");
    town.as_("gabor").post(&format!("/moderation/acts/{act}/appeal"), &[("words", script)]);
    let own = ["/account/pause".to_owned(), format!("/moderation/acts/{act}"), "/notifications".into()];
    let mut pages: Vec<_> = own.iter().map(|path| town.as_("gabor").get(path)).collect();
    let theirs = ["/moderation".to_owned(), format!("/moderation/acts/{act}"), "/moderation/log".into()];
    pages.extend(theirs.iter().map(|path| town.as_("judit").get(path)));
    pages.push(town.as_("gabor").post("/threads", &[("title", "A title"), ("body", script)]));
    pages.push(case);
    for page in pages {
        let text = page.text();
        assert!(!text.contains("<script>alert") && !text.contains("<img src=x"), "{text}");
    }
}

/// Case 25: a guide acts on what they can't read.
#[test]
fn case_25_a_guide_outside_the_circle_neither_sees_nor_acts() {
    let (town, ..) = town();
    let judit = town.person("judit");
    town.write(move |c| Ok(persons::set_in_circle(c, judit, false)?));
    let thread = start_in_circle(&town.as_("marta"), "A plan", SECRET);
    let post = post_id(&town, &thread, 1);
    assert_eq!(flag(&town, "amina", post, "unkind").status(), 303);
    assert!(told(&town, "judit").is_empty() && told(&town, "stella") == ["flag.waits"]);
    assert!(!town.as_("judit").get("/moderation").contains(SECRET));
    for path in ["", "/acts/new?deed=hidden&reason=unkind"] {
        assert_eq!(town.as_("judit").get(&format!("/moderation/posts/{post}{path}")).status(), 404, "{path}");
    }
    assert_eq!(try_to(&town, "judit", post, "hidden").status(), 404);
    assert_eq!(town.as_("judit").post(&format!("/moderation/posts/{post}/dismissal"), &[]).status(), 404);
    let act = act(&town, "stella", post, "hidden");
    assert_eq!(town.as_("judit").get(&format!("/moderation/acts/{act}")).status(), 404);
    assert_eq!(town.as_("judit").post(&format!("/moderation/acts/{act}?_method=delete"), &[]).status(), 404);
    let answer = [("outcome", "overturned"), ("answer", "No.")];
    assert_eq!(town.as_("judit").post(&format!("/moderation/acts/{act}/answer"), &answer).status(), 404);
}

#[test]
fn a_guide_never_looks_after_their_own_posts() {
    let (town, thread, _) = town();
    reply(&town.as_("stella"), &thread, "Mine.");
    let library = town.group("library").to_string();
    town.as_("stella").post(&format!("{thread}/posts"), &[("body", "Ours."), ("voice", &library)]);
    for number in [3, 4] {
        let post = post_id(&town, &thread, number);
        flag(&town, "amina", post, "unkind");
        assert_eq!(town.as_("stella").get(&format!("/moderation/posts/{post}")).status(), 403);
        assert_eq!(try_to(&town, "stella", post, "warned").status(), 403);
        assert_eq!(
            town.as_("stella").post(&format!("/moderation/posts/{post}/dismissal"), &[]).status(),
            403
        );
        assert_eq!(town.as_("judit").get(&format!("/moderation/posts/{post}")).status(), 200);
    }
    assert!(town.as_("stella").get("/moderation").contains("Nothing waits"));
    assert!(told(&town, "stella").is_empty());
}

#[test]
fn members_and_strangers_do_none_of_it() {
    let (town, _, post) = town();
    let act = act(&town, "stella", post, "warned");
    for who in ["marta", "gabor", "vera"] {
        assert_eq!(try_to(&town, who, post, "hidden").status(), 403, "{who}");
        let undo = format!("/moderation/acts/{act}?_method=delete");
        assert_eq!(town.as_(who).post(&undo, &[]).status(), 403, "{who}");
    }
    let answer = town.stranger().post(&format!("/moderation/posts/{post}/acts"), &[("deed", "hidden")]);
    assert!(answer.location().starts_with("/sign-in"));
}

#[test]
fn guides_and_stewards_are_paused_by_a_steward_alone() {
    let (town, thread, _) = town();
    reply(&town.as_("judit"), &thread, "As a guide.");
    let of_guide = post_id(&town, &thread, 3);
    for deed in ["paused-1", "blocked"] {
        assert_eq!(try_to(&town, "stella", of_guide, deed).status(), 403, "{deed}");
    }
    assert!(!town.as_("stella").get(&format!("/moderation/posts/{of_guide}")).contains("paused-1"));
    let paused = act(&town, "istvan", of_guide, "paused-1");
    let undo = format!("/moderation/acts/{paused}?_method=delete");
    assert_eq!(town.as_("stella").post(&undo, &[]).status(), 403);
    assert_eq!(town.as_("judit").post(&undo, &[]).status(), 403, "a paused guide acts on nothing");
    assert_eq!(town.as_("istvan").post(&undo, &[]).status(), 303);
    let of_steward = post_id(&town, &start(&town.as_("istvan"), "A steward's", "Words."), 1);
    assert_eq!(try_to(&town, "stella", of_steward, "blocked").status(), 403);
    let (stella, role) = (town.person("stella"), Role::Steward);
    town.write(move |c| Ok(persons::set_role(c, stella, role)?));
    assert_eq!(try_to(&town, "istvan", of_steward, "blocked").status(), 403, "nobody blocks themselves");
    assert_eq!(try_to(&town, "stella", of_steward, "warned").status(), 303);
}

#[test]
fn undoing_twice_is_undoing_once() {
    let (town, thread, post) = town();
    let hidden = act(&town, "stella", post, "hidden");
    let undo = format!("/moderation/acts/{hidden}?_method=delete");
    assert_eq!(town.as_("judit").post(&undo, &[]).status(), 303, "another guide may");
    assert_eq!(town.as_("judit").post(&undo, &[]).status(), 403);
    assert!(town.stranger().get(&thread).contains(SECRET));
    assert_eq!(told(&town, "gabor"), ["moderation.hidden", "moderation.shown"]);
    let log = town.stranger().get("/moderation/log").text();
    assert_eq!(log.matches("showed a post again").count(), 1, "{log}");
}
