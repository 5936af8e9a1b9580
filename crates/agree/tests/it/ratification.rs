use crate::table::{a_week_later, adopted, both_agree, focus, put, reads, routes, vote, work};
use agree::decisions::{self, DecisionId};
use agree::focuses::FocusId;
use db::One;
use jiff::SignedDuration;
use people::testing::Town;

db::query! {
    fn states() -> Vec<String> {
        "select state from focuses order by id"
    }

    fn is_provisional(id: FocusId) -> One<bool> {
        "select provisional from focuses where id = $1"
    }
}

fn states_in(town: &Town) -> Vec<String> {
    town.write(|c| Ok(states(c)?))
}

#[test]
fn what_the_founding_circle_settles_is_provisional_until_ratified() {
    let town = Town::founding(routes());
    let id = adopted(&town, "A safe way to school", &[]);
    assert!(town.write(move |c| Ok(is_provisional(c, id)?)));
    assert!(reads(&town, "amina", &format!("/focuses/{id}")).contains("provisional"));
    assert!(town.stranger().get(&format!("/focuses/{id}")).location().starts_with("/sign-in"));
    // What the circle has begun to decide stays the circle's, even if it ends after the opening.
    let second = focus(&town, "Growing old at home");
    let decision = put(&town, second, &[]);
    both_agree(&town, decision);
    town.wait(SignedDuration::from_mins(1));
    open_the_platform(&town);
    a_week_later(&town);
    assert!(town.write(move |c| Ok(is_provisional(c, second)?)));
    let asked = town.as_("stella").post(&format!("/focuses/{second}/ratification"), &[("voice", "me")]);
    assert_eq!(asked.location(), format!("/decisions/{}", ratification(&town, second)));
    both_agree(&town, ratification(&town, id));
    a_month_later(&town);
    assert!(!town.write(move |c| Ok(is_provisional(c, id)?)));
    assert_eq!(states_in(&town), ["active", "proposed"], "nobody voted on the second");
}

#[test]
fn a_focus_that_is_not_ratified_goes_back_among_the_proposals() {
    let town = Town::founding(routes());
    let id = adopted(&town, "A safe way to school", &[]);
    open_the_platform(&town);
    let decision = ratification(&town, id);
    for who in ["amina", "pista", "vera"] {
        assert_eq!(vote(&town, who, "me", decision, "no").status(), 303);
    }
    a_month_later(&town);
    assert_eq!(states_in(&town), ["proposed"]);
}

#[test]
fn a_citizen_group_may_ask_again_once_the_matter_has_rested() {
    let town = Town::founding(routes());
    let id = adopted(&town, "A safe way to school", &[]);
    open_the_platform(&town);
    let first = ratification(&town, id);
    let path = format!("/focuses/{id}/ratification");
    let malom = town.group("malom").to_string();
    let as_malom = [("voice", malom.as_str())];
    assert_eq!(town.as_("pista").post(&path, &as_malom).location(), format!("/decisions/{first}"));
    both_agree(&town, first);
    a_month_later(&town);
    let school = town.group("school").to_string();
    assert_eq!(town.as_("marta").post(&path, &[("voice", school.as_str())]).status(), 403);
    assert_eq!(town.as_("amina").post(&path, &[]).status(), 403);
    assert_eq!(town.as_("pista").post(&path, &as_malom).status(), 409);
    town.wait(agree::ratification::REST);
    assert!(reads(&town, "pista", &format!("/focuses/{id}")).contains("ratification"));
    assert_eq!(town.as_("pista").post(&path, &as_malom).status(), 303);
}

fn open_the_platform(town: &Town) {
    let form = [("join_by", "email"), ("sure", "yes")];
    assert_eq!(town.as_("stella").post("/founding/opening", &form).status(), 303);
}

/// The latest vote about a focus: once the platform is open, the one in which both sides ratify it.
fn ratification(town: &Town, id: FocusId) -> DecisionId {
    town.write(move |c| Ok(decisions::latest_of_subject(c, "focus", id.0)?)).unwrap().id
}

fn a_month_later(town: &Town) {
    town.wait(agree::ratification::OPEN_FOR + SignedDuration::from_hours(24));
    work(town);
}
