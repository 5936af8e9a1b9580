//! Counts votes on one proposal: two sides, consent, gradients of agreement.
//!
//! A table with the columns `vote`, and perhaps `chamber`, `count` and `reason`. Two sides: `yes`, `no`, `abstain`.
//! Consent: `consent`, `concern`, `objection` (both with a reason), `abstain`. Gradients: 1 (endorse) to 8 (block),
//! where 4 abstains.

mod votes;

pub use votes::Votes;

use super::certificate::Proof;
use super::counted::Counted;
use super::rules;
use crate::commands::counting::page::{Table, grouped, listed, so_many};
use anyhow::Result;
use serde_json::{Value, json};
use tally::Choice;
use tally::single::consent::{self, Response};
use tally::single::gradients::{self, Gradient, Threshold};
use tally::single::{Chamber, Marking, Paper, Papers, Share};
use tally::two_sides;

pub fn count(text: &str, rule: rules::Proposal) -> Result<Counted> {
    let votes = Votes::read(text)?;
    match rule {
        rules::Proposal::TwoSides => of_two_sides(&votes.on_motion()?),
        rules::Proposal::Consent => by_consent(&votes.responses()?),
        rules::Proposal::Gradients => by_gradients(&votes.levels()?),
    }
}

/// Whether a table holds votes on a proposal.
pub fn is_proposal(text: &str) -> bool {
    let head = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    head.split(',').any(|heading| heading.trim() == "vote")
}

fn of_two_sides(papers: &Papers<Choice>) -> Result<Counted> {
    let sides = papers.chambers();
    let mut poll = two_sides::Poll::between(sides.iter().cloned())?;
    for group in papers.groups() {
        if let Paper::Marked(choice) = group.paper {
            poll.add(&sides[group.chamber], "", *choice, group.count)?;
        }
    }
    let count = poll.count();
    let mut table = Table::of(&["side", "yes", "no", "abstained", "says"]);
    for side in &count.sides {
        let tally::Votes { yes, no, abstain } = side.votes;
        let says = if side.verdict.agrees() { "agrees" } else { "does not agree" };
        table.row([side.side.clone(), grouped(yes), grouped(no), grouped(abstain), says.to_owned()]);
    }
    let outcome: Vec<Value> = count.sides.iter().map(side_as_json).collect();
    let swings = count.turning().map(|side| {
        let moved = side.swing.moved.map(|moved| format!("{} moving, or ", so_many(moved, "vote")));
        let more = so_many(side.swing.more, "more vote");
        format!("{} would have turned with {}{more}.", shown(&side.side), moved.unwrap_or_default())
    });
    let rule = "two sides: more yes than no in each";
    let proof = Proof::TwoSides(two_sides::certificate::certify(papers, &count));
    Ok(counted(
        papers,
        Told {
            rule,
            passes: count.is_adopted(),
            table,
            steps: swings.collect(),
            outcome: json!(outcome),
            proof,
        },
    ))
}

fn by_consent(papers: &Papers<Response>) -> Result<Counted> {
    let count = consent::Proposal::of(papers, chambers(papers))?.count()?;
    let mut table = Table::of(&["chamber", "consent", "concerns", "objections", "abstained"]);
    let mut steps = Vec::new();
    for chamber in &count.chambers {
        let said = &chamber.responses;
        let concerns: u64 = said.concerns.iter().map(|(_, papers)| papers).sum();
        let objections: u64 = said.objections.iter().map(|(_, papers)| papers).sum();
        let numbers = [said.consent, concerns, objections, chamber.turnout.abstained];
        table.row(std::iter::once(chamber.chamber.name.clone()).chain(numbers.iter().map(grouped)));
        steps.extend(said.concerns.iter().map(|(text, _)| format!("Concern: {text}")));
        steps.extend(said.objections.iter().map(|(objection, _)| match objection.stands() {
            true => format!("Objection: {}", objection.reason),
            false => "An objection without a reason, which stops nothing.".to_owned(),
        }));
    }
    let rule = "consent: it passes unless a reasoned objection stands";
    let (passes, outcome) = (count.passes, serde_json::to_value(&count)?);
    let proof = Proof::Consent(consent::certificate::certify(papers, count));
    Ok(counted(papers, Told { rule, passes, table, steps, outcome, proof }))
}

fn by_gradients(papers: &Papers<Gradient>) -> Result<Counted> {
    let threshold = Threshold { support_above: Share::of(1, 2), blocks_borne: Some(0) };
    let count = gradients::Proposal::of(threshold, papers, chambers(papers))?.count()?;
    let mut table = Table::of(&["chamber", "1", "2", "3", "4", "5", "6", "7", "8"]);
    for chamber in &count.chambers {
        let levels = chamber.levels.iter().map(grouped);
        table.row(std::iter::once(chamber.chamber.name.clone()).chain(levels));
    }
    let says = |chamber: &gradients::ChamberCount| {
        let verdict = match chamber.verdict {
            gradients::Verdict::Passes { support } => {
                format!("{} support it, which is enough", grouped(support))
            }
            gradients::Verdict::NoQuorum => "too few took part".to_owned(),
            gradients::Verdict::Blocked { blocks } => format!("{} it", so_many(blocks, "block")),
            gradients::Verdict::TooLittle { support, missing } => {
                format!("{} support it, {} too few", grouped(support), grouped(missing))
            }
            gradients::Verdict::Silent => "nobody marked a level".to_owned(),
        };
        format!("{}: {verdict}.", shown(&chamber.chamber.name))
    };
    let steps = count.chambers.iter().map(says).collect();
    let rule = "gradients of agreement: more than half at levels 1 to 3, and no block";
    let (passes, outcome) = (count.passes, serde_json::to_value(&count)?);
    let proof = Proof::Gradients(gradients::certificate::certify(papers, count));
    Ok(counted(papers, Told { rule, passes, table, steps, outcome, proof }))
}

/// What a count of a proposal has to say.
struct Told {
    rule: &'static str,
    passes: bool,
    table: Table,
    steps: Vec<String>,
    outcome: Value,
    proof: Proof,
}

fn chambers<M: Marking>(papers: &Papers<M>) -> Vec<Chamber> {
    papers.chambers().iter().map(Chamber::named).collect()
}

fn counted<M: Marking>(papers: &Papers<M>, told: Told) -> Counted {
    let cast: u64 = papers.groups().map(|group| group.count).sum();
    let chambers: Vec<String> = papers.chambers().iter().map(|name| shown(name).to_owned()).collect();
    let verdict = if told.passes { "The proposal is adopted." } else { "The proposal is not adopted." };
    Counted {
        what: format!("{}, from {}", so_many(cast, "vote"), listed(&chambers)),
        rule: told.rule.to_owned(),
        verdict: Some(verdict.to_owned()),
        table: told.table,
        steps: told.steps,
        tie_rule: "An equal number is no majority; nothing is decided by lot.".to_owned(),
        cast: vec![format!("{}, abstentions and blank ones among them.", so_many(cast, "vote"))],
        names: papers.chambers().to_vec(),
        outcome: told.outcome,
        proof: Some(told.proof),
        ..Counted::default()
    }
}

fn shown(chamber: &str) -> &str {
    if chamber.is_empty() { "everybody" } else { chamber }
}

fn side_as_json(side: &two_sides::SideCount<String, &str>) -> Value {
    let tally::Votes { yes, no, abstain } = side.votes;
    json!({
        "side": side.side, "yes": yes, "no": no, "abstain": abstain, "agrees": side.verdict.agrees(),
        "swing": { "moved": side.swing.moved, "more": side.swing.more },
    })
}
