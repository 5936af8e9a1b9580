//! Where a guide is needed: initiatives that don't move, drafts that lack somebody, decisions about to close
//! without a side, groups that were asked and are silent.

use act::initiatives::{Card, Health};
use agree::decisions::OpenDecision;
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use kit::{Result, Side};
use people::groups::{self, Silent};

/// A decision that closes within this time is looked at.
const CLOSES_SOON: SignedDuration = SignedDuration::from_hours(24 * 7);
/// A side of which fewer than one in so many have voted by then is missing.
const ONE_IN: i64 = 3;
/// So long after an invitation a group is silent.
pub const PATIENCE_DAYS: i64 = 30;
/// So many silent groups are named.
const NAMED: i64 = 4;

pub struct Stuck {
    /// Quiet or stalled, the longest first.
    pub initiatives: Vec<Card>,
    pub drafts: Vec<Card>,
    pub one_sided: Vec<OneSided>,
    pub silent: Vec<Silent>,
}

/// A decision that is about to close, and the side that is missing in it.
pub struct OneSided {
    pub decision: OpenDecision,
    pub side: Side,
    pub cast: i64,
    pub may: i64,
}

pub fn read(c: &mut Conn, cards: &[Card], open: &[OpenDecision], now: Timestamp) -> Result<Stuck> {
    let is_stuck = |card: &&Card| matches!(card.health, Health::Quiet(_) | Health::Stalled(_));
    let mut initiatives: Vec<Card> = cards.iter().filter(is_stuck).cloned().collect();
    initiatives.sort_by_key(|card| std::cmp::Reverse(card.health.days()));
    let lacks = |card: &&Card| card.health == Health::Draft && !card.missing.nobody();
    let soon = open.iter().filter(|decision| decision.closes_at <= now + CLOSES_SOON);
    Ok(Stuck {
        initiatives,
        drafts: cards.iter().filter(lacks).cloned().collect(),
        one_sided: soon.flat_map(OneSided::of).collect(),
        silent: groups::silent_since(c, now - SignedDuration::from_hours(24 * PATIENCE_DAYS), NAMED)?,
    })
}

impl Stuck {
    pub fn is_empty(&self) -> bool {
        self.initiatives.is_empty()
            && self.drafts.is_empty()
            && self.one_sided.is_empty()
            && self.silent.is_empty()
    }

    /// How many groups are silent, named or not.
    pub fn all_silent(&self) -> i64 {
        self.silent.first().map_or(0, |first| first.total)
    }
}

impl OneSided {
    fn of(decision: &OpenDecision) -> Vec<OneSided> {
        let sides = [(Side::Organisations, decision.organisations), (Side::Citizens, decision.citizens)];
        let missing = sides.into_iter().filter(|(_, (may, cast))| *may > 0 && cast * ONE_IN < *may);
        missing.map(|(side, (may, cast))| OneSided { decision: decision.clone(), side, cast, may }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use agree::decisions::DecisionId;

    fn decision(organisations: (i64, i64), citizens: (i64, i64)) -> OpenDecision {
        OpenDecision {
            id: DecisionId(1),
            question: "Shall we?".into(),
            locale: "en".into(),
            closes_at: Timestamp::UNIX_EPOCH,
            organisations,
            citizens,
            waiting: Vec::new(),
        }
    }

    #[test]
    fn a_side_of_which_less_than_a_third_have_voted_is_missing() {
        let sides = |d: OpenDecision| OneSided::of(&d).into_iter().map(|o| o.side).collect::<Vec<_>>();
        assert_eq!(sides(decision((30, 10), (90, 29))), [Side::Citizens]);
        assert_eq!(sides(decision((30, 9), (90, 30))), [Side::Organisations]);
        assert_eq!(sides(decision((0, 0), (9, 9))), Vec::<Side>::new());
    }
}
