//! Polls of several chambers: each must pass, each with its quorum.

use super::*;

const APPROVAL: Rule = Rule { method: Method::Approval, bar: Bar::None };

fn approve(options: &[usize], times: usize) -> Vec<Marks> {
    vec![options.iter().map(|option| (*option, 1)).collect(); times]
}

#[test]
fn one_chamber_cannot_carry_an_option_alone() {
    let citizens = approve(&[0], 200);
    let organisations = approve(&[1], 3);
    let found = chambered(APPROVAL, Joining::EachChooses, &[&citizens, &organisations]);
    assert_eq!(found.outcome, Outcome::NoneChosen(Why::ChambersDiffer));
    let together = chambered(APPROVAL, Joining::Together, &[&citizens, &organisations]);
    assert_eq!(together.winner(), Some(0));
}

#[test]
fn an_option_that_leads_everywhere_with_equals_is_chosen() {
    let (citizens, organisations) = (approve(&[0, 2], 5), approve(&[1, 2], 2));
    let found = chambered(APPROVAL, Joining::EachChooses, &[&citizens, &organisations]);
    assert_eq!(found.outcome, Outcome::Chosen { option: 2, tie: None });
}

#[test]
fn what_each_accepts_is_ranked_by_all_together() {
    let half = APPROVAL.with_bar(Bar::MoreThan(Share::of(1, 2)));
    let citizens = [approve(&[0, 1], 3), approve(&[1, 2], 2), approve(&[0, 2], 2)].concat();
    let organisations = [approve(&[1], 1), approve(&[2, 1], 2)].concat();
    let found = chambered(half, Joining::EachAccepts, &[&citizens, &organisations]);
    assert_eq!(found.chambers[0].accepted, [0, 1, 2]);
    assert_eq!(found.chambers[1].accepted, [1, 2]);
    assert_eq!(found.winner(), Some(1));
}

#[test]
fn a_silent_chamber_chooses_nothing() {
    let found = chambered(APPROVAL, Joining::EachAccepts, &[&approve(&[0], 3), &[]]);
    assert_eq!(found.outcome, Outcome::NoneChosen(Why::Silent(vec![1])));
    assert_eq!(chambered(APPROVAL, Joining::Together, &[&approve(&[0], 3), &[]]).winner(), Some(0));
}

#[test]
fn each_chamber_needs_its_quorum_and_every_paper_counts_for_it() {
    let quorum = Quorum::Share(Share::of(1, 3));
    let chambers = [
        Chamber::named("citizens").with_quorum(Some(10), quorum),
        Chamber::named("organisations").with_quorum(None, Quorum::Papers(2)),
    ];
    let count = |citizens: u64| {
        let mut poll = Poll::new(APPROVAL, ["a"], chambers.clone()).unwrap();
        poll.add(0, &Paper::Marked(vec![(0, 1)]), citizens).unwrap();
        poll.add(0, &Paper::Abstention, 1).unwrap();
        poll.add(1, &Paper::Marked(vec![(0, 1)]), 2).unwrap();
        poll.count(Joining::EachChooses, TieBreak::ListOrder).unwrap()
    };
    // A third of ten, rounded up, is four.
    assert_eq!(count(2).outcome, Outcome::NoneChosen(Why::NoQuorum(vec![0])));
    assert_eq!(count(2).chambers[0].attendance, Attendance { present: 3, needed: 4 });
    assert_eq!(count(3).winner(), Some(0));
    let unknown = Chamber::named("x").with_quorum(None, quorum);
    assert_eq!(Poll::new(APPROVAL, ["a"], [unknown]).map(|_| ()), Err(Fault::NoElectorate("x".into())));
}

proptest! {
    /// What is chosen by each leads in each; with one chamber all ways of joining are one.
    #[test]
    fn what_each_chooses_leads_in_each(first in papers(), second in papers(), method in method()) {
        let found = chambered(Rule::of(method), Joining::EachChooses, &[&first, &second]);
        if let Some(winner) = found.winner() {
            prop_assert!(found.chambers.iter().all(|chamber| chamber.ranking[0].contains(&winner)));
        }
        let alone = |joining| chambered(Rule::of(method), joining, &[&first]).outcome;
        prop_assert_eq!(alone(Joining::Together), alone(Joining::EachAccepts));
        prop_assert_eq!(alone(Joining::Together), alone(Joining::EachChooses));
    }
}
