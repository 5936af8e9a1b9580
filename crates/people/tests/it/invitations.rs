//! Invitations by letter: to a group, to the founding circle, to somebody known.

use crate::inviting::invite;
use crate::letters::{count_to, link_to};
use people::testing::Town;

fn town() -> Town {
    Town::open(people::routes())
}

fn is_in_circle(town: &Town, email: &'static str) -> bool {
    town.write(move |c| Ok(people::persons::by_email(c, email)?.is_some_and(|p| p.in_circle)))
}

#[test]
fn from_a_letter_to_the_platform_takes_two_presses() {
    let town = town();
    let school = town.group("school").to_string();
    let marta = town.as_("marta");
    let more = [
        ("group", school.as_str()),
        ("group_role", "representative"),
        ("name", "Nadia"),
        ("note", "Come!"),
        ("next", "/people"),
    ];
    assert_eq!(invite(&marta, "Nadia@example.org", &more).location(), "/invitations");
    assert!(marta.get("/invitations").contains("Nadia (nadia@example.org)"));
    let letter = town.letters().pop().unwrap();
    assert!(
        letter.text.starts_with("Hello Nadia,")
            && letter.text.contains("Come!")
            && letter.text.contains("Primary School")
    );
    // First: the link of the letter. Second: its button.
    let nadia = town.stranger();
    let door = link_to(&town, "nadia@example.org");
    let page = nadia.get(&door);
    assert!(
        page.contains("Márta Tóth invites you to Kővölgy")
            && page.contains("Primary School")
            && page.contains("value=\"Nadia\"")
    );
    let entered = nadia.post(&door, &[("name", "Nadia Varga")]);
    assert_eq!((entered.status(), entered.location()), (303, "/people"));
    let arrived = nadia.get("/people");
    assert!(arrived.contains("Welcome! You are in.") && arrived.contains("Nadia Varga"));
    assert!(nadia.get("/account").contains("I speak for it"));
    assert_eq!(count_to(&town, "nadia@example.org"), 1);
    assert!(marta.get("/notifications").contains("Nadia Varga has accepted your invitation"));
    assert!(marta.get("/invitations").contains("accepted"));
    // The letter's link is used up.
    assert_eq!(town.stranger().get(&door).status(), 410);
    assert_eq!(town.stranger().post(&door, &[("name", "Mallory")]).status(), 410);
}

#[test]
fn looking_at_an_invitation_uses_nothing_up_and_a_name_is_needed() {
    let town = town();
    invite(&town.as_("stella"), "nadia@example.org", &[]);
    let door = link_to(&town, "nadia@example.org");
    let nadia = town.stranger();
    nadia.get(&door);
    assert_eq!(nadia.post(&door, &[("name", " ")]).status(), 422);
    assert_eq!(nadia.post(&door, &[("name", "Nadia Varga")]).status(), 303);
}

#[test]
fn a_letter_to_somebody_known_adds_the_membership_to_the_same_person() {
    let town = town();
    let school = town.group("school").to_string();
    invite(&town.as_("marta"), "amina@example.org", &[("group", &school)]);
    let door = link_to(&town, "amina@example.org");
    // Where she is signed in: at once.
    let amina = town.as_("amina");
    let before = amina.cookie("session");
    assert!(!amina.get(&door).contains("name=\"name\""));
    assert_eq!(amina.post(&door, &[]).status(), 303);
    assert!(amina.get("/account").contains("Primary School"));
    assert_ne!(amina.cookie("session"), before);
    let persons = town.write(|c| Ok(people::persons::count(c)?));
    assert_eq!(persons, 8);
}

#[test]
fn an_old_letter_opens_nobodys_account() {
    let town = town();
    let school = town.group("school").to_string();
    invite(&town.as_("marta"), "amina@example.org", &[("group", &school)]);
    let door = link_to(&town, "amina@example.org");
    let elsewhere = town.stranger();
    assert!(elsewhere.get(&door).contains("known here already"));
    assert_eq!(elsewhere.post(&door, &[("name", "Mallory")]).status(), 200);
    assert_eq!(elsewhere.get("/account").status(), 303);
    // A fresh letter does, and carries the invitation on.
    assert_eq!(elsewhere.post(&link_to(&town, "amina@example.org"), &[]).status(), 303);
    let account = elsewhere.get("/account");
    assert!(account.contains("Amina Haddad") && account.contains("Primary School"));
    assert_eq!(town.stranger().get(&door).status(), 410);
}

#[test]
fn anothers_invitation_is_not_mine() {
    let town = town();
    let school = town.group("school").to_string();
    invite(&town.as_("marta"), "nadia@example.org", &[("group", &school), ("group_role", "representative")]);
    let door = link_to(&town, "nadia@example.org");
    let gabor = town.as_("gabor");
    assert!(gabor.get(&door).contains("went to another address"));
    assert_eq!(gabor.post(&door, &[("name", "Gábor")]).status(), 403);
    assert!(!gabor.get("/account").contains("Primary School"));
    assert_eq!(town.stranger().get(&door).status(), 200);
}

