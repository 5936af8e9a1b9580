//! Counts rankings for one winner.

use super::ballots::{Ballots, Rankings};
use super::certificate::Proof;
use super::counted::Counted;
use super::{Options, ensure_one_winner};
use crate::commands::counting::page::{Table, grouped, listed, so_many};
use anyhow::Result;
use tally::ranked::{
    self, Bottom, BrokenBy, Cast, Certificate, Lead, Outcome, Profile, Rule, Source, Tie, TieOrder, Unranked,
};

pub fn count(ballots: &Ballots, rule: Rule, options: &Options) -> Result<Counted> {
    ensure_one_winner(options)?;
    let rankings = ballots.rankings()?;
    let withdrawn: Vec<String> =
        rankings.withdrawn.iter().map(|option| rankings.profile.options()[*option].clone()).collect();
    let rankings = rankings.standing()?;
    let order = tie_order(&rankings, options)?;
    let profile = &rankings.profile;
    let outcome = ranked::count(profile, rule, &order)?;
    let mut counted = told(profile, &outcome)?;
    if options.certificate.is_some() {
        counted.proof = Some(Proof::Ranked(Certificate::of(profile, rule, &order)?));
    }
    if !withdrawn.is_empty() {
        counted.remarks.push(format!("Withdrawn, and left out: {}.", listed(&withdrawn)));
    }
    Ok(counted)
}

/// Lots from the seed, the file's own order, or the order of the options.
pub fn tie_order(rankings: &Rankings, options: &Options) -> Result<TieOrder> {
    let number = rankings.profile.options().len();
    Ok(match (&options.seed, &rankings.tie) {
        (Some(seed), _) => TieOrder::by_lot(seed, number),
        (None, Some(order)) => TieOrder::given(order.clone(), number)?,
        (None, None) => TieOrder::by_index(number),
    })
}

fn told(profile: &Profile, outcome: &Outcome) -> Result<Counted> {
    let names = profile.options();
    let mut table = Table::of(&["option", "first choices"]);
    let first = ranked::count(profile, Rule::Plurality, &outcome.order)?;
    let firsts = first.steps.iter().find_map(|step| match step {
        ranked::Step::Scored { scores } => scores.get(outcome.winner).copied(),
        _ => None,
    });
    table.row([names[outcome.winner].clone(), firsts.map(grouped).unwrap_or_default()]);
    Ok(Counted {
        what: format!("{}, {}", so_many(outcome.cast.valid, "ballot"), so_many(names.len() as u64, "option")),
        rule: rule_in_words(outcome.rule).to_owned(),
        winners: vec![names[outcome.winner].clone()],
        table,
        remarks: remarks(outcome, names),
        steps: outcome.steps.iter().map(|step| step.tell(names)).collect(),
        tie_rule: source(outcome.order.source()),
        ties: outcome.ties.iter().map(|tie| tie_in_words(tie, names)).collect(),
        cast: cast_in_words(outcome.cast),
        names: names.to_vec(),
        outcome: serde_json::to_value(outcome)?,
        ..Counted::default()
    })
}

fn rule_in_words(rule: Rule) -> &'static str {
    match rule {
        Rule::Plurality => "plurality, the most first choices win",
        Rule::Borda(Unranked::Mean) => "Borda, unranked options have the mean of the points left",
        Rule::Borda(Unranked::Zero) => "Borda, unranked options have no points",
        Rule::Irv(Bottom::One) => "instant runoff, one is set aside at a time",
        Rule::Irv(Bottom::All) => "instant runoff, all who are equally lowest are set aside together",
        Rule::Schulze => "Schulze, by margins",
        Rule::RankedPairs => "ranked pairs, by margins",
        Rule::Copeland => "Copeland, pairs won less pairs lost",
        Rule::Minimax => "minimax, by margins",
        Rule::SplitCycle => "Split Cycle",
    }
}

fn remarks(outcome: &Outcome, names: &[String]) -> Vec<String> {
    let mut remarks = Vec::new();
    if outcome.winners.len() > 1 {
        let all: Vec<String> = outcome.winners.iter().map(|winner| names[*winner].clone()).collect();
        remarks.push(format!("By the rule itself they are equal: {}.", listed(&all)));
    }
    if let Some(Lead { over, by }) = outcome.lead {
        let unit = match outcome.rule {
            Rule::Plurality | Rule::Irv(_) => "ballots",
            Rule::Borda(_) => "half points",
            Rule::Copeland => "pairs",
            _ => "in margins",
        };
        remarks.push(format!("{} came nearest, {} {unit} behind.", names[over], grouped(by)));
    }
    remarks
}

fn source(source: &Source) -> String {
    match source {
        Source::Index => "The earlier in the list of options goes first.".to_owned(),
        Source::Given => "By the order for ties that the file gives.".to_owned(),
        Source::Lot(seed) => format!("By lot from the seed “{seed}”."),
    }
}

pub fn tie_in_words(tie: &Tie, names: &[String]) -> String {
    let among: Vec<String> = tie.among.iter().map(|option| names[*option].clone()).collect();
    let when = if tie.round == 0 { String::new() } else { format!("Round {}: ", tie.round) };
    let by = match tie.by {
        BrokenBy::Order => "by the order for ties".to_owned(),
        BrokenBy::EarlierRound(round) => format!("by the tallies of round {round}"),
    };
    format!("{when}{} were equal; {} was picked {by}.", listed(&among), names[tie.picked])
}

pub fn cast_in_words(cast: Cast) -> Vec<String> {
    let Cast { valid, blank, spoiled, abstained } = cast;
    vec![format!(
        "{} rank somebody, {} blank, {} spoiled, {} abstained.",
        so_many(valid, "ballot"),
        grouped(blank),
        grouped(spoiled),
        grouped(abstained)
    )]
}
