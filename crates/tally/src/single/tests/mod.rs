//! The rules on small polls, against their definitions written plainly.

mod axioms;
mod certificates;
mod chambers;
mod proposals;
mod rules;

use super::*;
use crate::committee::TieBreak;
use proptest::prelude::*;

const METHODS: [Method; 9] = [
    Method::Plurality,
    Method::Approval,
    Method::Score { top: 3, unmarked: Unmarked::Lowest },
    Method::Score { top: 3, unmarked: Unmarked::LeftOut },
    Method::Judgment { grades: 4, ties: JudgmentTies::MajorityValue },
    Method::Judgment { grades: 4, ties: JudgmentTies::MajorityGauge },
    Method::LeastResistance { top: 3 },
    Method::Dots { dots: 3, most: 3 },
    Method::Dots { dots: 5, most: 2 },
];

type Marks = Vec<Mark>;

/// Counts papers of one chamber among three options, ties by the list.
fn count(rule: Rule, papers: &[Marks]) -> Count {
    chambered(rule, Joining::Together, &[papers])
}

fn chambered(rule: Rule, joining: Joining, papers: &[&[Marks]]) -> Count {
    let chambers = (0..papers.len()).map(|n| Chamber::named(n.to_string()));
    let mut poll = Poll::new(rule, ["a", "b", "c"], chambers).unwrap();
    for (chamber, papers) in papers.iter().enumerate() {
        for paper in *papers {
            poll.add(chamber, &Paper::Marked(paper.clone()), 1).unwrap();
        }
    }
    poll.count(joining, TieBreak::ListOrder).unwrap()
}

/// Marks for some of three options; some papers break the rule.
fn marks() -> impl Strategy<Value = Marks> {
    prop::collection::vec((0_usize..3, 0_u8..4), 0..4)
}

fn papers() -> impl Strategy<Value = Vec<Marks>> {
    prop::collection::vec(marks(), 0..8)
}

fn method() -> impl Strategy<Value = Method> {
    prop::sample::select(&METHODS[..])
}
