//! Certificates of proposals asked for gradients of agreement.

use super::{ChamberCount, Count, Gradient, Threshold, Verdict};
use crate::single::certificate::{FORM, check_chambers, check_papers, ensure, sort};
use crate::single::{Doubt, Fault, Papers};
use dashu_int::UBig;
use serde::{Deserialize, Serialize};

/// What proves how a proposal came out: the papers' hash, and the whole count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The form of this certificate: 1.
    pub version: u32,
    /// [`Papers::hash`] of what was counted.
    pub papers: String,
    pub count: Count,
}

/// The certificate of a count of these papers.
pub fn certify(papers: &Papers<Gradient>, count: Count) -> Certificate {
    Certificate { version: FORM, papers: papers.hash(), count }
}

/// Checks everything that a certificate claims, reading each paper once. Shares no code with counts but the papers.
pub fn verify(papers: &Papers<Gradient>, certificate: &Certificate) -> Result<(), Doubt> {
    let count = &certificate.count;
    check_papers(certificate.version, &certificate.papers, papers)?;
    check_chambers(papers, count.chambers.iter().map(|claimed| &claimed.chamber))?;
    let share = count.threshold.support_above;
    ensure(share.part < share.of, || Fault::NoShare(share.part, share.of).into())?;
    let mut levels = vec![[0; 8]; count.chambers.len()];
    let sorted = sort(papers, |_| None, |chamber, level, papers| levels[chamber][*level as usize] += papers);
    for ((sorted, levels), claimed) in sorted.iter().zip(levels).zip(&count.chambers) {
        let chamber = || claimed.chamber.name.clone();
        sorted.check(&claimed.chamber, &claimed.turnout, claimed.attendance)?;
        ensure(claimed.levels == levels, || Doubt::Responses { chamber: chamber() })?;
        ensure(says(&count.threshold, claimed), || Doubt::Verdict { chamber: chamber() })?;
    }
    let passed = count.chambers.iter().filter(|claimed| matches!(claimed.verdict, Verdict::Passes { .. }));
    ensure(count.passes == (passed.count() == count.chambers.len()), || Doubt::Outcome)
}

/// Whether the verdict is what the chamber's numbers say.
fn says(threshold: &Threshold, claimed: &ChamberCount) -> bool {
    let [first, second, third, rest @ .., blocks] = claimed.levels;
    let supporting = first + second + third;
    let marked = supporting + rest.iter().sum::<u64>() + blocks;
    let share = threshold.support_above;
    // With so many papers of support more.
    let is_enough = |more: u64| {
        let support = UBig::from(supporting) + UBig::from(more);
        support * UBig::from(share.of) > (UBig::from(marked) + UBig::from(more)) * UBig::from(share.part)
    };
    let is_short = claimed.attendance.present < claimed.attendance.needed;
    let is_blocked = threshold.blocks_borne.is_some_and(|borne| blocks > borne);
    match claimed.verdict {
        Verdict::NoQuorum => is_short,
        _ if is_short => false,
        Verdict::Silent => marked == 0,
        _ if marked == 0 => false,
        Verdict::Blocked { blocks: told } => is_blocked && told == blocks,
        _ if is_blocked => false,
        Verdict::Passes { support } => support == supporting && is_enough(0),
        Verdict::TooLittle { support, missing } => {
            // The largest number stands for all that are larger still.
            let is_least = missing > 0 && !is_enough(missing - 1);
            support == supporting && is_least && (missing == u64::MAX || is_enough(missing))
        }
    }
}
