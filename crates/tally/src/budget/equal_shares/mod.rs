//! The Method of Equal Shares: everybody has the same money, and pays only for what they named.
//!
//! **Definition** (Peters, Pierczyński, Skowron, *Proportional Participatory Budgeting with Additive
//! Utilities*, NeurIPS 2021). Each voter starts with the same endowment. A project p is affordable at
//! rate ρ if its voters, each paying ρ times their utility for it but no more than they have left,
//! cover its cost: Σ min(bᵢ, ρ·uᵢ(p)) = cost(p). The project with the smallest rate is bought at that
//! rate; this is repeated until nothing is affordable.
//!
//! **Completions** (a run as such leaves money over): [`Completion`].
//!
//! **Exactness.** Purses are held as whole numbers of 2^-shift minor units, rounded down, with a bound
//! for how far the truth may be above ([`run`]). Where these enclosures settle who is cheapest and who
//! pays all they have, that answer is proven; where they overlap, exact fractions decide ([`exact`]).
//!
//! **Ties** by the stated rule. **Complexity.** O(purchases × approvals) at worst; in practice a project
//! is looked at only when no cheaper one is left, and a purse that is empty is passed over.

mod add_one;
mod exact;
mod jump;
mod paying;
mod run;

pub(super) use add_one::complete;
pub(super) use run::Run;

use serde::{Deserialize, Serialize};

/// What is done with the money that Equal Shares leaves over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Completion {
    /// Nothing.
    None,
    /// [Utilitarian greedy](super::Rule::Greedy) goes on with what is left.
    Greedy,
    /// Add-one: the same rule again with one unit of the currency more for each voter, and so on, until
    /// the outcome would be over the budget; the last one within it stands.
    AddOne { start: Start, stop: Stop, then: Then },
}

/// Where add-one begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    /// At budget / voters, exactly (pabutools; Wieliczka, Assen).
    Rational,
    /// After the first run (at budget / voters) the endowments are ⌊budget / voters⌋ + 1, + 2 … whole
    /// units (the default of equalshares.net).
    Integral,
}

/// When add-one ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// As soon as no project that is left over fits into the money left over.
    Exhaustive,
    /// Only when the next outcome is over the budget (Wieliczka).
    OverBudget,
}

/// What follows on add-one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Then {
    Nothing,
    /// Utilitarian greedy goes on with what is left.
    Greedy,
}
