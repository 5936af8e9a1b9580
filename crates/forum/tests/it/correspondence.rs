//! Messages: between Vera and Márta, between Vera and the school that Márta speaks for; of which István, the steward, and
//! Stella, a guide, learn nothing.

use jiff::SignedDuration;
use kit::testing::Answer;
use people::testing::Town;

const SECRET: &str = "quincunx";

fn town() -> Town {
    Town::open(forum::routes().merge(people::routes()))
}

fn person(town: &Town, name: &str) -> String {
    format!("p{}", town.person(name))
}

fn school(town: &Town) -> String {
    format!("g{}", town.group("school"))
}

fn begin(town: &Town, who: &str, to: &str, body: &str) -> Answer {
    town.as_(who).post("/messages", &[("to", to), ("body", body)])
}

/// Vera writes to Márta; gives where.
fn begun(town: &Town) -> String {
    let answer = begin(town, "vera", &person(town, "marta"), &format!("Hello **{SECRET}**"));
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().split('#').next().unwrap().to_owned()
}

fn say(town: &Town, who: &str, place: &str, body: &str) -> Answer {
    town.as_(who).post(place, &[("body", body)])
}

fn refused(answer: &Answer, said: &str, typed: &str) {
    assert_eq!(answer.status(), 422, "{}", answer.text());
    assert!(answer.contains(said) && answer.contains(typed), "{}", answer.text());
}

#[test]
fn two_people_write_to_each_other_and_nobody_else_learns_of_it() {
    let town = town();
    let form = town.as_("vera").get(&format!("/messages/new?to={}", person(&town, "marta")));
    assert!(form.contains("Write to Márta Tóth") && form.contains("Only the two of you"), "{}", form.text());
    let place = begun(&town);
    assert!(town.as_("marta").get("/notifications").contains("A message from Vera Horváth"));
    let list = town.as_("marta").get("/messages");
    assert!(
        list.contains("Vera Horváth") && list.contains("one new") && list.contains("Hello"),
        "{}",
        list.text()
    );
    let page = town.as_("marta").get(&place);
    assert!(page.contains(&format!("<strong>{SECRET}</strong>")), "{}", page.text());
    assert!(!town.as_("marta").get("/messages").contains("one new"), "read");
    assert!(say(&town, "marta", &place, "Good morning!").location().starts_with(&place));
    assert!(town.as_("vera").get(&place).contains("Good morning!"));
    for who in ["istvan", "stella", "gabor"] {
        assert_eq!(town.as_(who).get(&place).status(), 404, "{who}");
        assert_eq!(say(&town, who, &place, "I too").status(), 404, "{who}");
        assert_eq!(say(&town, who, &place, "").status(), 404, "{who}");
        assert_eq!(town.as_(who).post(&format!("{place}/block"), &[]).status(), 404, "{who}");
        assert_eq!(town.as_(who).get(&format!("{place}/reports/new?number=1")).status(), 404, "{who}");
        for page in ["/messages", "/activity", "/moderation/log", "/search?q=quincunx", "/notifications"] {
            assert!(!town.as_(who).get(page).text().contains(&format!("{SECRET}<")), "{who} {page}");
        }
    }
    assert!(town.stranger().get(&place).location().starts_with("/sign-in"));
    assert!(town.stranger().post(&place, &[("body", "x")]).location().starts_with("/sign-in"));
}

#[test]
fn the_second_who_writes_finds_what_the_first_began() {
    let town = town();
    let place = begun(&town);
    let again = begin(&town, "marta", &person(&town, "vera"), "And from me.");
    assert!(again.location().starts_with(&place));
    assert_eq!(
        town.as_("marta").get(&format!("/messages/new?to={}", person(&town, "vera"))).location(),
        place
    );
    assert_eq!(town.as_("vera").get(&place).text().matches("<article").count(), 2);
}

