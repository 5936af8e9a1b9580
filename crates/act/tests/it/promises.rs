use crate::table::{as_, days_pass, in_days, promise, reads, started, town};
use db::One;
use people::testing::Town;

db::query! {
    fn count() -> One<i64> {
        "select count(*) from promises"
    }

    fn activities(kind: &str) -> One<i64> {
        "select count(*) from activity where kind = $1"
    }

    fn voice_of(kind: &str) -> One<Option<i64>> {
        "select group_id from activity where kind = $1"
    }
}

fn log(town: &Town, kind: &'static str) -> i64 {
    town.write(move |c| Ok(activities(c, kind)?))
}

#[test]
fn anybody_promises_something_by_a_day() {
    let town = town();
    let path = started(&town);
    promise(&town, "amina", &path, "Bring the coffee", 10);
    promise(&town, "marta", &path, "Print the rota", 3);
    let text = reads(&town, "", &path);
    let (rota, coffee) = (text.find("Print the rota").unwrap(), text.find("Bring the coffee").unwrap());
    assert!(rota < coffee, "what is due first stands first");
    assert!(text.contains("Primary School") && text.contains("Amina Haddad"), "{text}");
    assert!(reads(&town, "", "/initiatives").contains("Print the rota"), "the list says what is next");
    assert!(reads(&town, "", "/activity").contains("promised"));
    let stranger = town.stranger().post(&format!("{path}/promises"), &[("what", "Anything at all")]);
    assert!(stranger.location().starts_with("/sign-in"));
}

#[test]
fn a_promise_has_a_day_that_is_still_to_come_and_not_far() {
    let town = town();
    let path = started(&town);
    let amina = town.as_("amina");
    for (days, says) in [(-1, "This day has passed"), (731, "within two years")] {
        let form = [("what", "Bring the coffee"), ("due", &in_days(&town, days))];
        let answer = amina.post(&format!("{path}/promises"), &form);
        assert_eq!(answer.status(), 422, "{days}");
        assert!(answer.contains("Bring the coffee") && answer.contains(says), "{}", answer.text());
    }
    let answer = amina.post(&format!("{path}/promises"), &[("what", "Bring the coffee"), ("due", "soon")]);
    assert!(answer.contains("Until when?: Give a day"), "{}", answer.text());
    promise(&town, "amina", &path, "Bring the coffee", 0);
}

#[test]
fn a_form_that_is_sent_twice_is_one_promise() {
    let town = town();
    let path = started(&town);
    let due = in_days(&town, 5);
    for _ in 0..2 {
        let form = [("what", "Bring the coffee"), ("due", due.as_str()), ("key", "4")];
        assert_eq!(
            town.as_("amina").post(&format!("{path}/promises"), &form).location(),
            "/initiatives/1#promises"
        );
    }
    assert_eq!(town.write(|c| Ok(count(c)?)), 1);
    assert_eq!(log(&town, "promise.made"), 1);
}

#[test]
fn its_owner_says_how_it_went() {
    let town = town();
    let path = started(&town);
    promise(&town, "marta", &path, "Print the rota", 3);
    for who in ["amina", "gabor", "pista"] {
        assert_eq!(town.as_(who).get("/promises/1/end").status(), 403, "{who}");
        assert_eq!(town.as_(who).post("/promises/1/end", &[("state", "kept")]).status(), 403, "{who}");
        assert!(!reads(&town, who, &path).contains("/promises/1/end"), "{who}");
    }
    assert!(town.stranger().post("/promises/1/end", &[("state", "kept")]).location().starts_with("/sign-in"));
    assert!(reads(&town, "marta", &path).contains("/promises/1/end"));
    for state in ["", "open", "maybe"] {
        assert_eq!(town.as_("marta").post("/promises/1/end", &[("state", state)]).status(), 422, "{state}");
    }
    let form = [("state", "kept"), ("note", "It hangs in the library.")];
    assert_eq!(town.as_("marta").post("/promises/1/end", &form).location(), "/initiatives/1#promises");
    // A second click changes nothing.
    assert_eq!(
        town.as_("marta").post("/promises/1/end", &[("state", "broken"), ("note", "No.")]).status(),
        303
    );
    assert_eq!(town.as_("marta").get("/promises/1/end").status(), 409);
    let text = reads(&town, "", &path);
    assert!(
        text.contains("It hangs in the library.") && text.contains("One promise that has ended"),
        "{text}"
    );
    assert_eq!((log(&town, "promise.kept"), log(&town, "promise.broken")), (1, 0));
    let school = town.group("school").0;
    assert_eq!(town.write(|c| Ok(voice_of(c, "promise.kept")?)), Some(school), "in the voice that promised");
    assert!(reads(&town, "", "/initiatives").contains("1 kept"));
}

