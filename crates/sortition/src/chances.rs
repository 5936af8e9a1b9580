//! Everybody's chance, and the lottery over panels that gives it to them.

use crate::chance::Chance;
use crate::columns::WHOLE;
use crate::rules::{Rule, Step};
use crate::seating::seat;
use crate::{Fault, Instance};
use serde::Serialize;

/// A panel as a count per type, with its share of the lottery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Share {
    /// For each type of the instance how many of its people.
    pub counts: Vec<u32>,
    /// Out of [`WHOLE`](crate::WHOLE).
    pub share: u64,
}

/// What a rule gives to whom.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chances<'i> {
    #[serde(skip)]
    instance: &'i Instance,
    pub rule: Rule,
    /// For each person of the pool the chance to be drawn, from 0 to 1: that of the shares below.
    pub people: Vec<f64>,
    /// The people (numbers in the pool) who sit in no panel that meets the quotas.
    pub never: Vec<usize>,
    /// How the rule got there.
    pub steps: Vec<Step>,
    /// Panels with a share above nothing; the shares sum to [`WHOLE`](crate::WHOLE).
    pub panels: Vec<Share>,
}

impl<'i> Chances<'i> {
    pub(crate) fn of(
        instance: &'i Instance,
        rule: Rule,
        panels: Vec<Vec<u32>>,
        shares: Vec<u64>,
        never: Vec<usize>,
        steps: Vec<Step>,
    ) -> Result<Chances<'i>, Fault> {
        let share = |(counts, share)| Share { counts, share };
        let panels: Vec<Share> =
            panels.into_iter().zip(shares).map(share).filter(|panel| panel.share > 0).collect();
        let sum: u64 = panels.iter().map(|panel| panel.share).sum();
        if sum != WHOLE || !panels.iter().all(|panel| instance.admits(&panel.counts)) {
            return Err(Fault::Unsolved { why: "a lottery that isn't sound".to_owned() });
        }
        let kinds = expected(instance, &panels);
        let chance =
            |kind: &usize| kinds[*kind] as f64 / (WHOLE as f64 * instance.kinds[*kind].people.len() as f64);
        let people = instance.kind_of.iter().map(chance).collect();
        Ok(Chances { instance, rule, people, never, steps, panels })
    }

    pub fn instance(&self) -> &'i Instance {
        self.instance
    }

    /// The least chance of those who can have one.
    pub fn least(&self) -> f64 {
        let mut never = vec![false; self.people.len()];
        self.never.iter().for_each(|person| never[*person] = true);
        let can = self.people.iter().zip(never).filter(|(_, never)| !never);
        can.map(|(chance, _)| *chance).fold(1.0, f64::min)
    }

    /// The greatest chance of all.
    pub fn greatest(&self) -> f64 {
        self.people.iter().copied().fold(0.0, f64::max)
    }

    /// The panel that a seed draws, at once and with exactly these chances: people as numbers in the
    /// pool, in its order. The same seed draws the same panel everywhere. (For a draw in public,
    /// see [`Chances::lottery`].)
    pub fn draw(&self, seed: &str) -> Vec<usize> {
        let mut chance = Chance::of("panel", seed);
        let mut at = chance.below(WHOLE);
        let mut drawn = None;
        for panel in &self.panels {
            match at.checked_sub(panel.share) {
                Some(rest) => at = rest,
                None => {
                    drawn = Some(panel);
                    break;
                }
            }
        }
        // The shares sum to the whole, so there is one.
        let counts = drawn.map_or(&[][..], |panel| panel.counts.as_slice());
        seat(self.instance, counts, &mut vec![0; self.people.len()], &mut chance)
    }
}

/// For each type the expected count, times [`WHOLE`].
pub(crate) fn expected(instance: &Instance, panels: &[Share]) -> Vec<u128> {
    let mut sums = vec![0_u128; instance.kinds.len()];
    for panel in panels {
        for (sum, count) in sums.iter_mut().zip(&panel.counts) {
            *sum += u128::from(*count) * u128::from(panel.share);
        }
    }
    sums
}
