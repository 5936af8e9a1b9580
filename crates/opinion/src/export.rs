//! Conversations from files: Polis's exports, and votes as plain triples.

mod fault;
mod read;

pub use fault::{Expected, ReadFault};
pub use read::{Comment, Sign, VoteFile, read_comments, read_participants_votes, read_votes};

use crate::{Conversation, Fault, Moderation, Statement};
use std::collections::BTreeSet;

/// A conversation with the numbers that its files call people and statements by.
#[derive(Debug, Clone)]
pub struct Imported {
    pub conversation: Conversation,
    /// In rising order; the place is the conversation's number.
    pub participants: Vec<u64>,
    pub statements: Vec<u64>,
    /// The words of each statement, where the comments tell them.
    pub texts: Vec<String>,
}

/// Puts votes and comments together. Every statement of either is part of the conversation; without
/// comments none is rejected.
pub fn import(votes: &VoteFile, comments: &[Comment]) -> Result<Imported, Fault> {
    let participants: BTreeSet<u64> = votes.iter().map(|vote| vote.0).collect();
    let statements: BTreeSet<u64> =
        votes.iter().map(|vote| vote.1).chain(comments.iter().map(|comment| comment.id)).collect();
    let (participants, statements) = (Vec::from_iter(participants), Vec::from_iter(statements));
    let mut known = vec![Statement::default(); statements.len()];
    let mut texts = vec![String::new(); statements.len()];
    for comment in comments {
        let Ok(place) = statements.binary_search(&comment.id) else { continue };
        known[place] = Statement { moderation: comment.moderation, is_meta: comment.is_meta };
        texts[place].clone_from(&comment.text);
    }
    let placed = votes.iter().filter_map(|(participant, statement, vote)| {
        let person = participants.binary_search(participant).ok()?;
        Some((person, statements.binary_search(statement).ok()?, *vote))
    });
    let conversation = Conversation::with_votes(known, participants.len(), placed)?;
    Ok(Imported { conversation, participants, statements, texts })
}

/// `-1` out, `0` not looked at, `1` in.
pub(crate) fn moderation(number: i64) -> Option<Moderation> {
    match number {
        -1 => Some(Moderation::Rejected),
        0 => Some(Moderation::Open),
        1 => Some(Moderation::Accepted),
        _ => None,
    }
}
