//! A short list of statements that represents everybody: the Method of Equal Shares on statements.
//!
//! Lists by most support say again and again what the largest group thinks. Here each participant gets
//! an equal share of the list, `size / people`, and a statement (price 1) is taken when its supporters
//! pay for it, each `min(what is left, ρ · support)` with the smallest ρ (Peters & Skowron 2020; Peters,
//! Pierczyński & Skowron 2021): a group of a third of the people gets a third of the list.
//!
//! Most participants haven't seen most statements (Halpern et al. 2023), and a statement few have seen
//! must not lose for that. Who has seen it supports it with 1 or 0; who hasn't, with the smoothed share of
//! their opinion group that agreed, `(agree + 1) / (seen + 2)`. That is an estimate, so what is paid by it
//! is told apart in the result. Statements seen by fewer than [`LEAST_SEEN`] people aren't candidates.
//!
//! Ties go to the statement that more have agreed with, then to the lower number. When nothing can be
//! paid in full any more, the rest of the list goes, one by one, to the statement whose supporters have
//! most left, and they pay `support` of what they have ([`Step::is_completion`]). Time: people ×
//! candidates × size at worst; a statement's price is asked for again only when it may be the cheapest.

use crate::conversation::{Conversation, Vote};
use crate::picture::Picture;
use crate::statistics::smoothed;
use serde::Serialize;

/// Fewer votes are no ground for an estimate.
pub const LEAST_SEEN: u32 = 5;

/// One statement of the slate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    pub statement: usize,
    /// What a full supporter pays at most, as a share of the price; none in the completion.
    pub rho: Option<f64>,
    /// The share of the price that each group paid; people without a group are the last entry.
    pub paid_by: Vec<f64>,
    /// The share paid by people who have seen it and agree; the rest is by estimate.
    pub paid_by_agreeing: f64,
    /// Taken though its supporters couldn't pay the full price any more.
    pub is_completion: bool,
}

/// At most `size` statements that together represent everybody who has voted at all.
pub fn slate(conversation: &Conversation, picture: &Picture, size: usize) -> Vec<Step> {
    let mut market = Market::open(conversation, picture, size);
    let mut steps = Vec::new();
    while steps.len() < size {
        let Some((place, rho)) = market
            .cheapest()
            .map(|(place, rho)| (place, Some(rho)))
            .or_else(|| market.richest().map(|place| (place, None)))
        else {
            break;
        };
        steps.push(market.buy(place, rho));
    }
    steps
}

struct Market<'a> {
    conversation: &'a Conversation,
    /// For each participant what is left, and the group (the last entry for those without).
    left: Vec<f64>,
    group: Vec<usize>,
    groups: usize,
    /// Statements not taken yet, with a price that can only have risen since.
    candidates: Vec<Candidate>,
}

struct Candidate {
    statement: usize,
    agreed: u32,
    at_least: f64,
    /// For each group how much somebody of it who hasn't seen the statement is taken to support it.
    estimate: Vec<f64>,
}