#[test]
fn only_guides_and_representatives_invite_and_only_to_what_is_theirs() {
    let town = town();
    let (school, club) = (town.group("school").to_string(), town.group("club").to_string());
    let (marta, amina, stella) = (town.as_("marta"), town.as_("amina"), town.as_("stella"));
    assert_eq!(invite(&amina, "nadia@example.org", &[("group", &school)]).status(), 403);
    assert_eq!((amina.get("/invitations").status(), amina.get("/invitations/new").status()), (403, 403));
    assert_eq!(invite(&marta, "nadia@example.org", &[("group", &club)]).status(), 403);
    assert_eq!(marta.get(&format!("/invitations/new?group={club}")).status(), 403);
    assert_eq!(invite(&marta, "nadia@example.org", &[]).status(), 422);
    assert_eq!(invite(&stella, "nadia@example.org", &[("group", "999")]).status(), 404);
    assert_eq!(town.stranger().get("/invitations/new").status(), 303);
    // A representative's word makes no guide.
    invite(&marta, "nadia@example.org", &[("group", &school), ("role", "guide")]);
    let nadia = town.stranger();
    nadia.post(&link_to(&town, "nadia@example.org"), &[("name", "Nadia Varga")]);
    assert_eq!(nadia.get("/invitations").status(), 403);
    // A guide's does, and no word makes a steward.
    assert_eq!(invite(&stella, "bela@example.org", &[("role", "guide")]).status(), 303);
    let bela = town.stranger();
    bela.post(&link_to(&town, "bela@example.org"), &[("name", "Béla Orbán")]);
    assert_eq!(bela.get("/invitations").status(), 200);
    assert_eq!(invite(&stella, "csaba@example.org", &[("role", "steward")]).status(), 403);
    assert_eq!(count_to(&town, "csaba@example.org"), 0);
}

#[test]
fn addresses_in_the_list_are_for_the_giver_and_the_guides() {
    let town = town();
    let library = town.group("library").to_string();
    let judit = (town.person("judit"), town.group("library"), town.now());
    town.write(move |c| {
        Ok(people::groups::admit(
            c,
            judit.0,
            judit.1,
            people::memberships::GroupRole::Representative,
            judit.2,
        )?)
    });
    invite(&town.as_("judit"), "nadia@example.org", &[("group", &library), ("name", "Nadia")]);
    assert!(town.as_("istvan").get("/invitations").contains("nadia@example.org"));
    let (page, statements) = town.counted(&town.as_("judit"), "/invitations");
    assert!(page.contains("nadia@example.org"));
    assert!(statements <= 12, "{statements}");
    assert!(!town.as_("marta").get("/invitations").contains("Nadia"));
}

#[test]
fn in_the_founding_stage_whoever_comes_is_of_the_circle() {
    let town = Town::founding(people::routes());
    let stella = town.as_("stella");
    invite(&stella, "nadia@example.org", &[]);
    invite(&stella, "late@example.org", &[]);
    let door = link_to(&town, "nadia@example.org");
    let nadia = town.stranger();
    assert_eq!(nadia.get(&door).status(), 200);
    assert_eq!(nadia.post(&door, &[("name", "Nadia Varga")]).status(), 303);
    assert!(is_in_circle(&town, "nadia@example.org"));
    // Who comes after the opening comes to what is open.
    town.write(|c| Ok(c.run("update community set stage = 'open'", &[])?));
    tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap()
        .block_on(town.app.community_changed())
        .unwrap();
    town.stranger().post(&link_to(&town, "late@example.org"), &[("name", "Late Comer")]);
    assert!(!is_in_circle(&town, "late@example.org"));
    invite(&stella, "open@example.org", &[]);
    town.stranger().post(&link_to(&town, "open@example.org"), &[("name", "Open Comer")]);
    assert!(!is_in_circle(&town, "open@example.org"));
}

#[test]
fn a_listed_group_is_invited_then_in() {
    let town = town();
    let now = town.now();
    let id = town.write(move |c| {
        let sector = people::sectors::by_key(c, "media")?;
        let state = people::groups::GroupState::Listed;
        let new = people::groups::NewGroup {
            side: kit::Side::Organisations,
            sector,
            name: "Town Paper".into(),
            purpose: String::new(),
            state,
        };
        Ok(people::groups::create(c, &new, None, now)?)
    });
    let state = |town: &Town| town.write(move |c| Ok(people::groups::by_id(c, id)?.unwrap().state.as_str()));
    let stella = town.as_("stella");
    assert!(stella.get(&format!("/invitations/new?group={id}")).contains("Town Paper"));
    invite(&stella, "editor@example.org", &[("group", &id.to_string()), ("group_role", "representative")]);
    assert_eq!(state(&town), "invited");
    town.stranger().post(&link_to(&town, "editor@example.org"), &[("name", "Edit Or")]);
    assert_eq!(state(&town), "in");
}

#[test]
fn an_invitation_leads_nowhere_else() {
    let town = town();
    invite(&town.as_("stella"), "nadia@example.org", &[("next", "//evil.example")]);
    let entered = town.stranger().post(&link_to(&town, "nadia@example.org"), &[("name", "Nadia Varga")]);
    assert_eq!(entered.location(), "/threads/newest");
}

#[test]
fn it_speaks_hungarian() {
    let town = town();
    let stella = town.as_("stella").speaking("hu");
    assert!(stella.get("/invitations/new").contains("Hívj meg valakit"));
    invite(&stella, "nadia@example.org", &[("name", "Nadia")]);
    assert!(town.letters().pop().unwrap().text.starts_with("Szia Nadia!"));
}
