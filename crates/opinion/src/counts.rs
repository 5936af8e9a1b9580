//! How many of whom said what to each statement.

use crate::conversation::{Conversation, Vote};
use crate::share::Share;
use crate::statistics::Direction;
use serde::Serialize;

/// The votes on one statement, of everybody or of some.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize)]
pub struct Counts {
    pub agree: u32,
    pub disagree: u32,
    pub pass: u32,
}

impl Counts {
    /// All who saw the statement and said something to it, passes among them.
    pub fn seen(self) -> u32 {
        self.agree + self.disagree + self.pass
    }

    /// How many of those who saw the statement say so, with the interval.
    pub fn share(self, direction: Direction) -> Share {
        let said = if direction == Direction::Agree { self.agree } else { self.disagree };
        Share::new(said, self.seen())
    }

    pub(crate) fn add(&mut self, vote: Vote) {
        *self.place(vote) += 1;
    }

    pub(crate) fn take(&mut self, vote: Vote) {
        let place = self.place(vote);
        *place = place.saturating_sub(1);
    }

    fn place(&mut self, vote: Vote) -> &mut u32 {
        match vote {
            Vote::Agree => &mut self.agree,
            Vote::Disagree => &mut self.disagree,
            Vote::Pass => &mut self.pass,
        }
    }
}

impl std::ops::Add for Counts {
    type Output = Counts;
    fn add(self, other: Counts) -> Counts {
        Counts {
            agree: self.agree + other.agree,
            disagree: self.disagree + other.disagree,
            pass: self.pass + other.pass,
        }
    }
}

impl std::ops::Sub for Counts {
    type Output = Counts;
    fn sub(self, other: Counts) -> Counts {
        Counts {
            agree: self.agree.saturating_sub(other.agree),
            disagree: self.disagree.saturating_sub(other.disagree),
            pass: self.pass.saturating_sub(other.pass),
        }
    }
}

/// For each of `groups` groups the counts of each statement. `of` gives each participant's group;
/// participants without one are left out.
pub fn by_group(conversation: &Conversation, of: &[Option<usize>], groups: usize) -> Vec<Vec<Counts>> {
    let statements = conversation.statements().len();
    let mut slots = vec![vec![0_u32; 4 * statements]; groups];
    for (row, group) in conversation.rows().iter().zip(of) {
        let Some(slots) = group.and_then(|group| slots.get_mut(group)) else { continue };
        row.iter().for_each(|cell| slots[cell.slot()] += 1);
    }
    let counts = |by_vote: &[u32]| Counts { disagree: by_vote[0], pass: by_vote[1], agree: by_vote[2] };
    slots.iter().map(|slots| slots.chunks_exact(4).map(counts).collect()).collect()
}

/// The counts of each statement over everybody.
pub fn overall(conversation: &Conversation) -> Vec<Counts> {
    let count = |column: &Vec<crate::conversation::Cell>| {
        let mut counts = Counts::default();
        column.iter().for_each(|cell| counts.add(cell.vote()));
        counts
    };
    conversation.columns().iter().map(count).collect()
}
