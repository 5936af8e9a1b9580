//! Plurality and Borda: points by place on the ballot.

use super::outcome::Found;
use super::{Profile, Ranking, Step, Unranked};

pub(super) fn plurality(profile: &Profile) -> Found {
    let mut scores = vec![0_i64; profile.options().len()];
    for ballot in profile.ballots() {
        for option in ballot.ranking.level(0) {
            scores[*option as usize] += ballot.count.cast_signed();
        }
    }
    Found::highest(&scores, vec![Step::Scored { scores: scores.clone() }])
}

/// Scores stand in half points, so that the mean of two places is a whole number.
pub(super) fn borda(profile: &Profile, unranked: Unranked) -> Found {
    let options = profile.options().len();
    let mut scores = vec![0_i64; options];
    for ballot in profile.ballots() {
        let (points, rest) = half_points(&ballot.ranking, options, unranked);
        let count = ballot.count.cast_signed();
        // What the unranked get is given to all, and taken back from the ranked.
        scores.iter_mut().for_each(|score| *score += rest * count);
        for (option, points) in points {
            scores[option] += (points - rest) * count;
        }
    }
    Found::highest(&scores, vec![Step::Scored { scores: scores.clone() }])
}

/// The half points of each ranked option, and of each unranked one.
fn half_points(ranking: &Ranking, options: usize, unranked: Unranked) -> (Vec<(usize, i64)>, i64) {
    // The places of a level with b options below it and k on it are worth b, …, b+k−1: a mean of b + (k−1)/2.
    let halves = |below: usize, level: usize| (2 * below + level).cast_signed() as i64 - 1;
    let mut below = options;
    let mut points = Vec::with_capacity(ranking.len());
    for level in ranking.levels() {
        below -= level.len();
        points.extend(level.iter().map(|option| (*option as usize, halves(below, level.len()))));
    }
    let rest = if unranked == Unranked::Mean && below > 0 { halves(0, below) } else { 0 };
    (points, rest)
}
