//! A draw in public: numbered balls, one panel each.
//!
//! The panels are published before the draw, with the fingerprint of the list; then a ball is drawn
//! from an urn, or a number that nobody can know beforehand (say the numbers of a state lottery of a
//! named day) is written down as text and gives the ball ([`ball`]).

use crate::chance::Chance;
use crate::chances::Chances;
use crate::rounding::round;
use crate::seating::seat;
use crate::{Fault, Pool};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Balls in one lottery at most.
const MOST: u32 = 1_000_000;

/// Panels of equal chance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lottery {
    /// Panel of ball 0, of ball 1, and so on: people as numbers in the pool, in its order.
    pub panels: Vec<Vec<usize>>,
    /// For each person of the pool on how many balls they are.
    pub balls: Vec<u32>,
    /// For each person the chance in this lottery less the chance that the rule gave.
    pub deviations: Vec<f64>,
}

impl Chances<'_> {
    /// A lottery over `balls` panels of equal chance, as near to these chances as whole balls allow. The
    /// seed decides who of equal people sits where, and which panel has which number.
    pub fn lottery(&self, balls: u32, seed: &str) -> Result<Lottery, Fault> {
        if balls == 0 {
            return Err(Fault::NoBalls);
        }
        if balls > MOST {
            return Err(Fault::TooMany);
        }
        let instance = self.instance();
        let counts = round(instance, &self.panels, balls);
        let mut order: Vec<usize> =
            counts.iter().enumerate().flat_map(|(panel, balls)| (0..*balls).map(move |_| panel)).collect();
        let mut chance = Chance::of("lottery", seed);
        chance.shuffle(&mut order);
        let mut seated = vec![0; self.people.len()];
        let mut place = |panel: &usize| seat(instance, &self.panels[*panel].counts, &mut seated, &mut chance);
        let panels: Vec<Vec<usize>> = order.iter().map(&mut place).collect();
        if !panels.iter().all(|panel| instance.admits_people(panel)) {
            return Err(Fault::Unsolved { why: "a panel off the quotas".to_owned() });
        }
        let deviation = |(seated, chance): (&u32, &f64)| f64::from(*seated) / f64::from(balls) - chance;
        let deviations = seated.iter().zip(&self.people).map(deviation).collect();
        Ok(Lottery { panels, balls: seated, deviations })
    }
}

impl Lottery {
    /// The panel of a ball.
    pub fn panel(&self, ball: usize) -> Result<&[usize], Fault> {
        let outside = Fault::Outside { number: ball, of: self.panels.len() };
        self.panels.get(ball).map(Vec::as_slice).ok_or(outside)
    }

    /// The ball that a public text gives.
    pub fn ball(&self, public: &str) -> usize {
        ball(public, self.panels.len() as u64) as usize
    }

    /// The greatest difference of anybody's chance to what the rule gave.
    pub fn greatest_deviation(&self) -> f64 {
        self.deviations.iter().fold(0.0, |most, deviation| most.max(deviation.abs()))
    }

    /// The list to publish before the draw, as CSV: a ball a line, its number first, then the ids of its
    /// panel.
    pub fn list(&self, pool: &Pool) -> Result<String, Fault> {
        let broken = |error: &dyn std::fmt::Display| Fault::Unsolved { why: error.to_string() };
        let people = pool.people();
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for (ball, panel) in self.panels.iter().enumerate() {
            let mut row = vec![ball.to_string()];
            for person in panel {
                let outside = Fault::Outside { number: *person, of: people.len() };
                row.push(people.get(*person).ok_or(outside)?.id.clone());
            }
            writer.write_record(&row).map_err(|error| broken(&error))?;
        }
        let bytes = writer.into_inner().map_err(|error| broken(&error))?;
        String::from_utf8(bytes).map_err(|error| broken(&error))
    }
}

/// The ball, from 0 to `balls` - 1, that a public text gives: the first number below `balls` of the
/// stream "ball" of [`Chance`], whose definition anybody can follow with a SHA-256 at hand.
/// White space around the text doesn't count.
pub fn ball(public: &str, balls: u64) -> u64 {
    Chance::of("ball", public.trim()).below(balls)
}

/// The SHA-256 of a published list, in hexadecimal.
pub fn fingerprint(list: &str) -> String {
    Sha256::digest(list).iter().map(|byte| format!("{byte:02x}")).collect()
}
