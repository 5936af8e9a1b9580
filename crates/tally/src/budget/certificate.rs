//! Certificates: an outcome, so written down that anybody can check it.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::outcome::{Outcome, Rule, Step};
use super::ratio::Ratio;
use super::ties::TieBreak;
use super::{Group, Instance};

/// What was counted, by which rule, and who paid what. [`verify`](super::verify()) checks it in one pass
/// over the approvals for each purchase, without running the rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// SHA-256 of budget, projects and ballots (see [`ballot_hash`]), in hexadecimal.
    pub ballots: String,
    pub rule: Rule,
    pub tie_break: TieBreak,
    /// What each voter of weight one started with under Equal Shares, in minor units.
    pub each: Ratio,
    /// Ids of projects that cost nothing, which come first.
    pub free: Vec<String>,
    /// In order.
    pub purchases: Vec<Payment>,
    /// Ids of the projects that greedy took, or a greedy completion added, in order.
    pub added: Vec<String>,
}

/// One purchase. Under Equal Shares its backers pay `price` for each point, or all they have left; under
/// sequential Phragmén it is the load that each of them bears afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    pub project: String,
    pub price: Ratio,
}

/// The certificate of an outcome.
pub fn certify(instance: &Instance, outcome: &Outcome) -> Certificate {
    let id = |project: usize| instance.projects().get(project).map(|p| p.id.clone()).unwrap_or_default();
    let mut certificate = Certificate {
        ballots: ballot_hash(instance),
        rule: outcome.rule,
        tie_break: outcome.tie_break.clone(),
        each: Ratio::default(),
        free: Vec::new(),
        purchases: Vec::new(),
        added: Vec::new(),
    };
    for step in &outcome.protocol {
        match step {
            Step::Free { project } => certificate.free.push(id(*project)),
            Step::Endowed { each } | Step::Raised { each, .. } => certificate.each = each.clone(),
            Step::Bought { project, price, .. } => {
                certificate.purchases.push(Payment { project: id(*project), price: price.clone() });
            }
            Step::Loaded { project, load, .. } => {
                certificate.purchases.push(Payment { project: id(*project), price: load.clone() });
            }
            Step::Taken { project, .. } => certificate.added.push(id(*project)),
            _ => {}
        }
    }
    certificate
}

/// SHA-256 over budget, unit, kind, projects and grouped ballots, in an order of its own: the same set of
/// ballots has the same hash in whatever order it came in.
pub fn ballot_hash(instance: &Instance) -> String {
    let mut hash = Sha256::new();
    let mut put = |text: String| {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    };
    put(format!("{} {} {:?}", instance.budget(), instance.unit(), instance.kind()));
    for project in instance.projects() {
        put(format!("{} {}", project.cost, project.id));
    }
    instance.chambers().iter().for_each(|name| put(name.clone()));
    let mut groups: Vec<&Group> = instance.groups().iter().collect();
    groups.sort_by_key(|g| (g.chamber, &g.marks));
    for group in groups {
        let marks: Vec<String> = group.marks.iter().map(|m| format!("{}:{}", m.project, m.points)).collect();
        put(format!("{} {} {} {}", group.chamber, group.voters, group.weight, marks.join(" ")));
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
