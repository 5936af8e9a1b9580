//! Meek's rules: each stage's votes are the ballots distributed by the keep factors that it shows.

use super::{Case, RBig};
use crate::ranked::{Flaw, ensure};
use crate::stv::{Action, Amount, Ended, Rule};
use dashu_int::IBig;

pub(super) fn check(case: &Case<'_>) -> Result<(), Flaw> {
    let scale = Scale::of(case.count.rule);
    for at in 0..case.count.stages.len() {
        let keep = keep_factors(case, at, &scale)?;
        check_votes(case, at, &scale, &keep)?;
        check_decision(case, at, &scale, &keep)?;
        ensure(at == 0 || !case.is_over(at), || format!("the count is over before stage {}", at + 1))?;
    }
    Ok(())
}

/// The arithmetic of a rule, in units of its last decimal.
struct Scale {
    places: u32,
    one: IBig,
    /// Differences up to this are none.
    guard: IBig,
    omega: IBig,
    rounds_up: bool,
}

impl Scale {
    fn of(rule: Rule) -> Scale {
        let ten = |places: usize| IBig::from(10_u8).pow(places);
        match rule {
            Rule::MeekGuarded => {
                Scale { places: 27, one: ten(27), guard: ten(9) / 2 - 1, omega: ten(18), rounds_up: false }
            }
            _ => Scale { places: 9, one: ten(9), guard: IBig::ZERO, omega: ten(3) - 1, rounds_up: true },
        }
    }

    fn units(&self, amount: &Amount) -> Result<IBig, Flaw> {
        match amount {
            Amount::Decimal { units, places } if *places == self.places => Ok(IBig::from(*units)),
            _ => Err(Flaw(format!("{amount} has not {} decimals", self.places))),
        }
    }

    /// What of a part of a ballot is kept, and what goes on.
    fn split(&self, part: &IBig, factor: &IBig) -> (IBig, IBig) {
        if self.rounds_up {
            let kept: IBig = (part * factor + &self.one - 1) / &self.one;
            (kept.clone(), part - kept)
        } else {
            (part * factor / &self.one, part * (&self.one - factor) / &self.one)
        }
    }
}

/// The factors of a stage: all while hopeful, nothing once excluded, a part for the elected.
fn keep_factors(case: &Case<'_>, at: usize, scale: &Scale) -> Result<Vec<IBig>, Flaw> {
    let stage = &case.count.stages[at];
    let keep = match &stage.action {
        Action::FirstPreferences if at == 0 => {
            let stands =
                |tally: &Option<Amount>| if tally.is_some() { scale.one.clone() } else { IBig::ZERO };
            stage.tallies.iter().map(stands).collect()
        }
        Action::Distribution { keep, .. } if at > 0 => {
            keep.iter().map(|keep| scale.units(keep)).collect::<Result<Vec<_>, _>>()?
        }
        _ => return Err(Flaw(format!("stage {} is none of this rule", at + 1))),
    };
    ensure(keep.len() == case.gone_from.len(), || format!("stage {} has not all keep factors", at + 1))?;
    let excluded = |option: usize| {
        case.count.withdrawn.contains(&option)
            || case.count.stages[..at].iter().any(|stage| stage.action.excluded().contains(&option))
    };
    let elected = |option: usize| case.count.stages[..at].iter().any(|stage| stage.elected.contains(&option));
    let right = keep.iter().enumerate().all(|(option, keep)| match (excluded(option), elected(option)) {
        (true, _) => *keep == IBig::ZERO,
        (false, true) => *keep > IBig::ZERO && *keep <= scale.one,
        (false, false) => *keep == scale.one,
    });
    ensure(right, || format!("somebody keeps too much or too little in stage {}", at + 1))?;
    Ok(keep)
}

fn check_votes(case: &Case<'_>, at: usize, scale: &Scale, keep: &[IBig]) -> Result<(), Flaw> {
    let stage = &case.count.stages[at];
    let mut votes = vec![IBig::ZERO; keep.len()];
    for ballot in case.profile.ballots() {
        let mut left = scale.one.clone();
        for option in ballot.ranking.options().filter(|option| keep[*option] > IBig::ZERO) {
            let (kept, rest) = scale.split(&left, &keep[option]);
            votes[option] += kept * ballot.count;
            left = rest;
            if left == IBig::ZERO {
                break;
            }
        }
    }
    for (option, tally) in stage.tallies.iter().enumerate() {
        let claimed = tally.as_ref().map_or(Ok(IBig::ZERO), |tally| scale.units(tally))?;
        ensure(claimed == votes[option], || {
            format!("candidate {} has others in stage {}", option + 1, at + 1)
        })?;
    }
    let sum: IBig = votes.iter().sum();
    let exhausted = &scale.one * case.profile.cast().valid - &sum;
    ensure(scale.units(&stage.exhausted)? == exhausted, || {
        format!("others are exhausted in stage {}", at + 1)
    })?;
    let quota = sum / (case.count.seats as u64 + 1) + IBig::from(u8::from(scale.rounds_up));
    ensure(scale.units(&stage.quota)? == quota, || format!("the quota is another in stage {}", at + 1))
}

