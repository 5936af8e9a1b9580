//! Consent and gradients of agreement, by hand and by trying.

use super::consent::{Objection, Response};
use super::gradients::{Gradient, Threshold};
use super::*;

fn sides() -> [Chamber; 2] {
    [Chamber::named("citizens"), Chamber::named("organisations")]
}

fn objection(reason: &str, resolved: Option<&str>) -> Paper<Response> {
    let resolved = resolved.map(Into::into);
    Paper::Marked(Response::Objection(Objection { reason: reason.into(), resolved }))
}

fn consent(papers: &[(usize, Paper<Response>)]) -> consent::Count {
    let mut proposal = consent::Proposal::to(sides()).unwrap();
    papers.iter().for_each(|(chamber, paper)| proposal.add(*chamber, paper.clone(), 1).unwrap());
    proposal.count().unwrap()
}

#[test]
fn a_proposal_passes_unless_a_reasoned_objection_stands() {
    let yes = |chamber| (chamber, Paper::Marked(Response::Consent));
    let both = [yes(0), yes(1)];
    assert!(consent(&both).passes);
    let with = |paper: Paper<Response>| consent(&[&both[..], &[(1, paper)]].concat());
    let stopped = with(objection("the road floods there", None));
    assert!(!stopped.passes);
    assert_eq!(stopped.chambers[0].verdict, consent::Verdict::Passes);
    assert_eq!(stopped.chambers[1].verdict, consent::Verdict::Objected { standing: 1 });
    let resolved = with(objection("the road floods there", Some("a dyke was added")));
    assert!(resolved.passes);
    assert_eq!(resolved.chambers[1].responses.objections.len(), 1);
    assert!(with(objection("  ", None)).passes);
    assert!(with(Paper::Marked(Response::Concern("the cost".into()))).passes);
    assert!(with(Paper::Abstention).passes && with(Paper::Blank).passes && with(Paper::Illegible).passes);
}

#[test]
fn silence_is_not_consent() {
    let found = consent(&[(0, Paper::Marked(Response::Consent)), (1, Paper::Abstention)]);
    assert!(!found.passes);
    assert_eq!(found.chambers[1].verdict, consent::Verdict::Silent);
}

#[test]
fn consent_needs_the_quorum_of_each_chamber() {
    let chamber = Chamber::named("x").with_quorum(None, Quorum::Papers(2));
    let mut proposal = consent::Proposal::to([chamber]).unwrap();
    proposal.add(0, Paper::Marked(Response::Consent), 1).unwrap();
    assert_eq!(proposal.clone().count().unwrap().chambers[0].verdict, consent::Verdict::NoQuorum);
    proposal.add(0, Paper::Blank, 1).unwrap();
    assert!(proposal.count().unwrap().passes);
}

fn gradients(threshold: Threshold, levels: [u64; 8]) -> gradients::ChamberCount {
    let mut proposal = gradients::Proposal::to(threshold, [Chamber::named("x")]).unwrap();
    for (gradient, papers) in Gradient::ALL.into_iter().zip(levels) {
        proposal.add(0, &Paper::Marked(gradient), papers).unwrap();
    }
    proposal.count().unwrap().chambers.remove(0)
}

const TWO_THIRDS: Threshold = Threshold { support_above: Share { part: 2, of: 3 }, blocks_borne: Some(0) };

#[test]
fn enough_support_passes_and_a_block_stops_it() {
    use gradients::Verdict;
    let verdict = |levels| gradients(TWO_THIRDS, levels).verdict;
    assert_eq!(verdict([3, 1, 1, 1, 1, 0, 0, 0]), Verdict::Passes { support: 5 });
    assert_eq!(verdict([3, 1, 0, 1, 1, 0, 0, 0]), Verdict::TooLittle { support: 4, missing: 1 });
    assert_eq!(verdict([9, 0, 0, 0, 0, 0, 0, 1]), Verdict::Blocked { blocks: 1 });
    assert_eq!(verdict([0; 8]), Verdict::Silent);
    let borne = Threshold { blocks_borne: None, ..TWO_THIRDS };
    assert_eq!(gradients(borne, [9, 0, 0, 0, 0, 0, 0, 1]).verdict, Verdict::Passes { support: 9 });
    let all = Threshold { support_above: Share::of(1, 1), ..TWO_THIRDS };
    assert!(gradients::Proposal::to(all, sides()).is_err());
}

proptest! {
    /// So many more papers of support pass it, and one fewer does not.
    #[test]
    fn what_is_missing_is_the_least_that_passes(levels in prop::array::uniform7(0_u64..9), part in 0_u64..5) {
        let threshold = Threshold { support_above: Share::of(part, 5), blocks_borne: Some(0) };
        let all: [u64; 8] = std::array::from_fn(|n| levels.get(n).copied().unwrap_or(0));
        if let gradients::Verdict::TooLittle { missing, .. } = gradients(threshold, all).verdict {
            let more = |n: u64| gradients(threshold, { let mut more = all; more[0] += n; more }).verdict;
            let passes = |n| matches!(more(n), gradients::Verdict::Passes { .. });
            prop_assert!(passes(missing) && !passes(missing - 1));
        }
    }

    #[test]
    fn each_chamber_must_pass(first in prop::array::uniform8(0_u64..4), second in prop::array::uniform8(0_u64..4)) {
        let mut proposal = gradients::Proposal::to(TWO_THIRDS, sides()).unwrap();
        for (chamber, levels) in [first, second].into_iter().enumerate() {
            for (gradient, papers) in Gradient::ALL.into_iter().zip(levels) {
                proposal.add(chamber, &Paper::Marked(gradient), papers).unwrap();
            }
        }
        let alone = |levels| matches!(gradients(TWO_THIRDS, levels).verdict, gradients::Verdict::Passes { .. });
        prop_assert_eq!(proposal.count().unwrap().passes, alone(first) && alone(second));
    }
}
