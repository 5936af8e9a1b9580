//! Groups that members miss.

use people::routes;
use people::testing::Town;

const RADIO: [(&str, &str); 3] = [("name", "Pond Radio"), ("sector", "media"), ("reason", "All hear it.")];

#[test]
fn a_member_names_a_group_and_a_guide_lists_it() {
    let town = Town::open(routes());
    let (vera, stella) = (town.as_("vera"), town.as_("stella"));
    assert_eq!(vera.post("/groups/missing", &RADIO).location(), "/groups/missing");
    assert!(vera.get("/groups/map").contains("Pond Radio"), "the map tells members");
    assert!(!town.stranger().get("/groups/map").contains("Pond Radio"));
    assert!(stella.get("/notifications").contains("Vera Horváth misses a group on the map: Pond Radio"));
    let page = stella.get("/groups/missing").text();
    assert!(page.contains("All hear it.") && page.contains("/groups/missing/1/listing"), "{page}");
    assert_eq!(vera.post("/groups/missing/1/listing", &[]).status(), 403);
    let group = stella.post("/groups/missing/1/listing", &[]).location().to_owned();
    assert!(group.starts_with("/groups/"));
    assert!(town.stranger().get(&group).contains("Media"));
    assert_eq!(stella.post("/groups/missing/1/listing", &[]).status(), 404, "it is settled");
    assert!(!stella.get("/groups/missing").contains("All hear it."));
    assert!(vera.get("/notifications").contains("has listed the group you missed: Pond Radio"));
}

#[test]
fn a_proposal_is_set_aside_by_a_guide_or_taken_back_by_who_made_it() {
    let town = Town::open(routes());
    let (vera, stella) = (town.as_("vera"), town.as_("stella"));
    vera.post("/groups/missing", &RADIO);
    vera.post("/groups/missing", &[("name", "Chess"), ("sector", "citizens"), ("reason", "In the park.")]);
    assert_eq!(town.as_("marta").post("/groups/missing/2?_method=delete", &[]).status(), 403);
    assert_eq!(vera.post("/groups/missing/2?_method=delete", &[]).status(), 303);
    assert_eq!(vera.post("/groups/missing/2?_method=delete", &[]).status(), 404);
    assert_eq!(vera.post("/groups/missing/1/refusal", &[]).status(), 403);
    assert_eq!(stella.post("/groups/missing/1/refusal", &[]).status(), 303);
    assert!(vera.get("/notifications").contains("has set aside the group you named: Pond Radio"));
    assert!(vera.get("/groups/missing").contains("Nobody is waiting here right now."));
}

#[test]
fn what_is_known_or_wrong_is_said() {
    let town = Town::open(routes());
    let vera = town.as_("vera");
    let answer = vera.post("/groups/missing", &[("name", "P"), ("sector", "moon"), ("reason", "")]);
    assert_eq!(answer.status(), 422);
    for id in ["name-error", "sector-error", "reason-error"] {
        assert!(answer.contains(id), "{id}");
    }
    let known = vera.post("/groups/missing", &[("name", "town library"), RADIO[1], RADIO[2]]);
    assert_eq!(known.status(), 422);
    assert!(known.contains("“Town Library” is in the directory already."), "{}", known.text());
    vera.post("/groups/missing", &RADIO);
    let again = town.as_("marta").post("/groups/missing", &RADIO);
    assert!(again.status() == 422 && again.contains("Somebody has named this group already."));
    assert!(again.contains("All hear it."), "nothing typed is lost");
}

#[test]
fn the_page_is_for_members_and_takes_few_statements() {
    let town = Town::open(routes());
    assert!(town.stranger().get("/groups/missing").location().starts_with("/sign-in"));
    let vera = town.as_("vera");
    for n in 0..15 {
        let name = format!("Group {n}");
        vera.post("/groups/missing", &[("name", name.as_str()), RADIO[1], RADIO[2]]);
    }
    let (answer, statements) = town.counted(&vera, "/groups/missing");
    assert!(answer.contains("Group 14") && statements <= 4, "{statements}");
}
