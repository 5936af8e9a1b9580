//! What a focus is, and who may do what with it. No SQL, no HTTP.

use crate::agenda::Day;
use crate::decisions::DecisionId;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use kit::{GroupId, Markup, PersonId, Voice};

db::id! {
    FocusId,
}

db::words! {
    pub enum FocusState { Proposed = "proposed", Active = "active", Closed = "closed" }
}

/// The length of a term, in months.
pub const TERM: std::ops::RangeInclusive<i64> = 3..=24;
pub const USUAL_TERM: i64 = 12;

db::row! {
    #[derive(Debug, Clone)]
    pub struct Focus {
        pub id: FocusId,
        pub title: String,
        pub body: String,
        pub html: Markup,
        pub locale: String,
        pub person_id: PersonId,
        pub group_id: Option<GroupId>,
        pub proposed_at: Timestamp,
        pub state: FocusState,
        /// When both sides agreed. A focus that is adopted and still proposed waits for a free place.
        pub adopted_at: Option<Timestamp>,
        /// The last day of its term.
        pub until_day: Option<Day>,
        pub term_months: i64,
        /// Settled by the founding circle, and not ratified yet.
        pub provisional: bool,
        /// The decision that adopted it.
        pub decision_id: Option<DecisionId>,
    }
}

db::row! {
    /// How a focus ended.
    #[derive(Debug, Clone)]
    pub struct Closure {
        pub at: Timestamp,
        pub why: String,
        pub locale: String,
        /// `None`: its term was over, or a decision named it.
        pub person_id: Option<PersonId>,
        pub decision_id: Option<DecisionId>,
    }
}

impl FocusId {
    pub fn path(self) -> String {
        format!("/focuses/{self}")
    }
}

impl Focus {
    pub fn path(&self) -> String {
        self.id.path()
    }

    pub fn is_active(&self) -> bool {
        self.state == FocusState::Active
    }

    pub fn is_closed(&self) -> bool {
        self.state == FocusState::Closed
    }

    /// Not adopted yet.
    pub fn is_proposed(&self) -> bool {
        self.state == FocusState::Proposed && self.adopted_at.is_none()
    }

    /// Adopted, with no place free.
    pub fn is_waiting(&self) -> bool {
        self.state == FocusState::Proposed && self.adopted_at.is_some()
    }

    /// Whether one of these voices proposed it: the person, or anybody who speaks for the group that did.
    pub fn is_proposed_by(&self, voices: &[Voice]) -> bool {
        voices.iter().any(|v| v.group == self.group_id && (v.group.is_some() || v.person == self.person_id))
    }

    /// Guides and whoever proposed it may put it to a decision, and change its words before.
    pub fn may_be_put_by(&self, voices: &[Voice], guides: bool) -> bool {
        self.is_proposed() && (guides || self.is_proposed_by(voices))
    }

    /// Guides may end it; whoever proposed it may withdraw it before it is adopted.
    pub fn may_be_closed_by(&self, voices: &[Voice], guides: bool) -> bool {
        !self.is_closed() && (guides || self.may_be_put_by(voices, guides))
    }

    /// Guides may reopen it; whoever proposed it, if it was withdrawn.
    pub fn may_be_reopened_by(&self, voices: &[Voice], guides: bool) -> bool {
        self.is_closed() && (guides || (self.adopted_at.is_none() && self.is_proposed_by(voices)))
    }

    /// As what it would come back: active only where a guide had ended it early and its term still
    /// runs. What both sides or the calendar ended, both sides must want again.
    pub fn comes_back_as(&self, closure: &Closure, today: Date) -> FocusState {
        let runs = self.adopted_at.is_some() && self.until_day.is_some_and(|day| day.0 >= today);
        if runs && closure.person_id.is_some() { FocusState::Active } else { FocusState::Proposed }
    }
}

/// The last day of a term that begins on a day.
pub fn last_day(begins: Date, months: i64) -> Date {
    begins.checked_add(months.months()).unwrap_or(begins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use kit::Side;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn focus(state: FocusState, group: Option<i64>) -> Focus {
        Focus {
            id: FocusId(1),
            title: "A safe way to school".into(),
            body: String::new(),
            html: Markup::default(),
            locale: "en".into(),
            person_id: PersonId(1),
            group_id: group.map(GroupId),
            proposed_at: at("2026-11-23T09:00:00Z"),
            state,
            adopted_at: None,
            until_day: None,
            term_months: 12,
            provisional: false,
            decision_id: None,
        }
    }

    fn voice(person: i64, group: Option<i64>) -> Voice {
        let (person, group) = (PersonId(person), group.map(GroupId));
        Voice { person, group, name: String::new(), side: Side::Citizens, sector: None }
    }

    #[test]
    fn who_proposed_it_may_put_it_and_so_may_their_group() {
        let own = focus(FocusState::Proposed, None);
        assert!(own.is_proposed_by(&[voice(1, None), voice(1, Some(5))]));
        assert!(!own.is_proposed_by(&[voice(2, None)]));
        let of_group = focus(FocusState::Proposed, Some(5));
        assert!(of_group.is_proposed_by(&[voice(2, None), voice(2, Some(5))]));
        assert!(!of_group.is_proposed_by(&[voice(1, None), voice(1, Some(6))]));
        assert!(of_group.may_be_put_by(&[voice(9, None)], true));
        assert!(!focus(FocusState::Active, None).may_be_put_by(&[voice(1, None)], true));
    }

    #[test]
    fn only_guides_end_what_was_adopted() {
        let active = focus(FocusState::Active, None);
        assert!(!active.may_be_closed_by(&[voice(1, None)], false) && active.may_be_closed_by(&[], true));
        let mut waiting = focus(FocusState::Proposed, None);
        assert!(waiting.may_be_closed_by(&[voice(1, None)], false));
        waiting.adopted_at = Some(at("2026-11-30T19:00:00Z"));
        assert!(waiting.is_waiting() && !waiting.may_be_closed_by(&[voice(1, None)], false));
    }

    #[test]
    fn what_a_guide_ended_comes_back_while_its_term_runs() {
        let mut ended = focus(FocusState::Closed, None);
        ended.adopted_at = Some(at("2026-11-30T19:00:00Z"));
        ended.until_day = Some(Day(date(2027, 11, 30)));
        let by = |person, decision| Closure {
            at: at("2027-01-01T09:00:00Z"),
            why: String::new(),
            locale: String::new(),
            person_id: person,
            decision_id: decision,
        };
        let by_guide = by(Some(PersonId(2)), None);
        assert_eq!(ended.comes_back_as(&by_guide, date(2027, 11, 30)), FocusState::Active);
        assert_eq!(ended.comes_back_as(&by_guide, date(2027, 12, 1)), FocusState::Proposed);
        let by_decision = by(None, Some(DecisionId(3)));
        assert_eq!(ended.comes_back_as(&by_decision, date(2027, 2, 1)), FocusState::Proposed);
        ended.adopted_at = None;
        assert_eq!(ended.comes_back_as(&by_guide, date(2027, 2, 1)), FocusState::Proposed);
    }

    #[test]
    fn a_term_ends_on_the_same_day_of_a_later_month() {
        assert_eq!(last_day(date(2026, 11, 30), 12), date(2027, 11, 30));
        assert_eq!(last_day(date(2026, 11, 30), 3), date(2027, 2, 28));
    }
}
