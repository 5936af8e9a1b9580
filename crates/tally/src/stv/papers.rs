//! The piles of ballot papers, and how they move.

use super::value::Arithmetic;
use crate::ranked::Ballot;

/// Papers that came to a candidate at the same value.
struct Parcel<V> {
    value: V,
    papers: Vec<Paper>,
}

/// A group of equal ballots, and the preference that it stands at.
#[derive(Clone, Copy)]
struct Paper {
    ballot: u32,
    at: u32,
}

/// All papers, by the candidate who holds them.
pub(super) struct Papers<'p, V> {
    ballots: &'p [Ballot],
    piles: Vec<Vec<Parcel<V>>>,
}

/// What a transfer did.
pub(super) struct Transfer<V> {
    /// What each candidate received, by index.
    pub received: Vec<V>,
    pub exhausted: V,
}

impl<'p, V: Clone + Ord> Papers<'p, V> {
    /// The papers at their first preferences.
    pub fn sorted<A: Arithmetic<Value = V>>(
        arithmetic: &A,
        ballots: &'p [Ballot],
        options: usize,
    ) -> Papers<'p, V> {
        let mut piles: Vec<Vec<Parcel<V>>> = (0..options).map(|_| Vec::new()).collect();
        for (ballot, ranking) in (0..).zip(ballots.iter().map(|ballot| &ballot.ranking)) {
            let Some(first) = ranking.options().next() else { continue };
            if piles[first].is_empty() {
                piles[first].push(Parcel { value: arithmetic.whole(1), papers: Vec::new() });
            }
            piles[first][0].papers.push(Paper { ballot, at: 0 });
        }
        Papers { ballots, piles }
    }

    /// Moves a candidate's papers to their next preferences among `continuing`, each at its new value.
    pub fn transfer<A: Arithmetic<Value = V>>(
        &mut self,
        arithmetic: &A,
        from: usize,
        continuing: &[bool],
        new_value: impl Fn(&V) -> V,
    ) -> Transfer<V> {
        let zero = arithmetic.whole(0);
        let mut transfer = Transfer { received: vec![zero.clone(); continuing.len()], exhausted: zero };
        for parcel in std::mem::take(&mut self.piles[from]) {
            let value = new_value(&parcel.value);
            let (sorted, spent) = self.sort(parcel.papers, continuing);
            transfer.exhausted = arithmetic.plus(&transfer.exhausted, &arithmetic.times(&value, spent));
            for (to, (papers, ballots)) in sorted.into_iter().enumerate().filter(|(_, to)| to.1 > 0) {
                let worth = arithmetic.times(&value, ballots);
                transfer.received[to] = arithmetic.plus(&transfer.received[to], &worth);
                self.receive(to, value.clone(), papers);
            }
        }
        transfer
    }

    /// Papers by the next preference, with the number of ballots; and how many ballots have none.
    fn sort(&self, papers: Vec<Paper>, continuing: &[bool]) -> (Vec<(Vec<Paper>, u64)>, u64) {
        let mut sorted = vec![(Vec::new(), 0_u64); continuing.len()];
        let mut spent = 0;
        for Paper { ballot, at } in papers {
            let Ballot { ranking, count } = &self.ballots[ballot as usize];
            let behind = (at + 1..).zip(ranking.options().skip(at as usize + 1));
            match behind.into_iter().find(|(_, option)| continuing[*option]) {
                Some((at, option)) => {
                    sorted[option].0.push(Paper { ballot, at });
                    sorted[option].1 += count;
                }
                None => spent += count,
            }
        }
        (sorted, spent)
    }

    /// Parcels of the same value are one: it makes no difference, and keeps them few.
    fn receive(&mut self, to: usize, value: V, papers: Vec<Paper>) {
        match self.piles[to].iter_mut().find(|parcel| parcel.value == value) {
            Some(parcel) => parcel.papers.extend(papers),
            None => self.piles[to].push(Parcel { value, papers }),
        }
    }
}
