//! Gregory's rules: each ballot is followed along the transfers, at the values that the tallies give.

use super::{Case, RBig};
use crate::ranked::{BrokenBy, Flaw, Tie, ensure};
use crate::stv::{Action, Rule};
use dashu_int::{IBig, UBig};

pub(super) fn check(case: &Case<'_>) -> Result<(), Flaw> {
    let moved = Moved::of(case)?;
    moved.check_tallies(case)?;
    let mut ties = Vec::new();
    for (at, stage) in case.count.stages.iter().enumerate() {
        let quota = quota(case);
        ensure(case.quotas[at] == quota, || format!("the quota is {quota}"))?;
        case.check_elected(at, |votes, quota| match case.count.rule {
            Rule::WigmExact => votes > quota,
            _ => votes >= quota,
        })?;
        ensure(at == 0 || !case.is_over(at), || format!("the count is over before stage {}", at + 1))?;
        check_choice(case, at, &stage.action, &mut ties)?;
    }
    ensure(case.count.ties == ties, || format!("the ties were {ties:?}, not {:?}", case.count.ties))
}

fn quota(case: &Case<'_>) -> RBig {
    let (valid, parts) = (case.profile.cast().valid, case.count.seats as u64 + 1);
    match case.count.rule {
        Rule::WigmExact => RBig::from(valid) / RBig::from(parts),
        Rule::WigmPrf => {
            cut(RBig::from(valid) / RBig::from(parts), 4) + RBig::from_parts(1.into(), 10_000_u32.into())
        }
        _ => RBig::from(valid / parts + 1),
    }
}

/// A number, not negative, without what is behind these decimals.
fn cut(number: RBig, places: usize) -> RBig {
    let scale = UBig::from(10_u8).pow(places);
    let units: IBig = (number * RBig::from(scale.clone())).floor();
    RBig::from_parts(units, scale)
}

/// The value at which a ballot goes on when a stage takes it from somebody.
fn new_value(case: &Case<'_>, at: usize, from: usize, value: &RBig) -> RBig {
    let Action::Surplus { surplus, .. } = &case.count.stages[at].action else { return value.clone() };
    let (surplus, votes) = (surplus.exact(), &case.votes[at - 1][from]);
    if *votes == RBig::ZERO {
        return RBig::ZERO;
    }
    match case.count.rule {
        Rule::Scottish => cut(value * surplus / votes, 5),
        Rule::WigmPrf => cut(cut(value * surplus, 4) / votes, 4),
        Rule::Minneapolis => cut(value * cut(surplus / votes, 4), 4),
        _ => value * surplus / votes,
    }
}

/// What came to whom in each stage.
struct Moved {
    received: Vec<Vec<RBig>>,
    exhausted: Vec<RBig>,
}

impl Moved {
    fn of(case: &Case<'_>) -> Result<Moved, Flaw> {
        let (stages, options) = (case.count.stages.len(), case.gone_from.len());
        let taken = taken_in(case)?;
        let mut moved =
            Moved { received: vec![vec![RBig::ZERO; options]; stages], exhausted: vec![RBig::ZERO; stages] };
        for ballot in case.profile.ballots() {
            let (mut stage, mut value) = (0, RBig::ONE);
            for option in ballot.ranking.options().chain([usize::MAX]) {
                if option == usize::MAX {
                    moved.exhausted[stage] += &value * RBig::from(ballot.count);
                } else if case.continues(option, stage) {
                    moved.received[stage][option] += &value * RBig::from(ballot.count);
                    let Some(next) = taken[option].filter(|next| *next > stage) else { break };
                    value = new_value(case, next, option, &value);
                    stage = next;
                }
            }
        }
        Ok(moved)
    }

    /// Each stage's tallies are those of the stage before, with what came and without what went.
    fn check_tallies(&self, case: &Case<'_>) -> Result<(), Flaw> {
        let mut exhausted = RBig::ZERO;
        for (at, stage) in case.count.stages.iter().enumerate() {
            exhausted += &self.exhausted[at];
            ensure(stage.exhausted.exact() == exhausted, || {
                format!("{exhausted} are exhausted in stage {}", at + 1)
            })?;
            for (option, received) in self.received[at].iter().enumerate() {
                let before = if at == 0 { RBig::ZERO } else { case.votes[at - 1][option].clone() };
                let right = match &stage.action {
                    Action::Surplus { of, .. } if *of == option => case.quotas[at].clone(),
                    Action::Exclusion { of, transferred: true, .. } if *of == option => RBig::ZERO,
                    _ => before + received,
                };
                ensure(case.votes[at][option] == right, || {
                    format!("candidate {} has {right} votes in stage {}", option + 1, at + 1)
                })?;
            }
        }
        Ok(())
    }
}

