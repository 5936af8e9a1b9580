//! The own people of a group take its page over: by a letter to its address, by a guide, by who speaks for it already.

use crate::letters::{count_to, link_to};
use jiff::SignedDuration;
use kit::testing::Browser;
use kit::{GroupId, Side};
use people::groups::{self, Details, GroupState, NewGroup};
use people::memberships::{self, GroupRole};
use people::testing::Town;
use people::{routes, sectors};

const CHOIR: &str = "office@choir.example";

fn listed(town: &Town, email: &'static str) -> GroupId {
    let now = town.now();
    town.write(move |c| {
        let sector = sectors::by_key(c, "culture")?;
        let (side, name, state) = (Side::Organisations, "Town Choir".to_owned(), GroupState::Listed);
        let new = NewGroup { side, sector, name: name.clone(), purpose: String::new(), state };
        let id = groups::create(c, &new, None, now)?;
        groups::describe(c, id, &Details { sector, name, email: email.into(), ..Details::default() }, now)?;
        Ok(id)
    })
}

/// Makes a claim, and gives where it stands.
fn claim(browser: &Browser, group: GroupId) -> String {
    let answer = browser.post(&format!("/groups/{group}/claims"), &[("words", "I sing the alto there.")]);
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().to_owned()
}

fn role(town: &Town, who: &str, group: GroupId) -> Option<GroupRole> {
    let person = town.person(who);
    town.write(move |c| Ok(memberships::role_in(c, person, group)?))
}

fn state(town: &Town, id: GroupId) -> GroupState {
    town.write(move |c| Ok(groups::by_id(c, id)?.map(|g| g.state))).unwrap()
}

#[test]
fn a_letter_to_the_published_address_confirms_it_with_one_press() {
    let town = Town::open(routes());
    let choir = listed(&town, CHOIR);
    let vera = town.as_("vera");
    assert!(vera.get(&format!("/groups/{choir}")).contains(&format!("/groups/{choir}/claims/new")));
    let form = vera.get(&format!("/groups/{choir}/claims/new"));
    assert!(form.contains("published address") && !form.contains(CHOIR));
    let path = claim(&vera, choir);
    assert_eq!(claim(&vera, choir), path, "two clicks are one claim");
    assert_eq!(count_to(&town, CHOIR), 1);
    let letter = town.letters().into_iter().find(|l| l.to == CHOIR).unwrap();
    assert!(letter.text.contains("Vera Horváth") && !letter.text.contains("alto"), "{}", letter.text);
    // Opening it does nothing, whoever does it.
    let link = link_to(&town, CHOIR);
    let page = town.stranger().get(&link);
    assert!(page.status() == 200 && page.contains("I sing the alto there."));
    assert_eq!(role(&town, "vera", choir), None);
    assert_eq!(town.stranger().post(&link, &[("outcome", "withdrawn")]).status(), 422);
    let done = town.stranger().post(&link, &[("outcome", "confirmed")]);
    assert_eq!(done.location(), format!("/groups/{choir}"));
    assert_eq!(role(&town, "vera", choir), Some(GroupRole::Representative));
    assert_eq!(state(&town, choir), GroupState::In);
    assert!(town.letters().iter().any(|l| l.to == "vera@example.org" && l.text.contains("it is confirmed")));
    assert!(vera.get("/notifications").contains("you speak for Town Choir now"));
    // Once.
    assert_eq!(town.stranger().get(&link).status(), 410);
    assert_eq!(town.stranger().post(&link, &[("outcome", "refused")]).status(), 410);
    assert_eq!(vera.get(&format!("/groups/{choir}/claims/new")).status(), 409);
}

#[test]
fn the_address_may_say_no_and_a_link_is_over_in_two_weeks() {
    let town = Town::open(routes());
    let choir = listed(&town, CHOIR);
    claim(&town.as_("vera"), choir);
    let no = town.stranger().post(&link_to(&town, CHOIR), &[("outcome", "refused")]);
    assert_eq!(no.status(), 303);
    assert_eq!((role(&town, "vera", choir), state(&town, choir)), (None, GroupState::Listed));
    claim(&town.as_("gabor"), choir);
    let link = link_to(&town, CHOIR);
    town.wait(SignedDuration::from_hours(24 * 14));
    assert_eq!(town.stranger().get(&link).status(), 410);
    assert_eq!(town.stranger().post(&link, &[("outcome", "confirmed")]).status(), 410);
    assert_eq!(role(&town, "gabor", choir), None);
    assert_eq!(town.stranger().get("/claims/letters/nonsense").status(), 410);
}

