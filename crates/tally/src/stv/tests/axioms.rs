//! What STV promises, on small random elections; and a few by hand.

use crate::ranked::tests::small::{ballots, profile};
use crate::ranked::{Fault, Poll, Profile, Ranking, TieOrder};
use crate::stv::{Amount, Certificate, Contest, Count, Rule};
use proptest::prelude::*;

fn counted(profile: &Profile, seats: usize, rule: Rule) -> Count {
    let lots = TieOrder::by_index(profile.options().len());
    Contest { profile, seats, withdrawn: &[], lots: &lots }.count(rule).unwrap()
}

/// Whether a ballot puts a set (as bits) of candidates before all others.
fn is_solid(ranking: &Ranking, set: usize) -> bool {
    let size = set.count_ones() as usize;
    ranking.len() >= size && ranking.options().take(size).all(|option| set >> option & 1 == 1)
}

proptest! {
    /// Voters who are more than k quotas and put the same candidates first elect k of these, if there are so many. Where
    /// numbers are cut, a vote more makes good for it.
    #[test]
    fn each_solid_coalition_is_represented((options, ballots) in ballots(false), seats in 1..5_usize) {
        let (profile, seats) = (profile(options, &ballots), seats.min(options));
        let valid = profile.cast().valid;
        for rule in Rule::all() {
            let count = counted(&profile, seats, rule);
            for set in 1..1_usize << options {
                let solid = profile.ballots().iter().filter(|ballot| is_solid(&ballot.ranking, set));
                let voters: u64 = solid.map(|ballot| ballot.count).sum();
                let cut = u64::from(rule != Rule::WigmExact);
                let quotas = (1..=seats).filter(|k| {
                    voters.saturating_sub(cut) * (seats as u64 + 1) > *k as u64 * valid
                        && voters > *k as u64 * (valid / (seats as u64 + 1)) + cut * *k as u64
                });
                let due = quotas.count().min(set.count_ones() as usize);
                let got = count.elected.iter().filter(|option| set >> **option & 1 == 1).count();
                prop_assert!(got >= due, "{:?}: {} of set {:b}, {} due", rule, got, set, due);
            }
        }
    }

    #[test]
    fn all_seats_are_filled_and_no_vote_is_lost((options, ballots) in ballots(false), seats in 1..5_usize) {
        let (profile, seats) = (profile(options, &ballots), seats.min(options));
        for rule in Rule::all() {
            let count = counted(&profile, seats, rule);
            let mut elected = count.elected.clone();
            elected.sort_unstable();
            elected.dedup();
            prop_assert_eq!(elected.len(), seats, "{:?}", rule);
            for stage in &count.stages {
                let held = stage.tallies.iter().flatten().map(Amount::exact).fold(stage.exhausted.exact(), |a, b| a + b);
                prop_assert!(held <= profile.cast().valid.into(), "{:?}: more votes than voters", rule);
                prop_assert!(rule != Rule::WigmExact || held == profile.cast().valid.into());
            }
        }
    }

    #[test]
    fn every_small_count_is_certified((options, ballots) in ballots(false), seats in 1..5_usize, seed in "[0-9]{4}") {
        let (profile, lots) = (profile(options, &ballots), TieOrder::by_lot(&seed, options));
        for rule in Rule::all() {
            let contest = Contest { profile: &profile, seats: seats.min(options), withdrawn: &[], lots: &lots };
            let verdict = Certificate::of(&contest, rule).unwrap().verify(&profile);
            prop_assert!(verdict.is_ok(), "{:?}: {:?}", rule, verdict);
        }
    }

    #[test]
    fn names_do_not_matter((options, ballots) in ballots(false), turn in 0..5_usize) {
        let other = |option: usize| (option + turn) % options;
        let renamed = ballots.iter().map(|(levels, count)| {
            (levels.iter().map(|level| level.iter().map(|o| other(*o)).collect()).collect(), *count)
        });
        let (one, two) = (profile(options, &ballots), profile(options, &renamed.collect()));
        let order: Vec<usize> = (0..options).map(other).collect();
        let (lots, other_lots) = (TieOrder::by_index(options), TieOrder::given(order, options).unwrap());
        let seats = 2.min(options);
        for rule in Rule::all() {
            let one = Contest { profile: &one, seats, withdrawn: &[], lots: &lots }.count(rule).unwrap();
            let two = Contest { profile: &two, seats, withdrawn: &[], lots: &other_lots }.count(rule).unwrap();
            let set = |elected: Vec<usize>| elected.into_iter().collect::<std::collections::BTreeSet<_>>();
            prop_assert_eq!(set(one.elected.into_iter().map(other).collect()), set(two.elected), "{:?}", rule);
        }
    }
}

#[test]
fn what_cannot_be_counted_is_refused() {
    let mut poll = Poll::among(["Ada", "Ben"]).unwrap();
    poll.add(Ranking::weak([[0, 1]]), 1).unwrap();
    let (profile, lots) = (poll.close(), TieOrder::by_index(2));
    let contest = |seats, withdrawn| Contest { profile: &profile, seats, withdrawn, lots: &lots };
    assert_eq!(contest(1, &[]).count(Rule::Scottish).unwrap_err(), Fault::EqualRanks);
    assert_eq!(contest(0, &[]).count(Rule::Scottish).unwrap_err(), Fault::Seats { seats: 0, standing: 2 });
    assert_eq!(contest(2, &[1]).count(Rule::Scottish).unwrap_err(), Fault::Seats { seats: 2, standing: 1 });
    assert_eq!(contest(1, &[5]).count(Rule::MeekPrf).unwrap_err(), Fault::UnknownOption { option: 5, of: 2 });
    // Without Ben the ballot has no equals any more.
    assert_eq!(contest(1, &[1]).count(Rule::Scottish).unwrap().elected, [0]);
}

#[test]
fn a_count_is_retold() {
    let mut poll = Poll::among(["Castor", "Pollux", "Helen"]).unwrap();
    poll.add(Ranking::strict([0, 1]), 4).unwrap();
    poll.add(Ranking::strict([2]), 2).unwrap();
    let profile = poll.close();
    let count = counted(&profile, 2, Rule::Scottish);
    let told: Vec<String> = count.stages.iter().map(|stage| stage.tell(profile.options())).collect();
    assert_eq!(
        told,
        [
            "Stage 1: first preferences were counted. Elected with the quota of 3.00000: Castor.",
            "Stage 2: Castor had 1.00000 votes more than the quota; they went on.",
            "Stage 3: Pollux was excluded with 1.00000 votes, 1.00000 behind the next lowest.",
        ]
    );
    assert_eq!(count.filled, [2]);
}

#[test]
fn amounts_are_read_as_they_are_written() {
    for text in ["1797.00000", "0.000000001", "-0.5", "7", "-22/7", "0"] {
        assert_eq!(Amount::parse(text).unwrap().to_string(), text);
    }
    for text in ["", "1.", ".5", "1/0", "x", "1.5/2", "--1", "1e3", "0.0000000000000000000000000000000000001"]
    {
        assert_eq!(Amount::parse(text), None, "{text}");
    }
}

#[test]
fn rules_are_found_by_name() {
    assert!(Rule::all().into_iter().all(|rule| Rule::named(rule.name()) == Some(rule)));
}
