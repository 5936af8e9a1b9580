//! Profiles: what one says of oneself is seen by those whom one chose, on each way on which it could be.

use kit::testing::Browser;
use people::testing::Town;

fn town() -> Town {
    Town::open(people::routes())
}

const PARTS: [&str; 5] = ["about_for", "helps_for", "speaks_for", "groups_for", "since_for"];

/// Márta says these things, all to the same ones.
fn says(marta: &Browser, audience: &str) {
    let mut form = vec![("about", "I teach *maths*."), ("helps", "A ladder."), ("speaks", "Romani")];
    form.extend(PARTS.map(|part| (part, audience)));
    assert_eq!(marta.post("/account/profile", &form).location(), "/account/profile");
}

fn page(town: &Town) -> String {
    format!("/people/{}", town.person("marta"))
}

#[test]
fn a_profile_is_for_members_until_its_owner_chooses() {
    let town = town();
    let path = page(&town);
    assert_eq!(town.stranger().get(&path).status(), 404);
    let seen = town.as_("gabor").get(&path);
    assert!(seen.contains("Márta Tóth") && seen.contains("Primary School"));
    assert!(seen.contains("Here since 23 November 2026"));
    assert!(!seen.contains("marta@example.org"));
}

#[test]
fn each_part_is_seen_by_those_whom_it_is_for() {
    let town = town();
    let (marta, path) = (town.as_("marta"), page(&town));
    let said = ["I teach <em>maths</em>.", "A ladder.", "Romani", "Primary School", "Here since"];
    for (audience, stranger, member) in
        [("public", true, true), ("members", false, true), ("hidden", false, false)]
    {
        says(&marta, audience);
        let seen_by = |who: &Browser| said.map(|what| who.get(&path).contains(what));
        assert_eq!(seen_by(&town.stranger()), [stranger; 5], "{audience}");
        assert_eq!(seen_by(&town.as_("gabor")), [member; 5], "{audience}");
        // Guides see no more than others.
        assert_eq!(seen_by(&town.as_("stella")), [member; 5], "{audience}");
        assert_eq!(seen_by(&marta), [true; 5], "{audience}");
        assert_eq!(town.as_("gabor").get(&path).status(), if member { 200 } else { 404 });
    }
}

#[test]
fn the_list_of_people_shows_no_group_that_is_hidden() {
    let town = town();
    let (marta, gabor) = (town.as_("marta"), town.as_("gabor"));
    let list = |who: &Browser| who.get("/people?q=marta").text();
    assert!(list(&gabor).contains("Primary School") && list(&gabor).contains(&page(&town)));
    says(&marta, "hidden");
    assert!(
        !list(&gabor).contains("Primary School")
            && !list(&gabor).contains(&format!("href=\"{}\"", page(&town)))
    );
    assert!(list(&gabor).contains("Márta Tóth"));
    assert!(list(&marta).contains("Primary School"));
}

#[test]
fn the_page_of_a_group_names_only_those_who_show_it() {
    let town = town();
    let (marta, gabor) = (town.as_("marta"), town.as_("gabor"));
    let path = format!("/groups/{}", town.group("school"));
    let names = |who: &Browser| who.get(&path).contains("Márta Tóth");
    assert!(names(&gabor) && !names(&town.stranger()));
    says(&marta, "public");
    assert!(names(&town.stranger()));
    says(&marta, "hidden");
    assert!(!names(&gabor) && !names(&town.stranger()));
    assert!(gabor.get(&path).contains("Some of its people don’t show"));
    // Who is in it, and the guides, who say who speaks for it, know.
    assert!(names(&marta) && names(&town.as_("stella")));
}

#[test]
fn what_can_not_be_understood_is_asked_for_again_and_nothing_is_lost() {
    let town = town();
    let marta = town.as_("marta");
    let form = [("about", "I teach."), ("about_for", "martians")];
    let answer = marta.post("/account/profile", &form);
    assert_eq!(answer.status(), 422);
    assert!(answer.contains("I teach.") && answer.contains("aria-invalid"));
    let long = "x".repeat(1001);
    let mut form = vec![("about", long.as_str())];
    form.extend(PARTS.map(|part| (part, "members")));
    assert_eq!(marta.post("/account/profile", &form).status(), 422);
    assert_eq!(town.stranger().get("/account/profile").location(), "/sign-in?next=/account/profile");
}
