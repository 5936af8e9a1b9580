use crate::table::{
    a_week_later, adopted, both_agree, focus, in_days, need, no_key_shows, put, reads, town, voice, vote,
    work,
};
use agree::decisions::{self, DecisionId};
use agree::focuses::{self, FocusId};
use db::{Changed, One};
use jiff::SignedDuration;
use people::testing::Town;

db::query! {
    fn states() -> Vec<String> {
        "select state from focuses order by id"
    }

    fn until_day(id: FocusId) -> One<String> {
        "select until_day from focuses where id = $1"
    }

    fn is_provisional(id: FocusId) -> One<bool> {
        "select provisional from focuses where id = $1"
    }

    fn set_cap(cap: i64) -> Changed {
        "update community set max_focuses = $1"
    }
}

fn states_in(town: &Town) -> Vec<String> {
    town.write(|c| Ok(states(c)?))
}

#[test]
fn a_focus_is_proposed_out_of_needs_in_any_voice() {
    let town = town();
    let need = need(&town, "A safe way to school").to_string();
    let form = [
        ("title", "A safe way to school"),
        ("body", "No child should have to run."),
        ("term_months", "12"),
        ("need", need.as_str()),
        ("key", "1"),
    ];
    let malom = town.group("malom").to_string();
    let as_malom = [&form[..], &[("voice", malom.as_str())]].concat();
    let answer = town.as_("pista").post("/focuses", &as_malom);
    assert_eq!((answer.status(), answer.location()), (303, "/focuses/1"));
    // The same form again is the same proposal.
    assert_eq!(town.as_("pista").post("/focuses", &as_malom).location(), "/focuses/1");
    let text = reads(&town, "", "/focuses/1");
    assert!(text.contains("Neighbours of Malom street") && text.contains("The needs it came from"), "{text}");
    assert!(reads(&town, "", "/focuses").contains("A safe way to school"));
    assert_eq!(town.stranger().post("/focuses", &form).status(), 303);
    assert_eq!(states_in(&town), ["proposed"]);
}

#[test]
fn a_proposal_without_a_need_is_shown_again_with_what_was_typed() {
    let town = town();
    need(&town, "A safe way to school");
    let form = [("title", "Something"), ("body", "Somehow, for somebody."), ("term_months", "99")];
    let answer = town.as_("amina").post("/focuses", &form);
    assert_eq!(answer.status(), 422);
    assert!(answer.contains("Somehow, for somebody.") && answer.contains("Give a number from 3 to 24"));
    let form =
        [("title", "Something"), ("body", "Somehow, for somebody."), ("term_months", "9"), ("need", "77")];
    assert_eq!(town.as_("amina").post("/focuses", &form).status(), 422);
    assert_eq!(states_in(&town), [""; 0]);
}

#[test]
fn the_form_offers_the_needs_that_were_chosen() {
    let town = town();
    let (first, second) = (need(&town, "A safe way to school"), need(&town, "A bench at each stop"));
    let text = reads(&town, "amina", &format!("/focuses/new?need={first}&need={second}"));
    assert_eq!(text.matches("checked").count(), 2, "{text}");
    assert_eq!(town.stranger().get("/focuses/new").location(), "/sign-in?next=/focuses/new");
}

#[test]
fn a_guide_or_who_proposed_it_puts_it_to_a_decision() {
    let town = town();
    let id = focus(&town, "A safe way to school");
    let (path, closes_at) = (format!("/focuses/{id}/decision"), in_days(&town, 7));
    let form = [("closes_at", closes_at.as_str())];
    for who in ["amina", "gabor", "vera"] {
        assert_eq!(town.as_(who).get(&path).status(), 403, "{who}");
        assert_eq!(town.as_(who).post(&path, &form).status(), 403, "{who}");
    }
    assert!(town.stranger().post(&path, &form).location().starts_with("/sign-in"));
    assert_eq!(town.as_("stella").get(&path).status(), 200);
    let answer = town.as_("marta").post(&path, &form);
    assert_eq!((answer.status(), answer.location()), (303, "/decisions/1"));
    // One at a time.
    assert_eq!(town.as_("stella").post(&path, &form).status(), 409);
    assert_eq!(town.as_("stella").get(&path).status(), 409);
}