impl<'a> Market<'a> {
    fn open(conversation: &'a Conversation, picture: &Picture, size: usize) -> Market<'a> {
        let groups = picture.groups.len() + 1;
        let place = |person: usize| picture.places.get(person).and_then(|place| place.group);
        let group: Vec<usize> =
            (0..conversation.participants()).map(|person| place(person).unwrap_or(groups - 1)).collect();
        let voters = conversation.rows().iter().filter(|row| !row.is_empty()).count();
        let each = size as f64 / voters.max(1) as f64;
        let left = conversation.rows().iter().map(|row| if row.is_empty() { 0.0 } else { each }).collect();
        let overall = crate::counts::overall(conversation);
        let candidate = |statement: usize| {
            let all = overall[statement];
            let in_group = |group: usize| {
                let counts =
                    if group + 1 < groups { picture.standings[group][statement].counts } else { all };
                smoothed(counts.agree, counts.seen())
            };
            let estimate = (0..groups).map(in_group).collect();
            Candidate { statement, agreed: all.agree, at_least: 0.0, estimate }
        };
        let counts =
            |statement: &usize| picture.counted[*statement] && overall[*statement].seen() >= LEAST_SEEN;
        let candidates = (0..picture.counted.len()).filter(counts).map(candidate).collect();
        let mut market = Market { conversation, left, group, groups, candidates };
        let bounds: Vec<f64> =
            market.candidates.iter().map(|c| 1.0 / market.support(c).iter().sum::<f64>()).collect();
        // Nobody pays more than ρ · support, so ρ is at least this, however much is left.
        market.candidates.iter_mut().zip(bounds).for_each(|(candidate, bound)| candidate.at_least = bound);
        market
    }

    /// Each participant's support of a candidate.
    fn support(&self, candidate: &Candidate) -> Vec<f64> {
        let mut support: Vec<f64> = self.group.iter().map(|&group| candidate.estimate[group]).collect();
        for (person, vote) in self.conversation.votes_on(candidate.statement) {
            support[person] = if vote == Vote::Agree { 1.0 } else { 0.0 };
        }
        support
    }

    /// The candidate with the smallest ρ, and that ρ; none when no candidate can be paid in full.
    fn cheapest(&mut self) -> Option<(usize, f64)> {
        let mut order: Vec<usize> = (0..self.candidates.len()).collect();
        order.sort_by(|&a, &b| self.candidates[a].at_least.total_cmp(&self.candidates[b].at_least));
        let mut best: Option<(usize, f64)> = None;
        for place in order {
            // A hair below, as bound and price are summed in different orders.
            if best.is_some_and(|(_, rho)| self.candidates[place].at_least * (1.0 - 1e-9) > rho) {
                break;
            }
            let rho = self.rho(&self.candidates[place]);
            self.candidates[place].at_least = rho;
            if rho.is_finite() && best.is_none_or(|best| self.is_before((place, rho), best)) {
                best = Some((place, rho));
            }
        }
        best
    }

    fn is_before(&self, (a, a_rho): (usize, f64), (b, b_rho): (usize, f64)) -> bool {
        let (first, second) = (&self.candidates[a], &self.candidates[b]);
        let by_votes = || second.agreed.cmp(&first.agreed).then(first.statement.cmp(&second.statement));
        a_rho.total_cmp(&b_rho).then_with(by_votes).is_lt()
    }

    /// The ρ with which `Σ min(left, ρ · support) = 1`; infinite if there isn't that much left.
    fn rho(&self, candidate: &Candidate) -> f64 {
        let support = self.support(candidate);
        let mut payers: Vec<(f64, f64, f64)> = support
            .into_iter()
            .zip(&self.left)
            .filter(|(support, left)| *support > 0.0 && **left > 0.0)
            .map(|(support, &left)| (left / support, left, support))
            .collect();
        payers.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (mut spent, mut support): (f64, f64) = (0.0, payers.iter().map(|payer| payer.2).sum());
        for (limit, left, own) in payers {
            // Everybody from here on pays by support; those before have paid all they had.
            if spent + limit * support >= 1.0 - 1e-12 {
                return (1.0 - spent).max(0.0) / support;
            }
            spent += left;
            support -= own;
        }
        f64::INFINITY
    }

    /// The candidate whose supporters have most left.
    fn richest(&self) -> Option<usize> {
        let purse = |place: usize| {
            let support = self.support(&self.candidates[place]);
            support.iter().zip(&self.left).map(|(support, left)| support * left).sum::<f64>()
        };
        let richer = |best: (usize, f64), next: (usize, f64)| if next.1 > best.1 { next } else { best };
        (0..self.candidates.len()).map(|place| (place, purse(place))).reduce(richer).map(|(place, _)| place)
    }

    fn buy(&mut self, place: usize, rho: Option<f64>) -> Step {
        let candidate = self.candidates.remove(place);
        let support = self.support(&candidate);
        let mut paid_by = vec![0.0; self.groups];
        let mut by_person = vec![0.0; support.len()];
        for (person, support) in support.into_iter().enumerate() {
            let left = self.left[person];
            let pays = rho.map_or(left * support, |rho| left.min(rho * support));
            self.left[person] -= pays;
            paid_by[self.group[person]] += pays;
            by_person[person] = pays;
        }
        let agreeing =
            self.conversation.votes_on(candidate.statement).filter(|(_, vote)| *vote == Vote::Agree);
        let paid_by_agreeing = agreeing.map(|(person, _)| by_person[person]).sum();
        Step { statement: candidate.statement, rho, paid_by, paid_by_agreeing, is_completion: rho.is_none() }
    }
}
