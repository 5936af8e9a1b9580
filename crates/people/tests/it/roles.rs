//! Who is here, and who says what somebody is.

use crate::letters::count_to;
use people::testing::Town;

fn town() -> Town {
    Town::open(people::routes())
}

fn role_path(town: &Town, name: &str) -> String {
    format!("/people/{}/role", town.person(name))
}

#[test]
fn members_see_who_is_here_and_nobody_sees_an_address() {
    let town = town();
    let (page, statements) = town.counted(&town.as_("amina"), "/people");
    assert_eq!(page.status(), 200);
    for what in ["Márta Tóth", "for Primary School", "István Nagy", "steward", "guide"] {
        assert!(page.contains(what), "{what}");
    }
    assert!(!page.contains("example.org") && !page.contains("/role"));
    assert!(statements <= 12, "{statements}");
    assert_eq!(town.stranger().get("/people").location(), "/sign-in?next=/people");
}

#[test]
fn people_are_found_by_their_names() {
    let town = town();
    let browser = town.as_("amina");
    let found = browser.get("/people?q=T%C3%B3th");
    assert!(found.contains("Márta Tóth") && !found.contains("Gábor Kiss"));
    let guides = browser.get("/people?role=guides");
    assert!(
        guides.contains("Stella Kovács") && guides.contains("István Nagy") && !guides.contains("Gábor Kiss")
    );
    assert!(browser.get("/people?q=nobody").contains("Nobody here has a name like that"));
    assert_eq!(browser.get("/people?after=nonsense").status(), 200);
}

#[test]
fn a_long_list_has_pages() {
    let town = town();
    let now = town.now();
    town.write(move |c| {
        for n in 0..60 {
            people::persons::create(
                c,
                &format!("Person {n:02}"),
                &format!("p{n}@example.org"),
                kit::Role::Member,
                false,
                now,
            )?;
        }
        Ok(())
    });
    let browser = town.as_("amina");
    let first = browser.get("/people").text();
    let on = first.split("href=\"").find(|rest| rest.starts_with("/people?q=&#38;role=&#38;after=")).unwrap();
    let second = browser.get(&on.split('"').next().unwrap().replace("&#38;", "&")).text();
    let count = |page: &str| page.matches("id=\"person-").count();
    assert_eq!((count(&first), count(&second)), (50, 18));
    assert!(second.contains("Vera Horváth") && !second.contains("Gábor Kiss"));
}

#[test]
fn a_steward_makes_a_guide_and_it_is_written_down() {
    let town = town();
    let marta = town.as_("marta");
    let answer = town.as_("istvan").post(&role_path(&town, "marta"), &[("role", "guide")]);
    assert_eq!(answer.location(), "/people");
    // Nothing of the old role lives on in an open browser.
    assert_eq!(marta.get("/account").status(), 303);
    assert_eq!(town.as_("marta").get("/invitations").status(), 200);
    assert_eq!(count_to(&town, "marta@example.org"), 1);
    let logged = town.write(|c| {
        Ok(c.first::<String>(
            "select title from activity where kind = 'person.made-guide' and scope = 'open'",
            &[],
        )?)
    });
    assert_eq!(logged.as_deref(), Some("Márta Tóth"));
}

#[test]
fn nobody_but_a_steward_changes_roles() {
    let town = town();
    for name in ["stella", "marta", "amina"] {
        let refused = town.as_(name).post(&role_path(&town, name), &[("role", "steward")]);
        assert_eq!(refused.status(), 403, "{name}");
    }
    assert_eq!(town.stranger().post(&role_path(&town, "marta"), &[("role", "guide")]).status(), 303);
    let steward = town.as_("istvan");
    assert_eq!(steward.post(&role_path(&town, "marta"), &[("role", "king")]).status(), 422);
    assert_eq!(steward.post("/people/999/role", &[("role", "guide")]).status(), 404);
}

#[test]
fn the_last_steward_stays() {
    let town = town();
    let istvan = town.as_("istvan");
    let kept = istvan.post(&role_path(&town, "istvan"), &[("role", "member")]);
    assert_eq!(kept.status(), 422);
    assert!(kept.contains("There must be one steward"));
    istvan.post(&role_path(&town, "stella"), &[("role", "steward")]);
    assert_eq!(istvan.post(&role_path(&town, "istvan"), &[("role", "member")]).status(), 303);
    assert_eq!(town.as_("istvan").post(&role_path(&town, "stella"), &[("role", "member")]).status(), 403);
}
