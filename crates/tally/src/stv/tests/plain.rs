//! The Gregory rules again, written as plainly as they are published: each voter holds a paper, and each paper
//! has a value.

use crate::ranked::TieOrder;
use crate::ranked::tests::small::{Ballots, ballots, profile};
use crate::stv::{Contest, Rule};
use dashu_ratio::RBig;
use proptest::prelude::*;

struct Paper {
    ranking: Vec<usize>,
    value: RBig,
    with: Option<usize>,
}

struct Plain {
    rule: Rule,
    seats: usize,
    papers: Vec<Paper>,
    quota: RBig,
    running: Vec<bool>,
    waiting: Vec<usize>,
    elected: Vec<usize>,
    /// The votes of each candidate after each stage.
    stages: Vec<Vec<RBig>>,
}

fn cut(value: RBig, places: u32) -> RBig {
    let scale = RBig::from(10_u64.pow(places));
    RBig::from((value * &scale).floor()) / scale
}

/// The value of a paper of somebody who passes on a surplus.
fn passed_on(rule: Rule, value: &RBig, surplus: &RBig, votes: &RBig) -> RBig {
    if *votes == RBig::ZERO {
        return RBig::ZERO;
    }
    match rule {
        Rule::Scottish => cut(value * surplus / votes, 5),
        Rule::WigmPrf => cut(cut(value * surplus, 4) / votes, 4),
        Rule::Minneapolis => cut(value * cut(surplus / votes, 4), 4),
        _ => value * surplus / votes,
    }
}

impl Plain {
    fn of(options: usize, ballots: &Ballots, seats: usize, rule: Rule) -> Plain {
        let paper = |levels: &[Vec<usize>]| {
            let ranking: Vec<usize> = levels.iter().flatten().copied().collect();
            Paper { with: ranking.first().copied(), ranking, value: RBig::ONE }
        };
        let papers: Vec<Paper> =
            ballots.iter().flat_map(|(levels, many)| (0..*many).map(move |_| paper(levels))).collect();
        let valid = papers.iter().filter(|paper| paper.with.is_some()).count() as u64;
        let share = RBig::from(valid) / RBig::from(seats + 1);
        let quota = match rule {
            Rule::Scottish | Rule::Minneapolis => RBig::from(valid / (seats as u64 + 1) + 1),
            Rule::WigmPrf => cut(share, 4) + RBig::ONE / RBig::from(10_000),
            _ => share,
        };
        let (running, waiting, elected, stages) = (vec![true; options], vec![], vec![], vec![]);
        Plain { rule, seats, papers, quota, running, waiting, elected, stages }
    }

    fn votes(&self, of: usize) -> RBig {
        // Who has passed on their surplus keeps a quota, whatever became of the papers.
        match self.elected.contains(&of) && !self.waiting.contains(&of) {
            true => self.quota.clone(),
            false => {
                let held = self.papers.iter().filter(|paper| paper.with == Some(of));
                held.fold(RBig::ZERO, |sum, paper| sum + &paper.value)
            }
        }
    }

    fn still_running(&self) -> Vec<usize> {
        (0..self.running.len()).filter(|option| self.running[*option]).collect()
    }

    fn is_over(&self) -> bool {
        self.elected.len() == self.seats || self.still_running().len() <= self.seats - self.elected.len()
    }

    fn end_stage(&mut self) {
        let votes: Vec<RBig> = (0..self.running.len()).map(|option| self.votes(option)).collect();
        let has_quota = |votes: &RBig| match self.rule {
            Rule::WigmExact => *votes > self.quota,
            _ => *votes >= self.quota,
        };
        let mut now: Vec<usize> = self.still_running();
        now.retain(|option| has_quota(&votes[*option]));
        now.sort_by(|a, b| votes[*b].cmp(&votes[*a]));
        for option in now {
            self.running[option] = false;
            self.waiting.push(option);
            self.elected.push(option);
        }
        self.stages.push(votes);
    }

    /// The first of the list with the extreme number; in Scotland the stages before decide between equals.
    fn extreme(&self, mut among: Vec<usize>, is_better: impl Fn(&RBig, &RBig) -> bool) -> usize {
        among.sort_unstable();
        let looked_at = if self.rule == Rule::Scottish { self.stages.len() } else { 1 };
        for votes in self.stages.iter().rev().take(looked_at) {
            let best =
                among.iter().copied().reduce(|a, b| if is_better(&votes[b], &votes[a]) { b } else { a });
            among.retain(|option| votes[*option] == votes[best.unwrap()]);
        }
        among[0]
    }

    fn hand_over(&mut self, from: usize, value: impl Fn(&RBig) -> RBig) {
        for paper in self.papers.iter_mut().filter(|paper| paper.with == Some(from)) {
            let at = paper.ranking.iter().position(|option| *option == from).unwrap();
            paper.value = value(&paper.value);
            paper.with = paper.ranking[at..].iter().copied().find(|option| self.running[*option]);
        }
    }

    fn count(mut self) -> Vec<usize> {
        self.end_stage();
        while !self.is_over() {
            if self.waiting.is_empty() {
                let lowest = self.extreme(self.still_running(), |a, b| a < b);
                self.running[lowest] = false;
                if matches!(self.rule, Rule::Scottish | Rule::Minneapolis) || !self.is_over() {
                    self.hand_over(lowest, RBig::clone);
                }
            } else {
                let highest = self.extreme(self.waiting.clone(), |a, b| a > b);
                let votes = self.votes(highest);
                let surplus = &votes - &self.quota;
                let rule = self.rule;
                self.hand_over(highest, |value| passed_on(rule, value, &surplus, &votes));
                self.waiting.retain(|option| *option != highest);
            }
            self.end_stage();
        }
        let mut rest = self.still_running();
        rest.sort_by_key(|option| std::cmp::Reverse(self.votes(*option)));
        let vacant = self.seats - self.elected.len();
        self.elected.extend(rest.into_iter().take(vacant));
        self.elected
    }
}

proptest! {
    #[test]
    fn each_gregory_rule_elects_whom_its_text_elects((options, ballots) in ballots(false), seats in 1..5_usize) {
        let (profile, lots, seats) = (profile(options, &ballots), TieOrder::by_index(options), seats.min(options));
        for rule in [Rule::Scottish, Rule::WigmPrf, Rule::WigmExact, Rule::Minneapolis] {
            let found = Contest { profile: &profile, seats, withdrawn: &[], lots: &lots }.count(rule).unwrap();
            let plain = Plain::of(options, &ballots, seats, rule).count();
            prop_assert_eq!(found.elected, plain, "{:?}", rule);
        }
    }
}