#[test]
fn a_decision_is_open_for_three_to_thirty_days() {
    let town = town();
    let id = focus(&town, "A safe way to school");
    let path = format!("/focuses/{id}/decision");
    for days in [0, 2, 31] {
        let closes_at = in_days(&town, days);
        let answer =
            town.as_("stella").post(&path, &[("closes_at", &closes_at), ("body", "Read this first.")]);
        assert_eq!(answer.status(), 422, "{days}");
        assert!(
            answer.contains("Choose a day from 3 to 30 days ahead") && answer.contains("Read this first.")
        );
    }
    let closes_at = in_days(&town, 3);
    assert_eq!(town.as_("stella").post(&path, &[("closes_at", &closes_at)]).status(), 303);
}

#[test]
fn what_both_sides_agree_on_is_active_for_its_term() {
    let town = town();
    let id = adopted(&town, "A safe way to school", &[]);
    assert_eq!(states_in(&town), ["active"]);
    // Adopted on 1 December, a day after the closing, when the worker came.
    assert_eq!(town.write(move |c| Ok(until_day(c, id)?)), "2027-12-01");
    assert!(reads(&town, "", "/focuses").contains("1 of 3 places taken"));
    let text = reads(&town, "", &format!("/focuses/{id}"));
    assert!(text.contains("a focus of ours") && text.contains("1 December 2027"), "{text}");
    assert!(!town.write(move |c| Ok(is_provisional(c, id)?)));
}

#[test]
fn what_is_not_agreed_stays_proposed_and_may_be_put_again() {
    let town = town();
    let id = focus(&town, "A safe way to school");
    put(&town, id, &[]);
    a_week_later(&town);
    assert_eq!(states_in(&town), ["proposed"]);
    assert!(reads(&town, "", &format!("/focuses/{id}")).contains("Both sides did not agree on this"));
    let again = put(&town, id, &[]);
    both_agree(&town, again);
    a_week_later(&town);
    assert_eq!(states_in(&town), ["active"]);
}

const THREE: [&str; 3] = ["A safe way to school", "Growing old at home", "Something for the young to do"];

fn three_active(town: &Town) {
    for title in THREE {
        adopted(town, title, &[]);
    }
    assert_eq!(states_in(town), ["active"; 3]);
}

#[test]
fn when_all_places_are_taken_the_decision_names_the_one_that_ends() {
    let town = town();
    three_active(&town);
    let fourth = focus(&town, "A river one can swim in");
    let (path, closes_at) = (format!("/focuses/{fourth}/decision"), in_days(&town, 7));
    assert!(reads(&town, "stella", &path).contains("All places are taken"));
    for ends in ["", "99", "4"] {
        let answer = town.as_("stella").post(&path, &[("closes_at", &closes_at), ("ends", ends)]);
        assert_eq!(answer.status(), 422, "{ends}");
    }
    let decision = put(&town, fourth, &[("ends", "2")]);
    let text = reads(&town, "", &format!("/decisions/{decision}"));
    assert!(text.contains("“Growing old at home” ends then"), "{text}");
    both_agree(&town, decision);
    a_week_later(&town);
    assert_eq!(states_in(&town), ["active", "closed", "active", "active"]);
    assert!(reads(&town, "", "/focuses/2").contains("A decision ended it to make room."));
    let closed = reads(&town, "", &format!("/decisions/{decision}"));
    assert!(closed.contains("“Growing old at home” ended to make room."), "{closed}");
}

#[test]
fn a_rejected_decision_ends_nothing() {
    let town = town();
    three_active(&town);
    let fourth = focus(&town, "A river one can swim in");
    put(&town, fourth, &[("ends", "2")]);
    a_week_later(&town);
    assert_eq!(states_in(&town), ["active", "active", "active", "proposed"]);
}

/// Two are active; two more are put while one place is free, and both are adopted.
fn two_for_one_place(town: &Town) -> (FocusId, FocusId, DecisionId, DecisionId) {
    for title in &THREE[..2] {
        adopted(town, title, &[]);
    }
    let (third, fourth) = (focus(town, THREE[2]), focus(town, "A river one can swim in"));
    let (one, two) = (put(town, third, &[]), put(town, fourth, &[]));
    both_agree(town, one);
    both_agree(town, two);
    (third, fourth, one, two)
}

