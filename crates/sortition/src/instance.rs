//! A draw to prepare: a pool, quotas and a number of seats, with equal people merged.
//!
//! **Types.** Only the features with quotas matter to a panel, so people who share them all are one
//! *type*, and a panel is a count per type. Every rule here treats equal people equally, so each
//! person's chance is the expected count of the type divided by its people; nothing is lost.
//!
//! **Households.** Where a household may send one at most, households with the same members (by
//! features) are one *class*, and a type is a feature set within a class. A count per type can be
//! seated exactly when the counts of a class's types sum to no more than its households.

use crate::{Fault, Pool, Quota, Quotas};
use std::collections::{BTreeMap, BTreeSet};

/// The most people, quotas, and seats of a quota: whole numbers in the solver's reach.
const MOST: usize = 10_000_000;

/// The quotas (by number) that a person counts for: one for each category with quotas.
type Features = Vec<usize>;

/// How many of a household may sit in one panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum Household {
    /// As many as the lot has it.
    Any,
    /// One at most.
    One,
}

/// People who are equal in all that the quotas, and the household, speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kind {
    /// Numbers in the pool, in its order.
    pub people: Vec<usize>,
    /// The quotas that each of them counts for.
    pub quotas: Features,
    /// The most of them in one panel.
    pub cap: u32,
    pub class: usize,
}

/// Households with the same members by type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Class {
    /// For each household its people as (type, number in the pool).
    pub households: Vec<Vec<(usize, usize)>>,
    /// The types of its members.
    pub kinds: Vec<usize>,
}

/// A demand on each panel: at least `min` and at most `max` of these types together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Demand {
    pub kinds: Vec<usize>,
    pub min: u32,
    pub max: u32,
}

/// A draw that can be prepared by any of the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    pub(crate) seats: u32,
    pub(crate) people: usize,
    pub(crate) quotas: Vec<Quota>,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) classes: Vec<Class>,
    /// One for each quota, in their order; then one for each class that has members of several types.
    pub(crate) demands: Vec<Demand>,
    /// For each person of the pool their type.
    pub(crate) kind_of: Vec<usize>,
    /// For each person a number of the household.
    pub(crate) home_of: Vec<usize>,
}

impl Instance {
    /// Prepares to draw `seats` people of `pool` under `quotas`.
    ///
    /// Errors: no seats, more seats than people, quotas for a category that isn't in the pool, a
    /// person whose feature has no quota in a category that has some.
    pub fn of(pool: &Pool, quotas: &Quotas, seats: u32, household: Household) -> Result<Instance, Fault> {
        let least = quotas.as_slice().iter().map(|quota| quota.min as usize).max().unwrap_or(0);
        if [pool.people().len(), quotas.as_slice().len(), least].iter().any(|number| *number > MOST) {
            return Err(Fault::TooMany);
        }
        if seats == 0 {
            return Err(Fault::NoSeats);
        }
        let features = features_of(pool, quotas.as_slice())?;
        let homes = homes_of(pool, household);
        let mut instance = Instance {
            seats,
            people: pool.people().len(),
            quotas: quotas.as_slice().to_vec(),
            kinds: Vec::new(),
            classes: Vec::new(),
            demands: Vec::new(),
            kind_of: vec![0; pool.people().len()],
            home_of: vec![0; pool.people().len()],
        };
        instance.gather(&features, &homes);
        instance.demand();
        let at_hand = instance.classes.iter().map(|class| class.households.len()).sum();
        match seats as usize > at_hand {
            true => Err(Fault::PoolTooSmall { asked: seats, at_hand }),
            false => Ok(instance),
        }
    }

    /// Merges households into classes, and their members into types, in the order of their features.
    fn gather(&mut self, features: &[Features], homes: &[Vec<usize>]) {
        let mut classes: BTreeMap<Vec<&Features>, Vec<usize>> = BTreeMap::new();
        for (number, home) in homes.iter().enumerate() {
            let mut members: Vec<&Features> = home.iter().map(|person| &features[*person]).collect();
            members.sort();
            classes.entry(members).or_default().push(number);
        }
        for (members, numbers) in classes {
            let class = self.classes.len();
            let first = self.kinds.len();
            let distinct: Vec<&Features> = members.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
            let cap = numbers.len() as u32;
            let kind =
                |quotas: &&Features| Kind { people: Vec::new(), quotas: (*quotas).clone(), cap, class };
            self.kinds.extend(distinct.iter().map(kind));
            let mut households = Vec::with_capacity(numbers.len());
            for number in numbers {
                let kind_of = |person: &usize| first + distinct.partition_point(|f| **f < features[*person]);
                let home: Vec<_> = homes[number].iter().map(|person| (kind_of(person), *person)).collect();
                for (kind, person) in &home {
                    (self.kind_of[*person], self.home_of[*person]) = (*kind, number);
                }
                households.push(home);
            }
            self.classes.push(Class { households, kinds: (first..self.kinds.len()).collect() });
        }
        for (person, kind) in self.kind_of.iter().enumerate() {
            self.kinds[*kind].people.push(person);
        }
    }