fn check_decision(case: &Case<'_>, at: usize, scale: &Scale, keep: &[IBig]) -> Result<(), Flaw> {
    let Action::Distribution { surplus, ended, excluded, .. } = &case.count.stages[at].action else {
        return ensure(case.count.stages[at].elected.is_empty(), || "nobody is elected yet".to_owned());
    };
    let fraction = |units: &IBig| RBig::from(units.clone()) / RBig::from(scale.one.clone());
    let guard = fraction(&scale.guard);
    let rounding = rounding(case, at, scale, keep);
    let (votes, quota) = (&case.votes[at], &case.quotas[at]);
    let earlier = || case.count.stages[..at].iter().flat_map(|stage| stage.elected.iter().copied());
    // Factors come down to where they belong from above.
    let keeps_quota = earlier().all(|option| &votes[option] + &rounding >= *quota);
    ensure(keeps_quota, || format!("somebody elected keeps less than the quota in stage {}", at + 1))?;
    let now = case.count.stages[at].elected.iter().copied();
    let over = earlier().chain(now).fold(RBig::ZERO, |sum, option| sum + &votes[option] - quota);
    let right = if scale.rounds_up { over.max(RBig::ZERO) } else { over };
    ensure(surplus.exact() == right, || format!("the surplus is {right} in stage {}", at + 1))?;
    let ends = match ended {
        Ended::Elected => excluded.is_empty() && !case.count.stages[at].elected.is_empty(),
        Ended::Small => right <= fraction(&scale.omega) + &guard,
        Ended::Stable => right <= rounding,
        Ended::SureLosers => !scale.rounds_up,
    };
    ensure(ends, || format!("stage {} does not end like this", at + 1))?;
    let has_quota = |votes: &RBig, quota: &RBig| {
        if scale.rounds_up { votes >= quota } else { votes - quota > guard }
    };
    // Who is excluded at the end of a stage has taken part in it, and had no quota.
    let none = excluded.iter().all(|option| !has_quota(&votes[*option], quota));
    ensure(none, || format!("somebody with a quota is excluded in stage {}", at + 1))?;
    case.check_elected(at, has_quota)?;
    check_excluded(case, at, *ended, excluded, &(right + guard))
}

/// As many votes as rounding may make of it. From each ballot, a unit at each candidate; and of a factor, a unit when
/// it is multiplied by the quota and one when that is divided by the votes v: 1 + 1/v units of all that comes to the
/// candidate, which is v ÷ factor. Four times that: the quota moves with it, and so does the factor after it.
fn rounding(case: &Case<'_>, at: usize, scale: &Scale, keep: &[IBig]) -> RBig {
    let one = RBig::from(scale.one.clone());
    let cut = RBig::from(case.profile.cast().valid) * RBig::from(case.gone_from.len());
    let earlier = case.count.stages[..at].iter().flat_map(|stage| &stage.elected);
    let of_factor = |option: &usize| {
        let factor = RBig::from(keep[*option].clone()) / &one;
        RBig::from(4_u8) * (RBig::ONE + &case.votes[at][*option]) / factor
    };
    (earlier.map(of_factor).fold(cut, |sum, units| sum + units)) / one
}

/// By lot among those within the surplus of the lowest; or all who can't catch up with anybody else.
fn check_excluded(
    case: &Case<'_>,
    at: usize,
    ended: Ended,
    excluded: &[usize],
    reach: &RBig,
) -> Result<(), Flaw> {
    let votes = &case.votes[at];
    let rest: Vec<usize> = case.continuing(at).collect();
    let right = match ended {
        Ended::Elected => true,
        Ended::SureLosers => {
            let sum = excluded.iter().fold(reach.clone(), |sum, option| sum + &votes[*option]);
            let enough = rest.len() >= case.vacancies(at);
            !excluded.is_empty() && enough && rest.iter().all(|option| votes[*option] > sum)
        }
        Ended::Small | Ended::Stable => {
            let there: Vec<usize> = rest.iter().copied().chain(excluded.iter().copied()).collect();
            let low = there.iter().map(|option| &votes[*option]).min();
            let tied = there.iter().filter(|option| low.is_some_and(|low| votes[**option] <= low + reach));
            tied.min_by_key(|option| case.lots[**option]).is_some_and(|picked| excluded == [*picked])
        }
    };
    ensure(right, || format!("somebody else would be excluded in stage {}", at + 1))
}
