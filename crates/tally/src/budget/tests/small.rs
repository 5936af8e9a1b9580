//! Small instances, against the rules written down as plainly as they are said.

use dashu_ratio::RBig;
use proptest::prelude::*;

use super::super::*;

pub(super) const UTILITIES: [Utility; 3] = [Utility::Cost, Utility::Cardinality, Utility::Points];

/// A small instance with many ties and near-ties: costs, budget, then ballots (points by project, weight).
pub(super) fn instances(kind: BallotKind) -> impl Strategy<Value = Instance> {
    let ballot = proptest::collection::vec(0..4_u64, 6);
    (2..7_usize, 1..40_u64).prop_flat_map(move |(m, budget)| {
        let costs = proptest::collection::vec(1..budget + 3, m);
        let ballots = proptest::collection::vec((ballot.clone(), 1..4_u64), 1..7);
        (costs, ballots).prop_map(move |(costs, ballots)| built(kind, budget, &costs, &ballots))
    })
}

pub(super) fn built(kind: BallotKind, budget: u64, costs: &[u64], ballots: &[(Vec<u64>, u64)]) -> Instance {
    let project =
        |(n, cost): (usize, &u64)| Project { id: format!("p{n}"), name: String::new(), cost: *cost };
    let projects: Vec<_> = costs.iter().enumerate().map(project).collect();
    let mut builder = Builder::new(projects, budget, 1, kind).unwrap();
    for (points, voters) in ballots {
        let named = (0..costs.len()).filter(|p| points[*p] > 1);
        match kind {
            BallotKind::Cumulative => {
                let marks = named.map(|project| Mark { project, points: points[project] - 1 }).collect();
                builder.add(marks, *voters, 0).unwrap();
            }
            _ => builder.add_listed(&named.collect::<Vec<_>>(), *voters).unwrap(),
        }
    }
    builder.build()
}

pub(super) fn any_instance() -> impl Strategy<Value = Instance> {
    prop_oneof![
        instances(BallotKind::Approval),
        instances(BallotKind::Cumulative),
        instances(BallotKind::Ordinal)
    ]
}

/// One voter after the other: utility for each project, and how many are alike.
fn voters(instance: &Instance, utility: Utility) -> Vec<(Vec<u64>, u64)> {
    let of_group = |g: &Group| {
        let mut row = vec![0; instance.projects().len()];
        for mark in &g.marks {
            let named = if instance.kind() == BallotKind::Ordinal { 1 } else { mark.points.min(1) };
            row[mark.project] = match utility {
                Utility::Cost => named * instance.projects()[mark.project].cost,
                Utility::Cardinality => named,
                Utility::Points => mark.points,
            };
        }
        (row, g.weight)
    };
    instance.groups().iter().map(of_group).collect()
}

/// The rate at which a project can be afforded: candidates are all ways to split the voters, sorted by
/// money per utility, into those who pay all and those who pay in full.
fn rate(cost: u64, purses: &[(RBig, u64, u64)]) -> Option<RBig> {
    let mut paying: Vec<_> = purses.iter().filter(|(_, utility, _)| *utility > 0).cloned().collect();
    paying.sort_by_key(|(money, utility, _)| money / RBig::from(*utility));
    for split in 0..paying.len() {
        let poor = paying[..split].iter().fold(RBig::ZERO, |sum, (money, _, w)| sum + money * RBig::from(*w));
        let rich: u64 = paying[split..].iter().map(|(_, u, w)| u * w).sum();
        let rate = (RBig::from(cost) - poor) / RBig::from(rich);
        if &rate * RBig::from(paying[split].1) <= paying[split].0 {
            return Some(rate);
        }
    }
    None
}

/// Equal Shares, plainly: exact fractions, every project looked at in every round.
pub(super) fn plain_shares(instance: &Instance, utility: Utility, total: u64) -> Vec<(usize, RBig)> {
    let rows = voters(instance, utility);
    let each = RBig::from(total) / RBig::from(instance.weight());
    let mut money = vec![each; rows.len()];
    let mut bought: Vec<(usize, RBig)> = Vec::new();
    loop {
        let mut best: Option<(RBig, usize)> = None;
        for (p, project) in instance.projects().iter().enumerate() {
            let is_out = project.cost > instance.budget() || bought.iter().any(|(b, _)| *b == p);
            let purses: Vec<_> =
                rows.iter().zip(&money).map(|((row, w), money)| (money.clone(), row[p], *w)).collect();
            let Some(rate) = rate(project.cost, &purses).filter(|_| !is_out) else { continue };
            if best.as_ref().is_none_or(|(least, _)| rate < *least) {
                best = Some((rate, p));
            }
        }
        let Some((rate, p)) = best else { return bought };
        for ((row, _), money) in rows.iter().zip(&mut money) {
            let due = &rate * RBig::from(row[p]);
            *money = if due < *money { &*money - due } else { RBig::ZERO };
        }
        bought.push((p, rate));
    }
}

