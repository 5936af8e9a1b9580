//! Tags: guides keep the list, whoever begins a thread picks, threads are found by them, and followers hear.

use crate::town::{open, start_in_circle, statements};
use db::One;
use kit::testing::{Answer, Browser};
use people::testing::Town;

db::query! {
    fn told(person: kit::PersonId) -> One<i64> {
        "select count(*) from notifications where person_id = $1 and kind = 'tagged'"
    }
}

fn hears(town: &Town, who: &str) -> i64 {
    let person = town.person(who);
    town.write(move |c| Ok(told(c, person)?))
}

/// Adds a tag and gives its path.
fn add(town: &Town, name: &str) -> String {
    let form = [("en", name), ("about-en", "All about it.")];
    let answer = town.as_("stella").post("/tags", &form);
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().to_owned()
}

fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// Opens a thread with tags.
fn begin(browser: &Browser, title: &str, tags: &[&str]) -> Answer {
    let mut form = vec![("title", title), ("body", "What do you think?"), ("sure", "yes")];
    form.extend(tags.iter().map(|tag| ("tags", id(tag))));
    browser.post("/threads", &form)
}

#[test]
fn guides_keep_the_list_and_nobody_else() {
    let town = open();
    let traffic = add(&town, "Traffic");
    let (stella, marta, guest) = (town.as_("stella"), town.as_("marta"), town.stranger());
    assert!(guest.get("/tags").contains("Traffic") && !guest.get("/tags").contains("Change the tag"));
    assert_eq!(marta.post("/tags", &[("en", "Bread")]).status(), 403);
    for path in ["/tags/new".into(), format!("{traffic}/edit")] {
        assert_eq!(marta.get(&path).status(), 403);
    }
    let again = stella.post("/tags", &[("en", "TRAFFIC"), ("about-en", "As typed.")]);
    assert_eq!(again.status(), 422);
    assert!(again.contains("Another tag has this name.") && again.contains("As typed."), "{}", again.text());
    assert_eq!(stella.post("/tags", &[("en", " ")]).status(), 422);
    assert_eq!(stella.post(&traffic, &[("en", "Roads")]).status(), 303);
    assert!(guest.get(&traffic).contains("<h1>Roads</h1>"));
    assert!(guest.get("/activity").contains("changed a tag"));
    assert_eq!(guest.get("/tags/999").status(), 404);
}

#[test]
fn a_thread_has_up_to_three_and_is_found_by_each() {
    let town = open();
    let tags = ["Traffic", "School", "River", "Bread"].map(|name| add(&town, name));
    let tags = tags.each_ref().map(String::as_str);
    let (marta, guest) = (town.as_("marta"), town.stranger());
    assert!(marta.get("/threads/new").contains("Up to three that say"));
    let many = begin(&marta, "Who crosses the bridge?", &tags);
    assert_eq!(many.status(), 422);
    assert!(many.contains("Choose 3 tags at most.") && many.contains("Who crosses the bridge?"));
    let thread = begin(&marta, "Who crosses the bridge?", &tags[..2]).location().to_owned();
    begin(&marta, "Where do we bake?", &tags[3..]);
    assert!(guest.get(&thread).contains(&format!("href=\"{}\">School", tags[1])));
    let listed = guest.get(tags[1]);
    assert!(listed.contains("Who crosses the bridge?") && !listed.contains("Where do we bake?"));
    assert!(guest.get(tags[2]).contains("No thread has this tag yet."));
    let found = guest.get(&format!("/search?q=what&tag={}", id(tags[1])));
    assert!(found.contains("Who crosses the bridge?") || found.contains("crosses"), "{}", found.text());
    assert!(!found.contains("bake"), "{}", found.text());
    assert_eq!(guest.get("/search?q=what&tag=999").status(), 422);
}

#[test]
fn whoever_began_it_changes_the_tags_and_guides_correct_them() {
    let town = open();
    let [school, river] = ["School", "River"].map(|name| add(&town, name));
    let thread = begin(&town.as_("marta"), "Who crosses the bridge?", &[&school]).location().to_owned();
    let path = format!("{thread}/tags");
    assert_eq!(town.as_("amina").get(&path).status(), 403);
    assert_eq!(town.as_("amina").post(&path, &[("tags", id(&river))]).status(), 403);
    let form = town.as_("marta").get(&path).text();
    assert!(form.contains(&format!("value=\"{}\" checked", id(&school))), "{form}");
    assert_eq!(town.as_("marta").post(&path, &[("tags", id(&river))]).status(), 303);
    assert!(!town.stranger().get("/activity").contains("changed the tags of a thread"));
    assert!(town.stranger().get(&river).contains("Who crosses the bridge?"));
    assert!(!town.stranger().get(&school).contains("Who crosses the bridge?"));
    town.as_("stella").post(&path, &[]);
    assert!(!town.stranger().get(&river).contains("Who crosses the bridge?"));
    assert!(town.stranger().get("/activity").contains("changed the tags of a thread"));
}

