//! Invitations as links in many hands, and how invitations end.

use crate::inviting::{invite, link, withdrawal};
use crate::letters::{count_to, link_to};
use jiff::SignedDuration;
use people::testing::Town;

fn town() -> Town {
    Town::open(people::routes())
}

#[test]
fn a_copied_link_asks_for_a_proof_of_the_address() {
    let town = town();
    let school = town.group("school").to_string();
    let door = link(&town.as_("marta"), &[("group", &school)]);
    let nadia = town.stranger();
    assert!(nadia.get(&door).contains("name=\"email\""));
    let wrong = nadia.post(&door, &[("name", "Nadia Varga"), ("email", "nobody")]);
    assert_eq!(wrong.status(), 422);
    assert!(wrong.contains("Nadia Varga") && wrong.contains("nobody"));
    let known = nadia.post(&door, &[("name", "Nadia Varga"), ("email", "gabor@example.org")]);
    let sent = nadia.post(&door, &[("name", "Nadia Varga"), ("email", "nadia@example.org")]);
    assert_eq!((sent.status(), known.text().replace("gabor", "nadia")), (200, sent.text()));
    assert_eq!(nadia.get("/account").status(), 303);
    let proof = link_to(&town, "nadia@example.org");
    assert!(nadia.get(&proof).contains("value=\"Nadia Varga\""));
    assert_eq!(nadia.post(&proof, &[("name", "Nadia Varga")]).status(), 303);
    assert!(nadia.get("/account").contains("Primary School"));
}

#[test]
fn a_copied_link_lets_as_many_in_as_it_says() {
    let town = town();
    let school = town.group("school").to_string();
    let door = link(&town.as_("marta"), &[("group", &school)]);
    for name in ["amina", "vera"] {
        assert_eq!(town.as_(name).post(&door, &[]).status(), 303, "{name}");
    }
    assert_eq!(town.as_("pista").post(&door, &[]).status(), 410);
    assert_eq!(town.stranger().get(&door).status(), 410);
}

#[test]
fn whoever_has_it_already_uses_nothing_up_and_loses_no_voice() {
    let town = town();
    let school = town.group("school").to_string();
    let door = link(&town.as_("marta"), &[("group", &school)]);
    let marta = town.as_("marta");
    for _ in 0..3 {
        assert_eq!(marta.post(&door, &[]).status(), 303);
    }
    assert!(marta.get("/account").contains("I speak for it"));
    assert_eq!(town.as_("amina").post(&door, &[]).status(), 303);
}

#[test]
fn a_withdrawn_invitation_is_dead_at_once() {
    let town = town();
    let stella = town.as_("stella");
    invite(&stella, "nadia@example.org", &[]);
    let door = link_to(&town, "nadia@example.org");
    let path = withdrawal(&stella.get("/invitations"));
    for stranger in ["marta", "amina"] {
        assert_eq!(town.as_(stranger).post(&path, &[]).status(), 404, "{stranger}");
    }
    assert_eq!(town.stranger().post(&path, &[]).status(), 303);
    assert_eq!(town.stranger().get(&door).status(), 200);
    assert_eq!(stella.post(&path, &[]).location(), "/invitations");
    assert_eq!(town.stranger().get(&door).status(), 410);
    assert_eq!(town.stranger().post(&door, &[("name", "Nadia Varga")]).status(), 410);
    assert!(stella.get("/invitations").contains("withdrawn"));
}

#[test]
fn a_proof_that_comes_after_the_withdrawal_lets_nobody_new_in() {
    let town = town();
    let stella = town.as_("stella");
    let door = link(&stella, &[]);
    town.stranger().post(&door, &[("name", "Nadia Varga"), ("email", "nadia@example.org")]);
    town.stranger().post(&door, &[("name", "Amina"), ("email", "amina@example.org")]);
    let (proof, of_amina) = (link_to(&town, "nadia@example.org"), link_to(&town, "amina@example.org"));
    stella.post(&withdrawal(&stella.get("/invitations")), &[]);
    assert_eq!(town.stranger().post(&proof, &[("name", "Nadia Varga")]).status(), 410);
    // Somebody who is here anyway just comes in.
    assert_eq!(town.stranger().post(&of_amina, &[]).status(), 303);
}

#[test]
fn an_invitation_ends_after_thirty_days() {
    let town = town();
    invite(&town.as_("stella"), "nadia@example.org", &[]);
    let door = link_to(&town, "nadia@example.org");
    town.wait(SignedDuration::from_hours(24 * 30 - 1));
    assert_eq!(town.stranger().get(&door).status(), 200);
    town.wait(SignedDuration::from_hours(1));
    assert_eq!(town.stranger().post(&door, &[("name", "Nadia Varga")]).status(), 410);
}

#[test]
fn an_invitation_is_worth_what_its_giver_may_give() {
    let town = town();
    let school = town.group("school").to_string();
    invite(&town.as_("marta"), "nadia@example.org", &[("group", &school)]);
    let door = link_to(&town, "nadia@example.org");
    let (marta, group, now) = (town.person("marta"), town.group("school"), town.now());
    town.write(move |c| Ok(people::groups::leave(c, marta, group, now)?));
    assert_eq!(town.stranger().post(&door, &[("name", "Nadia Varga")]).status(), 410);
}

#[test]
fn a_form_sent_twice_is_one_invitation() {
    let town = town();
    let stella = town.as_("stella");
    let form = [("how", "letter"), ("email", "nadia@example.org"), ("role", "member"), ("key", "77")];
    assert_eq!(stella.post("/invitations", &form).status(), 303);
    assert_eq!(stella.post("/invitations", &form).status(), 303);
    assert_eq!(count_to(&town, "nadia@example.org"), 1);
}

#[test]
fn nobody_is_flooded_with_invitations() {
    let town = town();
    let stella = town.as_("stella");
    let answers: Vec<u16> = (0..6).map(|_| invite(&stella, "nadia@example.org", &[]).status()).collect();
    assert_eq!(answers, [303, 303, 303, 303, 303, 429]);
    assert_eq!(count_to(&town, "nadia@example.org"), 5);
}
