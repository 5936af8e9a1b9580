use crate::town::{open, reply, soon, start, start_in_circle, work};
use db::Changed;
use kit::PersonId;
use people::testing::Town;

db::row! {
    struct Told {
        kind: String,
        path: String,
        by_name: String,
        count: i64,
    }
}

db::query! {
    fn told_to(person: PersonId) -> Vec<Told> {
        "select kind, path, by_name, count from notifications where person_id = $1 and read_at is null order by id"
    }

    fn put_out_of_circle(person: PersonId) -> Changed {
        "update persons set in_circle = false where id = $1"
    }
}

fn told(town: &Town, name: &str) -> Vec<Told> {
    work(town);
    let person = town.person(name);
    town.write(move |c| Ok(told_to(c, person)?))
}

#[test]
fn several_answers_are_one_notice_that_counts_and_leads_to_the_first() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    let school = town.group("club").to_string();
    reply(&town.as_("amina"), &thread, "Me.");
    town.as_("gabor").post(&format!("{thread}/posts"), &[("body", "Us."), ("voice", &school)]);
    let found = told(&town, "marta");
    assert_eq!(found.len(), 1);
    let Told { kind, path, by_name, count } = &found[0];
    assert_eq!((kind.as_str(), path.as_str()), ("reply", format!("{thread}?from=2#post-2").as_str()));
    assert_eq!((by_name.as_str(), *count), ("Football Club", 2));
    assert_eq!(told(&town, "amina")[0].count, 1, "she follows since she answered");
    assert!(told(&town, "gabor").is_empty(), "nobody hears of their own words");
    town.as_("marta").get(&thread);
    soon("who has read it all needs no notice", || told(&town, "marta").is_empty());
}

#[test]
fn who_says_no_hears_no_more_even_after_writing() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    let marta = town.as_("marta");
    let stopped = marta.post(&format!("{thread}/follow?_method=delete"), &[]);
    assert_eq!(stopped.location(), thread);
    assert!(marta.get(&thread).contains("You don’t follow this thread any more"));
    reply(&marta, &thread, "One more thing.");
    reply(&town.as_("amina"), &thread, "Me.");
    assert!(told(&town, "marta").is_empty());
    marta.post(&format!("{thread}/follow"), &[]);
    reply(&town.as_("amina"), &thread, "And again.");
    assert_eq!(told(&town, "marta").len(), 1);
    assert!(marta.get("/threads?show=followed").contains("A question"));
    assert!(town.as_("judit").get("/threads?show=followed").contains("You follow no thread yet"));
}

#[test]
fn who_has_left_the_circle_hears_nothing_of_it() {
    let town = open();
    let thread = start_in_circle(&town.as_("marta"), "Among ourselves", "Who?");
    let person = town.person("marta");
    town.write(move |c| Ok(put_out_of_circle(c, person)?));
    reply(&town.as_("amina"), &thread, "A secret.");
    assert!(told(&town, "marta").is_empty());
    assert_eq!(town.as_("marta").post(&format!("{thread}/follow"), &[]).status(), 404);
    assert_eq!(town.as_("marta").post(&format!("{thread}/follow?_method=delete"), &[]).status(), 404);
    assert!(town.stranger().post(&format!("{thread}/follow"), &[]).location().starts_with("/sign-in"));
}

#[test]
fn who_reads_before_the_moment_has_passed_needs_no_notice() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    reply(&town.as_("amina"), &thread, "Me.");
    let marta = town.as_("marta");
    marta.get(&thread);
    soon("she has read it", || !marta.get("/threads").contains("1 new"));
    assert!(told(&town, "marta").is_empty());
    reply(&town.as_("amina"), &thread, "And me again.");
    assert_eq!(told(&town, "marta")[0].path, format!("{thread}?from=3#post-3"));
}

#[test]
fn a_post_that_names_somebody_is_not_counted_a_second_time() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    for body in ["Me.", "@Márta Tóth, me.", "And me."] {
        reply(&town.as_("amina"), &thread, body);
    }
    let found = told(&town, "marta");
    let found: Vec<_> = found.iter().map(|told| (told.kind.as_str(), told.count)).collect();
    assert_eq!(found, [("mention", 1), ("reply", 2)]);
}
