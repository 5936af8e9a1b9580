//! The people who may be drawn, and what the panel must look like.

use crate::Fault;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Somebody who is willing to serve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Unique in the pool.
    pub id: String,
    /// People with the same household live together; `None` lives alone.
    pub household: Option<String>,
    /// One for each category of the pool, in the pool's order.
    pub features: Vec<String>,
}

/// All who may be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pool {
    categories: Vec<String>,
    people: Vec<Person>,
}

impl Pool {
    /// A pool in which each person has one feature in each category, and each id is unique.
    pub fn of(categories: Vec<String>, people: Vec<Person>) -> Result<Pool, Fault> {
        let mut names = BTreeSet::new();
        if let Some(category) = categories.iter().find(|name| !names.insert(name.as_str())) {
            return Err(Fault::CategoryTwice { category: category.clone() });
        }
        let mut ids = BTreeSet::new();
        for person in &people {
            if person.features.len() != categories.len() {
                return Err(Fault::Features { person: person.id.clone() });
            }
            if !ids.insert(person.id.as_str()) {
                return Err(Fault::PersonTwice { id: person.id.clone() });
            }
        }
        Ok(Pool { categories, people })
    }

    pub fn categories(&self) -> &[String] {
        &self.categories
    }

    pub fn people(&self) -> &[Person] {
        &self.people
    }
}

/// How many of a feature a panel must have at least, and may have at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quota {
    pub category: String,
    pub feature: String,
    pub min: u32,
    pub max: u32,
}

/// The quotas of a panel. A category that has quotas has one for each feature that occurs in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quotas(Vec<Quota>);

impl Quotas {
    /// Quotas each for another feature, with no `min` above its `max`.
    pub fn of(quotas: Vec<Quota>) -> Result<Quotas, Fault> {
        let mut seen = BTreeSet::new();
        for Quota { category, feature, min, max } in &quotas {
            let (category, feature) = (category.clone(), feature.clone());
            if !seen.insert((category.clone(), feature.clone())) {
                return Err(Fault::QuotaTwice { category, feature });
            }
            if min > max {
                return Err(Fault::QuotaUpsideDown { category, feature, min: *min, max: *max });
            }
        }
        Ok(Quotas(quotas))
    }

    pub fn as_slice(&self) -> &[Quota] {
        &self.0
    }
}
