//! The Meek rules again, written as plainly as they are published: each voter's vote is handed from candidate to
//! candidate, in fractions that are cut where the text says so.

use crate::ranked::TieOrder;
use crate::ranked::tests::small::{Ballots, ballots, profile};
use crate::stv::{Contest, Rule};
use dashu_ratio::RBig;
use proptest::prelude::*;

/// Whole tenths of so many powers.
fn units(many: u64, places: isize) -> RBig {
    RBig::from(many) / RBig::from(10).pow(places)
}

struct Plain {
    reference: bool,
    seats: usize,
    papers: Vec<Vec<usize>>,
    factors: Vec<RBig>,
    running: Vec<bool>,
    votes: Vec<RBig>,
    quota: RBig,
    surplus: RBig,
    elected: Vec<usize>,
}

impl Plain {
    fn of(options: usize, ballots: &Ballots, seats: usize, rule: Rule) -> Plain {
        let paper = |levels: &[Vec<usize>]| levels.iter().flatten().copied().collect::<Vec<_>>();
        let papers = ballots.iter().flat_map(|(levels, many)| (0..*many).map(move |_| paper(levels)));
        Plain {
            reference: rule == Rule::MeekPrf,
            seats,
            papers: papers.filter(|paper| !paper.is_empty()).collect(),
            factors: vec![RBig::ONE; options],
            running: vec![true; options],
            votes: vec![RBig::ZERO; options],
            quota: RBig::ZERO,
            surplus: RBig::ZERO,
            elected: Vec::new(),
        }
    }

    fn places(&self) -> isize {
        if self.reference { 9 } else { 27 }
    }

    fn cut(&self, value: &RBig) -> RBig {
        let scale = RBig::from(10).pow(self.places());
        RBig::from((value * &scale).floor()) / scale
    }

    /// The reference rule rounds up what others cut.
    fn rounded(&self, value: &RBig) -> RBig {
        let cut = self.cut(value);
        if self.reference && cut != *value { cut + units(1, 9) } else { cut }
    }

    fn is_more(&self, a: &RBig, b: &RBig) -> bool {
        let guard = if self.reference { RBig::ZERO } else { units(499_999_999, 27) };
        a - b > guard
    }

    fn hand_out(&mut self) {
        let mut votes = vec![RBig::ZERO; self.votes.len()];
        for paper in &self.papers {
            let mut left = RBig::ONE;
            for option in paper {
                let factor = &self.factors[*option];
                let kept = self.rounded(&(&left * factor));
                left = if self.reference { left - &kept } else { self.cut(&(left * (RBig::ONE - factor))) };
                votes[*option] += kept;
            }
        }
        let all = votes.iter().fold(RBig::ZERO, |sum, votes| sum + votes);
        let quota = self.cut(&(all / RBig::from(self.seats + 1)));
        self.quota = if self.reference { quota + units(1, 9) } else { quota };
        self.votes = votes;
    }

    fn still_running(&self) -> Vec<usize> {
        (0..self.running.len()).filter(|option| self.running[*option]).collect()
    }

    fn vacant(&self) -> usize {
        self.seats - self.elected.len()
    }

    fn is_over(&self) -> bool {
        self.still_running().len() <= self.vacant()
    }

    /// Whether there was anybody to elect.
    fn elect(&mut self) -> bool {
        let has_quota = |option: &usize| {
            let votes = &self.votes[*option];
            self.is_more(votes, &self.quota) || self.reference && *votes == self.quota
        };
        let mut now: Vec<usize> = self.still_running().into_iter().filter(has_quota).collect();
        now.sort_by(|a, b| self.votes[*b].cmp(&self.votes[*a]));
        now.iter().for_each(|option| self.running[*option] = false);
        self.elected.extend(&now);
        !now.is_empty()
    }

    /// Each set of candidates that, with the surplus, comes to less than anybody else has; the largest of them, tried
    /// one by one. Who is within the surplus of the lowest of a group belongs to that group.
    fn sure_losers(&self) -> Vec<usize> {
        let mut order = self.still_running();
        order.sort_by(|a, b| self.votes[*a].cmp(&self.votes[*b]));
        let (mut found, mut foot) = (Vec::new(), 0);
        for size in 1..=order.len() - self.vacant() {
            let Some(next) = order.get(size) else { break };
            let begins_a_group =
                self.is_more(&self.votes[*next], &(&self.votes[order[foot]] + &self.surplus));
            foot = if begins_a_group { size } else { foot };
            let sum =
                order[..size].iter().fold(self.surplus.clone(), |sum, option| sum + &self.votes[*option]);
            if begins_a_group && self.is_more(&self.votes[*next], &sum) {
                found = order[..size].to_vec();
            }
        }
        found
    }

    fn lowest(&self) -> usize {
        let running = self.still_running();
        let low = running.iter().map(|option| &self.votes[*option]).min().unwrap();
        let reach = low + &self.surplus;
        running.into_iter().find(|option| !self.is_more(&self.votes[*option], &reach)).unwrap()
    }

    fn exclude(&mut self, losers: &[usize]) {
        for option in losers {
            self.running[*option] = false;
            self.factors[*option] = RBig::ZERO;
        }
    }

    fn lower_factors(&mut self) {
        for option in self.elected.clone() {
            let product = self.rounded(&(&self.factors[option] * &self.quota));
            self.factors[option] = self.rounded(&(product / &self.votes[option])).min(RBig::ONE);
        }
    }

    fn round(&mut self) {
        let omega = if self.reference { units(999, 9) } else { units(1, 9) };
        let mut last = RBig::from(self.papers.len());
        loop {
            self.hand_out();
            let is_elected = self.elect();
            let over = self.elected.iter().map(|option| &self.votes[*option] - &self.quota);
            self.surplus = over.fold(RBig::ZERO, |sum, over| sum + over);
            if self.reference {
                self.surplus = self.surplus.clone().max(RBig::ZERO);
            }
            if is_elected {
                return;
            }
            if !self.is_more(&self.surplus, &omega) || !self.is_more(&last, &self.surplus) {
                return self.exclude(&[self.lowest()]);
            }
            let sure = if self.reference { Vec::new() } else { self.sure_losers() };
            if !sure.is_empty() {
                return self.exclude(&sure);
            }
            last = self.surplus.clone();
            self.lower_factors();
        }
    }

    fn count(mut self) -> Vec<usize> {
        while self.vacant() > 0 && !self.is_over() {
            self.round();
        }
        let vacant = self.vacant();
        let rest = self.still_running();
        self.elected.extend(rest.into_iter().take(vacant));
        self.elected.sort_unstable();
        self.elected
    }
}

proptest! {
    #[test]
    fn each_meek_rule_elects_whom_its_text_elects((options, ballots) in ballots(false), seats in 1..5_usize) {
        let (profile, lots, seats) = (profile(options, &ballots), TieOrder::by_index(options), seats.min(options));
        for rule in [Rule::MeekPrf, Rule::MeekGuarded] {
            let found = Contest { profile: &profile, seats, withdrawn: &[], lots: &lots }.count(rule).unwrap();
            let plain = Plain::of(options, &ballots, seats, rule).count();
            let mut elected = found.elected;
            elected.sort_unstable();
            prop_assert_eq!(elected, plain, "{:?}", rule);
        }
    }
}
