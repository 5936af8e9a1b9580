//! The protocol of a poll: its steps in order, as data, from which a page or a person tells why it
//! came out so.

use super::chamber::Attendance;
use super::count::{Count, Joining, Outcome};
use super::figures::Standing;
use super::turnout::Turnout;
use serde::Serialize;

/// One step of a count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step<'c> {
    /// The papers of a chamber were sorted.
    Sorted { chamber: &'c str, turnout: &'c Turnout },
    /// Whether that was enough of them.
    Attended { chamber: &'c str, attendance: Attendance },
    /// What each option has in a chamber, the best first.
    Stood { chamber: &'c str, options: Vec<(usize, Standing)> },
    /// Which options reach the bar there, and which it would choose by itself.
    Answered { chamber: &'c str, accepted: &'c [usize], choice: Vec<usize> },
    /// What each option has of all papers together, the best first.
    StoodTogether { options: Vec<(usize, Standing)> },
    /// So the answers were joined.
    Joined { by: Joining, outcome: &'c Outcome },
}

impl Count {
    /// The steps of the count.
    pub fn protocol(&self) -> Vec<Step<'_>> {
        let method = self.rule.method;
        let in_chambers = self.chambers.iter().flat_map(|count| {
            let (chamber, standing) =
                (count.chamber.name.as_str(), |o: usize| count.figures[o].standing(method));
            let ranked = count.ranking.iter().flatten();
            [
                Step::Sorted { chamber, turnout: &count.turnout },
                Step::Attended { chamber, attendance: count.attendance },
                Step::Stood { chamber, options: ranked.map(|option| (*option, standing(*option))).collect() },
                Step::Answered { chamber, accepted: &count.accepted, choice: count.choice() },
            ]
        });
        let ranked = self.ranking.iter().flatten();
        let options = ranked.map(|option| (*option, self.together[*option].standing(method))).collect();
        in_chambers
            .chain([
                Step::StoodTogether { options },
                Step::Joined { by: self.joining, outcome: &self.outcome },
            ])
            .collect()
    }
}