#[test]
fn a_guide_confirms_or_refuses_with_a_word() {
    let town = Town::open(routes());
    let choir = listed(&town, "");
    let (vera, stella) = (town.as_("vera"), town.as_("stella"));
    let path = claim(&vera, choir);
    assert!(stella.get("/notifications").contains("Vera Horváth says that this is their group"));
    assert!(stella.get("/claims").contains(&path) && stella.get(&path).contains("I sing the alto there."));
    let bare = stella.post(&path, &[("outcome", "refused"), ("answer", "")]);
    assert!(bare.status() == 422 && bare.contains("aria-invalid"), "a word is needed");
    assert_eq!(stella.post(&path, &[("answer", "Well")]).status(), 422);
    let said =
        stella.post(&path, &[("outcome", "refused"), ("answer", "Nobody there knows you <b>yet</b>.")]);
    assert_eq!(said.status(), 303);
    let page = vera.get(&path);
    assert!(page.contains("Nobody there knows you &#60;b&#62;") && page.contains("not confirmed"));
    assert!(
        town.letters()
            .iter()
            .any(|l| l.to == "vera@example.org" && l.text.contains("Nobody there knows you"))
    );
    assert_eq!(stella.post(&path, &[("outcome", "confirmed")]).status(), 409);
    let again = claim(&vera, choir);
    assert_eq!(stella.post(&again, &[("outcome", "confirmed")]).status(), 303);
    assert_eq!(role(&town, "vera", choir), Some(GroupRole::Representative));
    assert!(stella.get("/claims").contains("Nobody waits for an answer."));
}

#[test]
fn nobody_confirms_their_own_nor_knows_of_anothers() {
    let town = Town::open(routes());
    let choir = listed(&town, "");
    let (vera, gabor, stella) = (town.as_("vera"), town.as_("gabor"), town.as_("stella"));
    let path = claim(&vera, choir);
    for outcome in ["confirmed", "refused", "withdrawn"] {
        assert_eq!(gabor.post(&path, &[("outcome", outcome), ("answer", "yes")]).status(), 404);
    }
    assert_eq!(gabor.get(&path).status(), 404);
    assert_eq!(vera.post(&path, &[("outcome", "confirmed")]).status(), 403);
    assert_eq!(stella.post(&path, &[("outcome", "withdrawn")]).status(), 403);
    assert_eq!(vera.post(&path, &[("outcome", "withdrawn")]).status(), 303);
    assert_eq!(stella.post(&path, &[("outcome", "confirmed")]).status(), 409);
    let own = claim(&stella, choir);
    assert_eq!(stella.post(&own, &[("outcome", "confirmed")]).status(), 403, "another guide does");
    assert_eq!(gabor.get("/claims").status(), 403);
    let guest = town.stranger().get(&format!("/groups/{choir}/claims/new"));
    assert!(guest.location().starts_with("/sign-in?next="), "a guest proves an address first");
}

#[test]
fn where_somebody_speaks_for_it_they_are_asked_and_no_letter_goes() {
    let town = Town::open(routes());
    let school = town.group("school");
    let now = town.now();
    town.write(move |c| {
        let sector = sectors::by_key(c, "education")?;
        let (name, email) = ("Primary School".into(), "office@school.example".into());
        Ok(groups::describe(c, school, &Details { sector, name, email, ..Details::default() }, now)?)
    });
    let (vera, marta) = (town.as_("vera"), town.as_("marta"));
    let path = claim(&vera, school);
    assert_eq!(count_to(&town, "office@school.example"), 0);
    assert!(marta.get(&format!("/groups/{school}")).contains(&path));
    assert!(!town.as_("gabor").get(&format!("/groups/{school}")).contains(&path));
    assert_eq!(marta.post(&path, &[("outcome", "confirmed")]).status(), 303);
    assert_eq!(role(&town, "vera", school), Some(GroupRole::Representative));
    assert_eq!(role(&town, "marta", school), Some(GroupRole::Representative));
}

#[test]
fn one_who_had_the_page_in_hand_cannot_confirm_oneself_by_an_address_of_ones_own() {
    let town = Town::open(routes());
    let vera = town.as_("vera");
    let made = vera.post("/groups", &[("side", "citizens"), ("name", "Friends of the mill")]);
    let id: GroupId = made.location().rsplit('/').next().unwrap().parse().unwrap();
    let form = [("name", "Friends of the mill"), ("email", "vera2@example.org"), ("locale", "en")];
    assert_eq!(vera.post(&format!("/groups/{id}"), &form).status(), 303);
    vera.post(&format!("/groups/{id}/members/{}?_method=delete", town.person("vera")), &[]);
    claim(&vera, id);
    assert_eq!(count_to(&town, "vera2@example.org"), 0);
}

#[test]
fn an_address_is_spared_and_a_claimant_has_five_a_day() {
    let town = Town::open(routes());
    let choir = listed(&town, CHOIR);
    for who in ["vera", "gabor", "marta", "amina"] {
        claim(&town.as_(who), choir);
    }
    assert_eq!(count_to(&town, CHOIR), 2);
    let vera = town.as_("vera");
    for _ in 0..4 {
        let path = claim(&vera, choir);
        vera.post(&path, &[("outcome", "withdrawn")]);
    }
    let path = claim(&vera, choir);
    vera.post(&path, &[("outcome", "withdrawn")]);
    let form = [("words", "Once more, please.")];
    assert_eq!(vera.post(&format!("/groups/{choir}/claims"), &form).status(), 429);
    let short = town.as_("pista").post(&format!("/groups/{choir}/claims"), &[("words", "")]);
    assert!(short.status() == 422 && short.contains("aria-invalid"));
}
