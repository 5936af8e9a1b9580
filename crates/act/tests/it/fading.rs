use crate::table::{as_, days_pass, draft, in_days, promise, reads, started, town};
use db::One;
use people::testing::Town;

db::query! {
    fn told(kind: &str) -> Vec<String> {
        "select p.name from notifications n join persons p on p.id = n.person_id
         where n.kind = $1 and n.read_at is null order by p.name"
    }

    fn times(kind: &str) -> One<i64> {
        "select coalesce(cast(sum(count) as bigint), 0) from notifications where kind = $1"
    }

    fn looks() -> One<i64> {
        "select count(*) from jobs where kind = 'initiative.look'"
    }
}

fn fading(town: &Town) -> Vec<String> {
    town.write(|c| Ok(told(c, "initiative.fading")?))
}

/// Two carriers, the guide, the steward, and the third carrier.
const ALL: [&str; 5] = ["Gábor Kiss", "István Nagy", "Márta Tóth", "Pista Bíró", "Stella Kovács"];

fn says(town: &Town, path: &str) -> String {
    let text = reads(town, "", path);
    let state = text.split("class=\"state ").nth(1).unwrap().split("</span>").next().unwrap();
    state.rsplit("> ").next().unwrap_or_default().trim().to_owned()
}

#[test]
fn health_is_said_to_the_day() {
    let town = town();
    let path = started(&town);
    assert_eq!(says(&town, &path), "quiet: nothing is promised for the next 30 days");
    promise(&town, "marta", &path, "Ask each street", 80);
    assert_eq!(says(&town, &path), "quiet: nothing is promised for the next 30 days");
    promise(&town, "marta", &path, "Print the rota", 12);
    assert_eq!(says(&town, &path), "moving");
    days_pass(&town, 29);
    assert_eq!(
        says(&town, &path),
        "quiet for 29 days",
        "the promise of day 12 is overdue, that of day 80 far"
    );
    days_pass(&town, 21);
    assert_eq!(says(&town, &path), "quiet for 50 days");
    days_pass(&town, 10);
    assert_eq!(says(&town, &path), "stalled for 60 days");
}

#[test]
fn a_post_in_its_threads_is_news() {
    let town = town();
    let path = started(&town);
    promise(&town, "marta", &path, "Ask each street", 30);
    days_pass(&town, 25);
    promise(&town, "gabor", &path, "Ask the villages too", 30);
    let form =
        [("title", "Who has a key?"), ("body", "The library closes at six."), ("subject", "initiative-1")];
    days_pass(&town, 29);
    assert_eq!(says(&town, &path), "moving");
    assert_eq!(town.as_("amina").post("/threads", &form).status(), 303);
    promise(&town, "gabor", &path, "Ask the last village", 30);
    days_pass(&town, 20);
    assert_eq!(
        town.as_("amina").post("/threads/1/posts", &[("body", "I have one."), ("voice", "me")]).status(),
        303
    );
    days_pass(&town, 9);
    assert_eq!(says(&town, &path), "moving", "29 days after the promise, 9 after the post");
    days_pass(&town, 1);
    assert_eq!(says(&town, &path), "moving");
}

#[test]
fn those_who_carry_it_and_guides_are_told_a_week_before() {
    let town = town();
    let path = started(&town);
    assert_eq!(fading(&town), [""; 0]);
    promise(&town, "marta", &path, "Ask each street", 60);
    promise(&town, "marta", &path, "Print the rota", 30);
    // Day 30 is the last with a promise ahead; on day 31 it would be quiet, for news are old by day 30.
    days_pass(&town, 22);
    assert_eq!(fading(&town), [""; 0]);
    days_pass(&town, 1);
    assert_eq!(fading(&town), ALL);
    assert!(reads(&town, "marta", "/notifications").contains("It grows quiet."));
    // Once is enough.
    days_pass(&town, 6);
    assert_eq!(town.write(|c| Ok(times(c, "initiative.fading")?)), 5);
    // It went quiet; before it stalls they are told once more.
    days_pass(&town, 23);
    assert_eq!(town.write(|c| Ok(times(c, "initiative.fading")?)), 5);
    days_pass(&town, 2);
    assert_eq!(town.write(|c| Ok(times(c, "initiative.fading")?)), 10);
    days_pass(&town, 30);
    assert_eq!(town.write(|c| Ok(times(c, "initiative.fading")?)), 10);
}

#[test]
fn news_put_the_warning_off() {
    let town = town();
    let path = started(&town);
    promise(&town, "marta", &path, "Ask each street", 28);
    days_pass(&town, 20);
    promise(&town, "gabor", &path, "Ask the villages too", 30);
    days_pass(&town, 12);
    assert_eq!(fading(&town), [""; 0], "the first is overdue, but there was news");
}

#[test]
fn one_that_starts_without_a_promise_is_asked_for_one_the_next_morning() {
    let town = town();
    started(&town);
    days_pass(&town, 1);
    assert_eq!(fading(&town), ALL);
}

#[test]
fn one_looks_only_while_it_is_under_way() {
    let town = town();
    let path = draft(&town);
    assert_eq!(town.write(|c| Ok(looks(c)?)), 0);
    for who in ["gabor", "pista"] {
        town.as_(who).post(&format!("{path}/carriers"), &[("voice", &as_(&town, who))]);
    }
    days_pass(&town, 3);
    assert_eq!(town.write(|c| Ok(looks(c)?)), 1);
    town.as_("marta").post(&format!("{path}/closure"), &[("note", "It is done.")]);
    days_pass(&town, 1);
    assert_eq!(town.write(|c| Ok(looks(c)?)), 0);
    let _ = in_days(&town, 1);
}