#[test]
fn all_who_speak_for_a_group_read_what_is_written_to_it() {
    let town = town();
    let answer = begin(&town, "vera", &school(&town), "Is the hall free on Friday?");
    let place = answer.location().to_owned();
    assert!(town.as_("vera").get(&place).contains("All who speak for the group read this"));
    let list = town.as_("marta").get("/messages");
    assert!(list.contains("Vera Horváth") && list.contains("for Primary School"), "{}", list.text());
    assert_eq!(say(&town, "marta", &place, "It is.").status(), 303);
    let page = town.as_("vera").get(&place);
    assert!(
        page.contains("Messages with Primary School") && page.contains("for Primary School"),
        "{}",
        page.text()
    );
    for who in ["gabor", "stella"] {
        assert_eq!(town.as_(who).get(&place).status(), 404, "{who}");
    }
    // Whoever speaks for it later reads it too; who doesn't any more, doesn't.
    let (gabor, marta, group, now) =
        (town.person("gabor"), town.person("marta"), town.group("school"), town.now());
    town.write(move |c| {
        people::memberships::put(c, gabor, group, people::memberships::GroupRole::Representative, now)?;
        Ok(people::memberships::leave(c, marta, group)?)
    });
    assert_eq!(town.as_("gabor").get(&place).status(), 200);
    assert_eq!(town.as_("marta").get(&place).status(), 404);
    assert!(!town.as_("marta").get("/messages").contains("Vera Horváth"));
}

#[test]
fn nobody_writes_to_themselves_to_their_own_group_or_to_what_is_not_there() {
    let town = town();
    assert_eq!(begin(&town, "vera", &person(&town, "vera"), "Me").status(), 403);
    assert_eq!(begin(&town, "marta", &school(&town), "We").status(), 403);
    for to in ["p99999", "g99999", "x1", ""] {
        assert_eq!(begin(&town, "vera", to, "Hello").status(), 404, "{to}");
        assert_eq!(town.as_("vera").get(&format!("/messages/new?to={to}")).status(), 404, "{to}");
    }
    let empty = begin(&town, "vera", &person(&town, "marta"), "  ");
    assert_eq!(empty.status(), 422);
    assert!(empty.contains("Write to Márta Tóth"));
    let long = "a".repeat(10_001);
    assert_eq!(begin(&town, "vera", &person(&town, "marta"), &long).status(), 422);
}

#[test]
fn who_is_stopped_can_not_write_and_keeps_what_they_wrote() {
    let town = town();
    let place = begun(&town);
    let stopped = town.as_("marta").post(&format!("{place}/block"), &[]);
    assert_eq!(stopped.location(), place);
    refused(&say(&town, "vera", &place, "One word more"), "want no messages from you", "One word more");
    refused(&begin(&town, "vera", &person(&town, "marta"), "Once more"), "want no messages", "Once more");
    refused(&say(&town, "marta", &place, "And I?"), "You have stopped messages here", "And I?");
    assert_eq!(town.as_("vera").post(&format!("{place}/block?_method=delete"), &[]).status(), 303);
    assert_eq!(say(&town, "vera", &place, "Now?").status(), 422, "only who stopped them takes it back");
    town.as_("marta").post(&format!("{place}/block?_method=delete"), &[]);
    assert_eq!(say(&town, "vera", &place, "Now?").status(), 303);
}

#[test]
fn a_closed_letterbox_takes_no_first_message() {
    let town = town();
    let place = begun(&town);
    assert_eq!(town.as_("marta").post("/messages/letterbox?_method=delete", &[]).location(), "/messages");
    assert!(town.as_("marta").get("/messages").contains("Your letterbox is closed"));
    let to = person(&town, "marta");
    refused(&begin(&town, "amina", &to, "Hello Márta"), "have closed their letterbox", "Hello Márta");
    assert_eq!(say(&town, "vera", &place, "We know each other").status(), 303);
    town.as_("marta").post("/messages/letterbox", &[]);
    assert_eq!(begin(&town, "amina", &to, "Hello Márta").status(), 303);
}

#[test]
fn a_newcomer_writes_to_three_people_a_day() {
    let town = town();
    for to in ["marta", "gabor", "judit"] {
        assert_eq!(begin(&town, "vera", &person(&town, to), "Hello").status(), 303);
    }
    refused(&begin(&town, "vera", &person(&town, "amina"), "Hello you"), "written to 3 people", "Hello you");
    town.wait(SignedDuration::from_hours(24));
    assert_eq!(begin(&town, "vera", &person(&town, "amina"), "Hello you").status(), 303);
}

#[test]
fn a_form_that_is_sent_twice_is_one_message() {
    let town = town();
    let place = begun(&town);
    for _ in 0..2 {
        let sent = town.as_("vera").post(&place, &[("body", "Only once"), ("key", "k")]);
        assert_eq!(sent.status(), 303);
    }
    assert_eq!(town.as_("vera").get(&place).text().matches("Only once").count(), 1);
}

