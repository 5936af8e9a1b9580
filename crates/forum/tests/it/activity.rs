use crate::town::{open, post_id, reply, start, statements, voice};
use kit::Scope;
use kit::activity::{Happening, record};

#[test]
fn the_log_says_who_did_what_in_which_voice() {
    let town = open();
    assert!(town.stranger().get("/activity?kind=thread").contains("Nothing has happened here yet"));
    let school = town.group("school").to_string();
    let fields = [("title", "Our <van>"), ("body", "x"), ("voice", school.as_str())];
    let thread = town.as_("marta").post("/threads", &fields).location().to_owned();
    reply(&town.as_("amina"), &thread, "Good.");
    let post = post_id(&town, &thread, 2);
    town.as_("amina").post(&format!("/posts/{post}?_method=delete"), &[]);
    let page = town.stranger().get("/activity");
    let link = format!(r#"<a href="{thread}">Our &lt;van&gt;</a>"#);
    for text in [
        format!(
            "Márta Tóth started a thread: {link} <span class=\"voice organisations\">Primary School</span>"
        ),
        format!("Amina Haddad wrote in {link}"),
        format!("Amina Haddad removed a post from {link}"),
    ] {
        assert!(page.contains(&text), "{text} is not in {}", page.text());
    }
    assert!(town.stranger().speaking("hu").get("/activity").contains("Márta Tóth beszélgetést indított"));
    assert!(!town.stranger().get("/activity?kind=need").contains("Our"));
    assert_eq!(statements(&town, &town.stranger(), "/activity"), 1);
}

#[test]
fn a_kind_without_words_of_its_own_is_told_all_the_same() {
    let town = open();
    let (by, now) = (voice(&town, "marta"), town.now());
    town.write(move |c| {
        let what = Happening { kind: "odd.one_out", subject: ("odd", 1), title: "T", scope: Scope::Open };
        record(c, &by, what, now)?;
        let hidden = Happening { kind: "odd.hidden", subject: ("odd", 1), title: "H", scope: Scope::Private };
        Ok(record(c, &by, hidden, now)?)
    });
    let page = town.as_("istvan").get("/activity");
    assert!(page.contains("Márta Tóth: T") && !page.contains("Márta Tóth: H"), "{}", page.text());
}

#[test]
fn the_log_goes_back() {
    let town = open();
    let marta = town.as_("marta");
    for n in 1..=60 {
        start(&marta, &format!("Thread number {n}."), "x");
    }
    let page = town.stranger().get("/activity?kind=thread").text();
    assert!(page.contains("number 60.") && page.contains("number 11.") && !page.contains("number 10."));
    let older = page.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let older = older.replace("&#38;", "&").replace("&amp;", "&");
    let back = town.stranger().get(&older).text();
    assert!(back.contains("number 10.") && back.contains("number 1.") && !back.contains("number 11."));
    for odd in ["?before=x", "?before=-1", "?kind=%3Cscript%3E", "?kind=person"] {
        assert_eq!(town.stranger().get(&format!("/activity{odd}")).status(), 200, "{odd}");
    }
}
