//! Certificates of proposals asked for consent.

use super::{ChamberCount, Count, Objection, Response, Verdict};
use crate::single::certificate::{FORM, Sorted, check_chambers, check_papers, ensure, sort};
use crate::single::{Doubt, Papers};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
pub fn certify(papers: &Papers<Response>, count: Count) -> Certificate {
    Certificate { version: FORM, papers: papers.hash(), count }
}

/// How many papers say what.
#[derive(Debug, Default, PartialEq, Eq)]
struct Heard<'a> {
    consent: u64,
    concerns: BTreeMap<&'a str, u64>,
    objections: BTreeMap<&'a Objection, u64>,
}

/// Checks everything that a certificate claims, reading each paper once. Shares no code with counts but the papers.
pub fn verify(papers: &Papers<Response>, certificate: &Certificate) -> Result<(), Doubt> {
    let count = &certificate.count;
    check_papers(certificate.version, &certificate.papers, papers)?;
    check_chambers(papers, count.chambers.iter().map(|claimed| &claimed.chamber))?;
    let mut heard: Vec<Heard> = count.chambers.iter().map(|_| Heard::default()).collect();
    let sorted = sort(papers, |_| None, |chamber, response, count| heard[chamber].hear(response, count));
    for ((sorted, heard), claimed) in sorted.iter().zip(&heard).zip(&count.chambers) {
        check_chamber(claimed, sorted, heard)?;
    }
    let stopped = count.chambers.iter().any(|claimed| claimed.verdict != Verdict::Passes);
    ensure(count.passes != stopped, || Doubt::Outcome)
}

fn check_chamber(claimed: &ChamberCount, sorted: &Sorted, heard: &Heard) -> Result<(), Doubt> {
    let chamber = || claimed.chamber.name.clone();
    sorted.check(&claimed.chamber, &claimed.turnout, claimed.attendance)?;
    ensure(Heard::of(claimed).as_ref() == Some(heard), || Doubt::Responses { chamber: chamber() })?;
    let right = heard.verdict(claimed.attendance.present < claimed.attendance.needed);
    ensure(claimed.verdict == right, || Doubt::Verdict { chamber: chamber() })
}

impl<'a> Heard<'a> {
    fn hear(&mut self, response: &'a Response, papers: u64) {
        *match response {
            Response::Consent => &mut self.consent,
            Response::Concern(text) => self.concerns.entry(text).or_default(),
            Response::Objection(objection) => self.objections.entry(objection).or_default(),
        } += papers;
    }

    /// What a count says was heard, equal words together; nothing where a sum would be past all papers.
    fn of(claimed: &'a ChamberCount) -> Option<Heard<'a>> {
        let responses = &claimed.responses;
        let mut heard = Heard { consent: responses.consent, ..Heard::default() };
        for (text, papers) in &responses.concerns {
            let sum = heard.concerns.entry(text).or_default();
            *sum = sum.checked_add(*papers)?;
        }
        for (objection, papers) in &responses.objections {
            let sum = heard.objections.entry(objection).or_default();
            *sum = sum.checked_add(*papers)?;
        }
        Some(heard)
    }

    fn verdict(&self, is_short: bool) -> Verdict {
        let is_open = |objection: &Objection| {
            objection.resolved.is_none() && objection.reason.chars().any(|sign| !sign.is_whitespace())
        };
        let open = self.objections.iter().filter(|(objection, _)| is_open(objection));
        match (is_short, open.map(|(_, papers)| papers).sum()) {
            (true, _) => Verdict::NoQuorum,
            (false, 0) if self.consent == 0 && self.concerns.is_empty() => Verdict::Silent,
            (false, 0) => Verdict::Passes,
            (false, standing) => Verdict::Objected { standing },
        }
    }
}
