//! Decisions, from the opening to the count that anyone can check.

mod closing;
mod publication;
mod secrecy;
mod voting;

use crate::table::{
    REPRESENTATIVES, a_week_later, both_agree, focus, no_key_shows, put, reads, town, voice, vote, work,
};
use agree::decisions::{self, DecisionId};
use db::{Changed, One};
use jiff::{SignedDuration, Timestamp};
use kit::testing::Answer;
use kit::{GroupId, PersonId, Role};
use people::Signed;
use people::memberships::{self, GroupRole};
use people::testing::Town;

db::query! {
    fn count_ballots(id: DecisionId) -> One<i64> {
        "select count(*) from ballots where decision_id = $1"
    }

    fn choices(id: DecisionId) -> Vec<(String, String)> {
        "select voice, choice from ballots where decision_id = $1 order by voice"
    }

    fn receipt_of(id: DecisionId, voice: &str) -> Option<String> {
        "select receipt from ballots where decision_id = $1 and voice = $2"
    }

    fn count_happenings(kind: &str) -> One<i64> {
        "select count(*) from activity where kind = $1"
    }

    fn all_happenings() -> Vec<(String, String, String)> {
        "select kind, title, cast(detail as text) from activity order by id"
    }

    fn all_found() -> Vec<(String, String)> {
        "select title, body from search_documents order by kind, subject_id"
    }

    fn all_jobs() -> Vec<(String, String)> {
        "select kind, cast(payload as text) from jobs order by id"
    }

    fn notices_of(person: PersonId) -> Vec<String> {
        "select kind from notifications where person_id = $1 and read_at is null order by id"
    }

    fn group_came_in(id: GroupId, at: Timestamp) -> Changed {
        "update groups set joined_at = $2 where id = $1"
    }

    fn person_came(id: PersonId, at: Timestamp) -> Changed {
        "update persons set joined_at = $2 where id = $1"
    }
}

/// A decision on "A safe way to school", open for a week.
fn opened(town: &Town) -> DecisionId {
    let focus = focus(town, "A safe way to school");
    put(town, focus, &[])
}

fn page(id: DecisionId) -> String {
    format!("/decisions/{id}")
}

#[test]
fn both_sides_agree_and_it_takes_effect() {
    let town = town();
    let id = opened(&town);
    assert!(reads(&town, "amina", "/decisions").contains("A safe way to school"));
    both_agree(&town, id);
    assert_eq!(vote(&town, "judit", "clinic", id, "no").status(), 303);
    assert_eq!(vote(&town, "gabor", "me", id, "abstain").status(), 303);
    a_week_later(&town);
    let text = reads(&town, "", &page(id));
    for says in [
        "is adopted",
        "Both sides agreed",
        "3 yes, 1 no",
        "The organisations agreed, by 2",
        "4 of 4",
        "4 of 9",
    ] {
        assert!(text.contains(says), "{says} is not in\n{text}");
    }
    assert!(
        text.contains(
            "One organisation saying no instead of yes, or 2 more saying no, would have stopped it"
        )
    );
    assert!(text.contains("2 citizens saying no instead of yes, or 3 more"));
    assert!(reads(&town, "", "/decisions").contains("both sides agreed"));
    assert!(reads(&town, "", "/focuses").contains("1 of 3 places taken"));
}

#[test]
fn no_side_carries_it_alone() {
    let town = town();
    let id = opened(&town);
    for (who, group) in REPRESENTATIVES {
        vote(&town, who, group, id, "yes");
    }
    a_week_later(&town);
    let text = reads(&town, "", &page(id));
    assert!(text.contains("No citizen voted. Silence is not consent."), "{text}");
    assert!(text.contains("One citizen saying yes would have turned"), "{text}");
    assert!(reads(&town, "", "/focuses").contains("0 of 3 places taken"));
}

#[test]
fn a_tie_is_no_majority_and_says_so() {
    let town = town();
    let id = opened(&town);
    both_agree(&town, id);
    vote(&town, "stella", "library", id, "no");
    vote(&town, "judit", "clinic", id, "no");
    a_week_later(&town);
    let text = reads(&town, "", &page(id));
    assert!(text.contains("The organisations were tied, 2 to 2. A tie is no majority."), "{text}");
    assert!(text.contains("does not become a focus"), "{text}");
}

fn closes_at(town: &Town, id: DecisionId) -> Timestamp {
    town.write(move |c| Ok(decisions::by_id(c, id)?.unwrap().closes_at))
}

#[test]
fn a_decision_that_is_not_there_is_not_found() {
    let town = town();
    for path in ["/decisions/99", "/decisions/99/ballots", "/decisions/99/ballots.csv"] {
        assert_eq!(town.as_("stella").get(path).status(), 404, "{path}");
    }
    assert_eq!(
        town.as_("amina").post("/decisions/99/ballots", &[("voice", "me"), ("choice", "yes")]).status(),
        404
    );
}

#[test]
fn pages_ask_little_of_the_database_and_speak_both_languages() {
    let town = town();
    let id = opened(&town);
    both_agree(&town, id);
    let check = |path: &str| {
        let (answer, statements) = town.counted(&town.as_("marta"), path);
        assert_eq!(answer.status(), 200);
        assert!(statements <= 12, "{path} takes {statements}");
        let hungarian = town.as_("marta").speaking("hu").get(path).text();
        for text in [answer.text(), hungarian] {
            no_key_shows(&text, "decisions");
            no_key_shows(&text, "focuses");
        }
    };
    check("/decisions");
    check(&page(id));
    a_week_later(&town);
    check("/decisions");
    check(&page(id));
    check(&format!("/decisions/{id}/ballots"));
}