#[test]
fn whom_a_place_was_taken_from_waits_for_the_next() {
    let town = town();
    let (_, fourth, _, decision) = two_for_one_place(&town);
    a_week_later(&town);
    assert_eq!(states_in(&town), ["active", "active", "active", "proposed"]);
    assert!(reads(&town, "", "/focuses").contains("adopted, waits for a free place"));
    assert!(
        reads(&town, "", &format!("/focuses/{fourth}"))
            .contains("Both sides have agreed. All places are taken")
    );
    assert!(reads(&town, "", &format!("/decisions/{decision}")).contains("waits for a free place"));
    // Nobody decides about it again meanwhile.
    assert_eq!(town.as_("stella").get(&format!("/focuses/{fourth}/decision")).status(), 403);
    let done = town.as_("stella").post("/focuses/1/closure", &[("why", "It is done.")]);
    assert_eq!(done.status(), 303);
    assert_eq!(states_in(&town), ["closed", "active", "active", "active"]);
}

#[test]
fn two_closings_at_once_never_take_more_places_than_there_are() {
    let town = town();
    let (_, _, one, two) = two_for_one_place(&town);
    town.wait(SignedDuration::from_hours(24 * 8));
    let now = town.now();
    let threads: Vec<_> = [one, two]
        .map(|id| {
            let db = town.app.db.clone();
            std::thread::spawn(move || db.write_now(move |c| decisions::close(c, id, now)))
        })
        .into_iter()
        .collect();
    assert!(threads.into_iter().all(|t| t.join().unwrap().unwrap()));
    assert_eq!(states_in(&town).iter().filter(|state| *state == "active").count(), 3);
    // A higher cap lets the other in.
    town.write(move |c| {
        set_cap(c, 4)?;
        focuses::fill_places(c, now)
    });
    assert_eq!(states_in(&town), ["active"; 4]);
}

#[test]
fn a_guide_ends_a_focus_and_may_take_it_up_again() {
    let town = town();
    three_active(&town);
    let path = "/focuses/1/closure";
    for who in ["marta", "amina"] {
        assert_eq!(town.as_(who).get(path).status(), 403);
        assert_eq!(town.as_(who).post(path, &[("why", "It is done.")]).status(), 403);
    }
    assert_eq!(town.as_("stella").post(path, &[("why", "")]).status(), 422);
    assert_eq!(town.as_("stella").post(path, &[("why", "The crossing is built.")]).status(), 303);
    let text = reads(&town, "", "/focuses/1");
    assert!(
        text.contains("The crossing is built.") && text.contains("It was ended before its term."),
        "{text}"
    );
    assert!(reads(&town, "", "/focuses").contains("2 of 3 places taken"));
    assert_eq!(town.as_("marta").post("/focuses/1/closure?_method=delete", &[]).status(), 403);
    assert_eq!(town.as_("stella").post("/focuses/1/closure?_method=delete", &[]).status(), 303);
    assert_eq!(states_in(&town), ["active"; 3]);
}

#[test]
fn it_is_taken_up_again_only_where_a_place_is_free() {
    let town = town();
    three_active(&town);
    town.as_("stella").post("/focuses/1/closure", &[("why", "It is done.")]);
    adopted(&town, "A river one can swim in", &[]);
    assert_eq!(states_in(&town), ["closed", "active", "active", "active"]);
    let answer = town.as_("stella").post("/focuses/1/closure?_method=delete", &[]);
    assert_eq!(answer.status(), 409);
    assert!(answer.contains("All places are taken"));
}

#[test]
fn what_a_decision_ended_comes_back_as_a_proposal() {
    let town = town();
    three_active(&town);
    let fourth = focus(&town, "A river one can swim in");
    both_agree(&town, put(&town, fourth, &[("ends", "1")]));
    a_week_later(&town);
    assert_eq!(town.as_("stella").post("/focuses/1/closure?_method=delete", &[]).status(), 303);
    assert_eq!(states_in(&town), ["proposed", "active", "active", "active"]);
}

#[test]
fn a_term_ends_by_the_calendar() {
    let town = town();
    let id = adopted(&town, "A safe way to school", &[]);
    town.app.clock.move_to("2027-12-01T22:59:59.999Z".parse().unwrap()); // the last moment of its last day there
    work(&town);
    assert_eq!(states_in(&town), ["active"]);
    town.app.clock.move_to("2027-12-01T23:00:00Z".parse().unwrap());
    work(&town);
    assert_eq!(states_in(&town), ["closed"]);
    assert!(reads(&town, "", &format!("/focuses/{id}")).contains("Its term ended."));
    // Its time was agreed on by both sides; so is any more of it.
    town.as_("stella").post(&format!("/focuses/{id}/closure?_method=delete"), &[]);
    assert_eq!(states_in(&town), ["proposed"]);
}

