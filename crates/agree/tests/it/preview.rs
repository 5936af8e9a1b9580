//! Without JavaScript, a second button of each form shows how its text will look; nothing is done.

use crate::table::{focus, in_days, need, reads, town};
use db::One;

db::query! {
    fn count_made() -> One<i64> {
        "select (select count(*) from needs) + (select count(*) from agenda_items) + (select count(*) from focuses)
              + (select count(*) from meetings) + (select count(*) from charter_versions)
              + (select count(*) from decisions)"
    }
}

/// Fields of a form and what stands in them.
type Typed<'a> = &'a [(&'a str, &'a str)];

#[test]
fn every_form_with_a_text_shows_it_before_it_is_sent() {
    let town = town();
    let (need, focus) = (need(&town, "A bench").to_string(), focus(&town, "A safe way to school"));
    let (on_day, path) = (in_days(&town, 9), format!("/focuses/{focus}"));
    let decision = format!("{path}/decision");
    let forms: [(&str, &str, &str, Typed); 9] = [
        ("/needs/new", "/needs", "body", &[("title", "Dry firewood"), ("next", "different")]),
        (&format!("/needs/{need}/edit"), &format!("/needs/{need}"), "body", &[("title", "Dry firewood")]),
        ("/agenda/new", "/agenda", "body", &[("title", "Dry firewood")]),
        (
            "/focuses/new",
            "/focuses",
            "body",
            &[("title", "Dry firewood"), ("term_months", "12"), ("need", &need)],
        ),
        (&format!("{path}/edit"), &path, "body", &[("title", "Dry firewood"), ("term_months", "12")]),
        (&decision, &decision, "body", &[("closes_at", &on_day)]),
        (
            "/meetings/new",
            "/meetings",
            "body",
            &[("title", "Dry firewood"), ("place", "x y"), ("starts", &on_day)],
        ),
        ("/charter/edit", "/charter/edit", "body-1", &[("title-1", "Dry firewood"), ("seen", "0")]),
        ("/charter/edit", "/charter/edit", "body-8", &[("title-8", "Dry firewood"), ("seen", "0")]),
    ];
    let made = town.write(|c| Ok(count_made(c)?));
    for (form, action, field, typed) in forms {
        let button = "<noscript><button class=\"button plain\" name=\"preview\" value=\"yes\">";
        let empty = reads(&town, "stella", form);
        assert!(empty.contains(button) && !empty.contains("class=\"preview"), "{form}: {empty}");
        let asked = [(field, "Before the **frost** <b>"), ("voice", "me"), ("preview", "yes")];
        let answer = town.as_("stella").post(action, &[typed, &asked].concat());
        let page = answer.text();
        assert_eq!(answer.status(), 200, "{action}: {page}");
        assert!(page.contains("Before the <strong>frost</strong>"), "{action}: {page}");
        assert!(page.contains("Before the **frost** &#60;b&#62;"), "{action}: what was typed is lost");
        assert!(
            typed.iter().all(|(_, value)| page.contains(value) || *value == "different"),
            "{action}: {page}"
        );
        let faulty = town.as_("stella").post(action, &[("preview", "yes"), ("title", "x"), ("title-1", "x")]);
        assert_eq!(faulty.status(), 422, "{action}: {}", faulty.text());
    }
    assert_eq!(town.write(|c| Ok(count_made(c)?)), made, "nothing was done");
    assert_eq!(town.as_("amina").post("/agenda", &[("title", "Mine"), ("preview", "yes")]).status(), 403);
}
