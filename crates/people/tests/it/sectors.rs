//! The sectors, arranged by guides.

use people::routes;
use people::testing::Town;

const FOREST: [(&str, &str); 4] =
    [("en", "Forest and field"), ("hu", "Erdő-mező"), ("symbol", "tree"), ("colour", "9")];

fn sector(town: &Town, name: &'static str) -> i64 {
    let found = town.write(move |c| Ok(people::sectors::all(c, kit::Locale::english())?));
    found.into_iter().find(|s| s.name == name).map(|s| s.id.0).unwrap()
}

fn order(town: &Town) -> Vec<String> {
    let found = town.write(|c| Ok(people::sectors::all(c, kit::Locale::english())?));
    found.into_iter().map(|s| s.name).collect()
}

#[test]
fn a_guide_adds_renames_and_moves_a_sector() {
    let town = Town::open(routes());
    let stella = town.as_("stella");
    assert_eq!(stella.post("/sectors", &FOREST).status(), 303);
    assert_eq!(stella.post("/sectors", &FOREST).status(), 303);
    assert_eq!(order(&town).len(), 10, "sent twice is one");
    let id = sector(&town, "Forest and field");
    assert!(town.stranger().speaking("hu").get("/groups").contains("Erdő-mező"));
    stella.post(&format!("/sectors/{id}/position"), &[("step", "up")]);
    assert_eq!(order(&town)[8], "Forest and field");
    stella.post(&format!("/sectors/{id}/position"), &[("step", "down")]);
    stella.post(&format!("/sectors/{id}/position"), &[("step", "down")]);
    assert_eq!(order(&town)[9], "Forest and field");
    assert!(stella.get(&format!("/sectors/{id}/edit")).contains(">Magyar</label>"));
    assert!(stella.get(&format!("/sectors/{id}/edit")).contains("value=\"Erdő-mező\""));
    let renamed = [("en", "Woods"), ("hu", ""), ("symbol", "tree"), ("colour", "2")];
    assert_eq!(stella.post(&format!("/sectors/{id}"), &renamed).status(), 303);
    assert!(town.stranger().speaking("hu").get("/groups").contains("Woods"), "another language stands in");
}

#[test]
fn a_sector_with_groups_stays_and_two_are_the_least() {
    let town = Town::open(routes());
    let stella = town.as_("stella");
    let retire =
        |name: &'static str| stella.post(&format!("/sectors/{}?_method=delete", sector(&town, name)), &[]);
    let answer = retire("Health and care");
    assert_eq!(answer.status(), 409);
    assert!(answer.contains("One group is in this sector."), "{}", answer.text());
    for name in ["Business", "Local authority", "Civil society", "Faith", "Media"] {
        assert_eq!(retire(name).status(), 303, "{name}");
    }
    assert_eq!(order(&town).len(), 4);
    assert!(stella.get("/groups/map").contains("Health and care"));
    stella.post("/sectors", &FOREST);
    assert_eq!(order(&town).len(), 5);
}

#[test]
fn sectors_are_for_guides() {
    let town = Town::open(routes());
    let id = sector(&town, "Media");
    let posts = [
        format!("/sectors/{id}"),
        format!("/sectors/{id}/position"),
        "/sectors".into(),
        format!("/sectors/{id}?_method=delete"),
    ];
    for path in &posts {
        assert_eq!(town.as_("marta").post(path, &FOREST).status(), 403, "{path}");
        assert!(town.stranger().post(path, &FOREST).location().starts_with("/sign-in"), "{path}");
    }
    for path in ["/sectors", "/sectors/new", &format!("/sectors/{id}/edit")] {
        assert_eq!(town.as_("marta").get(path).status(), 403, "{path}");
        assert_eq!(town.as_("istvan").get(path).status(), 200, "{path}");
    }
    assert_eq!(town.as_("stella").get("/sectors/999999/edit").status(), 404);
    assert_eq!(town.as_("stella").post("/sectors/999999?_method=delete", &[]).status(), 404);
}

#[test]
fn what_is_wrong_with_a_sector_is_said() {
    let town = Town::open(routes());
    let answer = town
        .as_("stella")
        .post("/sectors", &[("en", ""), ("hu", "Erdő"), ("symbol", "unicorn"), ("colour", "12")]);
    assert_eq!(answer.status(), 422);
    for id in ["en-error", "symbol-error", "colour-error"] {
        assert!(answer.contains(id), "{id}");
    }
    assert!(answer.contains("value=\"Erdő\""));
}
