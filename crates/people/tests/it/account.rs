//! My account: what one says of oneself, the devices, the address.

use crate::letters::{count_to, link_to};
use people::testing::Town;

fn town() -> Town {
    Town::open(people::routes())
}

#[test]
fn everything_of_ones_own_stands_on_one_page() {
    let town = town();
    let marta = town.as_("marta");
    let (page, statements) = town.counted(&marta, "/account");
    assert_eq!(page.status(), 200);
    for what in
        ["Márta Tóth", "marta@example.org", "Primary School", "I speak for it", "this device", "/invitations"]
    {
        assert!(page.contains(what), "{what}");
    }
    assert!(statements <= 12, "{statements}");
    assert_eq!(town.stranger().get("/account").location(), "/sign-in?next=/account");
    assert!(!town.as_("amina").get("/account").contains("/invitations\""));
}

#[test]
fn a_name_and_a_language_can_be_changed() {
    let town = town();
    let marta = town.as_("marta");
    let bad = marta.post("/account", &[("name", "M"), ("language", "hu")]);
    assert_eq!(bad.status(), 422);
    assert!(bad.contains("value=\"hu\" selected") && bad.contains("aria-invalid"));
    let form = [("name", "Tóth  Márta"), ("language", "hu")];
    assert_eq!(marta.post("/account", &form).location(), "/account");
    let page = marta.get("/account");
    assert!(page.contains("value=\"Tóth Márta\"") && page.contains("Elmentettük."));
    assert!(town.as_("gabor").get("/people?q=toth").contains("Tóth Márta"));
}

#[test]
fn a_device_that_is_signed_out_is_out_at_once() {
    let town = town();
    let laptop = town.as_("marta");
    let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    let phone = town.stranger().with_header("user-agent", agent);
    phone.post("/sign-in", &[("email", "marta@example.org")]);
    phone.post(&link_to(&town, "marta@example.org"), &[]);
    let page = laptop.get("/account").text();
    assert!(page.contains("Firefox, Linux"));
    let ending = page.split("action=\"").find(|rest| rest.starts_with("/account/sessions/")).unwrap();
    let ending = ending.split('"').next().unwrap();
    // Somebody else can't end it.
    assert_eq!(town.as_("gabor").post(ending, &[]).status(), 303);
    assert_eq!(phone.get("/account").status(), 200);
    assert_eq!(laptop.post(ending, &[]).status(), 303);
    assert_eq!(phone.get("/account").status(), 303);
    assert_eq!(laptop.get("/account").status(), 200);
}

#[test]
fn all_other_devices_can_be_signed_out() {
    let town = town();
    let (here, there, gabor) = (town.as_("marta"), town.as_("marta"), town.as_("gabor"));
    assert_eq!(here.post("/account/sessions?_method=delete", &[]).status(), 303);
    assert_eq!((here.get("/account").status(), there.get("/account").status()), (200, 303));
    assert_eq!(gabor.get("/account").status(), 200);
}

#[test]
fn an_address_changes_when_the_new_one_is_proven() {
    let town = town();
    let (marta, other_device) = (town.as_("marta"), town.as_("marta"));
    // A link that was sent to the old address before.
    town.stranger().post("/sign-in", &[("email", "marta@example.org")]);
    let old_link = link_to(&town, "marta@example.org");
    assert_eq!(marta.post("/account/address", &[("email", "new@example.org")]).status(), 200);
    let link = link_to(&town, "new@example.org");
    assert!(marta.get("/account").contains("marta@example.org"));
    assert_eq!(marta.get(&link).status(), 200);
    assert_eq!(marta.post(&link, &[]).location(), "/account");
    assert!(marta.get("/account").contains("new@example.org"));
    assert_eq!(other_device.get("/account").status(), 303);
    assert_eq!(town.stranger().post(&old_link, &[]).status(), 410);
    assert_eq!(marta.post(&link, &[]).status(), 410);
    assert!(town.letters().iter().any(|l| l.to == "marta@example.org" && l.subject.contains("has changed")));
    // The old address is nobody's now.
    let letters = count_to(&town, "marta@example.org");
    town.stranger().post("/sign-in", &[("email", "marta@example.org")]);
    assert_eq!(count_to(&town, "marta@example.org"), letters);
}

#[test]
fn nobody_takes_an_address_for_another_or_learns_of_it() {
    let town = town();
    let marta = town.as_("marta");
    let taken = marta.post("/account/address", &[("email", "gabor@example.org")]);
    let free = marta.post("/account/address", &[("email", "gyula@example.org")]);
    assert_eq!(taken.text().replace("gabor", "gyula"), free.text());
    assert_eq!((count_to(&town, "gabor@example.org"), count_to(&town, "gyula@example.org")), (0, 1));
    let link = link_to(&town, "gyula@example.org");
    // Another person's press, or a stranger's, changes nothing.
    assert_eq!(town.as_("gabor").post(&link, &[]).status(), 410);
    assert_eq!(town.stranger().post(&link, &[]).status(), 303);
    assert!(town.as_("gabor").get("/account").contains("gabor@example.org"));
    let wrong = marta.post("/account/address", &[("email", "no address")]);
    assert_eq!(wrong.status(), 422);
    assert!(wrong.contains("no address") && wrong.contains("<details class=\"more\" open>"));
    // A link to an address is no link to sign in with.
    let secret = link.rsplit('/').next().unwrap();
    assert_eq!(town.stranger().post(&format!("/sign-in/{secret}"), &[]).status(), 410);
}

#[test]
fn an_address_that_somebody_took_meanwhile_stays_theirs() {
    let town = town();
    let (marta, gabor) = (town.as_("marta"), town.as_("gabor"));
    marta.post("/account/address", &[("email", "new@example.org")]);
    let of_marta = link_to(&town, "new@example.org");
    gabor.post("/account/address", &[("email", "new@example.org")]);
    let of_gabor = link_to(&town, "new@example.org");
    assert_eq!(marta.post(&of_marta, &[]).status(), 303);
    assert_eq!(gabor.post(&of_gabor, &[]).status(), 409);
    assert!(gabor.get("/account").contains("gabor@example.org"));
}
