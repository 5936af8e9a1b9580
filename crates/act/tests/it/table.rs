//! What several rooms' tests need: a focus to work under, an initiative, the worker.

use db::{Changed, One};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use kit::PersonId;
use kit::Routes;
use kit::testing::Answer;
use people::testing::Town;

db::query! {
    fn insert_focus(title: &str, person: PersonId, now: Timestamp) -> One<i64> {
        "insert into focuses (title, body, html, locale, person_id, proposed_at, state, adopted_at)
         values ($1, 'So that they can stay.', '<p>So that they can stay.</p>', 'en', $2, $3, 'active', $3)
         returning id"
    }

    fn close_focus(id: i64) -> Changed {
        "update focuses set state = 'closed' where id = $1"
    }
}

pub fn routes() -> Routes {
    people::routes().merge(forum::routes()).merge(agree::routes()).merge(act::routes())
}

/// A town with one active focus, its first.
pub fn town() -> Town {
    let town = Town::open(routes());
    assert_eq!(focus(&town, "Growing old at home"), 1);
    town
}

pub fn focus(town: &Town, title: &'static str) -> i64 {
    let (person, now) = (town.person("stella"), town.now());
    town.write(move |c| Ok(insert_focus(c, title, person, now)?))
}

pub fn end_focus(town: &Town, id: i64) {
    town.write(move |c| Ok(close_focus(c, id)?));
}

/// The value of a voice in a form: `me`, or the number of the group that somebody speaks for.
pub fn as_(town: &Town, who: &str) -> String {
    let group = match who {
        "stella" => "library",
        "marta" => "school",
        "gabor" => "club",
        "judit" => "clinic",
        "pista" => "malom",
        _ => return "me".into(),
    };
    town.group(group).to_string()
}

pub const TITLE: &str = "A visitor for every street";

/// Begins an initiative in the voice of somebody's group, or in their own; where it leads.
pub fn begin(town: &Town, who: &str, focus: i64, title: &str) -> Answer {
    let (focus, voice) = (focus.to_string(), as_(town, who));
    let form = [
        ("focus", focus.as_str()),
        ("title", title),
        ("aim", "Nobody is alone for more than a day. First we ask each street."),
        ("voice", &voice),
    ];
    town.as_(who).post("/initiatives", &form)
}

/// The address of a draft that the school began.
pub fn draft(town: &Town) -> String {
    let answer = begin(town, "marta", 1, TITLE);
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().to_owned()
}

pub fn take_up(town: &Town, who: &str, path: &str) -> Answer {
    town.as_(who).post(&format!("{path}/carriers"), &[("voice", &as_(town, who))])
}

/// The address of one that school, club and the neighbours carry, so that it has started.
pub fn started(town: &Town) -> String {
    let path = draft(town);
    for who in ["gabor", "pista"] {
        assert_eq!(take_up(town, who, &path).status(), 303, "{who}");
    }
    assert!(!reads(town, "", &path).contains("This is a draft"));
    path
}

/// A day so many days ahead, as a form's field has it.
pub fn in_days(town: &Town, days: i64) -> String {
    today(town).checked_add(days.days()).unwrap().to_string()
}

fn today(town: &Town) -> Date {
    let zone = town.app.community().unwrap().time_zone.clone();
    zone.to_datetime(town.now()).date()
}

/// Somebody promises something in the voice of their group; due in so many days.
pub fn promise(town: &Town, who: &str, path: &str, what: &str, days: i64) {
    let (due, voice) = (in_days(town, days), as_(town, who));
    let form = [("what", what), ("due", due.as_str()), ("voice", &voice)];
    let answer = town.as_(who).post(&format!("{path}/promises"), &form);
    assert_eq!(answer.status(), 303, "{}", answer.text());
}

/// Lets days pass, one after the other, and does each morning what is due.
pub fn days_pass(town: &Town, days: i64) {
    for _ in 0..days {
        town.wait(SignedDuration::from_hours(24));
        work(town);
    }
}

/// Does the jobs of both areas that are due, as the worker does: each in a transaction of its own.
pub fn work(town: &Town) {
    while town.write({
        let now = town.now();
        move |c| {
            let Some(job) = db::jobs::claim(c, now)? else { return Ok(false) };
            let mut kinds = forum::jobs().into_iter().chain(agree::jobs()).chain(act::jobs());
            let (_, run) = kinds.find(|(kind, _)| *kind == job.kind).unwrap();
            run(c, &serde_json::from_str(&job.payload).unwrap(), now)?;
            db::jobs::complete(c, job.id)?;
            Ok(true)
        }
    }) {}
}

/// What somebody reads on a page; a stranger where nobody is named.
pub fn reads(town: &Town, who: &str, path: &str) -> String {
    let browser = if who.is_empty() { town.stranger() } else { town.as_(who) };
    let answer = browser.get(path);
    assert_eq!(answer.status(), 200, "{path}: {}", answer.text());
    answer.text()
}

/// The page takes few statements, and shows no message's key in either language.
pub fn is_sound(town: &Town, who: &str, path: &str) {
    let (answer, statements) = town.counted(&town.as_(who), path);
    assert_eq!(answer.status(), 200, "{path}");
    assert!(statements <= 12, "{path} takes {statements}");
    for text in [answer.text(), town.as_(who).speaking("hu").get(path).text()] {
        let is_key = |part: &str| {
            let rooms = ["initiatives-", "promises-", "results-", "page-", "talk-", "agenda-", "kit-"];
            rooms.iter().any(|room| part.trim_start().starts_with(room))
        };
        assert!(!text.split(['>', '<']).any(is_key), "{path} shows a key:\n{text}");
    }
}
