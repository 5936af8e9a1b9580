//! Light answers to a post: given, shown by voice, taken back, heard by whom they ask.

use crate::town::{open, post_id, reply, start};
use db::One;
use kit::testing::Answer;
use people::testing::Town;

db::query! {
    fn count() -> One<i64> { "select count(*) from reactions" }
    fn told(kind: &str) -> One<i64> { "select count(*) from notifications where kind = $1" }
}

fn react(town: &Town, who: &str, post: i64, kind: &str, voice: &str) -> Answer {
    town.as_(who).post(&format!("/posts/{post}/reactions"), &[("kind", kind), ("voice", voice)])
}

#[test]
fn they_are_given_by_voice_and_taken_back() {
    let town = open();
    let thread = start(&town.as_("marta"), "A van on Saturday?", "Who has one?");
    let post = post_id(&town, &thread, 1);
    let school = town.group("school").to_string();
    assert!(!town.stranger().get(&thread).contains("Agree"), "a guest sees none where there are none");
    let answer = react(&town, "amina", post, "agree", "me");
    assert_eq!((answer.status(), answer.location()), (303, format!("{thread}?from=1#post-1").as_str()));
    assert_eq!(react(&town, "marta", post, "agree", &school).status(), 303);
    let page = town.stranger().get(&thread).text();
    for said in ["Agree <b>2</b>", "Amina Haddad", "Primary School"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("/reactions\""), "a guest has no buttons");
    let own = town.as_("amina").get(&thread).text();
    assert!(own.contains("value=\"agree\" aria-pressed=\"true\""), "{own}");
    assert!(town.as_("vera").get(&thread).contains("value=\"agree\" aria-pressed=\"false\""));
    // The same button takes it back.
    assert_eq!(react(&town, "amina", post, "agree", "me").status(), 303);
    assert!(town.stranger().get(&thread).contains("Agree <b>1</b>"));
}

#[test]
fn whoever_asks_or_offers_is_heard_and_whoever_agrees_is_not() {
    let town = open();
    let thread = start(&town.as_("marta"), "A van on Saturday?", "Who has one?");
    let post = post_id(&town, &thread, 1);
    for kind in ["agree", "thanks", "help", "explain"] {
        assert_eq!(react(&town, "amina", post, kind, "me").status(), 303, "{kind}");
    }
    assert_eq!(react(&town, "marta", post, "help", "me").status(), 303, "one may answer oneself");
    assert_eq!(town.write(|c| Ok((told(c, "help")?, told(c, "explain")?))), (1, 1));
    for (language, said) in [("en", "Amina can help"), ("hu", "Amina tud segíteni")] {
        let message = kit::Locale::find(language).unwrap().t("notices-help");
        let words = message.with("who", "Amina").with("others", 0).with("title", "A van").to_string();
        assert!(words.starts_with(said) && words.ends_with("A van"), "{words}");
    }
}

#[test]
fn what_is_hidden_removed_closed_or_unknown_takes_none() {
    let town = open();
    let thread = start(&town.as_("marta"), "A van on Saturday?", "Who has one?");
    let post = post_id(&town, &thread, 1);
    assert!(react_as_stranger(&town, post).location().starts_with("/sign-in"));
    assert_eq!(react(&town, "amina", post, "hate", "me").status(), 422);
    assert_eq!(react(&town, "amina", 999, "agree", "me").status(), 404);
    let school = town.group("school").to_string();
    assert_eq!(react(&town, "amina", post, "agree", &school).status(), 403, "not her voice");
    reply(&town.as_("amina"), &thread, "Me");
    let second = post_id(&town, &thread, 2);
    assert_eq!(town.as_("amina").post(&format!("/posts/{second}?_method=delete"), &[]).status(), 303);
    assert_eq!(react(&town, "marta", second, "thanks", "me").status(), 404);
    assert_eq!(town.write(|c| Ok(count(c)?)), 0);
}

fn react_as_stranger(town: &Town, post: i64) -> Answer {
    town.stranger().post(&format!("/posts/{post}/reactions"), &[("kind", "agree")])
}

#[test]
fn a_page_of_a_thread_asks_once_for_all_of_them() {
    let town = open();
    let thread = start(&town.as_("marta"), "A van on Saturday?", "Who has one?");
    for n in 2..=20 {
        reply(&town.as_("amina"), &thread, &format!("Answer {n}"));
    }
    let (_, before) = town.counted(&town.as_("vera"), &thread);
    for n in 1..=20 {
        let post = post_id(&town, &thread, n);
        for who in ["amina", "vera", "pista"] {
            assert_eq!(react(&town, who, post, "thanks", "me").status(), 303);
        }
    }
    let (answer, after) = town.counted(&town.as_("vera"), &thread);
    assert_eq!(answer.text().matches("Thanks <b>3</b>").count(), 20);
    assert!(after <= before && after <= 12, "{before} statements before, {after} after");
}
