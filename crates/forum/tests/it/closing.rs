//! A guide closes a thread, and opens it again.

use crate::town::{open, reply, start, start_in_circle};
use kit::PersonId;

db::query! {
    fn told(person: PersonId) -> Vec<String> {
        "select kind from notifications where person_id = $1"
    }
}

#[test]
fn a_guide_closes_a_thread_with_a_reason_that_everybody_reads() {
    let town = open();
    let thread = start(&town.as_("marta"), "Who visits whom?", "In winter.");
    let stella = town.as_("stella");
    assert!(stella.get(&thread).contains(&format!("{thread}/closing")));
    let form = [("reason", "It goes on under the focus."), ("locale", "en")];
    let answer = stella.post(&format!("{thread}/closing"), &form);
    assert_eq!(answer.location(), thread);
    assert!(stella.get(&thread).contains("The thread is closed."));
    let page = town.stranger().get(&thread);
    assert!(page.contains("It goes on under the focus.") && page.contains("This thread is closed."));
    assert!(town.stranger().get("/threads").contains("closed</span>"));
    let late = reply(&town.as_("marta"), &thread, "One more thing.");
    assert!(late.status() == 422 && late.contains("One more thing.</textarea>"), "{}", late.text());
    let member = town.as_("marta").get(&thread);
    assert!(!member.contains("/reactions\"") && !member.contains("Your answer"), "nothing to press in vain");
    let marta = town.person("marta");
    assert_eq!(town.write(move |c| Ok(told(c, marta)?)), ["thread.closed"]);
    assert!(town.stranger().get("/activity").contains("closed a thread: "));

    stella.post(&format!("{thread}/closing?_method=delete"), &[]);
    assert!(stella.get(&thread).contains("The thread is open again."));
    assert!(town.stranger().get("/activity").contains("opened a thread again: "));
    assert!(!town.stranger().get(&thread).contains("It goes on under the focus."));
    assert_eq!(reply(&town.as_("marta"), &thread, "One more thing.").status(), 303);
}

#[test]
fn closing_twice_changes_nothing_and_a_reason_is_needed() {
    let town = open();
    let thread = start(&town.as_("marta"), "Who visits whom?", "In winter.");
    let stella = town.as_("stella");
    let address = format!("{thread}/closing");
    let empty = stella.post(&address, &[("reason", " ")]);
    assert!(empty.status() == 422 && empty.contains("aria-invalid"), "{}", empty.text());
    for reason in ["The first reason.", "The second reason."] {
        assert_eq!(stella.post(&address, &[("reason", reason)]).status(), 303);
    }
    let page = town.stranger().get(&thread);
    assert!(page.contains("The first reason.") && !page.contains("The second reason."));
}

#[test]
fn only_guides_close_and_none_what_they_may_not_see() {
    let town = open();
    let thread = start(&town.as_("marta"), "Who visits whom?", "In winter.");
    let (address, form) = (format!("{thread}/closing"), [("reason", "Because.")]);
    assert!(!town.as_("marta").get(&thread).contains("/closing"));
    assert_eq!(town.as_("marta").post(&address, &form).status(), 403);
    assert!(town.stranger().post(&address, &form).location().starts_with("/sign-in"));
    let hidden = start_in_circle(&town.as_("marta"), "Among ourselves", "Who?");
    assert_eq!(town.as_("vera").post(&format!("{hidden}/closing"), &form).status(), 403);
}
