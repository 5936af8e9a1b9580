use crate::town::{open, reply, soon, start, start_in_circle, work};
use db::One;
use kit::PersonId;
use people::testing::Town;

db::query! {
    fn unread(person: PersonId, kind: &str) -> One<i64> {
        "select count(*) from notifications where person_id = $1 and kind = $2 and read_at is null"
    }
}

fn notices(town: &Town, name: &str, kind: &'static str) -> i64 {
    let person = town.person(name);
    town.write(move |c| Ok(unread(c, person, kind)?))
}

#[test]
fn who_is_named_is_told_once() {
    let town = open();
    let body = "@marta toth, can the @Town Library help? Write to x@Gábor or `@Judit Szabó`. @Nobody Here";
    let thread = start(&town.as_("amina"), "Who can help?", body);
    assert_eq!(notices(&town, "marta", "mention"), 1);
    assert_eq!(notices(&town, "stella", "mention"), 1, "she speaks for the library");
    assert_eq!(notices(&town, "gabor", "mention") + notices(&town, "judit", "mention"), 0);
    let page = town.stranger().get(&thread);
    assert!(page.contains(r#"<strong class="mention">@marta toth</strong>,"#), "{}", page.text());
    assert!(page.contains(r#">@Town Library</a> help?"#) && page.contains("@Nobody Here"));
    let marta = town.as_("marta");
    assert!(marta.get("/threads").contains("1 new"));
    marta.get(&thread);
    soon("who reads it needs no notice of it", || notices(&town, "marta", "mention") == 0);
}

#[test]
fn a_name_that_two_bear_is_nobodys() {
    let town = open();
    let now = town.now();
    town.write(move |c| {
        Ok(people::persons::create(c, "Marta Toth", "other@example.org", kit::Role::Member, false, now)?)
    });
    let thread = start(&town.as_("amina"), "Who can help?", "@Márta Tóth!");
    assert_eq!(notices(&town, "marta", "mention"), 0);
    assert!(!town.stranger().get(&thread).contains("class=\"mention\""));
}

#[test]
fn naming_somebody_in_the_circle_tells_only_those_who_are_in_it() {
    let town = open();
    start_in_circle(&town.as_("amina"), "Among ourselves", "@Vera Horváth and @Márta Tóth");
    assert_eq!((notices(&town, "vera", "mention"), notices(&town, "marta", "mention")), (0, 1));
}

#[test]
fn a_change_tells_only_whom_it_newly_names() {
    let town = open();
    let amina = town.as_("amina");
    let thread = start(&amina, "Who can help?", "@Márta Tóth?");
    let post = crate::town::post_id(&town, &thread, 1);
    town.as_("marta").get(&thread);
    soon("read", || notices(&town, "marta", "mention") == 0);
    amina.post(&format!("/posts/{post}"), &[("body", "@Márta Tóth or @Gábor Kiss?")]);
    assert_eq!((notices(&town, "marta", "mention"), notices(&town, "gabor", "mention")), (0, 1));
    amina.post(&format!("/posts/{post}?_method=delete"), &[]);
    assert_eq!(notices(&town, "gabor", "mention"), 0, "what is removed concerns nobody");
}

#[test]
fn who_follows_and_is_named_hears_once() {
    let town = open();
    let thread = start(&town.as_("marta"), "Who can help?", "Anyone?");
    reply(&town.as_("amina"), &thread, "@Márta Tóth, me.");
    work(&town);
    assert_eq!((notices(&town, "marta", "mention"), notices(&town, "marta", "reply")), (1, 0));
}
