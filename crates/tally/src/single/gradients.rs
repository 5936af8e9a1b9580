//! Gradients of agreement: how much a group is behind a proposal, on eight levels.
//!
//! **Definition.** S. Kaner's scale (*Facilitator's Guide to Participatory Decision-Making*, 1996; the scale of 1987)
//! has eight levels from *endorse* to *block*. Kaner leaves it to each group how much support is enough; we state it as a
//! [`Threshold`]: so many parts of the marked papers at one of the three levels of support, and how many blocks
//! stop the proposal. Papers that abstain on the scale count as marked, and not as support.
//!
//! **Chambers.** Each must pass: have its quorum and reach the threshold. **Ties** can't be: a share is exceeded or not.

pub mod certificate;

use super::Fault;
use super::chamber::{self, Attendance, Chamber, Share};
use super::papers::Papers;
use super::turnout::{Paper, Spoiling, Turnout};
use serde::{Deserialize, Serialize};

/// A level of agreement, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gradient {
    Endorse,
    EndorseWithMinorContention,
    AgreeWithReservations,
    Abstain,
    StandAside,
    DisagreeButGoAlong,
    DisagreeAndTakeNoPart,
    Block,
}

impl Gradient {
    pub const ALL: [Gradient; 8] = [
        Gradient::Endorse,
        Gradient::EndorseWithMinorContention,
        Gradient::AgreeWithReservations,
        Gradient::Abstain,
        Gradient::StandAside,
        Gradient::DisagreeButGoAlong,
        Gradient::DisagreeAndTakeNoPart,
        Gradient::Block,
    ];

    /// Whether it is one of the three levels of support.
    pub fn supports(self) -> bool {
        self <= Gradient::AgreeWithReservations
    }
}

/// How much support is enough in a chamber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Threshold {
    /// More than this part of the marked papers must support the proposal.
    pub support_above: Share,
    /// So many blocks are borne; one more stops the proposal. `None`: no number of them does.
    pub blocks_borne: Option<u64>,
}

/// A proposal, while its papers come in.
#[derive(Debug, Clone)]
pub struct Proposal {
    threshold: Threshold,
    chambers: Vec<(Chamber, Turnout, [u64; 8])>,
}

/// How a proposal came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    pub threshold: Threshold,
    pub chambers: Vec<ChamberCount>,
    /// Whether every chamber passed it.
    pub passes: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChamberCount {
    pub chamber: Chamber,
    pub turnout: Turnout,
    pub attendance: Attendance,
    /// Papers by level, in the order of [`Gradient::ALL`].
    pub levels: [u64; 8],
    pub verdict: Verdict,
}

/// What a chamber says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Passes {
        support: u64,
    },
    NoQuorum,
    Blocked {
        blocks: u64,
    },
    /// The support isn't enough; with so many more papers of support it would be.
    TooLittle {
        support: u64,
        missing: u64,
    },
    /// Nobody marked a level.
    Silent,
}

impl Proposal {
    pub fn to(threshold: Threshold, chambers: impl IntoIterator<Item = Chamber>) -> Result<Proposal, Fault> {
        let chambers: Vec<Chamber> = chambers.into_iter().collect();
        chamber::check(&chambers)?;
        threshold.support_above.check()?;
        if threshold.support_above.part == threshold.support_above.of {
            // More than all is never.
            return Err(Fault::WrongBar);
        }
        let none = |chamber| (chamber, Turnout::default(), [0; 8]);
        Ok(Proposal { threshold, chambers: chambers.into_iter().map(none).collect() })
    }

    /// A proposal with these papers on it; `chambers` are theirs, with their quorums.
    pub fn of(
        threshold: Threshold,
        papers: &Papers<Gradient>,
        chambers: Vec<Chamber>,
    ) -> Result<Proposal, Fault> {
        let mut proposal = Proposal::to(threshold, chambers)?;
        papers.groups().try_for_each(|group| proposal.add(group.chamber, group.paper, group.count))?;
        Ok(proposal)
    }

    /// Adds `papers` equal papers of a chamber.
    pub fn add(&mut self, chamber: usize, paper: &Paper<Gradient>, papers: u64) -> Result<(), Fault> {
        let chambers = self.chambers.len();
        let found = self.chambers.get_mut(chamber).ok_or(Fault::UnknownChamber { chamber, chambers })?;
        let (_, turnout, levels) = found;
        turnout.arrive(papers)?;
        match paper {
            Paper::Abstention => turnout.abstained += papers,
            Paper::Blank => turnout.blank += papers,
            Paper::Illegible => turnout.spoil(Spoiling::Illegible, papers),
            Paper::Marked(level) => {
                turnout.marked += papers;
                levels[*level as usize] += papers;
            }
        }
        Ok(())
    }

    /// Counts what was added.
    pub fn count(self) -> Result<Count, Fault> {
        let threshold = self.threshold;
        let chambers = self
            .chambers
            .into_iter()
            .map(|(chamber, turnout, levels)| {
                let attendance = chamber.attendance(&turnout)?;
                let verdict = threshold.verdict(&levels, attendance);
                Ok(ChamberCount { chamber, turnout, attendance, levels, verdict })
            })
            .collect::<Result<Vec<_>, Fault>>()?;
        let passes = chambers.iter().all(|chamber| matches!(chamber.verdict, Verdict::Passes { .. }));
        Ok(Count { threshold, chambers, passes })
    }
}

impl Threshold {
    fn verdict(&self, levels: &[u64; 8], attendance: Attendance) -> Verdict {
        let support: u64 =
            Gradient::ALL.iter().filter(|g| g.supports()).map(|gradient| levels[*gradient as usize]).sum();
        let (marked, blocks): (u64, u64) = (levels.iter().sum(), levels[Gradient::Block as usize]);
        match attendance.is_quorum() {
            false => Verdict::NoQuorum,
            true if marked == 0 => Verdict::Silent,
            true if self.blocks_borne.is_some_and(|borne| blocks > borne) => Verdict::Blocked { blocks },
            true if self.support_above.is_exceeded(support.into(), marked.into()) => {
                Verdict::Passes { support }
            }
            true => Verdict::TooLittle { support, missing: self.missing(support, marked) },
        }
    }

    /// The least `x` with (support + x) / (marked + x) more than the share.
    fn missing(&self, support: u64, marked: u64) -> u64 {
        let (part, of) = (u128::from(self.support_above.part), u128::from(self.support_above.of));
        // (support + x) * of > part * (marked + x), so x is more than the gap divided by (of - part).
        let gap = (part * u128::from(marked)).saturating_sub(of * u128::from(support));
        let missing = of.checked_sub(part).and_then(|rest| gap.checked_div(rest)).unwrap_or(u128::MAX);
        u64::try_from(missing.saturating_add(1)).unwrap_or(u64::MAX)
    }
}
