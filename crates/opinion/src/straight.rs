//! Straight-liners: who said the same to everything, though the others did not.

use crate::conversation::{Conversation, Vote};
use crate::counts::Counts;
use crate::picture::Picture;
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
pub(crate) fn straight_liners(
    conversation: &Conversation,
    counted: &[bool],
    overall: &[Counts],
) -> Vec<StraightLiner> {
    (0..conversation.participants())
        .filter_map(|person| told(conversation, counted, overall, person))
        .collect()
}

/// The same for one participant, who has voted again.
pub(crate) fn look_again(picture: &mut Picture, conversation: &Conversation, participant: usize) {
    picture.straight_liners.retain(|straight| straight.participant != participant);
    let found = told(conversation, &picture.counted, &picture.overall, participant);
    let place = picture.straight_liners.partition_point(|straight| straight.participant < participant);
    found.into_iter().for_each(|found| picture.straight_liners.insert(place, found));
}

fn told(
    conversation: &Conversation,
    counted: &[bool],
    overall: &[Counts],
    participant: usize,
) -> Option<StraightLiner> {
    let row = || conversation.votes_of(participant).filter(|(statement, _)| counted[*statement]);
    let (_, vote) = row().next()?;
    let votes = row().count();
    if votes < LEAST_VOTES || row().any(|(_, other)| other != vote) {
        return None;
    }
    let share = |statement: usize| {
        let Counts { agree, disagree, pass } = overall[statement];
        f64::from([disagree, pass, agree][vote as usize]) / f64::from(overall[statement].seen().max(1))
    };
    let chance = row().map(|(statement, _)| share(statement)).product();
    (chance < UNLIKELY).then_some(StraightLiner { participant, vote, votes, chance })
}
