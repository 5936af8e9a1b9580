use crate::table::{TITLE, begin, draft, end_focus, focus, in_days, is_sound, promise, reads, started, town};
use db::{Changed, One};
use jiff::{SignedDuration, Timestamp};
use kit::PersonId;
use people::testing::Town;

db::query! {
    fn count() -> One<i64> {
        "select count(*) from initiatives"
    }

    fn insert_item(title: &str, person: PersonId, now: Timestamp) -> Changed {
        "insert into agenda_items (title, body, html, locale, created_by, created_at)
         values ($1, $1, $1, 'en', $2, $3)"
    }
}

fn all(town: &Town) -> i64 {
    town.write(|c| Ok(count(c)?))
}

#[test]
fn anybody_begins_one_under_an_active_focus() {
    let town = town();
    let path = draft(&town);
    assert_eq!(path, "/initiatives/1");
    let text = reads(&town, "", &path);
    assert!(text.contains(TITLE) && text.contains("Nobody is alone for more than a day"), "{text}");
    assert!(text.contains("Growing old at home") && text.contains("Primary School"), "{text}");
    assert!(reads(&town, "", "/initiatives").contains(TITLE));
    assert!(reads(&town, "", "/focuses/1").contains(TITLE), "a focus lists its initiatives");
    let found = reads(&town, "", "/search?q=visitor");
    assert!(found.contains(&TITLE.replace("visitor", "<mark>visitor</mark>")), "it is found");
    assert!(reads(&town, "", "/activity").contains("proposed an initiative"), "it is in the log");
}

#[test]
fn a_stranger_is_asked_to_sign_in_first() {
    let town = town();
    let path = draft(&town);
    let stranger = town.stranger();
    for page in ["/initiatives/new", &format!("{path}/edit"), &format!("{path}/closure")] {
        assert!(stranger.get(page).location().starts_with("/sign-in"), "{page}");
    }
    for action in ["/initiatives", &path, &format!("{path}/carriers"), &format!("{path}/closure")] {
        assert!(stranger.post(action, &[("voice", "me")]).location().starts_with("/sign-in"), "{action}");
    }
    assert_eq!(all(&town), 1);
}

#[test]
fn what_was_typed_is_kept_when_something_is_missing() {
    let town = town();
    let amina = town.as_("amina");
    let answer = amina.post("/initiatives", &[("title", "A bench"), ("aim", "Short")]);
    assert_eq!(answer.status(), 422);
    assert!(answer.contains("A bench") && answer.contains("Under which focus?: "), "{}", answer.text());
    let answer =
        amina.post("/initiatives", &[("focus", "1"), ("title", "No"), ("aim", "Long enough to say it.")]);
    assert_eq!(answer.status(), 422);
    assert!(answer.contains("Long enough to say it."));
    let foreign = [("focus", "1"), ("title", "A bench"), ("aim", "Long enough to say it."), ("voice", "1")];
    assert_eq!(amina.post("/initiatives", &foreign).status(), 422, "not her voice");
    assert_eq!(all(&town), 0);
}

#[test]
fn a_form_that_is_sent_twice_is_one_initiative() {
    let town = town();
    let form = [("focus", "1"), ("title", TITLE), ("aim", "Nobody is alone."), ("key", "7")];
    let amina = town.as_("amina");
    assert_eq!(amina.post("/initiatives", &form).location(), "/initiatives/1");
    assert_eq!(amina.post("/initiatives", &form).location(), "/initiatives/1");
    assert_eq!(all(&town), 1);
    // Somebody else's form may have the same number.
    assert_ne!(town.as_("vera").post("/initiatives", &form).location(), "/initiatives/1");
    assert_eq!(all(&town), 2);
}

#[test]
fn under_a_focus_that_has_ended_none_begins() {
    let town = town();
    end_focus(&town, 1);
    assert_eq!(begin(&town, "marta", 1, TITLE).status(), 409);
    assert!(reads(&town, "marta", "/initiatives/new").contains("There is no active focus yet"));
    assert!(reads(&town, "", "/initiatives").contains("There is no active focus yet"));
}

#[test]
fn its_author_is_asked_how_it_relates_to_the_agenda() {
    let town = town();
    let (person, now) = (town.person("stella"), town.now());
    town.write(move |c| Ok(insert_item(c, "Visitors for lonely people in every street", person, now)?));
    town.write(|c| {
        let document = db::search::Document {
            kind: "agenda",
            subject_id: 1,
            scope: "open",
            path: "/agenda/1",
            title: "Visitors for lonely people in every street",
            body: "",
            locale: "en",
            said: None,
            at: Timestamp::UNIX_EPOCH,
        };
        Ok(db::search::put(c, &document)?)
    });
    let answer = begin(&town, "marta", 1, "Visitors for lonely people in every street");
    assert_eq!(answer.location(), "/agenda/relations/new?subject=initiative-1");
    assert!(reads(&town, "marta", answer.location()).contains("Visitors for lonely people"));
    let form = [("subject", "initiative-1"), ("item", "1"), ("relation", "complements")];
    assert_eq!(town.as_("gabor").post("/agenda/relations", &form).status(), 403, "who doesn’t carry it");
    assert_eq!(town.as_("marta").post("/agenda/relations", &form).location(), "/initiatives/1");
    assert!(reads(&town, "", "/initiatives/1").contains("/agenda/1"));
    assert!(reads(&town, "", "/agenda/1").contains("Visitors for lonely people"));
}