#[test]
fn what_was_not_kept_says_why_and_a_guide_may_say_it_for_whoever_cant() {
    let town = town();
    let path = started(&town);
    promise(&town, "amina", &path, "Bring the coffee", 3);
    let answer = town.as_("amina").post("/promises/1/end", &[("state", "broken")]);
    assert_eq!(answer.status(), 422);
    assert!(answer.contains("Nobody will be blamed for it"), "{}", answer.text());
    let form = [("state", "broken"), ("note", "She is in hospital.")];
    assert_eq!(town.as_("stella").post("/promises/1/end", &form).status(), 303);
    assert!(reads(&town, "", &path).contains("not kept"));
    assert!(reads(&town, "", "/activity").contains("Stella Kovács could not keep a promise"));
}

#[test]
fn a_promise_is_moved_with_a_reason_that_stays() {
    let town = town();
    let path = started(&town);
    promise(&town, "marta", &path, "Print the rota", 3);
    let (later, latest) = (in_days(&town, 10), in_days(&town, 20));
    assert_eq!(
        town.as_("gabor").post("/promises/1/move", &[("due", &later), ("reason", "No.")]).status(),
        403
    );
    let bad = town.as_("marta").post("/promises/1/move", &[("due", &later), ("reason", "")]);
    assert_eq!(bad.status(), 422);
    assert!(bad.contains(&later), "what was typed is kept");
    for (due, reason) in [(&later, "The printer is broken."), (&latest, "The paper is late.")] {
        assert_eq!(
            town.as_("marta").post("/promises/1/move", &[("due", due), ("reason", reason)]).status(),
            303
        );
    }
    // Moving it to where it is changes nothing.
    town.as_("marta").post("/promises/1/move", &[("due", &latest), ("reason", "Again.")]);
    let text = reads(&town, "", &path);
    assert!(text.contains("moved 2 times") && text.contains("The printer is broken."), "{text}");
    assert!(!text.contains("Again."), "{text}");
    assert_eq!(log(&town, "promise.moved"), 2);
}

#[test]
fn what_is_late_is_overdue_and_can_still_be_kept() {
    let town = town();
    let path = started(&town);
    promise(&town, "marta", &path, "Print the rota", 3);
    days_pass(&town, 3);
    assert!(!reads(&town, "", &path).contains("overdue"));
    days_pass(&town, 1);
    assert!(reads(&town, "", &path).contains("overdue"));
    assert_eq!(town.as_("marta").post("/promises/1/end", &[("state", "kept")]).status(), 303);
    assert!(!reads(&town, "", &path).contains("overdue"));
}

#[test]
fn a_groups_promise_is_for_whoever_speaks_for_it() {
    let town = town();
    let path = started(&town);
    promise(&town, "marta", &path, "Print the rota", 3);
    let school = town.group("school");
    let (vera, marta, now) = (town.person("vera"), town.person("marta"), town.now());
    town.write(move |c| {
        people::groups::admit(c, vera, school, people::memberships::GroupRole::Representative, now)?;
        Ok(people::memberships::leave(c, marta, school)?)
    });
    assert_eq!(town.as_("marta").get("/promises/1/end").status(), 403, "she no longer speaks for the school");
    assert_eq!(town.as_("vera").post("/promises/1/end", &[("state", "kept")]).status(), 303);
    assert_eq!(as_(&town, "vera"), "me");
}

#[test]
fn one_that_is_not_there_is_not_found() {
    let town = town();
    for path in ["/promises/9/end", "/promises/9/move"] {
        assert_eq!(town.as_("stella").get(path).status(), 404);
        assert_eq!(town.as_("stella").post(path, &[("state", "kept")]).status(), 404);
    }
}