#[test]
fn what_is_written_can_do_no_harm() {
    let town = town();
    let place = begun(&town);
    say(
        &town,
        "vera",
        &place,
        "<script>alert(1)</script> [x](javascript:alert(1)) ![p](https://a.example/p.png)",
    );
    let page = town.as_("marta").get(&place).text();
    assert!(!page.contains("<script>alert") && !page.contains("href=\"javascript:"), "{page}");
    assert!(!page.contains("src=\"https://a.example"), "no picture tells its server who reads");
}

#[test]
fn long_correspondences_come_in_pages() {
    let town = town();
    let place = begun(&town);
    for n in 0..35 {
        assert_eq!(say(&town, "marta", &place, &format!("Number {n}.")).status(), 303);
    }
    let newest = town.as_("vera").get(&place).text();
    assert!(newest.contains("Number 34.") && !newest.contains("Number 4."), "{newest}");
    let older = format!("{place}?before=7");
    assert!(newest.contains(&older));
    let page = town.as_("vera").get(&older).text();
    assert!(page.contains(SECRET) && page.contains("To the newest"), "{page}");
}

#[test]
fn a_reader_shows_one_message_to_the_guides_who_warn_its_writer() {
    let town = town();
    let place = begun(&town);
    say(&town, "vera", &place, "You are a fool");
    let form = town.as_("marta").get(&format!("{place}/reports/new?number=2"));
    assert!(form.contains("You are a fool") && !form.contains(SECRET), "{}", form.text());
    let report = |who: &str, number: &str, reason: &str| {
        town.as_(who).post(&format!("{place}/reports"), &[("number", number), ("reason", reason)])
    };
    assert_eq!(report("marta", "2", "repeated").status(), 422, "the platform's own reasons are not offered");
    assert_eq!(report("vera", "2", "unkind").status(), 403, "not one's own");
    assert_eq!(report("marta", "99", "unkind").status(), 404);
    assert_eq!(report("marta", "2", "unkind").location(), place);
    assert_eq!(report("marta", "2", "unkind").status(), 303, "a second time changes nothing");
    assert!(town.as_("stella").get("/notifications").contains("showed a message to the guides"));
    assert!(town.as_("stella").get("/moderation").contains("/moderation/reports"));
    let queue = town.as_("stella").get("/moderation/reports");
    assert!(queue.contains("You are a fool") && queue.contains("Márta Tóth"), "{}", queue.text());
    assert!(!queue.contains(SECRET), "that message and no other");
    for who in ["gabor", "marta", "vera"] {
        assert_eq!(town.as_(who).get("/moderation/reports").status(), 403, "{who}");
    }
    let path = settling(&queue.text());
    assert_eq!(town.as_("vera").post(&path, &[("deed", "nothing")]).status(), 403);
    assert_eq!(town.as_("stella").post(&path, &[("deed", "blocked")]).status(), 422);
    assert_eq!(town.as_("stella").post(&path, &[("deed", "warned")]).location(), "/moderation/reports");
    assert!(town.as_("stella").get("/moderation/reports").contains("No message waits"));
    assert!(town.as_("marta").get("/notifications").contains("looked at the message"));
    let told = town.as_("vera").get("/notifications").text();
    assert!(told.contains("warned you about a message"), "{told}");
    let log = town.stranger().get("/moderation/log").text();
    assert!(log.contains("warned") && !log.contains("Vera") && !log.contains("fool"), "{log}");
    assert_eq!(town.as_("stella").post(&path, &[("deed", "nothing")]).status(), 404, "looked at already");
}

/// Where the first report of the page is settled.
fn settling(page: &str) -> String {
    let tail = page.split("action=\"/moderation/reports/").nth(1).unwrap();
    format!("/moderation/reports/{}", tail.split('"').next().unwrap())
}

#[test]
fn who_is_paused_for_a_message_writes_none() {
    let town = town();
    let place = begun(&town);
    let form = [("number", "1"), ("reason", "unkind")];
    town.as_("marta").post(&format!("{place}/reports"), &form);
    let path = settling(&town.as_("stella").get("/moderation/reports").text());
    let pause = [("deed", "paused-3"), ("words", "Three days of rest.")];
    assert_eq!(town.as_("stella").post(&path, &pause).status(), 303);
    assert_eq!(say(&town, "vera", &place, "But I").status(), 403);
    assert!(town.as_("vera").get(&place).status() == 200, "reading goes on");
    assert!(town.as_("vera").get("/notifications").contains("paused your writing because of a message"));
}
