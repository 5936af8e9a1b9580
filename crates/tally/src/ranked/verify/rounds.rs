//! IRV: from the round in which each option left, one walk over each ballot gives the tallies of all rounds.

use super::{Flaw, ensure};
use crate::ranked::{Bottom, Profile, Round};

pub(super) fn winners(
    profile: &Profile,
    bottom: Bottom,
    places: &[usize],
    rounds: &[Round],
) -> Result<Vec<usize>, Flaw> {
    let left = left_in(profile.options().len(), rounds)?;
    let (tallies, exhausted) = tallies(profile, &left, rounds.len());
    let mut winners = Vec::new();
    for (number, round) in rounds.iter().enumerate() {
        let there = |option: &usize| left[*option] >= number;
        let right: Vec<(usize, u64)> =
            (0..left.len()).filter(there).map(|option| (option, tallies[number][option])).collect();
        ensure(round.tallies == right, || format!("the tallies of round {} would be {right:?}", number + 1))?;
        let spent = exhausted[number];
        ensure(round.exhausted == spent, || {
            format!("{spent} ballots are exhausted in round {}", number + 1)
        })?;
        let (ends, set_aside) = verdict(&right, profile.cast().valid - spent, bottom, places);
        ensure(ends.is_some() == (number + 1 == rounds.len()), || {
            format!("round {} is not the last", number + 1)
        })?;
        ensure(ends.is_some() || round.set_aside == set_aside, || {
            format!("in round {} {set_aside:?} would be set aside", number + 1)
        })?;
        winners = ends.unwrap_or_default();
    }
    Ok(winners)
}

/// The last round (from 0) of each option.
fn left_in(options: usize, rounds: &[Round]) -> Result<Vec<usize>, Flaw> {
    ensure((1..=options).contains(&rounds.len()), || "no count has so many rounds".to_owned())?;
    let mut left = vec![rounds.len() - 1; options];
    for (number, round) in rounds[..rounds.len() - 1].iter().enumerate() {
        for option in &round.set_aside {
            let left =
                left.get_mut(*option).ok_or_else(|| Flaw("an unknown option was set aside".to_owned()))?;
            *left = number.min(*left);
        }
    }
    Ok(left)
}

/// Round by round: each option's ballots, and the exhausted ones.
fn tallies(profile: &Profile, left: &[usize], rounds: usize) -> (Vec<Vec<u64>>, Vec<u64>) {
    // What begins to count in a round; sums over the rounds make tallies of it.
    let (mut begins, mut spent) = (vec![vec![0_u64; left.len()]; rounds], vec![0_u64; rounds]);
    for ballot in profile.ballots() {
        let mut free_from = 0;
        for level in ballot.ranking.levels() {
            let counts =
                level.iter().map(|option| *option as usize).filter(|option| left[*option] >= free_from);
            let stays = counts.clone().map(|option| left[option] + 1).max();
            if free_from < rounds {
                counts.for_each(|option| begins[free_from][option] += ballot.count);
            }
            free_from = stays.unwrap_or(free_from);
        }
        spent.iter_mut().skip(free_from).take(1).for_each(|spent| *spent += ballot.count);
    }
    for round in 1..rounds {
        let (before, now) = begins.split_at_mut(round);
        now[0].iter_mut().zip(&before[round - 1]).for_each(|(now, before)| *now += before);
        spent[round] += spent[round - 1];
    }
    (begins, spent)
}

/// Who wins with these tallies, if the count ends; else who is set aside.
fn verdict(
    tallies: &[(usize, u64)],
    of: u64,
    bottom: Bottom,
    places: &[usize],
) -> (Option<Vec<usize>>, Vec<usize>) {
    let votes = |(_, votes): &(usize, u64)| *votes;
    let most = tallies.iter().map(votes).max().unwrap_or_default();
    let least = tallies.iter().map(votes).min().unwrap_or_default();
    let with = |number: u64| tallies.iter().filter(move |t| t.1 == number).map(|t| t.0).collect::<Vec<_>>();
    let (first, lowest) = (with(most), with(least));
    if first.len() == 1 && most > of / 2 {
        return (Some(first), Vec::new());
    }
    if most == least && (bottom == Bottom::All || tallies.len() == 1) {
        return (Some(lowest), Vec::new());
    }
    match bottom {
        Bottom::All => (None, lowest),
        Bottom::One => (None, lowest.into_iter().max_by_key(|option| places[*option]).into_iter().collect()),
    }
}
