//! What several rooms' tests need: needs to begin with, a focus, a decision about it, and the worker
//! that does what is due.

use agree::decisions::DecisionId;
use agree::focuses::{FocusId, Proposal, propose};
use agree::needs::NeedId;
use db::One;
use jiff::{SignedDuration, Timestamp};
use kit::testing::Answer;
use kit::{PersonId, Routes, Voice};
use people::testing::Town;
use people::voices;

db::query! {
    fn insert_need(title: &str, person: PersonId, now: Timestamp) -> One<i64> {
        "insert into needs (title, body, html, locale, person_id, created_at)
         values ($1, 'Many need it.', '<p>Many need it.</p>', 'en', $2, $3) returning id"
    }
}

pub fn routes() -> Routes {
    people::routes().merge(forum::routes()).merge(agree::routes())
}

pub fn town() -> Town {
    Town::open(routes())
}

/// The voice of one of the people: their own, or that of the group they speak for.
pub fn voice(town: &Town, who: &str, as_group: bool) -> Voice {
    let person = town.person(who);
    let voices = town.write(move |c| Ok(voices::of_person(c, person, "")?));
    voices.into_iter().find(|v| v.group.is_some() == as_group).unwrap()
}

pub fn need(town: &Town, title: &'static str) -> NeedId {
    let (person, now) = (town.person("amina"), town.now());
    town.write(move |c| Ok(NeedId(insert_need(c, title, person, now)?)))
}

/// Proposes a focus, as the school.
pub fn focus(town: &Town, title: &'static str) -> FocusId {
    let (need, school, now) = (need(town, title), voice(town, "marta", true), town.now());
    let proposal = Proposal {
        title: title.into(),
        body: "No child should have to run across the main road.".into(),
        locale: "en".into(),
        term_months: 12,
        needs: vec![need],
        key: None,
    };
    town.write(move |c| propose(c, &proposal, &school, now))
}

/// What a form's field for a closing time says for so many days ahead, at eight in the evening.
pub fn in_days(town: &Town, days: i32) -> String {
    let zone = town.app.community().unwrap().time_zone.clone();
    let day = zone.to_datetime(town.now()).date();
    let day = (0..days).fold(day, |day, _| day.tomorrow().unwrap());
    format!("{day}T20:00")
}

/// Puts a focus to a decision, as its guide would, for seven days.
pub fn put(town: &Town, focus: FocusId, more: &[(&str, &str)]) -> DecisionId {
    let closes_at = in_days(town, 7);
    let form = [&[("closes_at", closes_at.as_str())], more].concat();
    let answer = town.as_("stella").post(&format!("/focuses/{focus}/decision"), &form);
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().strip_prefix("/decisions/").unwrap().parse().unwrap()
}

/// Casts a ballot for oneself (`me`), or for a group by its name in the town.
pub fn vote(town: &Town, who: &str, for_whom: &str, decision: DecisionId, choice: &str) -> Answer {
    let voice = if for_whom == "me" { "me".to_owned() } else { town.group(for_whom).to_string() };
    let form = [("voice", voice.as_str()), ("choice", choice)];
    town.as_(who).post(&format!("/decisions/{decision}/ballots"), &form)
}

/// Who speaks for whom.
pub const REPRESENTATIVES: [(&str, &str); 4] =
    [("stella", "library"), ("marta", "school"), ("gabor", "club"), ("judit", "clinic")];

/// Both sides say yes: three organisations of four, and three citizens.
pub fn both_agree(town: &Town, decision: DecisionId) {
    for (who, group) in &REPRESENTATIVES[..3] {
        assert_eq!(vote(town, who, group, decision, "yes").status(), 303);
    }
    for who in ["amina", "pista", "vera"] {
        assert_eq!(vote(town, who, "me", decision, "yes").status(), 303);
    }
}

/// A focus that both sides have adopted.
pub fn adopted(town: &Town, title: &'static str, more: &[(&str, &str)]) -> FocusId {
    let focus = focus(town, title);
    let decision = put(town, focus, more);
    both_agree(town, decision);
    a_week_later(town);
    focus
}

/// Lets a week and a day pass, and does what became due.
pub fn a_week_later(town: &Town) {
    town.wait(SignedDuration::from_hours(24 * 8));
    work(town);
}

/// Does all jobs of this area that are due, as the worker does: each in a transaction of its own.
pub fn work(town: &Town) {
    loop {
        let now = town.now();
        let worked = town.write(move |c| {
            let Some(job) = db::jobs::claim(c, now)? else { return Ok(false) };
            if let Some((_, work)) =
                forum::jobs().into_iter().chain(agree::jobs()).find(|(kind, _)| *kind == job.kind)
            {
                work(c, &serde_json::from_str(&job.payload).unwrap(), now)?;
            }
            db::jobs::complete(c, job.id)?;
            Ok(true)
        });
        if !worked {
            return;
        }
    }
}

/// What somebody reads on a page.
pub fn reads(town: &Town, who: &str, path: &str) -> String {
    let browser = if who.is_empty() { town.stranger() } else { town.as_(who) };
    let answer = browser.get(path);
    assert_eq!(answer.status(), 200, "{path}: {}", answer.text());
    answer.text()
}

/// No page shows a message's key where its words should be.
pub fn no_key_shows(text: &str, room: &str) {
    let shown = text.split(['>', '<']).any(|part| part.trim_start().starts_with(room) && part.contains('-'));
    assert!(!shown, "a key of {room} shows in\n{text}");
}
