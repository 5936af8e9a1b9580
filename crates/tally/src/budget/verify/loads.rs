//! Checking what sequential Phragmén bought: each load is the cost and the loads of its supporters, shared
//! out evenly; nothing else would have brought a smaller one; and there was a reason to stop.

use dashu_int::UBig;
use dashu_ratio::RBig;

use super::Refusal;
use crate::budget::certificate::Payment;
use crate::budget::electorate::Electorate;

/// The loads while the purchases are gone through.
pub(super) struct Loads<'e> {
    electorate: &'e Electorate<'e>,
    places: &'e [u32],
    left: u64,
    open: Vec<usize>,
    /// What each purchase loaded on its supporters.
    given: Vec<RBig>,
    /// The purchase that last put a load on a group: its number, counted from one.
    since: Vec<usize>,
}

impl<'e> Loads<'e> {
    pub fn none(electorate: &'e Electorate<'e>, places: &'e [u32]) -> Loads<'e> {
        Loads {
            electorate,
            places,
            left: electorate.instance.budget(),
            open: electorate.running.clone(),
            given: Vec::new(),
            since: vec![0; electorate.weights().len()],
        }
    }

    pub fn check(&mut self, project: usize, payment: &Payment) -> Result<(), Refusal> {
        let id = || payment.project.clone();
        if !self.open.contains(&project) {
            return Err(Refusal::NotForSale(id()));
        }
        self.left = self.left.checked_sub(self.electorate.cost(project)).ok_or(Refusal::OverBudget)?;
        let load = self.load(project);
        if load != payment.price.0 {
            return Err(Refusal::Payment(id()));
        }
        self.open.retain(|p| *p != project);
        let goes_first = |rival: &usize| {
            let of_rival = self.load(*rival);
            // Among those of least load, one that overshoots ends the count.
            let overshoots = self.electorate.cost(*rival) > self.left + self.electorate.cost(project);
            of_rival < load
                || (of_rival == load && (overshoots || self.places[*rival] < self.places[project]))
        };
        if let Some(rival) = self.open.iter().find(|rival| goes_first(rival)) {
            let rival = self.electorate.instance.projects()[*rival].id.clone();
            return Err(Refusal::NotTheCheapest(id(), rival));
        }
        self.given.push(load);
        for backer in self.electorate.backers(project) {
            self.since[backer.group as usize] = self.given.len();
        }
        Ok(())
    }

    /// All was bought, or one of those of least load was over what is left.
    pub fn check_end(&self) -> Result<(), Refusal> {
        let loads: Vec<(RBig, usize)> = self.open.iter().map(|p| (self.load(*p), *p)).collect();
        let Some(least) = loads.iter().map(|(load, _)| load).min() else { return Ok(()) };
        let mut stopping = loads.iter().filter(|(load, _)| load == least).map(|(_, project)| *project);
        match stopping.clone().any(|project| self.electorate.cost(project) > self.left) {
            true => Ok(()),
            false => {
                let next = stopping.next().map(|p| self.electorate.instance.projects()[p].id.clone());
                Err(Refusal::Affordable(next.unwrap_or_default()))
            }
        }
    }

    /// (cost + Σ loads of the supporters) / their weight.
    fn load(&self, project: usize) -> RBig {
        let mut of_purchase = vec![0_u128; self.given.len() + 1];
        let mut weight = 0_u128;
        for backer in self.electorate.backers(project) {
            let of_group = u128::from(self.electorate.weight(backer.group));
            of_purchase[self.since[backer.group as usize]] += of_group;
            weight += of_group;
        }
        let borne = self.given.iter().zip(&of_purchase[1..]).filter(|(_, weight)| **weight > 0);
        let borne = borne.map(|(load, weight)| load * RBig::from(UBig::from(*weight)));
        let all = borne.fold(RBig::from(self.electorate.cost(project)), |sum, part| sum + part);
        all / RBig::from(UBig::from(weight.max(1)))
    }
}