/// Add-one, step by step, with the plain rule.
fn plain_add_one(instance: &Instance, utility: Utility, start: Start, stop: Stop) -> Vec<usize> {
    let winners = |total| -> Vec<usize> {
        plain_shares(instance, utility, total).into_iter().map(|(p, _)| p).collect()
    };
    let cost = |won: &[usize]| won.iter().map(|p| instance.projects()[*p].cost).sum::<u64>();
    let backed: Vec<usize> = (0..instance.projects().len())
        .filter(|p| voters(instance, utility).iter().any(|(row, _)| row[*p] > 0))
        .filter(|p| instance.projects()[*p].cost <= instance.budget())
        .collect();
    let mut total = instance.budget();
    let mut won = winners(total);
    if start == Start::Integral {
        total = total / instance.weight() * instance.weight();
    }
    loop {
        let left = instance.budget() - cost(&won);
        let mut others = backed.iter().filter(|p| !won.contains(p));
        let done = match stop {
            Stop::Exhaustive => others.all(|p| instance.projects()[*p].cost > left),
            Stop::OverBudget => others.next().is_none(),
        };
        if done {
            return won;
        }
        total += instance.weight();
        let next = winners(total);
        if cost(&next) > instance.budget() {
            return won;
        }
        won = next;
    }
}

fn rates(outcome: &Outcome) -> Vec<(usize, RBig)> {
    let bought = outcome.protocol.iter().filter_map(|step| match step {
        Step::Bought { project, rate, .. } => Some((*project, rate.0.clone())),
        _ => None,
    });
    bought.collect()
}

pub(super) fn shares(instance: &Instance, utility: Utility, completion: Completion) -> Outcome {
    count(instance, Rule::EqualShares { utility, completion }, &TieBreak::Lexicographic).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn equal_shares_buys_what_the_plain_rule_buys_at_the_same_rates(instance in any_instance()) {
        for utility in UTILITIES {
            let found = shares(&instance, utility, Completion::None);
            prop_assert_eq!(rates(&found), plain_shares(&instance, utility, instance.budget()));
        }
    }

    #[test]
    fn add_one_ends_where_steps_of_one_end(instance in any_instance()) {
        for utility in UTILITIES {
            for (start, stop) in [
                (Start::Rational, Stop::Exhaustive),
                (Start::Rational, Stop::OverBudget),
                (Start::Integral, Stop::Exhaustive),
                (Start::Integral, Stop::OverBudget),
            ] {
                let found = shares(&instance, utility, Completion::AddOne { start, stop, then: Then::Nothing });
                prop_assert_eq!(&found.winners, &plain_add_one(&instance, utility, start, stop));
            }
        }
    }
}

/// Greedy, plainly: again and again the densest of what is left.
fn plain_greedy(instance: &Instance, utility: Utility) -> Vec<usize> {
    let rows = voters(instance, utility);
    let good = |p: usize| rows.iter().map(|(row, w)| row[p] * w).sum::<u64>();
    let mut waiting: Vec<usize> = (0..instance.projects().len()).filter(|p| good(*p) > 0).collect();
    let (mut left, mut won) = (instance.budget(), Vec::new());
    while !waiting.is_empty() {
        let density = |p: usize| RBig::from(good(p)) / RBig::from(instance.projects()[p].cost);
        let best =
            waiting.iter().copied().reduce(|a, b| if density(b) > density(a) { b } else { a }).unwrap();
        waiting.retain(|p| *p != best);
        if instance.projects()[best].cost <= left {
            left -= instance.projects()[best].cost;
            won.push(best);
        }
    }
    won
}

/// Sequential Phragmén, plainly.
fn plain_phragmen(instance: &Instance) -> Vec<(usize, RBig)> {
    let rows = voters(instance, Utility::Cardinality);
    let (mut loads, mut left) = (vec![RBig::ZERO; rows.len()], instance.budget());
    let mut won: Vec<(usize, RBig)> = Vec::new();
    loop {
        let mut least: Option<RBig> = None;
        let mut tied = Vec::new();
        for (p, project) in instance.projects().iter().enumerate() {
            let weight: u64 = rows.iter().map(|(row, w)| row[p] * w).sum();
            if weight == 0 || project.cost > instance.budget() || won.iter().any(|(w, _)| *w == p) {
                continue;
            }
            let borne = rows.iter().zip(&loads).map(|((row, w), load)| load * RBig::from(row[p] * w));
            let load = borne.fold(RBig::from(project.cost), |sum, b| sum + b) / RBig::from(weight);
            match least.as_ref().map(|least| load.cmp(least)) {
                Some(std::cmp::Ordering::Greater) => continue,
                Some(std::cmp::Ordering::Equal) => {}
                _ => tied.clear(),
            }
            tied.push(p);
            least = Some(load);
        }
        let Some(load) = least else { return won };
        if tied.iter().any(|p| instance.projects()[*p].cost > left) {
            return won;
        }
        left -= instance.projects()[tied[0]].cost;
        rows.iter()
            .zip(&mut loads)
            .filter(|((row, _), _)| row[tied[0]] > 0)
            .for_each(|(_, l)| *l = load.clone());
        won.push((tied[0], load));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn greedy_takes_what_the_plain_rule_takes(instance in any_instance()) {
        for utility in UTILITIES {
            let found = count(&instance, Rule::Greedy { utility }, &TieBreak::Lexicographic).unwrap();
            prop_assert_eq!(found.winners, plain_greedy(&instance, utility));
        }
    }

    #[test]
    fn phragmen_buys_what_the_plain_rule_buys_at_the_same_loads(instance in instances(BallotKind::Approval)) {
        let found = count(&instance, Rule::Phragmen, &TieBreak::Lexicographic).unwrap();
        let loads: Vec<(usize, RBig)> = found.protocol.iter().filter_map(|step| match step {
            Step::Loaded { project, load, .. } => Some((*project, load.0.clone())),
            _ => None,
        }).collect();
        prop_assert_eq!(loads, plain_phragmen(&instance));
    }
}
