//! Rules that elect one candidate a round: how one result, or all tied ones, are found with them.

use super::outcome::{Measure, Step};
use super::{Fault, Tie};
use dashu_ratio::RBig;
use std::collections::BTreeSet;

/// A rule in the midst of a count.
pub(crate) trait Ladder: Clone {
    /// Who leads among those not yet elected. `None` when the rule elects nobody more. Steps that the
    /// rule takes on its way there are told to `steps`.
    fn front(&mut self, round: usize, steps: &mut Vec<Step>) -> Option<Front>;

    /// By what one of those who lead is elected: of equals the same, but where a rule ranks by something else.
    fn measure(&self, _leader: usize, front: &Front) -> Measure {
        front.by.clone()
    }

    /// Elects one of those who lead.
    fn elect(&mut self, candidate: usize, front: &Front);

    /// All that the further count depends on: two counts with equal states end equally.
    fn state(&self) -> Vec<RBig>;
}

/// The candidates who lead, all equal by the rule's measure, ascending.
#[derive(Debug, Clone)]
pub(crate) struct Front {
    pub leaders: Vec<usize>,
    /// The measure as the rule goes on with it.
    pub value: RBig,
    /// The measure as a reader is told it.
    pub by: Measure,
    pub next: Option<(usize, Measure)>,
}

/// The winners in order, the ties met, the steps.
pub(crate) type Climbed = (Vec<usize>, Vec<Tie>, Vec<Step>);

/// One count, ties broken by `places`: the lowest place wins.
pub(crate) fn climb(mut rule: impl Ladder, seats: usize, places: &[usize]) -> Climbed {
    let (mut winners, mut ties, mut steps) = (Vec::new(), Vec::new(), Vec::new());
    while winners.len() < seats {
        let round = winners.len() + 1;
        let Some(front) = rule.front(round, &mut steps) else { break };
        let Some(chosen) = front.leaders.iter().copied().min_by_key(|c| places[*c]) else { break };
        let by = rule.measure(chosen, &front);
        rule.elect(chosen, &front);
        winners.push(chosen);
        if front.leaders.len() > 1 {
            ties.push(Tie { round, among: front.leaders, chosen });
        }
        steps.push(Step::Elected { round, candidate: chosen, by, next: front.next });
    }
    (winners, ties, steps)
}

/// All committees that some way of breaking the ties leads to, each in ascending order.
///
/// Ways that lead to the same state are followed once; more than `limit` states are refused, since
/// their number can grow exponentially.
pub(crate) fn climb_all(
    rule: impl Ladder,
    seats: usize,
    limit: usize,
) -> Result<BTreeSet<Vec<usize>>, Fault> {
    let mut open = vec![(Vec::new(), rule)];
    let mut seen = BTreeSet::new();
    let mut committees = BTreeSet::new();
    while let Some((winners, mut rule)) = open.pop() {
        let front = match winners.len() < seats {
            true => rule.front(winners.len() + 1, &mut Vec::new()),
            false => None,
        };
        let Some(front) = front else {
            committees.insert(winners);
            continue;
        };
        for &chosen in &front.leaders {
            let (mut after, mut committee) = (rule.clone(), winners.clone());
            after.elect(chosen, &front);
            committee.push(chosen);
            committee.sort_unstable();
            if seen.insert((committee.clone(), after.state())) {
                open.push((committee, after));
            }
        }
        if seen.len() > limit {
            return Err(Fault::TooManyTies { limit });
        }
    }
    Ok(committees)
}

/// The best of some candidates by a value.
#[derive(Debug)]
pub(crate) struct Lead<V> {
    /// All who share the best value, ascending.
    pub leaders: Vec<usize>,
    pub value: V,
    /// The best of the others.
    pub next: Option<(usize, V)>,
}

/// Who has the highest value; `None` where there are no candidates.
pub(crate) fn lead<V: Ord>(values: impl Iterator<Item = (usize, V)>) -> Option<Lead<V>> {
    let mut values: Vec<(usize, V)> = values.collect();
    values.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let equal = values.iter().take_while(|(_, value)| *value == values[0].1).count();
    let next = values.split_off(equal).into_iter().next();
    let leaders = values.iter().map(|(candidate, _)| *candidate).collect();
    let (_, value) = values.pop()?;
    Some(Lead { leaders, value, next })
}
