//! A certificate proves its count, and no other.

use super::consent::{Objection, Response};
use super::gradients::{Gradient, Threshold};
use super::*;
use crate::Choice;
use crate::two_sides;
use serde::de::DeserializeOwned;
use serde_json::Value;

const SIDES: [&str; 2] = ["citizens", "organisations"];

/// Each way to change one number, word or answer of a certificate, but for what the voters were asked.
fn forged(certificate: &Value) -> Vec<(String, Value)> {
    let mut places = Vec::new();
    leaves(certificate, String::new(), &mut places);
    let asked = ["/chamber/", "/rule", "/joining", "/tie_break", "/threshold", "/options"];
    let claimed = places.into_iter().filter(|place| !asked.iter().any(|part| place.contains(part)));
    claimed.map(|place| (place.clone(), changed(certificate, &place))).collect()
}

fn leaves(value: &Value, place: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, inner)| leaves(inner, format!("{place}/{name}"), found));
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(n, inner)| leaves(inner, format!("{place}/{n}"), found));
        }
        _ => found.push(place),
    }
}

fn changed(certificate: &Value, place: &str) -> Value {
    let mut forged = certificate.clone();
    let leaf = forged.pointer_mut(place).unwrap();
    *leaf = match &*leaf {
        Value::Number(number) => (number.as_u64().unwrap() + 1).into(),
        Value::Bool(answer) => (!*answer).into(),
        Value::Null => Value::Array(vec![0.into()]),
        other => format!("{}x", other.as_str().unwrap()).into(),
    };
    forged
}

/// The certificate verifies after a journey as text, and with nothing changed in it.
fn holds_alone<C: serde::Serialize + DeserializeOwned>(
    certificate: &C,
    verify: impl Fn(&C) -> Result<(), Doubt>,
) {
    let text = serde_json::to_value(certificate).unwrap();
    assert_eq!(verify(&serde_json::from_value(text.clone()).unwrap()), Ok(()), "{text}");
    for (place, forged) in forged(&text) {
        let read: Result<C, _> = serde_json::from_value(forged);
        assert!(read.is_err() || read.is_ok_and(|forged| verify(&forged).is_err()), "{place} of {text}");
    }
}

fn paper<M: Clone + std::fmt::Debug>(marks: impl Strategy<Value = M>) -> impl Strategy<Value = Paper<M>> {
    prop_oneof![
        8 => marks.prop_map(Paper::Marked),
        1 => Just(Paper::Blank),
        1 => Just(Paper::Illegible),
        1 => Just(Paper::Abstention),
    ]
}

/// Papers of two sides, some of them more than once.
fn many<M: Clone + std::fmt::Debug>(
    marks: impl Strategy<Value = M>,
) -> impl Strategy<Value = Vec<(usize, Paper<M>, u64)>> {
    prop::collection::vec((0_usize..2, paper(marks), 1_u64..5), 0..10)
}

fn cast<M: Marking>(options: &[&str], papers: Vec<(usize, Paper<M>, u64)>) -> Papers<M> {
    let mut cast = Papers::new(options.iter().copied(), SIDES);
    papers.into_iter().for_each(|(chamber, paper, count)| cast.add(chamber, paper, count).unwrap());
    cast
}

fn sides(quorum: Quorum) -> Vec<Chamber> {
    SIDES.map(|name| Chamber::named(name).with_quorum(Some(30), quorum)).into()
}

fn quorum() -> impl Strategy<Value = Quorum> {
    prop_oneof![
        4 => Just(Quorum::None),
        1 => (0_u64..9).prop_map(Quorum::Papers),
        1 => (0_u64..7).prop_map(|part| Quorum::Share(Share::of(part, 31))),
    ]
}

fn rule() -> impl Strategy<Value = Rule> {
    (method(), 0_u64..5).prop_map(|(method, part)| {
        Rule::of(method).with_bar(match method {
            _ if part == 0 => Bar::None,
            Method::Judgment { .. } => Bar::Grade(part as u8 - 1),
            _ => Bar::MoreThan(Share::of(part, 5)),
        })
    })
}

fn joining() -> impl Strategy<Value = Joining> {
    prop::sample::select(vec![Joining::Together, Joining::EachChooses, Joining::EachAccepts])
}

