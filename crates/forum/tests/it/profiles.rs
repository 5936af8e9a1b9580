//! Names that lead to profiles, for those who may see them, and what nothing else tells.

use crate::town::{reply, start};
use kit::testing::Browser;
use people::testing::Town;

fn town() -> Town {
    Town::open(forum::routes().merge(people::routes()))
}

fn shows_to(person: &Browser, audience: &str) {
    let mut form = vec![("about", "kvilling"), ("helps", ""), ("speaks", "")];
    form.extend(
        ["about_for", "helps_for", "speaks_for", "groups_for", "since_for"].map(|part| (part, audience)),
    );
    assert_eq!(person.post("/account/profile", &form).status(), 303);
}

#[test]
fn a_name_beside_a_post_leads_to_the_profile_where_it_may_be_seen() {
    let town = town();
    let (marta, gabor) = (town.as_("marta"), town.as_("gabor"));
    let thread = start(&marta, "Bread", "Who bakes?");
    let link = format!("<a href=\"/people/{}\">Márta Tóth</a>", town.person("marta"));
    let leads = |who: &Browser| who.get(&thread).contains(&link);
    for (audience, stranger, member) in
        [("public", true, true), ("members", false, true), ("hidden", false, false)]
    {
        shows_to(&marta, audience);
        assert_eq!(
            (leads(&town.stranger()), leads(&gabor), leads(&marta)),
            (stranger, member, true),
            "{audience}"
        );
        assert!(town.stranger().get(&thread).contains("Márta Tóth"));
    }
}

#[test]
fn neither_search_nor_a_mention_tells_what_is_hidden() {
    let town = town();
    let (marta, gabor) = (town.as_("marta"), town.as_("gabor"));
    shows_to(&marta, "hidden");
    let thread = start(&gabor, "Bread", "Do you bake, @Márta Tóth?");
    let page = gabor.get(&thread);
    assert!(page.contains("<strong class=\"mention\">@Márta Tóth</strong>") && !page.contains("kvilling"));
    reply(&marta, &thread, "I do.");
    for path in ["/search?q=kvilling", "/people?q=kvilling", "/activity", "/notifications"] {
        assert!(!gabor.get(path).text().replace("value=\"kvilling\"", "").contains("kvilling</"), "{path}");
    }
}

#[test]
fn the_log_never_says_who_is_in_a_group() {
    let town = town();
    let group = town.group("school");
    let (gabor, now) = (town.person("gabor"), town.now());
    town.write(move |c| {
        Ok(people::groups::admit(c, gabor, group, people::memberships::GroupRole::Member, now)?)
    });
    for who in [town.stranger(), town.as_("amina"), town.as_("stella")] {
        assert!(!who.get("/activity").contains("Gábor Kiss"));
    }
}
