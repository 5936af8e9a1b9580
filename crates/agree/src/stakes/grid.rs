//! The four by four fields: how much it concerns a group from left to right, how much it can do from below upwards.

use super::queries::{Answer, Thought};
use super::stake::{Degree, median};
use jiff::Timestamp;
use kit::{GroupId, Side};

/// A group in its field.
#[derive(Debug, Clone)]
pub struct Mark {
    /// By which it is found below the grid.
    pub number: usize,
    pub group: GroupId,
    pub name: String,
    pub side: Side,
    pub concern: Degree,
    pub influence: Degree,
    pub says: Says,
}

#[derive(Debug, Clone)]
pub enum Says {
    /// The group itself.
    Itself { at: Timestamp, by_name: String },
    /// So many members, of a group that is not in; it stands where the middle one puts it.
    Members(i64),
}

impl Mark {
    pub fn is_own(&self) -> bool {
        matches!(self.says, Says::Itself { .. })
    }
}

/// The marks of those that have answered, then those that members think of; and who has not answered.
pub fn sort(answers: Vec<Answer>, thoughts: &[Thought]) -> (Vec<Mark>, Vec<Answer>) {
    let (mut marks, mut silent): (Vec<Mark>, Vec<Answer>) = (Vec::new(), Vec::new());
    for answer in answers {
        match own(&answer) {
            Some(mark) => marks.push(mark),
            None => silent.push(answer),
        }
    }
    marks.extend(thoughts.chunk_by(|a, b| a.group_id == b.group_id).filter_map(thought));
    for (at, mark) in marks.iter_mut().enumerate() {
        mark.number = at + 1;
    }
    (marks, silent)
}

fn own(answer: &Answer) -> Option<Mark> {
    let (concern, influence, at) = (answer.concern?, answer.influence?, answer.at?);
    let by_name = answer.by_name.clone().unwrap_or_default();
    Some(Mark {
        number: 0,
        group: answer.group_id,
        name: answer.name.clone(),
        side: answer.side,
        concern: Degree::of(concern),
        influence: Degree::of(influence),
        says: Says::Itself { at, by_name },
    })
}

/// All that members think of one group.
fn thought(of_group: &[Thought]) -> Option<Mark> {
    let first = of_group.first()?;
    Some(Mark {
        number: 0,
        group: first.group_id,
        name: first.name.clone(),
        side: first.side,
        concern: median(of_group.iter().map(|t| (t.concern, t.count)))?,
        influence: median(of_group.iter().map(|t| (t.influence, t.count)))?,
        says: Says::Members(of_group.iter().map(|t| t.count).sum()),
    })
}