/// The stage (from 0) in which each candidate's ballots go on, if there is one.
fn taken_in(case: &Case<'_>) -> Result<Vec<Option<usize>>, Flaw> {
    let mut taken = vec![None; case.gone_from.len()];
    for (at, stage) in case.count.stages.iter().enumerate() {
        let of = match &stage.action {
            Action::FirstPreferences if at == 0 => continue,
            Action::Exclusion { transferred: false, .. } if at + 1 == case.count.stages.len() => continue,
            Action::Surplus { of, .. } | Action::Exclusion { of, transferred: true, .. } if at > 0 => *of,
            _ => return Err(Flaw(format!("stage {} is none of this rule", at + 1))),
        };
        let taken: Option<&mut Option<usize>> = taken.get_mut(of).filter(|taken| taken.is_none());
        *taken.ok_or_else(|| Flaw(format!("stage {} takes ballots that are not there", at + 1)))? = Some(at);
    }
    Ok(taken)
}

/// The largest surplus goes first; without one, the lowest is excluded.
fn check_choice(case: &Case<'_>, at: usize, action: &Action, ties: &mut Vec<Tie>) -> Result<(), Flaw> {
    if at == 0 {
        return Ok(());
    }
    let before = &case.votes[at - 1];
    let pending = pending(case, at);
    let right = match action {
        Action::Surplus { of, surplus } => {
            let over = surplus.exact() == &before[*of] - &case.quotas[at];
            over && pick(case, at, pending, |a, b| b.cmp(a), ties) == Some(*of)
        }
        Action::Exclusion { of, votes, short, transferred } => {
            // In this stage who is excluded takes no ballots any more; before it, they did.
            let rest: Vec<usize> = case.continuing(at).collect();
            let next = rest.iter().map(|option| &before[*option]).min();
            let among = rest.iter().copied().chain([*of]).collect();
            pending.is_empty()
                && votes.exact() == before[*of]
                && short.as_ref().map(|short| short.exact()) == next.map(|next| next - &before[*of])
                && *transferred == transfers(case, at)
                && pick(case, at, among, RBig::cmp, ties) == Some(*of)
        }
        _ => false,
    };
    ensure(right, || format!("another step would be taken in stage {}", at + 1))
}

/// Elected before a stage, with ballots that have not gone on yet.
fn pending(case: &Case<'_>, at: usize) -> Vec<usize> {
    let earlier = &case.count.stages[..at];
    let is_done = |option: &usize| {
        earlier.iter().any(|stage| matches!(&stage.action, Action::Surplus { of, .. } if of == option))
    };
    let mut pending: Vec<usize> = earlier.iter().flat_map(|stage| stage.elected.clone()).collect();
    pending.retain(|option| !is_done(option));
    pending.sort_unstable();
    pending
}

/// The Proportional Representation Foundation's rule stops before the last transfer.
fn transfers(case: &Case<'_>, at: usize) -> bool {
    let ends_here = case.continuing(at).count() <= case.vacancies(at);
    !ends_here || matches!(case.count.rule, Rule::Scottish | Rule::Minneapolis)
}

/// The first by an order of votes; ties by the rule.
fn pick(
    case: &Case<'_>,
    at: usize,
    mut among: Vec<usize>,
    order: impl Fn(&RBig, &RBig) -> std::cmp::Ordering,
    ties: &mut Vec<Tie>,
) -> Option<usize> {
    among.sort_unstable();
    let first = |among: &[usize], votes: &[RBig]| -> Vec<usize> {
        let best = among.iter().map(|option| &votes[*option]).min_by(|a, b| order(a, b));
        among.iter().copied().filter(|option| Some(&votes[*option]) == best).collect()
    };
    let all = first(&among, &case.votes[at - 1]);
    let mut tied = all.clone();
    let mut earlier = if case.count.rule == Rule::Scottish { at } else { 0 };
    let mut by = BrokenBy::Order;
    while tied.len() > 1 && earlier > 0 {
        earlier -= 1;
        tied = first(&tied, &case.votes[earlier]);
        by = if tied.len() == 1 { BrokenBy::EarlierRound(earlier + 1) } else { BrokenBy::Order };
    }
    let picked = tied.into_iter().min_by_key(|option| case.lots[*option])?;
    if all.len() > 1 {
        ties.push(Tie { round: at + 1, among: all, picked, by });
    }
    Some(picked)
}
