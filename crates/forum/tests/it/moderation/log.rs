//! The public log.

use super::{SECRET, act, flag, town};
use crate::town::{post_id, start_in_circle};

#[test]
fn it_names_no_one_and_says_what_why_and_where() {
    let (town, thread, post) = town();
    flag(&town, "amina", post, "unkind");
    for deed in ["hidden", "warned", "paused-3", "blocked"] {
        act(&town, "stella", post, deed);
    }
    let log = town.stranger().get("/moderation/log");
    assert_eq!(log.status(), 200);
    let log = log.text();
    for said in [
        "hid a post",
        "warned somebody",
        "for 3 days",
        "blocked somebody",
        "unkind or threatening",
        "Who visits whom?",
    ] {
        assert!(log.contains(said), "{said}: {log}");
    }
    assert_eq!(
        log.matches(&format!("href=\"{thread}\"")).count(),
        1,
        "only what befell a post has its thread"
    );
    for name in ["Gábor", "Amina", "Stella", SECRET, "It hurt", "Look at this"] {
        assert!(!log.contains(name), "{name}: {log}");
    }
    let activity = town.stranger().get("/activity").text();
    assert!(activity.contains("A guide hid a post in") && activity.contains("A guide paused somebody"));
    assert!(!activity.contains(SECRET) && !activity.contains("Stella"), "{activity}");
}

#[test]
fn of_the_circles_threads_only_the_circle_knows() {
    let (town, ..) = town();
    let thread = start_in_circle(&town.as_("marta"), "A quiet plan", "Ours.");
    let post = post_id(&town, &thread, 1);
    flag(&town, "amina", post, "unkind");
    for deed in ["hidden", "warned"] {
        act(&town, "stella", post, deed);
    }
    for browser in [town.stranger(), town.as_("vera")] {
        for path in ["/moderation/log", "/activity"] {
            let log = browser.get(path).text();
            for said in ["A quiet plan", "hid a post", "warned"] {
                assert!(!log.contains(said), "{path} {said}: {log}");
            }
        }
    }
    let log = town.as_("amina").get("/moderation/log").text();
    assert!(log.contains("A quiet plan") && log.contains("warned somebody"), "{log}");
}

#[test]
fn a_long_log_is_read_in_pages() {
    let (town, thread, post) = town();
    for _ in 0..26 {
        let hidden = act(&town, "stella", post, "hidden");
        town.as_("stella").post(&format!("/moderation/acts/{hidden}?_method=delete"), &[]);
    }
    let first = town.stranger().get("/moderation/log").text();
    assert_eq!(first.matches(&format!("href=\"{thread}\"")).count(), 50);
    let older = first.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let second = town.stranger().get(older).text();
    assert_eq!(second.matches(&format!("href=\"{thread}\"")).count(), 2);
    assert_eq!(town.stranger().get("/moderation/log?before=nonsense").status(), 200);
}
