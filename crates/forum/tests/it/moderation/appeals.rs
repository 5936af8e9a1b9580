//! An appeal to another guide.

use super::{SECRET, act, newest, told, town};
use crate::town::reply;
use kit::Role;
use kit::testing::Answer;
use people::persons;
use people::testing::Town;

fn appeal(town: &Town, who: &str, act: i64) -> Answer {
    town.as_(who).post(&format!("/moderation/acts/{act}/appeal"), &[("words", "I meant it kindly.")])
}

fn answer(town: &Town, who: &str, act: i64, outcome: &str) -> Answer {
    let form = [("outcome", outcome), ("answer", "I read it twice."), ("locale", "en")];
    town.as_(who).post(&format!("/moderation/acts/{act}/answer"), &form)
}

#[test]
fn an_appeal_goes_to_another_guide_who_overturns_it() {
    let (town, thread, post) = town();
    let hidden = act(&town, "stella", post, "hidden");
    assert_eq!(appeal(&town, "gabor", hidden).location(), format!("/moderation/acts/{hidden}"));
    assert!(told(&town, "judit").contains(&"appeal.waits".to_owned()));
    assert!(!told(&town, "stella").contains(&"appeal.waits".to_owned()));
    let queue = town.as_("judit").get("/moderation").text();
    assert!(queue.contains("Appeal by Gábor Kiss"), "{queue}");
    let page = town.as_("judit").get(&format!("/moderation/acts/{hidden}")).text();
    assert!(page.contains("I meant it kindly.") && page.contains("Answer the appeal"), "{page}");
    let actors = town.as_("stella").get(&format!("/moderation/acts/{hidden}")).text();
    assert!(!actors.contains("Answer the appeal") && actors.contains("Another guide will look at it"));
    assert_eq!(answer(&town, "stella", hidden, "upheld").status(), 403, "not who acted");
    assert_eq!(answer(&town, "gabor", hidden, "overturned").status(), 403, "nor whom it concerns");
    assert_eq!(answer(&town, "judit", hidden, "overturned").status(), 303);
    assert!(town.stranger().get(&thread).contains(SECRET));
    assert_eq!(told(&town, "gabor"), ["moderation.hidden", "moderation.overturned"]);
    let own = town.as_("gabor").get(&format!("/moderation/acts/{hidden}")).text();
    assert!(own.contains("I read it twice.") && own.contains("The act is undone"), "{own}");
    let log = town.stranger().get("/moderation/log").text();
    assert!(log.contains("the act was undone") && log.contains("hid a post"), "{log}");
    assert!(!log.contains("I read it twice") && !log.contains("Judit") && !log.contains("kindly"));
    assert_eq!(answer(&town, "judit", hidden, "upheld").status(), 409, "answered once");
}

#[test]
fn an_appeal_that_is_upheld_leaves_the_act_and_there_is_no_second() {
    let (town, thread, post) = town();
    let paused = act(&town, "stella", post, "paused-7");
    assert_eq!(appeal(&town, "gabor", paused).status(), 303, "one who is paused may appeal");
    assert_eq!(appeal(&town, "gabor", paused).status(), 409);
    assert_eq!(answer(&town, "judit", paused, "upheld").status(), 303);
    assert_eq!(appeal(&town, "gabor", paused).status(), 409);
    assert_eq!(reply(&town.as_("gabor"), &thread, "Still?").status(), 403);
    assert!(town.stranger().get("/moderation/log").contains("and the act stays"));
    assert!(!town.as_("judit").get("/moderation").contains("Appeal by"));
}

#[test]
fn only_whom_it_concerns_appeals_and_what_is_wrong_comes_back() {
    let (town, _, post) = town();
    let warned = act(&town, "stella", post, "warned");
    for who in ["amina", "vera"] {
        assert_eq!(appeal(&town, who, warned).status(), 404, "{who}");
    }
    assert_eq!(appeal(&town, "judit", warned).status(), 403);
    let empty = town.as_("gabor").post(&format!("/moderation/acts/{warned}/appeal"), &[("words", " ")]);
    assert!(empty.status() == 422 && empty.contains("words-error"));
    appeal(&town, "gabor", warned);
    let form = [("answer", "Kept words"), ("locale", "en")];
    let none = town.as_("judit").post(&format!("/moderation/acts/{warned}/answer"), &form);
    assert!(none.status() == 422 && none.contains("Kept words") && none.contains("outcome-error"));
    assert_eq!(answer(&town, "judit", warned, "hidden").status(), 422, "an outcome is one of two");
    assert_eq!(answer(&town, "judit", warned, "overturned").status(), 303);
    assert!(!town.as_("judit").get(&format!("/moderation/posts/{post}")).contains("Warned once"));
}

#[test]
fn without_another_guide_the_steward_answers() {
    let (town, _, post) = town();
    for name in ["judit", "stella"] {
        let person = town.person(name);
        town.write(move |c| Ok(persons::set_role(c, person, Role::Member)?));
    }
    let hidden = act(&town, "istvan", post, "hidden");
    appeal(&town, "gabor", hidden);
    assert!(told(&town, "istvan").contains(&"appeal.waits".to_owned()));
    assert_eq!(answer(&town, "istvan", hidden, "overturned").status(), 303, "there is nobody else");
}

#[test]
fn one_who_is_blocked_appeals_by_the_letter() {
    let (town, thread, post) = town();
    act(&town, "stella", post, "blocked");
    let letter = town.letters().pop().unwrap();
    assert!(letter.to == "gabor@example.org" && letter.text.contains("It hurt"), "{letter:?}");
    let link = letter.text.split("http://localhost").nth(1).unwrap().split_whitespace().next().unwrap();
    let page = town.stranger().get(link);
    assert!(page.status() == 200 && page.contains("Do you see it differently?"), "{}", page.text());
    assert!(!page.contains("Stella") && !page.contains("Lift the block"));
    assert_eq!(town.stranger().get("/appeals/nonsense").status(), 404);
    assert_eq!(town.stranger().post("/appeals/nonsense", &[("words", "Let me in")]).status(), 404);
    assert_eq!(town.stranger().post(link, &[("words", "")]).status(), 422);
    assert_eq!(town.stranger().post(link, &[("words", "Please read it again.")]).location(), link);
    assert_eq!(town.stranger().post(link, &[("words", "Once more.")]).status(), 409);
    let blocked = newest(&town, "blocked");
    assert_eq!(answer(&town, "judit", blocked, "overturned").status(), 303);
    let last = town.letters().pop().unwrap();
    assert!(last.text.contains("is lifted") && last.text.contains("I read it twice."), "{last:?}");
    assert_eq!(reply(&town.as_("gabor"), &thread, "Thank you.").status(), 303);
    assert!(town.stranger().get(link).contains("The act is undone"));
}

#[test]
fn what_is_undone_needs_no_answer_any_more() {
    let (town, _, post) = town();
    let warned = act(&town, "stella", post, "warned");
    appeal(&town, "gabor", warned);
    town.as_("stella").post(&format!("/moderation/acts/{warned}?_method=delete"), &[]);
    assert!(!town.as_("judit").get("/moderation").contains("Appeal by"));
    assert_eq!(answer(&town, "judit", warned, "upheld").status(), 409);
}
