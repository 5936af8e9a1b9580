//! What those who voted on a statement said to all others, kept for the statements that many voted on.
//!
//! A vote moves the mean of its column, and with it the entry of each who voted there; what that does to the
//! other columns is told by these sums alone, without a look at everybody's row. They are whole numbers, so
//! they never drift. A statement's sums take the room of a fixed number of its votes at most, so all of them
//! together are linear in the votes.

use crate::conversation::{Conversation, Vote};

/// Sums are kept for a statement as soon as it has a vote for every so many statements: one that fewer voted on
/// is told from their rows about as fast.
const STATEMENTS_PER_VOTE: usize = 2;

/// The votes of some people on one statement: agree less disagree, and how many voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Sum {
    pub lean: i32,
    pub seen: i32,
}

impl Sum {
    fn add(&mut self, vote: Vote) {
        self.lean += lean(vote);
        self.seen += 1;
    }

    fn change(&mut self, before: Option<Vote>, vote: Vote) {
        self.lean += lean(vote) - before.map_or(0, lean);
        self.seen += i32::from(before.is_none());
    }
}

fn lean(vote: Vote) -> i32 {
    vote as i32 - 1
}

/// `[statement][other]`; nothing for a statement that few voted on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Company(Vec<Vec<Sum>>);

impl Company {
    pub(crate) fn of(conversation: &Conversation) -> Company {
        let statements = 0..conversation.statements().len();
        Company(statements.map(|statement| kept(conversation, statement)).collect())
    }

    pub(crate) fn add_statement(&mut self) {
        self.0.iter_mut().filter(|sums| !sums.is_empty()).for_each(|sums| sums.push(Sum::default()));
        self.0.push(Vec::new());
    }

    /// What the voters on a statement said to each.
    pub(crate) fn sums(&self, conversation: &Conversation, statement: usize) -> Vec<Sum> {
        match &self.0[statement] {
            sums if sums.is_empty() => counted(conversation, statement),
            sums => sums.clone(),
        }
    }

    /// Follows a vote that the conversation has taken in.
    pub(crate) fn follow(
        &mut self,
        conversation: &Conversation,
        participant: usize,
        statement: usize,
        before: Option<Vote>,
        vote: Vote,
    ) {
        let row = &conversation.rows()[participant];
        for other in row.iter().map(|cell| cell.index()).filter(|other| *other != statement) {
            if let Some(sum) = self.0[other].get_mut(statement) {
                sum.change(before, vote);
            }
        }
        let own = &mut self.0[statement];
        match before {
            _ if own.is_empty() => *own = kept(conversation, statement),
            None => row.iter().for_each(|cell| own[cell.index()].add(cell.vote())),
            Some(_) => own[statement].change(before, vote),
        }
    }
}

fn kept(conversation: &Conversation, statement: usize) -> Vec<Sum> {
    let votes = conversation.columns()[statement].len();
    match votes * STATEMENTS_PER_VOTE < conversation.statements().len() {
        true => Vec::new(),
        false => counted(conversation, statement),
    }
}

/// One pass over the rows of those who voted on the statement.
fn counted(conversation: &Conversation, statement: usize) -> Vec<Sum> {
    let mut votes = vec![0_i32; 4 * conversation.statements().len()];
    for voter in &conversation.columns()[statement] {
        conversation.rows()[voter.index()].iter().for_each(|cell| votes[cell.slot()] += 1);
    }
    let sum = |of: &[i32]| Sum { lean: of[2] - of[0], seen: of[0] + of[1] + of[2] };
    votes.chunks_exact(4).map(sum).collect()
}

#[cfg(test)]
mod tests {
    use super::Company;
    use crate::conversation::{Conversation, Statement, Vote};

    #[test]
    fn sums_that_follow_the_votes_are_those_counted_anew() {
        let mut state = 5_u64;
        let mut below = move |n: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % n as usize
        };
        let mut conversation = Conversation::new(vec![Statement::default(); 20], 30).unwrap();
        let mut company = Company::of(&conversation);
        for step in 0..1_500 {
            if step == 700 {
                conversation.add_statement(Statement::default()).unwrap();
                company.add_statement();
            }
            let statements = conversation.statements().len() as u64;
            // Some statements are seen by all, others by hardly anybody.
            let (person, statement) =
                (below(30), below(statements) * below(statements) / statements as usize);
            let vote = Vote::ALL[below(3)];
            let before = conversation.vote(person, statement, vote).unwrap();
            company.follow(&conversation, person, statement, before, vote);
            for (statement, sums) in company.0.iter().enumerate().filter(|(_, sums)| !sums.is_empty()) {
                assert_eq!(*sums, super::counted(&conversation, statement), "step {step}");
            }
        }
        assert_eq!(company, Company::of(&conversation));
        assert!(company.0.iter().any(Vec::is_empty) && company.0.iter().any(|sums| !sums.is_empty()));
    }
}
