//! Groups rest, and wake.

use kit::GroupId;
use people::groups::{self, GroupState};
use people::memberships::GroupRole;
use people::routes;
use people::testing::Town;

fn state(town: &Town, id: GroupId) -> GroupState {
    town.write(move |c| Ok(groups::by_id(c, id)?.map(|g| g.state))).unwrap()
}

#[test]
fn its_people_let_it_rest_with_a_reason_and_wake_it() {
    let town = Town::open(routes());
    let club = town.group("club");
    let path = format!("/groups/{club}/rest");
    let gabor = town.as_("gabor");
    assert!(gabor.get(&format!("/groups/{club}")).contains(&path));
    let bare = gabor.post(&path, &[("reason", "")]);
    assert!(bare.status() == 422 && bare.contains("aria-invalid"));
    assert_eq!(gabor.post(&path, &[("reason", "The pitch is <i>frozen</i>.")]).status(), 303);
    let page = town.stranger().get(&format!("/groups/{club}"));
    assert!(page.contains("The pitch is &#60;i&#62;frozen") && page.contains("This group rests since"));
    assert!(town.stranger().get("/groups?state=dormant").contains("Football Club"));
    assert!(
        !page.contains("_method=delete")
            && !town.as_("marta").get(&format!("/groups/{club}")).contains("Wake it")
    );
    // Its voice is silent, and it gets no letters.
    let speaks = |town: &Town| {
        let person = town.person("gabor");
        town.write(move |c| Ok(people::voices::of_person(c, person, "")?.len()))
    };
    assert_eq!(speaks(&town), 1);
    assert!(!town.as_("marta").get(&format!("/groups/{club}")).contains("/messages/new"));
    assert_eq!(gabor.post(&path, &[("reason", "Twice")]).status(), 409);
    // Who joins it doesn't wake it.
    let (amina, now) = (town.person("amina"), town.now());
    town.write(move |c| Ok(groups::admit(c, amina, club, GroupRole::Member, now)?));
    assert_eq!(state(&town, club), GroupState::Dormant);
    let wake = format!("{path}?_method=delete");
    for who in ["marta", "amina"] {
        assert_eq!(town.as_(who).post(&wake, &[]).status(), 403);
    }
    assert_eq!(gabor.post(&wake, &[]).status(), 303);
    assert_eq!((state(&town, club), speaks(&town)), (GroupState::In, 2));
    assert!(!town.stranger().get(&format!("/groups/{club}")).contains("frozen"));
}

#[test]
fn guides_may_as_well_and_nobody_makes_a_group_in_by_waking_it() {
    let town = Town::open(routes());
    let (club, stella, vera) = (town.group("club"), town.as_("stella"), town.as_("vera"));
    assert_eq!(stella.post(&format!("/groups/{club}/rest"), &[("reason", "No season")]).status(), 303);
    assert_eq!(stella.post(&format!("/groups/{club}/state"), &[("state", "in")]).status(), 303);
    assert!(!stella.get(&format!("/groups/{club}")).contains("No season"));
    let made = vera.post("/groups", &[("side", "citizens"), ("name", "Friends of the mill")]);
    let id: GroupId = made.location().rsplit('/').next().unwrap().parse().unwrap();
    assert_eq!(vera.post(&format!("/groups/{id}/rest"), &[("reason", "Nothing yet")]).status(), 409);
    assert_eq!(vera.post(&format!("/groups/{id}/rest?_method=delete"), &[]).status(), 303);
    assert_eq!(state(&town, id), GroupState::Listed, "it takes two");
    for who in ["vera", "gabor"] {
        assert_eq!(town.as_(who).get(&format!("/groups/{}/rest", town.group("school"))).status(), 403);
    }
}

#[test]
fn links_say_what_kind_of_place_they_lead_to() {
    let town = Town::open(routes());
    let malom = town.group("malom");
    let pista = town.as_("pista");
    let form = [
        ("name", "Neighbours of Malom street"),
        ("locale", "en"),
        ("kind-1", "network"),
        ("label-1", "Our page"),
        ("url-1", "https://www.facebook.com/groups/malom"),
        ("kind-2", "list"),
        ("url-2", "lists.example.org/malom"),
    ];
    assert_eq!(pista.post(&format!("/groups/{malom}"), &form).status(), 303);
    let page = town.stranger().get(&format!("/groups/{malom}"));
    assert!(
        page.contains("Our page")
            && page.contains("Facebook and the like")
            && page.contains("a mailing list")
    );
    assert!(pista.get(&format!("/groups/{malom}/edit")).contains("value=\"network\" selected"));
    let wrong = pista.post(
        &format!("/groups/{malom}"),
        &[("name", "Neighbours"), ("kind-1", "x"), ("url-1", "a.example")],
    );
    assert_eq!(wrong.status(), 422);
}
