//! Which statement to show somebody next.

use crate::chance::Chance;
use crate::conversation::Conversation;
use crate::counts::Counts;
use crate::picture::Picture;
use crate::statistics::smoothed;

/// 2^(-1/5), 2^(-2/5), …: written out, so that every machine has the same.
const FIFTHS: [f64; 5] =
    [1.0, 0.870_550_563_296_124_1, 0.757_858_283_255_199, 0.659_753_955_386_447_1, 0.574_349_177_498_517_5];
/// The published weight of a statement about who one is, before it is squared.
const META: f64 = 7.0;

/// The published priority of each statement (Small et al. 2021): how much is agreed with, how little
/// passed on, how far it moves who agrees, and more while it is new; squared.
/// `P(agree) · (1 - P(pass)) · (1 + extremity) · (1 + 8 · 2^(-votes / 5))`, of those in any group.
/// 0 for statements that don't count, but for those about who one is.
pub fn priorities(conversation: &Conversation, picture: &Picture) -> Vec<f64> {
    let seen =
        picture.standings.iter().fold(vec![Counts::default(); picture.counted.len()], |sums, group| {
            sums.into_iter().zip(group).map(|(sum, standing)| sum + standing.counts).collect()
        });
    let extremities = extremities(picture);
    let priority = |statement: usize| {
        let known = conversation.statements().get(statement).copied().unwrap_or_default();
        if known.is_meta && known.moderation != crate::Moderation::Rejected {
            return META * META;
        }
        if !picture.counted[statement] {
            return 0.0;
        }
        let counts = seen[statement];
        let (agree, pass) = (smoothed(counts.agree, counts.seen()), smoothed(counts.pass, counts.seen()));
        let importance = agree * (1.0 - pass) * (1.0 + extremities[statement]);
        let priority = importance * (1.0 + 8.0 * halved_by_fives(counts.seen()));
        priority * priority
    };
    (0..picture.counted.len()).map(priority).collect()
}

/// How far from the middle somebody stands who only agrees with this statement.
pub fn extremities(picture: &Picture) -> Vec<f64> {
    let statements = picture.overall.iter().filter(|counts| counts.seen() > 0).count() as f64;
    let axes = &picture.axes;
    let extremity = |statement: usize| {
        let agreed = 1.0 - axes.means[statement];
        let [x, y] = [0, 1].map(|axis| axes.components[axis][statement] * agreed * statements.sqrt());
        (x * x + y * y).sqrt()
    };
    (0..picture.counted.len()).map(extremity).collect()
}

/// 2^(-n / 5).
fn halved_by_fives(n: u32) -> f64 {
    let whole = n / 5;
    if whole > 60 { 0.0 } else { FIFTHS[(n % 5) as usize] / (1_u64 << whole) as f64 }
}

/// The statement to show a participant next: one not voted on yet, drawn by `seed` with chances as the
/// priorities; three times the chance where the participant's own group has hardly voted. None when
/// everything has been voted on.
pub fn next_statement(
    conversation: &Conversation,
    picture: &Picture,
    participant: usize,
    seed: u64,
) -> Option<usize> {
    let mut weights = priorities(conversation, picture);
    // A statement newer than the picture weighs about as much as one without votes.
    weights.resize(conversation.statements().len(), 5.0);
    let group = picture.places.get(participant).and_then(|place| place.group);
    if let Some(standings) = group.and_then(|group| picture.standings.get(group)) {
        let few = |counts: Counts| counts.seen() < 5;
        let unheard = standings.iter().map(|standing| few(standing.counts));
        weights.iter_mut().zip(unheard).filter(|(_, few)| *few).for_each(|(weight, _)| *weight *= 3.0);
    }
    conversation.votes_of(participant).for_each(|(statement, _)| weights[statement] = 0.0);
    let total: f64 = weights.iter().sum();
    let mut target = Chance::of(seed, 0x4e47 ^ (participant as u64) << 16).unit() * total;
    for (statement, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
        target -= weight;
        if target < 0.0 {
            return Some(statement);
        }
    }
    weights.iter().rposition(|weight| *weight > 0.0)
}

#[cfg(test)]
mod tests {
    use super::halved_by_fives;

    #[test]
    fn newness_is_halved_with_every_five_votes() {
        for n in 0..40 {
            let exact = 2.0_f64.powf(-f64::from(n) / 5.0);
            assert!((halved_by_fives(n) / exact - 1.0).abs() < 1e-14);
        }
        assert_eq!(halved_by_fives(u32::MAX), 0.0);
    }
}
