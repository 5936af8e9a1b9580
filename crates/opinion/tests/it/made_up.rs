//! Conversations of known making.

use opinion::{Conversation, Statement, Vote};

/// A small generator of its own, so that the tests don't lean on what they test.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// Everybody sees `seen` percent of the statements and says what `view` gives, as (percent who agree,
/// percent who pass), of person and statement.
pub fn conversation(
    people: usize,
    statements: usize,
    seen: u64,
    dice: &mut Dice,
    view: impl Fn(usize, usize) -> (u64, u64),
) -> Conversation {
    let mut votes = Vec::new();
    for person in 0..people {
        for statement in 0..statements {
            if !dice.chance(seen) {
                continue;
            }
            let (agree, pass) = view(person, statement);
            let said = match dice.below(100) {
                n if n < pass => Vote::Pass,
                _ if dice.chance(agree) => Vote::Agree,
                _ => Vote::Disagree,
            };
            votes.push((person, statement, said));
        }
    }
    Conversation::with_votes(vec![Statement::default(); statements], people, votes).unwrap()
}

/// Groups 0, 1, …, one after the other, each of a mind of its own on two questions behind the statements.
pub fn camps(people: usize, groups: usize, statements: usize, seen: u64, dice: &mut Dice) -> Conversation {
    // Where each group stands on the two questions, in percent; far apart in the plane.
    let minds: &[(u64, u64)] = match groups {
        2 => &[(92, 50), (8, 50)],
        3 => &[(92, 20), (8, 20), (50, 95)],
        _ => &[(92, 92), (8, 92), (92, 8), (8, 8)],
    };
    let turned: Vec<bool> = (0..statements).map(|_| dice.chance(50)).collect();
    let view = |person: usize, statement: usize| {
        let (first, second) = minds[person % groups];
        let agree = if statement.is_multiple_of(2) { first } else { second };
        (if turned[statement] { 100 - agree } else { agree }, 8)
    };
    conversation(people, statements, seen, dice, view)
}

/// Each statement has its own share of agreement; nobody has a pattern.
pub fn noise(people: usize, statements: usize, seen: u64, dice: &mut Dice) -> Conversation {
    let shares: Vec<u64> = (0..statements).map(|_| 15 + dice.below(71)).collect();
    conversation(people, statements, seen, dice, |_, statement| (shares[statement], 15))
}
