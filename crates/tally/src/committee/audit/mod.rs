//! How fair a committee is to those who voted: satisfaction by chamber, who got nothing, and EJR+.
//!
//! The audit looks at ballots and winners only, whatever rule chose them; so it can be laid beside any
//! outcome, also beside one that was adopted elsewhere.

mod ejr_plus;

pub use ejr_plus::{Claim, EjrPlus};

use super::electorate::Electorate;
use super::{Fault, Profile, Ratio, Weighing, ratio::ratio};
use serde::Serialize;

/// How a committee serves the voters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Audit {
    /// By chamber, in their order.
    pub chambers: Vec<Satisfaction>,
    pub ejr_plus: EjrPlus,
}

/// How many winners the voters of a chamber approve of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Satisfaction {
    /// Voters by how many winners they approve of, from none to all.
    pub voters: Vec<u64>,
    /// The mean of that among those who marked a ballot; `None` where nobody did.
    pub mean: Option<Ratio>,
    /// Voters who approve of somebody and of no winner.
    pub nothing: u64,
    /// Voters who approve of nobody.
    pub blank: u64,
}

/// Audits a committee for so many seats. `weighing` says what a fair part is: an equal one for each
/// voter, or for each chamber its share.
pub fn audit(
    profile: &Profile,
    weighing: &Weighing,
    seats: usize,
    winners: &[usize],
) -> Result<Audit, Fault> {
    let candidates = profile.candidates().len();
    let mut won = vec![false; candidates];
    for candidate in winners {
        *won.get_mut(*candidate).ok_or(Fault::UnknownCandidate { candidate: *candidate, candidates })? = true;
    }
    if seats == 0 {
        return Err(Fault::NoSeats);
    }
    let electorate = Electorate::of(profile, weighing)?;
    Ok(Audit { chambers: satisfaction(profile, &won), ejr_plus: ejr_plus::check(&electorate, seats, &won) })
}

fn satisfaction(profile: &Profile, won: &[bool]) -> Vec<Satisfaction> {
    let winners = won.iter().filter(|won| **won).count();
    let none = Satisfaction { voters: vec![0; winners + 1], mean: None, nothing: 0, blank: 0 };
    let mut chambers = vec![none; profile.chambers().len()];
    for group in profile.groups() {
        let chamber = &mut chambers[group.chamber];
        let approved = group.ballot.iter().filter(|candidate| won[**candidate]).count();
        chamber.voters[approved] += group.count;
        match (group.ballot.is_empty(), approved) {
            (true, _) => chamber.blank += group.count,
            (false, 0) => chamber.nothing += group.count,
            _ => {}
        }
    }
    for chamber in &mut chambers {
        let marked = chamber.voters.iter().sum::<u64>() - chamber.blank;
        let sum: u128 =
            chamber.voters.iter().zip(0_u128..).map(|(n, winners)| u128::from(*n) * winners).sum();
        chamber.mean = (marked > 0).then(|| Ratio(ratio(sum, marked)));
    }
    chambers
}