proptest! {
    #[test]
    fn a_poll_verifies_and_nothing_forged_does(
        papers in many(marks()), rule in rule(), joining in joining(), quorum in quorum(), seed in "[a-c]{1}",
    ) {
        let papers = cast(&["a", "b", "c"], papers);
        let poll = Poll::of(rule, &papers, sides(quorum)).unwrap();
        let count = poll.count(joining, TieBreak::Lot { seed }).unwrap();
        holds_alone(&certificate::certify(&papers, count), |c| certificate::verify(&papers, c));
    }

    /// The majority value by places agrees with the count's, also where hardly anything differs.
    #[test]
    fn grades_verify_on_many_papers(grades in prop::collection::vec((0_u8..4, 0_u8..4, 0_u64..6), 1..7)) {
        let papers = grades.into_iter().map(|(a, b, n)| (0, Paper::Marked(vec![(0, a), (1, b)]), n));
        let papers = cast(&["a", "b"], papers.collect());
        for method in &METHODS[4..6] {
            let poll = Poll::of(Rule::of(*method), &papers, sides(Quorum::None)).unwrap();
            let count = poll.count(Joining::Together, TieBreak::ListOrder).unwrap();
            holds_alone(&certificate::certify(&papers, count), |c| certificate::verify(&papers, c));
        }
    }

    #[test]
    fn consent_verifies_and_nothing_forged_does(papers in many(response()), quorum in quorum()) {
        let papers = cast(&[], papers);
        let count = consent::Proposal::of(&papers, sides(quorum)).unwrap().count().unwrap();
        let certificate = consent::certificate::certify(&papers, count);
        holds_alone(&certificate, |c| consent::certificate::verify(&papers, c));
    }

    #[test]
    fn gradients_verify_and_nothing_forged_does(
        papers in many(prop::sample::select(Gradient::ALL.to_vec())),
        quorum in quorum(), part in 0_u64..5, blocks_borne in prop::option::of(0_u64..3),
    ) {
        let papers = cast(&[], papers);
        let threshold = Threshold { support_above: Share::of(part, 5), blocks_borne };
        let count = gradients::Proposal::of(threshold, &papers, sides(quorum)).unwrap().count().unwrap();
        let certificate = gradients::certificate::certify(&papers, count);
        holds_alone(&certificate, |c| gradients::certificate::verify(&papers, c));
    }

    #[test]
    fn a_motion_verifies_and_nothing_forged_does(
        papers in prop::collection::vec((0_usize..2, choice(), 1_u64..5), 0..10),
    ) {
        let marked = papers.iter().map(|(side, choice, count)| (*side, Paper::Marked(*choice), *count));
        let papers = cast(&[], marked.collect());
        let mut poll = two_sides::Poll::between(SIDES).unwrap();
        for group in papers.groups() {
            let Paper::Marked(choice) = group.paper else { unreachable!() };
            poll.add(&SIDES[group.chamber], "", *choice, group.count).unwrap();
        }
        let certificate = two_sides::certificate::certify(&papers, &poll.count());
        holds_alone(&certificate, |c| two_sides::certificate::verify(&papers, c));
    }
}

fn response() -> impl Strategy<Value = Response> {
    let word = prop::sample::select(vec!["", " ", "the stream", "cost"]);
    let resolved = prop::option::weighted(0.3, Just("a dyke".to_owned()));
    prop_oneof![
        3 => Just(Response::Consent),
        1 => word.clone().prop_map(|text| Response::Concern(text.into())),
        1 => (word, resolved).prop_map(|(reason, resolved)| {
            Response::Objection(Objection { reason: reason.into(), resolved })
        }),
    ]
}

fn choice() -> impl Strategy<Value = Choice> {
    prop::sample::select(vec![Choice::Yes, Choice::No, Choice::Abstain])
}

#[test]
fn one_paper_more_or_another_is_found_out() {
    let papers = |yes: u64| cast(&[], vec![(0, Paper::Marked(Gradient::Endorse), yes)]);
    let threshold = Threshold { support_above: Share::of(1, 2), blocks_borne: None };
    let count = gradients::Proposal::of(threshold, &papers(3), sides(Quorum::None)).unwrap().count().unwrap();
    let mut certificate = gradients::certificate::certify(&papers(3), count);
    let verify = gradients::certificate::verify;
    assert_eq!(verify(&papers(4), &certificate), Err(Doubt::OtherPapers { found: papers(4).hash() }));
    certificate.version = 2;
    assert_eq!(verify(&papers(3), &certificate), Err(Doubt::OtherForm(2)));
}

#[test]
fn papers_that_say_the_same_are_one_set_in_whatever_order_they_come() {
    let set = |papers: &[&[Mark]]| {
        cast(&["a", "b"], papers.iter().map(|marks| (0, Paper::Marked(marks.to_vec()), 1)).collect()).hash()
    };
    let one = set(&[&[(0, 1), (1, 2)], &[(1, 1)], &[]]);
    assert_eq!(one, set(&[&[], &[(1, 1)], &[(1, 2), (0, 1)]]));
    assert_ne!(one, set(&[&[(0, 1)], &[(1, 2)], &[(1, 1)], &[]]));
    // So that anybody can compute it again with other tools.
    assert_eq!(one, "888bea497862cd0759dfd1a9e4b7dfcf583718419f64763ddeaa9f9ba8142bf0");
}