#[test]
fn it_is_talked_about_in_threads_of_its_own() {
    let town = town();
    let path = draft(&town);
    assert!(reads(&town, "amina", &path).contains("/threads/new?subject=initiative-1"));
    let form =
        [("title", "Who has a key?"), ("body", "The library closes at six."), ("subject", "initiative-1")];
    assert_eq!(town.as_("amina").post("/threads", &form).status(), 303);
    assert!(reads(&town, "", &path).contains("Who has a key?"));
    assert!(reads(&town, "", "/threads/1").contains(TITLE));
}

#[test]
fn who_carries_it_mends_its_words() {
    let town = town();
    let path = draft(&town);
    let form = [("title", "A visitor for each street"), ("aim", "Nobody is alone for two days.")];
    for who in ["amina", "gabor", "pista"] {
        assert_eq!(town.as_(who).get(&format!("{path}/edit")).status(), 403, "{who}");
        assert_eq!(town.as_(who).post(&path, &form).status(), 403, "{who}");
    }
    assert!(reads(&town, "marta", &format!("{path}/edit")).contains("Nobody is alone for more than a day"));
    assert_eq!(town.as_("marta").post(&path, &[("title", ""), ("aim", "Kept as typed.")]).status(), 422);
    assert_eq!(town.as_("marta").post(&path, &form).status(), 303);
    assert!(reads(&town, "", &path).contains("A visitor for each street"));
    assert_eq!(town.as_("stella").get(&format!("{path}/edit")).status(), 200, "a guide may");
}

#[test]
fn who_carries_it_or_a_guide_closes_it_with_a_word() {
    let town = town();
    let path = started(&town);
    let closure = format!("{path}/closure");
    for who in ["amina", "judit"] {
        assert_eq!(town.as_(who).get(&closure).status(), 403, "{who}");
        assert_eq!(town.as_(who).post(&closure, &[("note", "Done.")]).status(), 403, "{who}");
    }
    assert_eq!(town.as_("gabor").post(&closure, &[("note", "")]).status(), 422);
    assert_eq!(town.as_("gabor").post(&closure, &[("note", "Every street has one.")]).status(), 303);
    let text = reads(&town, "gabor", &path);
    assert!(text.contains("Every street has one.") && text.contains("closed"), "{text}");
    assert!(!text.contains("/closure") && !text.contains("/edit"), "{text}");
    // Once is enough, and nothing is added to what is closed.
    assert_eq!(town.as_("gabor").post(&closure, &[("note", "Again.")]).status(), 409);
    assert_eq!(town.as_("gabor").get(&format!("{path}/edit")).status(), 409);
    assert_eq!(town.as_("amina").post(&format!("{path}/carriers"), &[("voice", "me")]).status(), 409);
    assert_eq!(town.as_("amina").get(&format!("{path}/promises/new")).status(), 409);
    let due = in_days(&town, 3);
    let late = town.as_("amina").post(&format!("{path}/promises"), &[("what", "Too late"), ("due", &due)]);
    assert_eq!(late.status(), 409);
}

#[test]
fn one_that_is_not_there_is_not_found() {
    let town = town();
    for path in ["", "/edit", "/closure", "/promises/new", "/results/new"] {
        assert_eq!(town.as_("stella").get(&format!("/initiatives/99{path}")).status(), 404, "{path}");
    }
    assert_eq!(town.stranger().get("/initiatives/99").status(), 404);
    assert_eq!(town.as_("stella").post("/initiatives/99/carriers", &[("voice", "me")]).status(), 404);
}

#[test]
fn pages_ask_little_of_the_database_and_speak_both_languages() {
    let town = town();
    focus(&town, "Something for the young to do");
    let path = started(&town);
    for n in 0..8 {
        begin(&town, "judit", 1 + n % 2, &format!("Another thing, number {n}"));
        promise(&town, "marta", &path, &format!("Print list number {n}"), 5 + n);
    }
    let due = in_days(&town, 40);
    for n in 1..=3 {
        let form = [("due", due.as_str()), ("reason", "The printer is broken.")];
        assert_eq!(town.as_("marta").post(&format!("/promises/{n}/move"), &form).status(), 303);
    }
    town.wait(SignedDuration::from_hours(1));
    for page in ["", "/edit", "/closure", "/promises/new", "/results/new"] {
        is_sound(&town, "marta", &format!("{path}{page}"));
    }
    for page in [
        "/initiatives",
        "/initiatives/new?focus=1",
        "/results",
        "/focuses/1",
        "/promises/4/end",
        "/promises/4/move",
    ] {
        is_sound(&town, "marta", page);
    }
    is_sound(&town, "stella", &path);
}
