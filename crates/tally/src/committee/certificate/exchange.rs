//! PAV: a committee's score from the ballots, and what exchanging one member would make of it.

use super::{Compared, Doubt};
use crate::committee::electorate::Electorate;
use dashu_int::{IBig, UBig, ops::Gcd};
use dashu_ratio::RBig;

/// Scores in parts of a whole that each 1/n divides.
struct Scores {
    parts: UBig,
    score: UBig,
    /// By candidate: what leaving a member out takes away, or what taking anybody else adds.
    weight: Vec<UBig>,
    /// By member and candidate: what those who approve of both make of an exchange, beyond these two.
    both: Vec<Vec<UBig>>,
}

/// Checks a committee as far as [`Compared`] says.
pub(super) fn check(
    electorate: &Electorate,
    seats: usize,
    compared: &Compared,
    places: &[usize],
) -> Result<(), Doubt> {
    let (winners, candidates) = (&compared.winners, electorate.candidates());
    let is_set = winners.windows(2).all(|pair| pair[0] < pair[1]);
    if winners.len() != seats || !is_set || winners.last().is_some_and(|last| *last >= candidates) {
        return Err(Doubt::Seats { found: winners.len(), seats });
    }
    let scores = Scores::of(electorate, winners);
    let told = |score: RBig| electorate.weights.in_voters(score / RBig::from(scores.parts.clone()));
    let is_bound =
        if compared.whole { compared.bound == compared.score } else { compared.bound >= compared.score };
    if told(RBig::from(scores.score.clone())) != compared.score || !is_bound {
        return Err(Doubt::Score);
    }
    for (member, left_out) in winners.iter().enumerate() {
        for taken in (0..candidates).filter(|candidate| !winners.contains(candidate)) {
            let (left_out, exchanged) = (*left_out, told(scores.exchanged(member, *left_out, taken)));
            if exchanged > compared.bound {
                return Err(Doubt::Exchange { left_out, taken });
            }
            // A search cut short may have stopped at any of the equals.
            if compared.whole && exchanged == compared.score && places[taken] < places[left_out] {
                return Err(Doubt::ExchangeTie { left_out, taken });
            }
        }
    }
    Ok(())
}

impl Scores {
    /// One pass over the ballots; each takes as long as it names winners, times all whom it names.
    fn of(electorate: &Electorate, winners: &[usize]) -> Scores {
        let parts = (1..=winners.len() + 1).fold(UBig::ONE, |all, n| {
            let n = UBig::from(n);
            let shared = (&all).gcd(&n);
            all * (n / shared)
        });
        let none = vec![UBig::ZERO; electorate.candidates()];
        let mut scores =
            Scores { score: UBig::ZERO, weight: none.clone(), both: vec![none; winners.len()], parts };
        for (approves, weight) in &electorate.groups {
            scores.add(approves, weight, winners);
        }
        scores
    }

    fn add(&mut self, approves: &[usize], weight: &UBig, winners: &[usize]) {
        let members: Vec<usize> = (0..winners.len()).filter(|n| approves.contains(&winners[*n])).collect();
        let part = |nth: usize| weight * (&self.parts / UBig::from(nth));
        self.score += (1..=members.len()).map(part).sum::<UBig>();
        let next = part(members.len() + 1);
        let last = if members.is_empty() { UBig::ZERO } else { part(members.len()) };
        for candidate in approves {
            let is_member = members.iter().any(|member| winners[*member] == *candidate);
            self.weight[*candidate] += if is_member { &last } else { &next };
            for member in &members {
                // Who approves of both neither loses a winner nor has one more.
                self.both[*member][*candidate] += &last - &next;
            }
        }
    }

    /// The committee's score with one member exchanged, in parts.
    fn exchanged(&self, member: usize, left_out: usize, taken: usize) -> RBig {
        let more = IBig::from(&self.score + &self.weight[taken] + &self.both[member][taken]);
        RBig::from(more - IBig::from(self.weight[left_out].clone()))
    }
}
