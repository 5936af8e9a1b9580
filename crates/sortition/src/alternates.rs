//! Alternates: who steps in when somebody of the panel can't come.
//!
//! A person can *stand in* for a seat when the panel still meets every quota after the exchange. The
//! alternates are chosen one after the other: next is who can stand in for most seats, where a seat that
//! has c alternates already counts 1/(c+1). This is the greedy rule for the most seats covered if one
//! person drops out and each is as likely to (cf. Assos, Baharav, Flanigan, Procaccia: *Alternates,
//! Assemble!*, EC 2025, who choose by estimated chances of dropping out). Equals are ordered by lot.

use crate::chance::Chance;
use crate::{Fault, Instance};
use serde::Serialize;

/// Who stands by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alternates {
    /// Numbers in the pool, in the order in which they were chosen.
    pub people: Vec<usize>,
    /// For each seat of the panel those of `people` who can stand in for it, in the same order.
    pub seats: Vec<Vec<usize>>,
}

/// Divisible by each number to 16, so that fractions of it are whole.
const UNIT: u64 = 720_720;

impl Instance {
    /// `number` alternates for a panel (numbers in the pool), or as many as can stand in for anybody.
    pub fn alternates(&self, panel: &[usize], number: usize, seed: &str) -> Result<Alternates, Fault> {
        if let Some(person) = panel.iter().find(|person| **person >= self.people) {
            return Err(Fault::Outside { number: *person, of: self.people });
        }
        let exchange = Exchange::of(self, panel);
        let mut waiting: Vec<usize> = (0..self.people).filter(|person| !panel.contains(person)).collect();
        Chance::of("alternates", seed).shuffle(&mut waiting);
        let mut people = Vec::new();
        let mut seats: Vec<Vec<usize>> = vec![Vec::new(); panel.len()];
        while people.len() < number {
            let worth = |person: &usize| -> u64 {
                let open = (0..panel.len()).filter(|seat| exchange.fits(panel[*seat], *person));
                open.map(|seat| UNIT / (seats[seat].len() as u64 + 1)).sum()
            };
            // Of equals the first in the order of the lot.
            let best = waiting.iter().enumerate().map(|(place, person)| (worth(person), place));
            let best = best.max_by_key(|(worth, place)| (*worth, std::cmp::Reverse(*place)));
            let Some((1.., place)) = best else { break };
            let person = waiting.remove(place);
            let fit = (0..panel.len()).filter(|seat| exchange.fits(panel[*seat], person));
            fit.collect::<Vec<_>>().into_iter().for_each(|seat| seats[seat].push(person));
            people.push(person);
        }
        Ok(Alternates { people, seats })
    }
}

/// Which exchanges leave a panel within its quotas.
struct Exchange<'i> {
    instance: &'i Instance,
    /// For each type out and each type in.
    fits: Vec<Vec<bool>>,
    /// For each household the person of it who sits in the panel.
    sits: Vec<Option<usize>>,
}

impl Exchange<'_> {
    fn of<'i>(instance: &'i Instance, panel: &[usize]) -> Exchange<'i> {
        let mut sums = vec![0_u32; instance.quotas.len()];
        let mut sits = vec![None; instance.people];
        for person in panel {
            let kind = &instance.kinds[instance.kind_of[*person]];
            kind.quotas.iter().for_each(|quota| sums[*quota] += 1);
            sits[instance.home_of[*person]] = Some(*person);
        }
        let fits = |out: &crate::instance::Kind, new: &crate::instance::Kind| {
            (0..sums.len()).all(|quota| {
                let less = u32::from(out.quotas.contains(&quota));
                let sum = (sums[quota] + u32::from(new.quotas.contains(&quota))).saturating_sub(less);
                (instance.quotas[quota].min..=instance.quotas[quota].max).contains(&sum)
            })
        };
        let row = |out| instance.kinds.iter().map(|new| fits(out, new)).collect();
        Exchange { instance, fits: instance.kinds.iter().map(row).collect(), sits }
    }

    fn fits(&self, out: usize, new: usize) -> bool {
        let home = self.sits[self.instance.home_of[new]];
        home.is_none_or(|person| person == out)
            && self.fits[self.instance.kind_of[out]][self.instance.kind_of[new]]
    }
}
