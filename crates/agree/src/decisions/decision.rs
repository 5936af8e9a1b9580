//! What a decision is, and who may vote in it when. No SQL, no HTTP.

use jiff::Timestamp;
use kit::{GroupId, Markup, PersonId, Side};

db::id! {
    DecisionId,
}

db::words! {
    pub enum Choice { Yes = "yes", No = "no", Abstain = "abstain" }
}

db::words! {
    pub enum Outcome { Adopted = "adopted", Rejected = "rejected" }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct Decision {
        pub id: DecisionId,
        /// What it binds: `focus`, `ratification`. Names a [`super::binding::Binding`].
        pub kind: String,
        pub subject_kind: String,
        pub subject_id: i64,
        pub question: String,
        pub html: Markup,
        pub locale: String,
        /// The focus that ends if this is adopted.
        pub ends_focus_id: Option<i64>,
        pub opened_by: Option<PersonId>,
        pub group_id: Option<GroupId>,
        pub opened_at: Timestamp,
        /// Who is here by then may vote.
        pub electors_until: Timestamp,
        pub closes_at: Timestamp,
        /// How many voices each side had when it opened; where newcomers may vote, when it closed.
        pub organisations: i64,
        pub citizens: i64,
        pub closed_at: Option<Timestamp>,
        pub outcome: Option<Outcome>,
        /// The count as it was published, in JSON; only once closed.
        pub count: Option<String>,
    }
}

impl DecisionId {
    pub fn path(self) -> String {
        format!("/decisions/{self}")
    }
}

impl Decision {
    pub fn path(&self) -> String {
        self.id.path()
    }

    /// Whether a ballot that arrives now is counted. The closing time itself is too late, whether or
    /// not the closing has been done yet.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.closed_at.is_none() && now < self.closes_at
    }

    /// Whether its time is over and nobody has counted yet.
    pub fn is_due(&self, now: Timestamp) -> bool {
        self.closed_at.is_none() && now >= self.closes_at
    }

    pub fn is_closed(&self) -> bool {
        self.closed_at.is_some()
    }

    /// Whether a voice that is here since then is one of its electors.
    pub fn may_vote(&self, here_since: Timestamp) -> bool {
        here_since <= self.electors_until
    }

    /// Whether who came after its opening may vote too.
    pub fn admits_newcomers(&self) -> bool {
        self.electors_until > self.opened_at
    }

    /// How many voices a side had when it opened.
    pub fn voices(&self, side: Side) -> i64 {
        match side {
            Side::Organisations => self.organisations,
            Side::Citizens => self.citizens,
        }
    }
}

impl From<Choice> for tally::Choice {
    fn from(choice: Choice) -> tally::Choice {
        match choice {
            Choice::Yes => tally::Choice::Yes,
            Choice::No => tally::Choice::No,
            Choice::Abstain => tally::Choice::Abstain,
        }
    }
}

impl From<tally::two_sides::Outcome> for Outcome {
    fn from(outcome: tally::two_sides::Outcome) -> Outcome {
        match outcome {
            tally::two_sides::Outcome::Adopted => Outcome::Adopted,
            tally::two_sides::Outcome::Rejected => Outcome::Rejected,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ms: i64) -> Timestamp {
        Timestamp::from_millisecond(ms).unwrap()
    }

    fn decision(closed_at: Option<Timestamp>) -> Decision {
        Decision {
            id: DecisionId(1),
            kind: "focus".into(),
            subject_kind: "focus".into(),
            subject_id: 1,
            question: "Shall we?".into(),
            html: Markup::default(),
            locale: "en".into(),
            ends_focus_id: None,
            opened_by: None,
            group_id: None,
            opened_at: at(1_000),
            electors_until: at(1_000),
            closes_at: at(9_000),
            organisations: 4,
            citizens: 9,
            closed_at,
            outcome: None,
            count: None,
        }
    }

    #[test]
    fn the_closing_time_itself_is_too_late() {
        let open = decision(None);
        assert!(open.is_open(at(8_999)) && !open.is_due(at(8_999)));
        assert!(!open.is_open(at(9_000)) && open.is_due(at(9_000)));
        let closed = decision(Some(at(9_000)));
        assert!(!closed.is_open(at(8_999)) && !closed.is_due(at(9_001)));
    }

    #[test]
    fn who_was_here_when_it_opened_may_vote() {
        assert!(decision(None).may_vote(at(1_000)));
        assert!(!decision(None).may_vote(at(1_001)) && !decision(None).admits_newcomers());
        let ratification = Decision { electors_until: at(5_000), ..decision(None) };
        assert!(ratification.may_vote(at(5_000)) && !ratification.may_vote(at(5_001)));
        assert!(ratification.admits_newcomers());
    }
}