    fn demand(&mut self) {
        for (number, quota) in self.quotas.iter().enumerate() {
            let counts = |kind: &usize| self.kinds[*kind].quotas.contains(&number);
            let kinds = (0..self.kinds.len()).filter(counts).collect();
            self.demands.push(Demand { kinds, min: quota.min, max: quota.max.min(self.seats) });
        }
        for class in self.classes.iter().filter(|class| class.kinds.len() > 1) {
            let max = class.households.len() as u32;
            self.demands.push(Demand { kinds: class.kinds.clone(), min: 0, max });
        }
    }

    /// Whether a panel of these counts per type meets every demand: in whole numbers, with no solver.
    pub fn admits(&self, counts: &[u32]) -> bool {
        let sum = |kinds: &[usize]| kinds.iter().map(|kind| u64::from(counts[*kind])).sum::<u64>();
        counts.len() == self.kinds.len()
            && counts.iter().map(|count| u64::from(*count)).sum::<u64>() == u64::from(self.seats)
            && counts.iter().zip(&self.kinds).all(|(count, kind)| *count <= kind.cap)
            && self.demands.iter().all(|demand| {
                let sum = sum(&demand.kinds);
                u64::from(demand.min) <= sum && sum <= u64::from(demand.max)
            })
    }

    /// Whether these people (numbers in the pool), each once, are a panel that meets every demand,
    /// no two of one household where that is asked for.
    pub fn admits_people(&self, panel: &[usize]) -> bool {
        let mut counts = vec![0_u32; self.kinds.len()];
        let mut homes = BTreeSet::new();
        for person in panel {
            let Some(kind) = self.kind_of.get(*person) else { return false };
            counts[*kind] += 1;
            if !homes.insert(self.home_of[*person]) {
                return false;
            }
        }
        self.admits(&counts)
    }

    pub fn seats(&self) -> u32 {
        self.seats
    }

    /// People in the pool.
    pub fn people(&self) -> usize {
        self.people
    }

    /// The people of each type, as numbers in the pool.
    pub fn types(&self) -> impl ExactSizeIterator<Item = &[usize]> {
        self.kinds.iter().map(|kind| kind.people.as_slice())
    }

    /// The share of a type's people that sits in a panel of these counts.
    pub(crate) fn share(&self, counts: &[u32], kind: usize) -> f64 {
        f64::from(counts[kind]) / self.kinds[kind].people.len() as f64
    }
}

/// For each person the quotas that they count for.
fn features_of(pool: &Pool, quotas: &[Quota]) -> Result<Vec<Features>, Fault> {
    let mut numbers: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for (number, quota) in quotas.iter().enumerate() {
        numbers.entry(&quota.category).or_default().insert(&quota.feature, number);
    }
    let mut columns = Vec::with_capacity(numbers.len());
    for (category, features) in &numbers {
        let place = pool.categories().iter().position(|name| name == category);
        let missing = || Fault::UnknownCategory { category: (*category).to_owned() };
        columns.push((place.ok_or_else(missing)?, features));
    }
    let feature = |person: &crate::Person, (place, features): &(usize, &BTreeMap<&str, usize>)| {
        let unknown = || Fault::UnknownFeature {
            person: person.id.clone(),
            category: pool.categories()[*place].clone(),
            feature: person.features[*place].clone(),
        };
        features.get(person.features[*place].as_str()).copied().ok_or_else(unknown)
    };
    let of = |person| columns.iter().map(|column| feature(person, column)).collect();
    pool.people().iter().map(of).collect()
}

/// The people of each household: everybody by themselves where households don't matter.
fn homes_of(pool: &Pool, household: Household) -> Vec<Vec<usize>> {
    let mut homes: Vec<Vec<usize>> = Vec::new();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, person) in pool.people().iter().enumerate() {
        let home = person.household.as_deref().filter(|_| household == Household::One);
        let fresh = homes.len();
        let place = home.map_or(fresh, |home| *numbers.entry(home).or_insert(fresh));
        if place == fresh {
            homes.push(Vec::new());
        }
        homes[place].push(number);
    }
    homes
}
