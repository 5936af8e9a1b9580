//! What goes by itself after its days, over the whole house.

use jiff::SignedDuration;
use kalaka::upkeep;
use people::testing::Town;

fn days(n: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * n)
}

fn texts(town: &Town, sql: &'static str) -> Vec<String> {
    town.app.db.read_now(move |c| c.all(sql, &[])).unwrap()
}

#[test]
fn what_a_removed_post_said_goes_after_its_days() {
    let town = Town::open(kalaka::house::routes());
    let marta = town.as_("marta");
    marta.post("/threads", &[("title", "Bread"), ("body", "Who bakes?")]);
    marta.post("/threads/1/posts", &[("body", "I do.")]);
    marta.post("/posts/2", &[("body", "I do not.")]);
    marta.post("/posts/1", &[("body", "Who bakes well?")]);
    assert_eq!(marta.post("/posts/2?_method=delete", &[]).status(), 303);
    let said = "select body from posts union all select body from post_versions order by 1";
    town.wait(days(29));
    town.run(upkeep::hold(&town.app));
    assert_eq!(texts(&town, said).len(), 4);
    town.wait(days(2));
    town.run(upkeep::hold(&town.app));
    // The one that is there, and how it read before, stay.
    assert_eq!(texts(&town, said), ["", "Who bakes well?", "Who bakes?"]);
}

#[test]
fn letters_in_the_folder_go_after_their_days() {
    let town = Town::open(kalaka::house::routes());
    let folder = town.app.settings.data.join("mail");
    std::fs::create_dir_all(&folder).unwrap();
    for name in ["20261020T090000.000-0000000001.eml", "20261120T090000.000-0000000002.eml"] {
        std::fs::write(folder.join(name), "x").unwrap();
    }
    town.run(upkeep::hold(&town.app));
    let left: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["20261120T090000.000-0000000002.eml"]);
}
