//! Checks certificates, with none of the code that counts: ballots are read a second time, in another way.

mod chains;
mod pairs;
mod rounds;
mod scores;

use super::{Certificate, Evidence, Flaw, Profile, Rule};

/// Fails with these words unless something holds.
pub(crate) fn ensure(holds: bool, flaw: impl FnOnce() -> String) -> Result<(), Flaw> {
    if holds { Ok(()) } else { Err(Flaw(flaw())) }
}

pub(super) fn certificate(certificate: &Certificate, profile: &Profile) -> Result<(), Flaw> {
    let options = profile.options().len();
    ensure(certificate.ballots == profile.fingerprint(), || {
        "these are not the ballots it speaks of".to_owned()
    })?;
    ensure(certificate.cast == profile.cast(), || "the numbers of ballots are others".to_owned())?;
    let places = certificate.order.places(options).map_err(|fault| Flaw(fault.to_string()))?;
    let winners = match (&certificate.evidence, certificate.rule) {
        (Evidence::Scores { scores }, rule) => scores::winners(profile, rule, scores)?,
        (Evidence::Rounds { rounds }, Rule::Irv(bottom)) => {
            rounds::winners(profile, bottom, &places, rounds)?
        }
        (Evidence::Chains { strength, before }, Rule::Schulze | Rule::SplitCycle) => {
            let margins = Margins::of(profile);
            chains::check(&margins, strength, before)?;
            chains::winners(&margins, certificate.rule, strength)
        }
        (Evidence::Pairs { pairs }, Rule::RankedPairs) => {
            pairs::winners(&Margins::of(profile), &places, pairs)?
        }
        _ => return Err(Flaw("this is no evidence for that rule".to_owned())),
    };
    ensure(certificate.winners == winners, || format!("the winners would be {winners:?}"))?;
    let preferred = winners.into_iter().min_by_key(|option| places[*option]);
    ensure(preferred == Some(certificate.winner), || "the order for ties prefers another winner".to_owned())
}

/// The margins of all pairs, read from the ballots: for each pair of levels, the upper beats the lower, and each ranked
/// option beats each unranked one.
struct Margins {
    options: usize,
    margins: Vec<i64>,
}

impl Margins {
    fn of(profile: &Profile) -> Margins {
        let options = profile.options().len();
        let mut margins = vec![0_i64; options * options];
        for ballot in profile.ballots() {
            let mut below = vec![true; options];
            for level in ballot.ranking.levels() {
                level.iter().for_each(|option| below[*option as usize] = false);
                for over in level.iter().map(|option| *option as usize) {
                    for under in (0..options).filter(|under| below[*under]) {
                        margins[over * options + under] += ballot.count.cast_signed();
                        margins[under * options + over] -= ballot.count.cast_signed();
                    }
                }
            }
        }
        Margins { options, margins }
    }

    fn between(&self, a: usize, b: usize) -> i64 {
        self.margins[a * self.options + b]
    }
}
