//! Certificates of motions: who said what on each side, what follows, and what would have turned it.

use super::{Count, Outcome, SideCount, Verdict};
use crate::single::certificate::{FORM, check_papers, ensure};
use crate::single::{Doubt, Fault, Paper, Papers};
use crate::{Choice, Swing, Votes};
use serde::{Deserialize, Serialize};

/// What proves how a motion came out. Kept as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The form of this certificate: 1.
    pub version: u32,
    /// [`Papers::hash`] of what was counted; the chambers are the sides.
    pub papers: String,
    /// [`super::RULE`].
    pub rule: String,
    pub sides: Vec<Side>,
    pub outcome: Outcome,
}

/// What a side said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    pub name: String,
    pub votes: Votes,
    pub verdict: Verdict,
    pub swing: Swing,
}

/// The certificate of a count of these papers, each of which is marked.
pub fn certify<S: ToString, L>(papers: &Papers<Choice>, count: &Count<S, L>) -> Certificate {
    let of = |side: &SideCount<S, L>| Side {
        name: side.side.to_string(),
        votes: side.votes,
        verdict: side.verdict,
        swing: side.swing,
    };
    Certificate {
        version: FORM,
        papers: papers.hash(),
        rule: super::RULE.to_owned(),
        sides: count.sides.iter().map(of).collect(),
        outcome: count.outcome,
    }
}

/// Checks everything that a certificate claims, reading each paper once. Shares no code with counts but the papers.
pub fn verify(papers: &Papers<Choice>, certificate: &Certificate) -> Result<(), Doubt> {
    check_papers(certificate.version, &certificate.papers, papers)?;
    let names = certificate.sides.iter().map(|side| &side.name);
    ensure(certificate.rule == super::RULE && names.eq(papers.chambers()), || Doubt::OtherPoll)?;
    ensure(!certificate.sides.is_empty(), || Fault::NoChambers.into())?;
    let mut said = vec![[0_u64; 3]; certificate.sides.len()];
    for group in papers.groups() {
        let Paper::Marked(choice) = group.paper else { return Err(Doubt::OtherPoll) };
        said[group.chamber][*choice as usize] += group.count;
    }
    certificate.sides.iter().zip(said).try_for_each(|(side, said)| side.check(said))?;
    let agreed = certificate.sides.iter().all(|side| matches!(side.verdict, Verdict::Agrees { .. }));
    let outcome = if agreed { Outcome::Adopted } else { Outcome::Rejected };
    ensure(certificate.outcome == outcome, || Doubt::Outcome)
}

impl Side {
    /// Whether all is as these numbers of yes, no and abstentions say.
    fn check(&self, [yes, no, abstain]: [u64; 3]) -> Result<(), Doubt> {
        let chamber = || self.name.clone();
        ensure(self.votes == Votes { yes, no, abstain }, || Doubt::Responses { chamber: chamber() })?;
        let right = match self.verdict {
            Verdict::Agrees { by } => by > 0 && yes.checked_sub(no) == Some(by),
            Verdict::Refuses { by } => by > 0 && no.checked_sub(yes) == Some(by),
            Verdict::Tied { each } => yes == each && no == each && each > 0,
            Verdict::OnlyAbstained => yes == 0 && no == 0 && abstain > 0,
            Verdict::Silent => yes == 0 && no == 0 && abstain == 0,
        };
        ensure(right, || Doubt::Verdict { chamber: chamber() })?;
        let swing = is_least_more(self.swing.more, yes, no) && is_least_moved(self.swing.moved, yes, no);
        ensure(swing, || Doubt::Swing { chamber: chamber() })
    }
}

/// Whether so many more voices for those who lost turn a side around, and one fewer does not.
fn is_least_more(more: u64, yes: u64, no: u64) -> bool {
    let (yes, no) = (u128::from(yes), u128::from(no));
    let turns = |more: u128| if yes > no { yes <= no + more } else { yes + more > no };
    more > 0 && turns(more.into()) && !turns(u128::from(more) - 1)
}

/// Whether so many of those who won turn a side around by changing over, and one fewer does not; or all of them don't.
fn is_least_moved(moved: Option<u64>, yes: u64, no: u64) -> bool {
    let turns = |moved: u64| {
        let (from, to) = if yes > no { (yes, no) } else { (no, yes) };
        let (from, to) = (u128::from(from - moved), u128::from(to) + u128::from(moved));
        if yes > no { from <= to } else { to > from }
    };
    let most = yes.max(no);
    match moved {
        Some(moved) => (1..=most).contains(&moved) && turns(moved) && !turns(moved - 1),
        None => !turns(most),
    }
}
