//! What everybody's place is scaled by, kept while votes come in: a root for each participant.

use crate::conversation::Conversation;
use crate::options::Method;
use crate::picture::Scaling;

#[derive(Debug, Clone, Default)]
pub(crate) struct Scales {
    scaling: Scaling,
    /// One per participant.
    pub of: Vec<f64>,
}

impl Scales {
    /// Follows a vote of one participant; anew for all where it was the first on its statement, or somebody has
    /// joined. `votes` are those of each participant on statements that count.
    pub(crate) fn follow(
        &mut self,
        conversation: &Conversation,
        counted: &[bool],
        method: Method,
        votes: &[usize],
        participant: usize,
    ) {
        let scaling = Scaling::of(conversation, counted, method);
        if scaling == self.scaling && votes.len() == self.of.len() {
            self.of[participant] = scaling.scale(votes[participant]);
        } else {
            self.of = votes.iter().map(|votes| scaling.scale(*votes)).collect();
            self.scaling = scaling;
        }
    }
}
