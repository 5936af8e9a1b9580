//! Who could reach whom.

use kit::{GroupId, Side};
use people::groups::{self, GroupState, NewGroup};
use people::routes;
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

#[test]
fn a_member_says_that_they_know_somebody_and_takes_it_back() {
    let town = Town::open(routes());
    let radio = listed(&town, "Pond Radio");
    let (page, path) = (format!("/groups/{radio}"), format!("/groups/{radio}/acquaintance"));
    let vera = town.as_("vera");
    assert!(vera.get(&page).contains("Nobody has said yet that they know somebody there."));
    assert_eq!(vera.post(&path, &[]).location(), format!("/groups/{radio}#known"));
    assert_eq!(vera.post(&path, &[]).status(), 303, "twice is once");
    assert!(vera.get(&page).contains("One member knows somebody there."));
    assert!(vera.get(&page).contains("You know somebody there"));
    assert_eq!(vera.post(&format!("{path}?_method=delete"), &[("back", "map")]).status(), 303);
    assert!(vera.get(&page).contains("Nobody has said yet"));
}

#[test]
fn names_are_for_guides_and_for_those_who_agreed_to_be_named() {
    let town = Town::open(routes());
    let radio = listed(&town, "Pond Radio");
    let (page, path) = (format!("/groups/{radio}"), format!("/groups/{radio}/acquaintance"));
    town.as_("marta").post(&path, &[("named", "yes")]);
    town.as_("gabor").post(&path, &[("named", "yes")]);
    town.as_("vera").post(&path, &[]);
    let seen = |who: &str| town.as_(who).get(&page).text();
    let named = |text: &str, name: &str| text.contains(name);
    assert!(seen("judit").contains("3 members know somebody there."));
    assert!(!named(&seen("judit"), "Márta Tóth"), "who says nothing learns no names");
    assert!(!named(&seen("vera"), "Márta Tóth"), "nor who is not to be named");
    assert!(named(&seen("gabor"), "Márta Tóth") && !named(&seen("gabor"), "Among them: Vera"));
    let guide = seen("stella");
    assert!(["Márta Tóth", "Gábor Kiss", "Vera Horváth"].iter().all(|name| named(&guide, name)), "{guide}");
    let stranger = town.stranger().get(&page).text();
    assert!(!stranger.contains("Who could reach them") && !stranger.contains("Tóth"), "{stranger}");
    let invitation = town.as_("stella").get(&format!("/invitations/new?group={radio}")).text();
    assert!(invitation.contains("3 members know somebody there.") && named(&invitation, "Vera Horváth"));
}

#[test]
fn it_is_asked_of_groups_only_that_are_not_in() {
    let town = Town::open(routes());
    let school = town.group("school");
    let path = format!("/groups/{school}/acquaintance");
    assert_eq!(town.as_("vera").post(&path, &[]).status(), 409);
    assert_eq!(town.as_("vera").post("/groups/999999/acquaintance", &[]).status(), 404);
    assert!(town.stranger().post(&path, &[]).location().starts_with("/sign-in"));
    assert!(!town.as_("vera").get(&format!("/groups/{school}")).contains("Who could reach them"));
}

#[test]
fn a_group_page_asks_as_much_whoever_knows_it() {
    let town = Town::open(routes());
    let radio = listed(&town, "Pond Radio");
    let (page, path) = (format!("/groups/{radio}"), format!("/groups/{radio}/acquaintance"));
    let vera = town.as_("vera");
    vera.get(&page);
    let (_, before) = town.counted(&vera, &page);
    for who in ["marta", "gabor", "judit", "amina", "pista"] {
        town.as_(who).post(&path, &[]);
    }
    let (_, after) = town.counted(&vera, &page);
    assert_eq!(before, after);
}

#[test]
fn the_map_names_who_could_be_reached() {
    let town = Town::open(routes());
    let radio = listed(&town, "Pond Radio");
    let vera = town.as_("vera");
    let page = vera.get("/groups/map").text();
    assert!(page.contains("Listed, not invited:") && page.contains("Pond Radio"), "{page}");
    let answer = vera.post(&format!("/groups/{radio}/acquaintance"), &[("back", "map")]);
    assert_eq!(answer.location(), format!("/groups/map#group-{radio}"));
    let page = vera.get("/groups/map").text();
    assert!(page.contains("Whom we could reach") && page.contains("One member knows somebody there."));
    let stranger = town.stranger().get("/groups/map").text();
    assert!(stranger.contains("Pond Radio") && !stranger.contains("somebody there"), "{stranger}");
}