#[test]
fn a_proposal_can_be_withdrawn_but_not_while_everybody_is_asked() {
    let town = town();
    let id = focus(&town, "A safe way to school");
    put(&town, id, &[]);
    let path = format!("/focuses/{id}/closure");
    assert_eq!(town.as_("marta").post(&path, &[("why", "We were wrong.")]).status(), 409);
    assert_eq!(town.as_("marta").get(&format!("/focuses/{id}/edit")).status(), 409);
    a_week_later(&town);
    assert_eq!(town.as_("gabor").post(&path, &[("why", "They were wrong.")]).status(), 403);
    assert_eq!(town.as_("marta").post(&path, &[("why", "We were wrong.")]).status(), 303);
    assert_eq!(states_in(&town), ["closed"]);
    assert_eq!(town.as_("marta").post(&format!("{path}?_method=delete"), &[]).status(), 303);
    assert_eq!(states_in(&town), ["proposed"]);
}

#[test]
fn the_words_are_mended_before_the_decision() {
    let town = town();
    let id = focus(&town, "A safe way to school");
    let form = [("title", "A safe way home"), ("body", "From school, at noon."), ("term_months", "6")];
    assert_eq!(town.as_("amina").post(&format!("/focuses/{id}"), &form).status(), 403);
    assert_eq!(town.as_("marta").post(&format!("/focuses/{id}"), &form).status(), 303);
    let text = reads(&town, "", &format!("/focuses/{id}"));
    assert!(text.contains("A safe way home") && text.contains("6 months"), "{text}");
    let decision = put(&town, id, &[]);
    assert!(reads(&town, "", &format!("/decisions/{decision}")).contains("“A safe way home” become a focus"));
}

#[test]
fn a_focus_that_is_not_there_is_not_found() {
    let town = town();
    for path in ["/focuses/99", "/focuses/99/edit", "/focuses/99/decision", "/focuses/99/closure"] {
        assert_eq!(town.as_("stella").get(path).status(), 404, "{path}");
    }
}

#[test]
fn pages_ask_little_of_the_database_and_speak_both_languages() {
    let town = town();
    three_active(&town);
    let fourth = focus(&town, "A river one can swim in");
    let paths = [
        "/focuses".to_owned(),
        "/focuses/1".into(),
        "/focuses/new?need=1".into(),
        format!("/focuses/{fourth}"),
        format!("/focuses/{fourth}/decision"),
        format!("/focuses/{fourth}/edit"),
        "/focuses/1/closure".into(),
    ];
    for path in paths {
        let (answer, statements) = town.counted(&town.as_("stella"), &path);
        assert_eq!(answer.status(), 200, "{path}");
        assert!(statements <= 12, "{path} takes {statements}");
        let hungarian = town.as_("stella").speaking("hu").get(&path).text();
        for text in [answer.text(), hungarian] {
            no_key_shows(&text, "focuses");
            no_key_shows(&text, "decisions");
        }
    }
    vote(&town, "stella", "library", put(&town, fourth, &[("ends", "1")]), "yes");
    assert!(reads(&town, "stella", &format!("/focuses/{fourth}")).contains("See the decision and vote"));
}

#[test]
fn a_question_in_somebodys_own_words_stands_as_it_was_put() {
    let town = town();
    let id = focus(&town, "A safe way to school");
    let usual = put(&town, id, &[]);
    let hungarian = town.stranger().speaking("hu").get(&format!("/decisions/{usual}")).text();
    assert!(hungarian.contains("Legyen közös fókuszunk"), "{hungarian}");
    a_week_later(&town);
    let (stella, closes_at) = (voice(&town, "stella", false), town.now() + SignedDuration::from_hours(240));
    let own = decisions::NewDecision {
        kind: "focus",
        subject: ("focus", id.0),
        question: "Do we want the crossing?".into(),
        body: String::new(),
        locale: "en".into(),
        ends_focus: None,
        closes_at,
    };
    let now = town.now();
    let own = town.write(move |c| decisions::open(c, &own, &stella, now));
    let hungarian = town.stranger().speaking("hu").get(&format!("/decisions/{own}")).text();
    assert!(hungarian.contains("<h1 lang=\"en\">Do we want the crossing?</h1>"), "{hungarian}");
}
