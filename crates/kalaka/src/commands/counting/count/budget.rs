//! Counts a budget.

use super::budget_told::Teller;
use super::certificate::Proof;
use super::counted::Counted;
use super::rules;
use super::{Completion, Options, Start, Utility};
use crate::commands::counting::page::{Table, grouped, so_many};
use anyhow::{Result, bail};
use tally::budget::{self, BallotKind, Instance, Outcome, Rule, Step, Stop, Then, TieBreak};
use tally::formats::pabulib;
use tally::ranked::TieOrder;

pub fn count(file: &pabulib::File, rule: rules::Budget, options: &Options) -> Result<Counted> {
    let instance = &file.instance;
    let utility = utility(instance, options);
    let tie_break = match &options.seed {
        None => TieBreak::Lexicographic,
        Some(seed) => TieBreak::Order(TieOrder::by_lot(seed, instance.projects().len()).order().to_vec()),
    };
    let rule = match rule {
        rules::Budget::Greedy => Rule::Greedy { utility },
        rules::Budget::Phragmen => Rule::Phragmen,
        rules::Budget::EqualShares => Rule::EqualShares { utility, completion: completion(options)? },
    };
    let outcome = budget::count(instance, rule, &tie_break)?;
    told(file, &outcome, options)
}

fn utility(instance: &Instance, options: &Options) -> budget::Utility {
    match options.utility {
        Some(Utility::Cost) => budget::Utility::Cost,
        Some(Utility::Cardinality) => budget::Utility::Cardinality,
        Some(Utility::Points) => budget::Utility::Points,
        None if instance.kind() == BallotKind::Approval => budget::Utility::Cost,
        None => budget::Utility::Points,
    }
}

fn completion(options: &Options) -> Result<budget::Completion> {
    let start = match options.start {
        Start::Rational => budget::Start::Rational,
        Start::Integral => budget::Start::Integral,
    };
    let add_one = |stop, then| budget::Completion::AddOne { start, stop, then };
    Ok(match options.completion.unwrap_or(Completion::AddOneExhaustive) {
        Completion::None => budget::Completion::None,
        Completion::Greedy => budget::Completion::Greedy,
        Completion::AddOne => add_one(Stop::OverBudget, Then::Nothing),
        Completion::AddOneExhaustive => add_one(Stop::Exhaustive, Then::Nothing),
        Completion::AddOneGreedy => add_one(Stop::Exhaustive, Then::Greedy),
        Completion::Phragmen | Completion::Approvals => {
            bail!("for money the completion is none, add-one, add-one-exhaustive, add-one+greedy or greedy")
        }
    })
}

fn told(file: &pabulib::File, outcome: &Outcome, options: &Options) -> Result<Counted> {
    let instance = &file.instance;
    let teller = Teller { instance };
    let (audit, fairness) = audited(instance, outcome, &teller)?;
    Ok(Counted {
        what: format!(
            "{}, {}, a budget of {}",
            so_many(instance.voters(), "ballot"),
            so_many(instance.projects().len() as u64, "project"),
            teller.money(instance.budget())
        ),
        rule: rule_in_words(outcome.rule),
        winners: outcome.winners.iter().map(|project| instance.projects()[*project].id.clone()).collect(),
        table: winners(instance, outcome, &teller),
        remarks: vec![format!(
            "{} for {}; {} of the budget is left.",
            so_many(outcome.winners.len() as u64, "project"),
            teller.money(outcome.cost),
            teller.money(outcome.left)
        )],
        steps: outcome.protocol.iter().map(|step| teller.step(step)).collect(),
        tie_rule: match &options.seed {
            None => "The smaller project id goes first, character by character (“10” before “9”).".to_owned(),
            Some(seed) => format!("By lot from the seed “{seed}”."),
        },
        ties: outcome.ties.iter().map(|tie| teller.tie(tie)).collect(),
        cast: cast(instance),
        fairness,
        names: instance.projects().iter().map(|project| project.id.clone()).collect(),
        outcome: serde_json::to_value(outcome)?,
        audit,
        proof: Some(Proof::Budget(budget::certify(instance, outcome))),
        ..Counted::default()
    })
}

fn winners(instance: &Instance, outcome: &Outcome, teller: &Teller<'_>) -> Table {
    let support = instance.support();
    let effective = |project: usize| {
        outcome.protocol.iter().find_map(|step| match step {
            Step::Bought { project: bought, effective_votes, .. } if *bought == project => {
                Some(effective_votes.decimal(1))
            }
            _ => None,
        })
    };
    let is_shared = matches!(outcome.rule, Rule::EqualShares { .. });
    let payments = if is_shared { "full payments" } else { "" };
    let mut table = Table::of(&["", "project", "cost", "ballots", payments, "name"]);
    for (place, project) in outcome.winners.iter().enumerate() {
        let named = &instance.projects()[*project];
        table.row([
            (place + 1).to_string(),
            named.id.clone(),
            teller.money(named.cost),
            grouped(support[*project].0),
            effective(*project).unwrap_or_default(),
            named.name.clone(),
        ]);
    }
    table
}

fn rule_in_words(rule: Rule) -> String {
    let worth = |utility| match utility {
        budget::Utility::Cost => "a project is worth its cost to who named it",
        budget::Utility::Cardinality => "each project is worth one to who named it",
        budget::Utility::Points => "a project is worth the points given to it",
    };
    match rule {
        Rule::Greedy { utility } => format!("greedy, what doesn't fit is passed over; {}", worth(utility)),
        Rule::Phragmen => "sequential Phragmén, which stops at the first project that doesn't fit".to_owned(),
        Rule::EqualShares { utility, completion } => {
            format!("Method of Equal Shares, {}; {}", completed(completion), worth(utility))
        }
    }
}

fn completed(completion: budget::Completion) -> String {
    let budget::Completion::AddOne { start, stop, then } = completion else {
        let greedy = completion == budget::Completion::Greedy;
        return if greedy { "then greedy" } else { "without a completion" }.to_owned();
    };
    let start = match start {
        budget::Start::Rational => "from budget / voters",
        budget::Start::Integral => "from whole units",
    };
    let stop = match stop {
        Stop::Exhaustive => "ended as soon as nothing more fits",
        Stop::OverBudget => "ended only before the budget is passed",
    };
    let then = if then == Then::Greedy { ", then greedy" } else { "" };
    format!("add-one {start}, {stop}{then}")
}

fn cast(instance: &Instance) -> Vec<String> {
    let blank: u64 =
        instance.groups().iter().filter(|group| group.marks.is_empty()).map(|group| group.voters).sum();
    vec![
        format!("{} name a project.", so_many(instance.voters() - blank, "ballot")),
        format!("{} blank; they are part of those whom the budget belongs to.", grouped(blank)),
    ]
}

fn audited(
    instance: &Instance,
    outcome: &Outcome,
    teller: &Teller<'_>,
) -> Result<(serde_json::Value, Vec<String>)> {
    // The audit knows no points; the cost of what one named is the nearest to them.
    let utility = match outcome.rule {
        Rule::EqualShares { utility, .. } | Rule::Greedy { utility }
            if utility != budget::Utility::Points =>
        {
            utility
        }
        _ => budget::Utility::Cost,
    };
    let audit = budget::audit(instance, &outcome.winners, utility)?;
    let told = teller.fairness(&audit);
    Ok((serde_json::to_value(&audit)?, told))
}
