use crate::table::{begin, promise, reads, started, town};
use db::One;

db::query! {
    fn count() -> One<i64> {
        "select count(*) from results"
    }
}

const FORM: [(&str, &str); 5] = [
    ("title", "Nobody waits alone any more"),
    ("amount", "38"),
    ("unit", "people over 75 with a visitor"),
    ("body", "Counted by the **clinic** in October."),
    ("link", "www.example.org/report"),
];

#[test]
fn who_carries_it_or_promised_in_it_tells_what_came_of_it() {
    let town = town();
    let path = started(&town);
    let results = format!("{path}/results");
    promise(&town, "amina", &path, "Bring the coffee", 3);
    for who in ["judit", "vera"] {
        assert_eq!(town.as_(who).get(&format!("{results}/new")).status(), 403, "{who}");
        assert_eq!(town.as_(who).post(&results, &FORM).status(), 403, "{who}");
        assert!(!reads(&town, who, &path).contains("/results/new"), "{who}");
    }
    assert!(town.stranger().post(&results, &FORM).location().starts_with("/sign-in"));
    for who in ["amina", "gabor", "stella"] {
        assert_eq!(town.as_(who).get(&format!("{results}/new")).status(), 200, "{who}");
    }
    assert_eq!(town.as_("gabor").post(&results, &FORM).location(), "/initiatives/1#results");
    let text = reads(&town, "", &path);
    assert!(text.contains("<b>38</b>") && text.contains("<strong>clinic</strong>"), "{text}");
    assert!(text.contains("https://www.example.org/report") && text.contains("nofollow"), "{text}");
    let all = reads(&town, "", "/results");
    assert!(all.contains("Nobody waits alone any more") && all.contains("/initiatives/1#result-1"), "{all}");
    assert!(reads(&town, "", "/activity").contains("told what came of it"));
}

#[test]
fn a_result_has_evidence_and_a_number_says_what_it_counts() {
    let town = town();
    let path = started(&town);
    let (gabor, results) = (town.as_("gabor"), format!("{path}/results"));
    let bare = gabor.post(&results, &[("title", "It is much better now")]);
    assert_eq!(bare.status(), 422);
    assert!(bare.contains("It is much better now") && bare.contains("Add some evidence"), "{}", bare.text());
    let bad = [
        ([("amount", "38"), ("unit", "")], "Say what the number counts."),
        ([("amount", "many"), ("unit", "visits")], "This is not a number."),
        ([("amount", ""), ("link", "javascript:alert(1)")], "This doesn’t look like a web address"),
        ([("body", "Counted."), ("promise", "x")], "Choose one of these."),
    ];
    for (more, says) in bad {
        let answer = gabor.post(&results, &[&[("title", "It is much better now")], &more[..]].concat());
        assert_eq!(answer.status(), 422, "{says}");
        assert!(answer.contains(says), "{says}: {}", answer.text());
    }
    assert_eq!(town.write(|c| Ok(count(c)?)), 0);
    let half = [("title", "A half is a number too"), ("amount", "0,5"), ("unit", "hours a day")];
    assert_eq!(gabor.post(&results, &half).status(), 303);
    assert!(reads(&town, "", &path).contains("<b>0.5</b>"));
}

#[test]
fn it_names_the_promise_that_it_came_from_of_the_same_initiative() {
    let town = town();
    let path = started(&town);
    promise(&town, "gabor", &path, "Print the rota", 3);
    let other = begin(&town, "gabor", 1, "Something else entirely").location().to_owned();
    promise(&town, "gabor", &other, "Paint the bench", 3);
    town.as_("gabor").post("/promises/1/end", &[("state", "kept")]);
    assert!(reads(&town, "gabor", &path).contains("/results/new?promise=1"));
    let form = reads(&town, "gabor", &format!("{path}/results/new?promise=1"));
    assert!(form.contains("<option value=\"1\" selected>Print the rota"), "{form}");
    let elsewhere = [&FORM[..], &[("promise", "2")]].concat();
    assert_eq!(town.as_("gabor").post(&format!("{path}/results"), &elsewhere).status(), 422);
    let its = [&FORM[..], &[("promise", "1")]].concat();
    assert_eq!(town.as_("gabor").post(&format!("{path}/results"), &its).status(), 303);
}

#[test]
fn a_form_that_is_sent_twice_is_one_result_and_it_may_come_after_the_end() {
    let town = town();
    let path = started(&town);
    town.as_("gabor").post(&format!("{path}/closure"), &[("note", "Done.")]);
    let form = [&FORM[..], &[("key", "11")]].concat();
    for _ in 0..2 {
        assert_eq!(town.as_("gabor").post(&format!("{path}/results"), &form).status(), 303);
    }
    assert_eq!(town.write(|c| Ok(count(c)?)), 1);
}

#[test]
fn without_javascript_a_second_button_shows_how_the_text_will_look() {
    let town = town();
    let path = started(&town);
    let (results, edit) = (format!("{path}/results"), format!("{path}/edit"));
    for (who, form, action, field) in [
        ("gabor", format!("{results}/new"), results.clone(), "body"),
        ("gabor", edit, path.clone(), "aim"),
        ("gabor", "/initiatives/new".into(), "/initiatives".into(), "aim"),
    ] {
        assert!(reads(&town, who, &form).contains("<noscript><button"), "{form}");
        let typed = [("title", "Nobody waits alone"), ("focus", "1"), (field, "Counted by the **clinic**.")];
        let answer = town.as_(who).post(&action, &[&typed[..], &[("preview", "yes")]].concat());
        assert_eq!(answer.status(), 200, "{action}: {}", answer.text());
        for says in ["by the <strong>clinic</strong>.", "by the **clinic**.", "value=\"Nobody waits alone\""]
        {
            assert!(answer.contains(says), "{action}: {says}: {}", answer.text());
        }
    }
    assert_eq!(town.write(|c| Ok(count(c)?)), 0);
    assert!(!reads(&town, "", &path).contains("Nobody waits alone"));
    assert_eq!(town.as_("vera").post(&results, &[("preview", "yes"), ("title", "Not mine")]).status(), 403);
}

#[test]
fn a_result_is_found_and_its_initiatives_title_says_its_language() {
    let town = town();
    let path = started(&town);
    town.as_("gabor").post(&format!("{path}/results"), &FORM);
    for words in ["waits+alone", "october", "visitor"] {
        let found = reads(&town, "", &format!("/search?q={words}&kind=result"));
        assert!(found.contains("href=\"/initiatives/1#result-1\""), "{words}: {found}");
    }
    assert!(reads(&town, "", "/results").contains("<span lang=\"en\">A visitor for every street</span>"));
}

#[test]
fn many_results_are_paged_and_none_lead_on() {
    let town = town();
    assert!(reads(&town, "", "/results").contains("Nothing to show yet"));
    let path = started(&town);
    for n in 1..=25 {
        let title = format!("Result number {n}");
        let form = [("title", title.as_str()), ("body", "Counted.")];
        town.as_("gabor").post(&format!("{path}/results"), &form);
    }
    let first = reads(&town, "", "/results");
    assert!(first.contains("Result number 25") && !first.contains("Result number 1<"), "{first}");
    assert!(first.contains("/results?before=2"), "{first}");
    let second = reads(&town, "", "/results?before=2");
    assert!(second.contains("Result number 1<") && !second.contains("Result number 2<"));
    reads(&town, "", "/results?before=nonsense");
}
