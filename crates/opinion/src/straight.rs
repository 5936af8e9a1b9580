//! Straight-liners: who said the same to everything, though the others did not.

use crate::conversation::{Conversation, Vote};
use serde::Serialize;

/// Fewer equal votes say nothing about a person.
const LEAST_VOTES: usize = 7;
/// What is too unlikely to be somebody's own view.
const UNLIKELY: f64 = 0.001;

/// Somebody whose votes are all the same. They keep their place and their votes; whoever reads the
/// map should know of them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct StraightLiner {
    pub participant: usize,
    pub vote: Vote,
    pub votes: usize,
    /// The chance that somebody who votes as people on the whole did would give only this vote.
    pub chance: f64,
}

/// All participants with at least seven votes on `counted` statements, all equal, where that is less
/// likely than one in a thousand by what the others said: where everybody agrees to everything,
/// agreeing to everything is no sign of anything.
pub fn straight_liners(conversation: &Conversation, counted: &[bool]) -> Vec<StraightLiner> {
    let shares: Vec<[f64; 3]> = crate::counts::overall(conversation)
        .into_iter()
        .map(|c| [c.disagree, c.pass, c.agree].map(|n| f64::from(n) / f64::from(c.seen().max(1))))
        .collect();
    let found = |participant: usize| {
        let row = || conversation.votes_of(participant).filter(|(statement, _)| counted[*statement]);
        let (_, vote) = row().next()?;
        let votes = row().count();
        if votes < LEAST_VOTES || row().any(|(_, other)| other != vote) {
            return None;
        }
        let chance = row().map(|(statement, _)| shares[statement][vote as usize]).product();
        (chance < UNLIKELY).then_some(StraightLiner { participant, vote, votes, chance })
    };
    (0..conversation.participants()).filter_map(found).collect()
}
