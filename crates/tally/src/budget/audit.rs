//! An audit of fairness, to stand beside each outcome, whatever rule it came from.
//!
//! **EJR+ up to one project** (after Brill & Peters, *Robust and Verifiable Proportionality Axioms for
//! Multiwinner Voting*, EC 2023, carried to budgets). Take a project p that lost, and some of those who
//! named it, with the share α = (their weight) · B/W of the budget. If all of them have so little of
//! the outcome that even with p it would be worth no more to each than α is, spent at the rate of p, then
//! they are a group that was passed over: u(W) + u(p) ≤ α · u(p)/cost(p). Equal Shares leaves no
//! such group. For each p it is enough to look at those with the least first, so the check is a sort.
//!
//! Defined for cost and cardinality utilities, where all who name a project have the same utility for it.

use serde::Serialize;

use super::electorate::{Electorate, Utility};
use super::ratio::Ratio;
use super::{Fault, Instance};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Audit {
    pub chambers: Vec<Satisfaction>,
    /// For each project that lost the largest group passed over, if there is one; empty where the outcome
    /// is EJR+ up to one project.
    pub passed_over: Vec<PassedOver>,
}

/// What the voters of one chamber got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Satisfaction {
    pub chamber: String,
    pub voters: u64,
    pub weight: u64,
    /// Voters of whose ballot nothing won; those who named nothing at all are counted apart.
    pub got_nothing: u64,
    pub named_nothing: u64,
    /// A voter's mean number of winners named, and what these cost, in minor units.
    pub winners_each: Ratio,
    pub cost_each: Ratio,
}

/// A group that deserved more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PassedOver {
    pub project: usize,
    /// Of the group, all of whom named the project.
    pub weight: u64,
    /// Their share of the budget, in minor units.
    pub share: Ratio,
    /// The most that one of them has of the outcome.
    pub utility: u64,
}

/// Looks at an outcome with the eyes of cost or cardinality utilities.
pub fn audit(instance: &Instance, winners: &[usize], utility: Utility) -> Result<Audit, Fault> {
    if utility == Utility::Points {
        return Err(Fault::WrongKind(instance.kind()));
    }
    let electorate = Electorate::of(instance, utility);
    let mut won = vec![false; instance.projects().len()];
    for &winner in winners {
        *won.get_mut(winner).ok_or(Fault::NoSuchProject(winner, instance.projects().len()))? = true;
    }
    let has: Vec<u64> = (0..electorate.weights().len()).map(|g| utility_of(&electorate, &won, g)).collect();
    let lost = electorate.running.iter().filter(|p| !won[**p]);
    let passed_over = lost.filter_map(|p| passed_over(&electorate, &has, *p)).collect();
    let chambers = (0..instance.chambers().len()).map(|c| satisfaction(instance, &won, c)).collect();
    Ok(Audit { chambers, passed_over })
}

fn utility_of(electorate: &Electorate, won: &[bool], group: usize) -> u64 {
    let marks = electorate.backed_by(group).iter().map(|(p, _)| *p as usize);
    marks.filter(|p| won[*p]).map(|p| electorate.scale[p]).sum()
}

fn passed_over(electorate: &Electorate, has: &[u64], project: usize) -> Option<PassedOver> {
    let instance = electorate.instance;
    let mut backers: Vec<(u64, u64)> = electorate
        .backers(project)
        .iter()
        .map(|b| (has[b.group as usize], electorate.weight(b.group)))
        .collect();
    backers.sort_unstable();
    let (mut weight, mut found) = (0_u64, None);
    for (n, (utility, w)) in backers.iter().enumerate() {
        weight += w;
        // All who have as little belong to the group.
        let is_last = backers.get(n + 1).is_none_or(|(next, _)| next > utility);
        if is_last && is_enough(electorate, project, weight, *utility) {
            found = Some((weight, *utility));
        }
    }
    let (weight, utility) = found?;
    let share = Ratio::new(u128::from(weight) * u128::from(instance.budget()), instance.weight())?;
    Some(PassedOver { project, weight, share, utility })
}

/// (u(W) + u(p)) · cost(p) · W ≤ weight · B · u(p)
fn is_enough(electorate: &Electorate, project: usize, weight: u64, utility: u64) -> bool {
    use dashu_int::UBig;
    let instance = electorate.instance;
    let scale = electorate.scale[project];
    let needs = UBig::from(u128::from(utility) + u128::from(scale))
        * UBig::from(electorate.cost(project))
        * UBig::from(instance.weight());
    needs <= UBig::from(weight) * UBig::from(instance.budget()) * UBig::from(scale)
}

fn satisfaction(instance: &Instance, won: &[bool], chamber: usize) -> Satisfaction {
    let mut found = Satisfaction {
        chamber: instance.chambers()[chamber].clone(),
        voters: 0,
        weight: 0,
        got_nothing: 0,
        named_nothing: 0,
        winners_each: Ratio::default(),
        cost_each: Ratio::default(),
    };
    let (mut winners, mut cost) = (0_u128, 0_u128);
    for group in instance.groups().iter().filter(|g| g.chamber == chamber) {
        let of_group: Vec<usize> = group.marks.iter().map(|m| m.project).filter(|p| won[*p]).collect();
        found.voters += group.voters;
        found.weight += group.weight;
        found.named_nothing += if group.marks.is_empty() { group.voters } else { 0 };
        found.got_nothing += if !group.marks.is_empty() && of_group.is_empty() { group.voters } else { 0 };
        winners += u128::from(group.voters) * of_group.len() as u128;
        let costs: u128 = of_group.iter().map(|p| u128::from(instance.projects()[*p].cost)).sum();
        cost += u128::from(group.voters) * costs;
    }
    found.winners_each = Ratio::new(winners, found.voters).unwrap_or_default();
    found.cost_each = Ratio::new(cost, found.voters).unwrap_or_default();
    found
}
