//! Whether an outcome follows from the numbers of its count, which are known to be right.

use super::measure::reaches;
use super::{Doubt, ensure};
use crate::single::{ChamberCount, Count, Fault, Joining, Outcome, Why};

pub(super) fn check(count: &Count) -> Result<(), Doubt> {
    let places = count.tie_break.places(&count.options).map_err(|_| Fault::WrongOrder)?;
    let best = best(count);
    let holds = match (&count.outcome, stopped_by(count)) {
        (Outcome::NoneChosen(why), Some(reason)) => *why == reason,
        (Outcome::Chosen { .. }, Some(_)) => false,
        (Outcome::NoneChosen(why), None) => best.is_empty() && *why == none_fits(count),
        (Outcome::Chosen { option, tie }, None) => {
            let is_first = |other: &usize| places[*other] >= places[*option];
            let equals = (best.len() > 1).then_some(&best);
            best.contains(option) && best.iter().all(is_first) && tie.as_ref() == equals
        }
    };
    ensure(holds, || Doubt::Outcome)
}

/// Why nothing could be chosen, whatever the figures: too few were there, or nobody said anything.
fn stopped_by(count: &Count) -> Option<Why> {
    let those = |of: fn(&ChamberCount) -> bool| -> Vec<usize> {
        count.chambers.iter().zip(0..).filter(|(chamber, _)| of(chamber)).map(|(_, n)| n).collect()
    };
    let absent = those(|chamber| chamber.attendance.present < chamber.attendance.needed);
    let silent = those(|chamber| chamber.turnout.marked == 0);
    let borne = if count.joining == Joining::Together { count.chambers.len() - 1 } else { 0 };
    match absent.is_empty() {
        false => Some(Why::NoQuorum(absent)),
        true => (silent.len() > borne).then_some(Why::Silent(silent)),
    }
}

/// Those of whom one is chosen: equal, and the best of those that may be.
fn best(count: &Count) -> Vec<usize> {
    let eligible = |equals: &Vec<usize>| -> Vec<usize> {
        equals.iter().copied().filter(|option| is_eligible(count, *option)).collect()
    };
    count.ranking.iter().map(eligible).find(|equals| !equals.is_empty()).unwrap_or_default()
}

/// Whether an option may be chosen, by the way in which the chambers are joined.
fn is_eligible(count: &Count, option: usize) -> bool {
    let leads = |chamber: &ChamberCount| chamber.ranking[0].contains(&option);
    let is_accepted = |chamber: &ChamberCount| chamber.accepted.contains(&option);
    match count.joining {
        Joining::Together => reaches(&count.rule, &count.together[option]),
        Joining::EachAccepts => count.chambers.iter().all(is_accepted),
        Joining::EachChooses => count.chambers.iter().all(|chamber| is_accepted(chamber) && leads(chamber)),
    }
}

fn none_fits(count: &Count) -> Why {
    match count.joining {
        Joining::Together => Why::UnderTheBar(count.ranking[0].clone()),
        Joining::EachChooses | Joining::EachAccepts => Why::ChambersDiffer,
    }
}
