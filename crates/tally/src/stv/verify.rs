//! Checks STV certificates in fractions, with none of the code that counts.

mod gregory;
mod meek;

use super::{Amount, Certificate, Count, Rule, Stage};
use crate::ranked::{Flaw, Profile, ensure};
use dashu_ratio::RBig;

pub(super) fn certificate(certificate: &Certificate, profile: &Profile) -> Result<(), Flaw> {
    let count = &certificate.count;
    ensure(certificate.ballots == profile.fingerprint(), || {
        "these are not the ballots it speaks of".to_owned()
    })?;
    let case = Case::of(count, profile)?;
    match count.rule {
        Rule::MeekPrf | Rule::MeekGuarded => meek::check(&case)?,
        _ => gregory::check(&case)?,
    }
    let filled = case.filled(count.stages.last())?;
    let by_quota: Vec<usize> = count.stages.iter().flat_map(|stage| stage.elected.clone()).collect();
    let elected = [by_quota, filled.clone()].concat();
    ensure(count.filled == filled, || format!("{filled:?} would fill the last vacancies"))?;
    ensure(count.elected == elected, || format!("{elected:?} would be elected"))
}

/// A count, its ballots, and when each candidate left.
struct Case<'c> {
    count: &'c Count,
    profile: Profile,
    /// Each candidate's place in the order of lots.
    lots: Vec<usize>,
    /// By stage: the tallies as fractions, 0 for who has withdrawn.
    votes: Vec<Vec<RBig>>,
    quotas: Vec<RBig>,
    /// The first stage (from 0) in which each candidate takes no ballots any more.
    gone_from: Vec<usize>,
}

impl<'c> Case<'c> {
    fn of(count: &'c Count, profile: &Profile) -> Result<Case<'c>, Flaw> {
        let all = profile.options().len();
        let profile = profile.without(&count.withdrawn).map_err(|fault| Flaw(fault.to_string()))?;
        let lots = count.lots.places(all).map_err(|fault| Flaw(fault.to_string()))?;
        ensure(count.cast == profile.cast(), || "the numbers of ballots are others".to_owned())?;
        ensure(profile.is_strict() && !count.stages.is_empty(), || "this can't be counted".to_owned())?;
        ensure((1..=all).contains(&count.seats), || "there are not so many seats".to_owned())?;
        let number =
            |stage: &Stage| count.stages.get(stage.number.wrapping_sub(1)).is_some_and(|s| s == stage);
        ensure(count.stages.iter().all(number), || "the stages are not numbered".to_owned())?;
        let mut case = Case {
            count,
            profile,
            lots,
            votes: Vec::new(),
            quotas: Vec::new(),
            gone_from: vec![usize::MAX; all],
        };
        count.withdrawn.iter().for_each(|option| case.gone_from[*option] = 0);
        for stage in &count.stages {
            case.votes.push(case.tallies(stage)?);
            case.quotas.push(stage.quota.exact());
            case.leave(stage)?;
        }
        Ok(case)
    }

    fn tallies(&self, stage: &Stage) -> Result<Vec<RBig>, Flaw> {
        let stands = |option: usize| !self.count.withdrawn.contains(&option);
        let right = stage.tallies.len() == self.gone_from.len()
            && stage.tallies.iter().enumerate().all(|(option, tally)| tally.is_some() == stands(option));
        ensure(right, || format!("stage {} does not name who stands", stage.number))?;
        Ok(stage.tallies.iter().map(|tally| tally.as_ref().map_or(RBig::ZERO, Amount::exact)).collect())
    }

    /// Who leaves in a stage must have been there until then.
    fn leave(&mut self, stage: &Stage) -> Result<(), Flaw> {
        let excluded = stage.action.excluded().iter().map(|option| (*option, stage.number - 1));
        // A quota that is reached at the end of a stage stops ballots from the next stage on.
        let elected = stage.elected.iter().map(|option| (*option, stage.number));
        for (option, from) in excluded.chain(elected) {
            let gone = self.gone_from.get_mut(option).filter(|gone| **gone == usize::MAX);
            *gone.ok_or_else(|| {
                Flaw(format!("somebody leaves in stage {} who is not there", stage.number))
            })? = from;
        }
        Ok(())
    }

    fn continues(&self, option: usize, stage: usize) -> bool {
        stage < self.gone_from[option]
    }

    /// Who takes ballots in a stage (from 0), in order.
    fn continuing(&self, stage: usize) -> impl Iterator<Item = usize> {
        (0..self.gone_from.len()).filter(move |option| self.continues(*option, stage))
    }

    /// Before a stage: seats without anybody elected.
    fn vacancies(&self, stage: usize) -> usize {
        let elected: usize = self.count.stages[..stage].iter().map(|stage| stage.elected.len()).sum();
        self.count.seats.saturating_sub(elected)
    }

    /// Whether the count is over before a stage.
    fn is_over(&self, stage: usize) -> bool {
        let vacancies = self.vacancies(stage);
        let leaving = self.count.stages.get(stage).map_or(0, |stage| stage.action.excluded().len());
        vacancies == 0 || self.continuing(stage).count() + leaving <= vacancies
    }

    /// Who has a quota at the end of a stage is elected there, the most votes first, and nobody else.
    fn check_elected(&self, stage: usize, has_quota: impl Fn(&RBig, &RBig) -> bool) -> Result<(), Flaw> {
        let (votes, quota) = (&self.votes[stage], &self.quotas[stage]);
        let mut right: Vec<usize> =
            self.continuing(stage).filter(|option| has_quota(&votes[*option], quota)).collect();
        right.sort_by(|one, other| votes[*other].cmp(&votes[*one]));
        ensure(self.count.stages[stage].elected == right, || {
            format!("{right:?} would have the quota in stage {}", stage + 1)
        })
    }

    /// Who is left at the end for as many vacancies or more, the most votes first.
    fn filled(&self, last: Option<&Stage>) -> Result<Vec<usize>, Flaw> {
        let end = last.map_or(0, |stage| stage.number);
        ensure(self.is_over(end), || "the count is not over".to_owned())?;
        if self.vacancies(end) == 0 {
            return Ok(Vec::new());
        }
        let mut rest: Vec<usize> = self.continuing(end).collect();
        let votes = &self.votes[end - 1];
        rest.sort_by(|one, other| votes[*other].cmp(&votes[*one]));
        Ok(rest)
    }
}
