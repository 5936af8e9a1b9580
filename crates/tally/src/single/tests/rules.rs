//! Each rule on a poll told by hand.

use super::*;

fn chosen(method: Method, papers: &[Marks]) -> Option<usize> {
    count(Rule::of(method), papers).winner()
}

#[test]
fn plurality_takes_the_most_and_majority_more_than_half() {
    let papers = [vec![(0, 1)], vec![(0, 1)], vec![(1, 1)], vec![(2, 1)]];
    assert_eq!(chosen(Method::Plurality, &papers), Some(0));
    let found = count(Rule::majority(), &papers);
    assert_eq!(found.outcome, Outcome::NoneChosen(Why::UnderTheBar(vec![0])));
    assert_eq!(found.lead(0, 1), Some(1));
    assert_eq!(count(Rule::majority(), &papers[..3]).winner(), Some(0));
}

#[test]
fn approval_takes_the_most_approved() {
    let papers = [vec![(0, 1), (1, 1)], vec![(1, 1)], vec![(2, 1), (1, 1)]];
    assert_eq!(chosen(Method::Approval, &papers), Some(1));
}

#[test]
fn a_score_left_out_counts_nought_or_not_at_all() {
    // b has one 3 of one voter; a has 2 of each.
    let papers = [vec![(0, 2), (1, 3)], vec![(0, 2)]];
    assert_eq!(chosen(METHODS[2], &papers), Some(0));
    assert_eq!(chosen(METHODS[3], &papers), Some(1));
    let found = count(Rule::of(METHODS[3]), &papers);
    assert_eq!(serde_json::to_value(found.standing(1)).unwrap(), serde_json::json!({"mean": "3"}));
    assert_eq!(found.standing(2), Some(Standing::Mean(None)));
}

/// The median, not the mean: two at the top don't lift an option over one that most find good.
#[test]
fn judgment_takes_the_highest_majority_grade() {
    let grades = |a: [u8; 5], b: [u8; 5]| -> Vec<Marks> {
        a.iter().zip(b).map(|(a, b)| vec![(0, *a), (1, b)]).collect()
    };
    let papers = grades([3, 3, 1, 1, 0], [2, 2, 2, 0, 0]);
    assert_eq!(chosen(METHODS[4], &papers), Some(1));
    let found = count(Rule::of(METHODS[4]), &papers);
    assert_eq!(found.standing(0), Some(Standing::Grade(Some(Gauge { grade: 1, above: 2, below: 1 }))));
    // The same grade: the part above (2 of 5) is larger than that below, so it leans up.
    let papers = grades([3, 3, 2, 2, 0], [2, 2, 2, 2, 2]);
    assert_eq!((chosen(METHODS[4], &papers), chosen(METHODS[5], &papers)), (Some(0), Some(0)));
    // An option without a grade has the worst.
    assert_eq!(chosen(METHODS[4], &[vec![(1, 1)], vec![(0, 3)], vec![(1, 1)]]), Some(1));
}

#[test]
fn least_resistance_takes_what_hurts_least() {
    let papers = [vec![(0, 0), (1, 1), (2, 3)], vec![(0, 3), (1, 1), (2, 0)], vec![(0, 3), (1, 1), (2, 2)]];
    let found = count(Rule::of(METHODS[6]), &papers);
    assert_eq!((found.winner(), found.lead(1, 2)), (Some(1), Some(2)));
    assert_eq!(found.standing(1), Some(Standing::Resistance(3)));
}

#[test]
fn dots_are_spread_at_will_and_no_more_of_them_than_one_has() {
    let found = count(Rule::of(METHODS[7]), &[vec![(0, 3)], vec![(1, 2), (2, 1)], vec![(1, 2), (2, 2)]]);
    assert_eq!(found.winner(), Some(0));
    assert_eq!(found.chambers[0].turnout.spoiled.get(&Spoiling::TooManyDots), Some(&1));
}

#[test]
fn a_spoiled_paper_is_named_for_what_spoils_it() {
    let why = |method: Method, marks: &[Mark]| {
        let found = count(Rule::of(method), &[marks.to_vec()]);
        let turnout = &found.chambers[0].turnout;
        assert_eq!((turnout.present(), turnout.spoiled()), (1, 1));
        *turnout.spoiled.keys().next().unwrap()
    };
    assert_eq!(why(Method::Plurality, &[(0, 1), (1, 1)]), Spoiling::TooManyMarks);
    assert_eq!(why(Method::Approval, &[(3, 1)]), Spoiling::UnknownOption);
    assert_eq!(why(Method::Approval, &[(1, 1), (1, 1)]), Spoiling::OptionTwice);
    assert_eq!(why(Method::Approval, &[(1, 0)]), Spoiling::OffTheScale);
    assert_eq!(why(METHODS[2], &[(1, 4)]), Spoiling::OffTheScale);
    assert_eq!(why(METHODS[4], &[(1, 4)]), Spoiling::OffTheScale);
    assert_eq!(why(METHODS[8], &[(1, 3)]), Spoiling::OffTheScale);
}

