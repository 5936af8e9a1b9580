//! How much a focus concerns whom.

use crate::table::{adopted, town};
use kit::{GroupId, Side};
use people::groups::{self, GroupState, NewGroup};
use people::testing::Town;

/// A group that is known and not in.
fn listed(town: &Town, name: &'static str) -> GroupId {
    let now = town.now();
    town.write(move |c| {
        let sector = people::sectors::by_key(c, "media")?;
        let (side, state) = (Side::Organisations, GroupState::Listed);
        let new = NewGroup { side, sector, name: name.into(), purpose: String::new(), state };
        Ok(groups::create(c, &new, None, now)?)
    })
}

fn say(town: &Town, who: &str, group: GroupId, concern: &str, influence: &str) -> u16 {
    let group = group.to_string();
    let form = [("group", group.as_str()), ("concern", concern), ("influence", influence)];
    town.as_(who).post("/focuses/1/stakes", &form).status()
}

#[test]
fn a_group_answers_for_itself_and_may_answer_anew() {
    let town = town();
    let focus = adopted(&town, "A safe way to school", &[]);
    let school = town.group("school");
    let page = format!("/focuses/{focus}/stakes");
    assert!(town.stranger().get(&page).contains("No group has answered yet."));
    assert!(town.stranger().get(&page).contains("5 groups have not answered yet"));
    let asked = town.as_("marta").get(&page).text();
    assert!(asked.contains("“Primary School” has not answered yet."), "{asked}");
    assert_eq!(say(&town, "marta", school, "2", "1"), 303);
    assert_eq!(say(&town, "marta", school, "4", "2"), 303);
    let text = town.as_("vera").get(&page).text();
    assert!(text.contains("Says so itself, by Márta Tóth,") && text.contains("<strong>very much</strong>"));
    assert!(text.contains("4 groups have not answered yet"), "{text}");
    let stranger = town.stranger().get(&page).text();
    assert!(stranger.contains("Primary School") && !stranger.contains("Márta"), "{stranger}");
    let form = town.as_("marta").get(&format!("{page}/new?group={school}")).text();
    assert_eq!(form.matches("checked").count(), 2, "what was said stands in the form: {form}");
    let back = town.as_("marta").post(&format!("{page}/{school}?_method=delete"), &[]);
    assert_eq!(back.status(), 303);
    assert!(town.stranger().get(&page).contains("No group has answered yet."));
}

#[test]
fn nobody_answers_for_a_group_that_is_in_but_those_who_speak_for_it() {
    let town = town();
    adopted(&town, "A safe way to school", &[]);
    let school = town.group("school");
    assert_eq!(say(&town, "vera", school, "4", "4"), 403);
    assert_eq!(say(&town, "stella", school, "4", "4"), 403, "not even a guide");
    assert_eq!(say(&town, "vera", GroupId(999_999), "4", "4"), 404);
    assert_eq!(say(&town, "marta", school, "5", ""), 422);
    let answer = town.stranger().post("/focuses/1/stakes", &[]);
    assert!(answer.location().starts_with("/sign-in"));
    assert_eq!(town.as_("marta").get("/focuses/77/stakes").status(), 404);
}

#[test]
fn of_a_group_that_is_not_in_the_middle_of_what_members_think_is_shown_to_members() {
    let town = town();
    adopted(&town, "A safe way to school", &[]);
    let radio = listed(&town, "Pond Radio");
    for (who, concern, influence) in [("vera", "1", "4"), ("amina", "3", "4"), ("marta", "4", "2")] {
        assert_eq!(say(&town, who, radio, concern, influence), 303, "{who}");
    }
    let text = town.as_("vera").get("/focuses/1/stakes").text();
    assert!(text.contains("3 members think so; this is the middle of what they say."), "{text}");
    assert!(text.contains("<strong>much</strong>") && text.contains("<strong>a great deal</strong>"));
    let stranger = town.stranger().get("/focuses/1/stakes").text();
    assert!(!stranger.contains("Pond Radio"), "{stranger}");
    // Once it is in it speaks for itself.
    let person = town.person("vera");
    let now = town.now();
    town.write(move |c| {
        let role = people::memberships::GroupRole::Representative;
        Ok(groups::admit(c, person, radio, role, now)?)
    });
    let text = town.as_("amina").get("/focuses/1/stakes").text();
    assert!(!text.contains("think so") && text.contains("6 groups have not answered yet"), "{text}");
}

#[test]
fn the_focus_and_the_map_lead_there() {
    let town = town();
    adopted(&town, "A safe way to school", &[]);
    say(&town, "marta", town.group("school"), "4", "2");
    let focus = town.as_("marta").get("/focuses/1").text();
    assert!(focus.contains("One of 5 groups has said how much this concerns it."), "{focus}");
    assert!(focus.contains("/focuses/1/stakes/new"));
    assert!(!town.stranger().get("/focuses/1").contains("/focuses/1/stakes/new"));
    let map = town.stranger().get("/groups/map").text();
    assert!(map.contains("/focuses/1/stakes") && map.contains("one group has answered"), "{map}");
}

#[test]
fn the_grid_takes_as_many_statements_for_many_as_for_few() {
    let town = town();
    adopted(&town, "A safe way to school", &[]);
    let vera = town.as_("vera");
    vera.get("/focuses/1/stakes");
    let (_, few) = town.counted(&vera, "/focuses/1/stakes");
    for (n, name) in ["Pond Radio", "Pond Paper", "Pond News", "Pond Blog"].into_iter().enumerate() {
        let group = listed(&town, name);
        say(&town, "vera", group, &(n + 1).to_string(), "3");
        say(&town, "amina", group, "2", "3");
    }
    say(&town, "marta", town.group("school"), "4", "2");
    let (answer, many) = town.counted(&vera, "/focuses/1/stakes");
    assert!(answer.contains("Pond Blog") && few == many, "{few} {many}");
}

#[test]
fn a_focus_that_has_ended_is_not_answered_any_more() {
    let town = town();
    adopted(&town, "A safe way to school", &[]);
    say(&town, "marta", town.group("school"), "4", "2");
    assert_eq!(town.as_("stella").post("/focuses/1/closure", &[("why", "Done.")]).status(), 303);
    assert_eq!(say(&town, "marta", town.group("school"), "1", "1"), 409);
    assert_eq!(town.as_("marta").get("/focuses/1/stakes/new").status(), 409);
    assert!(town.stranger().get("/focuses/1/stakes").contains("Primary School"));
}
