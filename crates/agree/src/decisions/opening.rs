//! Opening a decision: the question is put, the electors are those who are here now, and the closing
//! is set down as a job in the same transaction.

use super::{DecisionId, binding, closing, queries};
use db::Conn;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use kit::{Error, Form, Problem, Result, Scope, Voice, activity, markdown};
use people::voices::electorate;

/// A decision is open for so many days, so that who looks in once a week can take part and nobody
/// waits for ever.
pub const DAYS: std::ops::RangeInclusive<i32> = 3..=30;

/// How long it is open where nobody says otherwise, and until which hour.
const USUAL_DAYS: i64 = 7;
const USUAL_HOUR: i8 = 20;

/// What is put to everybody.
#[derive(Debug, Clone)]
pub struct NewDecision {
    /// Names the [`binding::Binding`] that settles it.
    pub kind: &'static str,
    pub subject: (&'static str, i64),
    pub question: String,
    /// More about it, in Markdown; may be empty.
    pub body: String,
    /// The language of both.
    pub locale: String,
    pub ends_focus: Option<i64>,
    pub closes_at: Timestamp,
}

/// Opens a decision; only one at a time is open about one thing. Who is here now may vote in it.
pub fn open(c: &mut Conn, new: &NewDecision, by: &Voice, now: Timestamp) -> Result<DecisionId> {
    open_to_newcomers(c, new, by, now, now)
}

/// The same, and who comes until a time may vote in it too. Rarely right: many could come for one vote.
pub fn open_to_newcomers(
    c: &mut Conn,
    new: &NewDecision,
    by: &Voice,
    until: Timestamp,
    now: Timestamp,
) -> Result<DecisionId> {
    binding::of(new.kind)?;
    let (subject_kind, subject_id) = new.subject;
    if new.closes_at <= now {
        return Err(Error::Invalid(Problem::new("decisions-closes-in-the-past")));
    }
    if queries::open_of_subject(c, subject_kind, subject_id)?.is_some() {
        return Err(already_open());
    }
    let id = insert(c, new, by, (now, until.min(new.closes_at)))?;
    db::jobs::enqueue(c, closing::JOB, &serde_json::json!({ "decision": id }), new.closes_at)?;
    let subject = ("decision", id.0);
    let what =
        activity::Happening { kind: "decision.opened", subject, title: &new.question, scope: Scope::Open };
    activity::record(c, by, what, now)?;
    let place = format!("{subject_kind}-{subject_id}");
    let document = db::search::Document {
        kind: "decision",
        subject_id: id.0,
        scope: Scope::Open.as_str(),
        path: &format!("/decisions/{id}"),
        title: &new.question,
        body: &new.body,
        locale: &new.locale,
        said: Some(by.said(&place)),
        at: now,
    };
    db::search::put(c, &document)?;
    Ok(id)
}

fn insert(
    c: &mut Conn,
    new: &NewDecision,
    by: &Voice,
    (now, electors_until): (Timestamp, Timestamp),
) -> Result<DecisionId> {
    let electors = electorate::electorate(c, now)?;
    let (subject_kind, subject_id) = new.subject;
    let inserted = queries::insert(
        c,
        new.kind,
        subject_kind,
        subject_id,
        &new.question,
        &new.body,
        &markdown::render(&new.body).0,
        &new.locale,
        new.ends_focus,
        by.person,
        by.group,
        now,
        electors_until,
        new.closes_at,
        electors.organisations,
        electors.citizens,
    );
    inserted.map_err(|error| if is_second(&error) { already_open() } else { error.into() })
}

/// Two guides at the same moment: the index lets one through. Its name differs between the engines.
fn is_second(error: &db::Error) -> bool {
    error.is_constraint("decisions_one_open") || error.is_constraint("decisions_subject_kind_subject_id_key")
}

fn already_open() -> Error {
    Error::Conflict(Problem::new("decisions-already-open"))
}

/// The closing time from a form's field, 3 to 30 days from today by the town's calendar.
pub fn closing_time(
    form: &mut Form,
    field: &'static str,
    zone: &TimeZone,
    now: Timestamp,
) -> Option<Timestamp> {
    let typed = form.day_and_time(field)?;
    let today = zone.to_datetime(now).date();
    let days = (typed.date() - today).get_days();
    let closes_at = zone.to_timestamp(typed).ok().filter(|_| DAYS.contains(&days));
    if closes_at.is_none() {
        let problem = Problem::new("decisions-closes-out-of-range");
        form.add(field, problem.with("min", *DAYS.start()).with("max", *DAYS.end()));
    }
    closes_at
}

/// What that field says at first: in a week, in the evening.
pub fn usual_closing(zone: &TimeZone, now: Timestamp) -> String {
    let today = zone.to_datetime(now).date();
    let day = today.checked_add(USUAL_DAYS.days()).unwrap_or(today);
    day.at(USUAL_HOUR, 0, 0, 0).strftime("%Y-%m-%dT%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn budapest() -> TimeZone {
        TimeZone::get("Europe/Budapest").unwrap()
    }

    fn now() -> Timestamp {
        "2026-11-23T09:00:00Z".parse().unwrap()
    }

    fn closes(typed: &str) -> Result<Timestamp, &'static str> {
        let mut form = Form::with(&[("closes_at", typed)]);
        closing_time(&mut form, "closes_at", &budapest(), now()).ok_or("out of range")
    }

    #[test]
    fn it_closes_when_the_towns_clock_says_so() {
        assert_eq!(closes("2026-11-30T20:00").map(|at| at.to_string()), Ok("2026-11-30T19:00:00Z".into()));
    }

    #[test]
    fn three_to_thirty_days_are_allowed() {
        assert!(closes("2026-11-25T23:59").is_err() && closes("2026-11-26T00:00").is_ok());
        assert!(closes("2026-12-23T23:59").is_ok() && closes("2026-12-24T00:00").is_err());
        assert!(closes("2025-11-30T20:00").is_err() && closes("soon").is_err());
    }

    #[test]
    fn a_week_is_usual_and_valid() {
        assert_eq!(usual_closing(&budapest(), now()), "2026-11-30T20:00");
        assert!(closes(&usual_closing(&budapest(), now())).is_ok());
    }
}