#[test]
fn a_retired_tag_is_offered_no_more_and_its_threads_keep_it() {
    let town = open();
    let school = add(&town, "Lessons");
    let (stella, marta) = (town.as_("stella"), town.as_("marta"));
    let thread = begin(&marta, "Who crosses the bridge?", &[&school]).location().to_owned();
    assert_eq!(stella.post(&format!("{school}/retirement"), &[]).status(), 303);
    assert!(!marta.get("/threads/new").contains("Lessons"));
    assert!(
        marta.get(&thread).contains("Lessons") && marta.get(&format!("{thread}/tags")).contains("Lessons")
    );
    begin(&marta, "Where do we bake?", &[&school]);
    let listed = town.stranger().get(&school);
    assert!(listed.contains("retired") && listed.contains("bridge") && !listed.contains("bake"));
    stella.post(&format!("{school}/retirement?_method=delete"), &[]);
    assert!(marta.get("/threads/new").contains("Lessons"));
}

#[test]
fn merged_tags_are_one_and_links_lead_on() {
    let town = open();
    let [school, pupils] = ["School", "Pupils"].map(|name| add(&town, name));
    let (stella, vera) = (town.as_("stella"), town.as_("vera"));
    begin(&town.as_("marta"), "Who crosses the bridge?", &[&school, &pupils]);
    begin(&town.as_("marta"), "Where do we bake?", &[&school]);
    vera.post(&format!("{school}/follow"), &[]);
    assert_eq!(stella.post(&format!("{school}/merge"), &[("into", "none")]).status(), 422);
    assert_eq!(stella.post(&format!("{school}/merge"), &[("into", id(&school))]).status(), 422);
    assert_eq!(town.as_("marta").post(&format!("{school}/merge"), &[("into", id(&pupils))]).status(), 403);
    assert_eq!(stella.post(&format!("{school}/merge"), &[("into", id(&pupils))]).location(), pupils);
    assert_eq!(town.stranger().get(&school).location(), pupils);
    let listed = town.stranger().get(&pupils);
    assert!(listed.contains("bridge") && listed.contains("bake"));
    begin(&town.as_("marta"), "Who reads to whom?", &[&pupils]);
    assert_eq!(hears(&town, "vera"), 1, "whoever followed one follows what both have become");
}

#[test]
fn followers_hear_of_what_they_may_read() {
    let town = open();
    let school = add(&town, "School");
    for who in ["vera", "marta"] {
        assert_eq!(town.as_(who).post(&format!("{school}/follow"), &[]).status(), 303);
    }
    assert_eq!(town.stranger().post(&format!("{school}/follow"), &[]).status(), 303, "signs in first");
    begin(&town.as_("amina"), "Who crosses the bridge?", &[&school]);
    assert_eq!((hears(&town, "vera"), hears(&town, "marta"), hears(&town, "amina")), (1, 1, 0));
    let private = start_in_circle(&town.as_("stella"), "A plan", "Quincunx.");
    town.as_("stella").post(&format!("{private}/tags"), &[("tags", id(&school))]);
    assert_eq!(hears(&town, "vera"), 1, "not of the circle");
    assert!(!town.stranger().get(&school).contains("A plan"));
    town.as_("vera").post(&format!("{school}/follow?_method=delete"), &[]);
    begin(&town.as_("amina"), "Where do we bake?", &[&school]);
    assert_eq!(hears(&town, "vera"), 1);
}

#[test]
fn a_page_of_a_tag_takes_as_many_statements_with_many_threads() {
    let town = open();
    let school = add(&town, "School");
    let marta = town.as_("marta");
    begin(&marta, "Who crosses the bridge?", &[&school]);
    let few = statements(&town, &marta, &school);
    for n in 0..25 {
        town.wait(jiff::SignedDuration::from_hours(1));
        begin(&marta, &format!("Talk number {n}"), &[&school]);
    }
    assert_eq!(statements(&town, &marta, &school), few);
    let older = town.stranger().get(&school).text();
    assert!(older.contains(&format!("href=\"{school}?before=")), "{older}");
}
