//! A count as the command line tells it: the same parts for each rule, as text or as JSON.

use super::certificate::Proof;
use crate::commands::counting::page::{Page, Table};
use serde_json::{Value, json};
use std::path::Path;

#[derive(Default)]
pub struct Counted {
    /// What was counted: "6,586 ballots, 64 projects".
    pub what: String,
    /// The rule with its variant, in words.
    pub rule: String,
    /// What became of a proposal, where that is what was asked.
    pub verdict: Option<String>,
    /// The winners' names, in the order in which the rule elected them.
    pub winners: Vec<String>,
    /// The winners with their numbers.
    pub table: Table,
    /// What is to be said beside them.
    pub remarks: Vec<String>,
    /// The steps of the count.
    pub steps: Vec<String>,
    /// What decides ties.
    pub tie_rule: String,
    /// Each tie that was met.
    pub ties: Vec<String>,
    /// What became of the ballots.
    pub cast: Vec<String>,
    /// How the outcome serves those who voted; empty where one is elected.
    pub fairness: Vec<String>,
    /// All names; numbers in `outcome` are places in this list.
    pub names: Vec<String>,
    pub outcome: Value,
    pub audit: Value,
    pub proof: Option<Proof>,
}

impl Counted {
    pub fn told(&self, file: &str, certificate: Option<&Path>) -> String {
        let mut page = Page::default();
        page.sentence(&format!("{file}: {}", self.what));
        page.sentence(&format!("Rule: {}", self.rule));
        page.heading(match (&self.verdict, self.winners.len()) {
            (Some(_), _) => "Outcome",
            (None, 1) => "Winner",
            _ => "Winners",
        });
        page.sentences(self.verdict.as_slice());
        match self.table.is_empty() {
            true => page.line("  none"),
            false => page.table(&self.table),
        }
        page.sentences(&self.remarks);
        page.heading("How it came about");
        page.sentences(&self.steps);
        page.heading("Ties");
        page.sentence(&self.tie_rule);
        match self.ties.is_empty() {
            true => page.line("No tie was met."),
            false => page.sentences(&self.ties),
        }
        page.heading("Ballots");
        page.sentences(&self.cast);
        if !self.fairness.is_empty() {
            page.heading("Fairness");
            page.sentences(&self.fairness);
        }
        if let Some(path) = certificate {
            page.heading("Certificate");
            page.sentence(&format!("{} holds it; check it with: kalaka verify {0}", path.display()));
        }
        page.into_text()
    }

    pub fn json(&self, file: &str, name: &str) -> Value {
        json!({
            "file": file,
            "rule": name,
            "variant": self.rule,
            "verdict": self.verdict,
            "winners": self.winners,
            "remarks": self.remarks,
            "names": self.names,
            "steps": self.steps,
            "ties": self.ties,
            "tie_rule": self.tie_rule,
            "ballots": self.cast,
            "fairness": self.fairness,
            "outcome": self.outcome,
            "audit": self.audit,
        })
    }
}
