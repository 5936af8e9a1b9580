//! Notices: one's own, newest first, marked when they are opened.

use jiff::SignedDuration;
use people::notices::{self, Notice};
use people::testing::Town;

fn told() -> Town {
    let town = Town::open(people::routes());
    for (n, path) in ["/groups/1", "/people"].into_iter().enumerate() {
        let (marta, now) = (town.person("marta"), town.now());
        town.write(move |c| {
            let subject = ("invitation", n as i64);
            let notice =
                Notice { kind: "invitation-accepted", subject, path, title: "", by_name: "Nadia <i>" };
            Ok(notices::tell(c, marta, notice, now)?)
        });
        town.wait(SignedDuration::from_mins(1));
    }
    town
}

/// The paths of the notices on a page, in its order.
fn listed(page: &str) -> Vec<String> {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut paths: Vec<String> =
        links.filter(|l| l.starts_with("/notifications/")).map(String::from).collect();
    paths.dedup();
    paths
}

#[test]
fn opening_a_notice_leads_on_and_marks_it() {
    let town = told();
    let marta = town.as_("marta");
    let (page, statements) = town.counted(&marta, "/notifications");
    assert!(page.contains("2 new") && page.contains("Nadia &#60;i&#62; has accepted your invitation"));
    assert!(statements <= 12, "{statements}");
    let paths = listed(&page.text());
    assert_eq!(marta.get(&paths[0]).location(), "/people");
    assert!(marta.get("/notifications").contains("1 new"));
    assert_eq!(marta.post(&format!("{}/reading", paths[1]), &[]).location(), "/notifications");
    assert!(!marta.get("/notifications").contains(" new<"));
}

#[test]
fn all_are_marked_with_one_press() {
    let town = told();
    let marta = town.as_("marta");
    marta.post("/notifications/reading", &[]);
    let page = marta.get("/notifications");
    assert!(!page.contains("unread") && page.contains("has accepted"));
}

#[test]
fn nobody_opens_anothers_notice() {
    let town = told();
    let paths = listed(&town.as_("marta").get("/notifications").text());
    let gabor = town.as_("gabor");
    assert_eq!(gabor.get(&paths[0]).status(), 404);
    assert_eq!(gabor.post(&format!("{}/reading", paths[0]), &[]).status(), 404);
    assert!(gabor.get("/notifications").contains("Nothing yet"));
    assert_eq!(town.stranger().get("/notifications").status(), 303);
    gabor.post("/notifications/reading", &[]);
    assert!(town.as_("marta").get("/notifications").contains("2 new"));
}

#[test]
fn older_notices_stand_on_further_pages() {
    let town = Town::open(people::routes());
    let (marta, now) = (town.person("marta"), town.now());
    town.write(move |c| {
        for n in 0..45 {
            let subject = ("invitation", n);
            let notice =
                Notice { kind: "invitation-accepted", subject, path: "/", title: "", by_name: "Nadia" };
            notices::tell(c, marta, notice, now)?;
        }
        Ok(())
    });
    let browser = town.as_("marta");
    let first = browser.get("/notifications").text();
    let older = first.split("href=\"").find(|rest| rest.starts_with("/notifications?before=")).unwrap();
    let second = browser.get(older.split('"').next().unwrap()).text();
    let (first, second) = (listed(&first), listed(&second));
    assert_eq!((first.len(), second.len()), (40, 5));
    assert!(second.iter().all(|path| !first.contains(path)));
}
