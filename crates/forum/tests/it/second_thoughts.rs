//! A quiet word before a post, where the community wants it: the text stays, and one more press sends it.

use crate::town::{open, reply, start};
use db::Changed;
use people::testing::Town;

const LOUD: &str = "WHY DOES NOBODY ANSWER WHAT I ASKED YESTERDAY? I WAIT!";

db::query! {
    fn want() -> Changed { "update community set second_thoughts = true, version = version + 1 where id = 1" }
}

fn thoughtful() -> Town {
    let town = open();
    town.write(|c| Ok(want(c)?));
    town.run(town.app.community_changed());
    town
}

#[test]
fn where_nobody_asked_for_it_nothing_is_said() {
    let town = open();
    let marta = town.as_("marta");
    let thread = start(&marta, "The bus", "When?");
    assert_eq!(reply(&marta, &thread, LOUD).status(), 303);
}

#[test]
fn a_loud_a_long_and_a_quick_answer_wait_for_one_more_press() {
    let town = thoughtful();
    let (marta, amina) = (town.as_("marta"), town.as_("amina"));
    let thread = start(&marta, "The bus", "When?");
    let long = "A word and another one. ".repeat(200);
    for (body, says) in [(LOUD, "in capitals"), (long.as_str(), "very long")] {
        let word = amina.post(&format!("{thread}/posts"), &[("body", body), ("key", "k")]);
        assert_eq!(word.status(), 200);
        assert!(word.contains(says) && word.contains(&body[..40]) && word.contains("value=\"k\""), "{says}");
        assert!(word.contains("name=\"thought\" value=\"yes\"") && word.contains("Send as it is"));
    }
    assert!(!town.stranger().get(&thread).contains("WHY DOES"));
    assert_eq!(reply(&amina, &thread, "At nine.").status(), 303);
    let word = reply(&amina, &thread, "Or at ten.");
    assert!(word.status() == 200 && word.contains("only a moment ago") && !word.contains("in capitals"));
    let sent = amina.post(&format!("{thread}/posts"), &[("body", "Or at ten."), ("thought", "yes")]);
    assert_eq!(sent.status(), 303);
    town.wait(jiff::SignedDuration::from_secs(31));
    assert_eq!(reply(&town.as_("amina"), &thread, "Or at eleven.").status(), 303);
}

#[test]
fn so_does_a_new_thread() {
    let town = thoughtful();
    let marta = town.as_("marta");
    let fields = [("title", "The bus at night"), ("body", LOUD)];
    let word = marta.post("/threads", &fields);
    assert!(word.status() == 200 && word.contains("in capitals") && word.contains("WHY DOES NOBODY"));
    assert!(word.contains("value=\"The bus at night\""));
    assert!(!town.stranger().get("/threads").contains("The bus at night"));
    let sent = marta.post("/threads", &[fields[0], fields[1], ("thought", "yes")]);
    assert_eq!(sent.status(), 303);
}
