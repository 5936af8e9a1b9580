//! The approval ballots with their weights, as the rules read them.

use super::{Fault, Profile, Weighing, weighing::Weights};
use dashu_int::UBig;

/// The groups of ballots with their weights, and who supports whom.
#[derive(Debug)]
pub(crate) struct Electorate<'p> {
    /// The approved candidates and the weight of each group that weighs something.
    pub groups: Vec<(&'p [usize], UBig)>,
    /// The groups that approve of each candidate.
    pub supporters: Vec<Vec<u32>>,
    /// What the supporters of each candidate weigh together.
    pub support: Vec<UBig>,
    pub weights: Weights,
}

impl<'p> Electorate<'p> {
    pub fn of(profile: &'p Profile, weighing: &Weighing) -> Result<Electorate<'p>, Fault> {
        let weights = Weights::of(&profile.voters(), weighing)?;
        let groups: Vec<_> = profile
            .groups()
            .map(|g| (g.ballot.as_slice(), &weights.each[g.chamber] * UBig::from(g.count)))
            .filter(|(_, weight)| !weight.is_zero())
            .collect();
        let mut supporters = vec![Vec::new(); profile.candidates().len()];
        let mut support = vec![UBig::ZERO; supporters.len()];
        for (group, (approves, weight)) in groups.iter().enumerate() {
            let group = u32::try_from(group).map_err(|_| Fault::TooMany)?;
            for candidate in *approves {
                supporters[*candidate].push(group);
                support[*candidate] += weight;
            }
        }
        Ok(Electorate { groups, supporters, support, weights })
    }

    pub fn candidates(&self) -> usize {
        self.supporters.len()
    }
}