#[test]
fn blank_illegible_and_abstaining_are_present_and_decide_nothing() {
    let mut poll = Poll::new(Rule::of(Method::Approval), ["a"], [Chamber::named("")]).unwrap();
    poll.add(0, &Paper::Blank, 1).unwrap();
    poll.add(0, &Paper::Marked(vec![]), 1).unwrap();
    poll.add(0, &Paper::Illegible, 3).unwrap();
    poll.add(0, &Paper::Abstention, 4).unwrap();
    let found = poll.count(Joining::Together, TieBreak::ListOrder).unwrap();
    let turnout = &found.chambers[0].turnout;
    assert_eq!((turnout.blank, turnout.spoiled(), turnout.abstained, turnout.present()), (2, 3, 4, 9));
    assert_eq!(found.outcome, Outcome::NoneChosen(Why::Silent(vec![0])));
}

#[test]
fn a_tie_is_broken_as_stated_and_reported() {
    let papers = [vec![(0, 1)], vec![(2, 1)]];
    let found = count(Rule::of(Method::Plurality), &papers);
    assert_eq!(found.outcome, Outcome::Chosen { option: 0, tie: Some(vec![0, 2]) });
    assert_eq!(found.ranking, [vec![0, 2], vec![1]]);
    let mut poll = Poll::new(Rule::of(Method::Plurality), ["a", "b", "c"], [Chamber::named("")]).unwrap();
    papers.iter().for_each(|paper| poll.add(0, &Paper::Marked(paper.clone()), 1).unwrap());
    let found = poll.count(Joining::Together, TieBreak::Order(vec![2, 0, 1])).unwrap();
    assert_eq!(found.winner(), Some(2));
}

#[test]
fn the_protocol_retells_the_count() {
    let found = count(Rule::of(Method::Approval), &[vec![(1, 1)]]);
    let told = serde_json::to_value(found.protocol()).unwrap();
    let stood = serde_json::json!([[1, {"votes": 1}], [0, {"votes": 0}], [2, {"votes": 0}]]);
    assert_eq!(told[2]["stood"]["options"], stood);
    assert_eq!(told[5]["joined"]["outcome"], serde_json::json!({"chosen": {"option": 1, "tie": null}}));
}

#[test]
fn a_poll_that_makes_no_sense_is_refused() {
    let poll = |rule: Rule, chambers: &[&str]| {
        Poll::new(rule, ["a", "b"], chambers.iter().map(|name| Chamber::named(*name))).map(|_| ())
    };
    let rule = Rule::of(Method::Approval);
    assert_eq!(poll(rule, &[]), Err(Fault::NoChambers));
    assert_eq!(poll(rule, &["x", "x"]), Err(Fault::ChamberTwice("x".into())));
    assert_eq!(poll(rule.with_bar(Bar::Grade(1)), &["x"]), Err(Fault::WrongBar));
    assert_eq!(poll(rule.with_bar(Bar::MoreThan(Share::of(1, 0))), &["x"]), Err(Fault::NoShare(1, 0)));
    assert_eq!(poll(Rule::of(METHODS[4]).with_bar(Bar::Grade(4)), &["x"]), Err(Fault::WrongBar));
    assert_eq!(
        poll(Rule::of(Method::Score { top: 0, unmarked: Unmarked::Lowest }), &["x"]),
        Err(Fault::NoScale)
    );
    assert_eq!(Poll::new(rule, [""; 0], [Chamber::named("x")]).map(|_| ()), Err(Fault::NoOptions));
    let mut poll = Poll::new(rule, ["a"], [Chamber::named("x")]).unwrap();
    assert_eq!(poll.add(1, &Paper::Blank, 1), Err(Fault::UnknownChamber { chamber: 1, chambers: 1 }));
    poll.add(0, &Paper::Marked(vec![(0, 1)]), u64::MAX).unwrap();
    assert_eq!(poll.add(0, &Paper::Blank, 1), Err(Fault::TooMany));
    assert_eq!(poll.count(Joining::Together, TieBreak::Order(vec![1])), Err(Fault::WrongOrder));
}
