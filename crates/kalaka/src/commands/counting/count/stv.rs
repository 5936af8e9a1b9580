//! Counts rankings for several seats, by the single transferable vote.

use super::ballots::Ballots;
use super::certificate::Proof;
use super::counted::Counted;
use super::ranked::{cast_in_words, tie_in_words, tie_order};
use super::{Options, seats};
use crate::commands::counting::page::{Table, grouped, listed, so_many};
use anyhow::Result;
use tally::ranked::Source;
use tally::stv::{Certificate, Contest, Count, Rule};

pub fn count(ballots: &Ballots, rule: Rule, options: &Options) -> Result<Counted> {
    let seats = seats(ballots, options)?;
    let rankings = ballots.rankings()?;
    let lots = tie_order(&rankings, options)?;
    let contest = Contest { profile: &rankings.profile, seats, withdrawn: &rankings.withdrawn, lots: &lots };
    let count = contest.count(rule)?;
    let mut counted = told(rankings.profile.options(), &count)?;
    counted.proof = Some(Proof::Stv(Certificate { ballots: rankings.profile.fingerprint(), count }));
    Ok(counted)
}

fn told(names: &[String], count: &Count) -> Result<Counted> {
    Ok(Counted {
        what: format!(
            "{}, {}, {}",
            so_many(count.cast.valid, "ballot"),
            so_many((names.len() - count.withdrawn.len()) as u64, "candidate"),
            so_many(count.seats as u64, "seat")
        ),
        rule: rule_in_words(count.rule).to_owned(),
        winners: count.elected.iter().map(|elected| names[*elected].clone()).collect(),
        table: winners(names, count),
        remarks: remarks(names, count),
        steps: count.stages.iter().map(|stage| stage.tell(names)).collect(),
        tie_rule: tie_rule(count.lots.source()),
        ties: count.ties.iter().map(|tie| tie_in_words(tie, names)).collect(),
        cast: cast_in_words(count.cast),
        fairness: fairness(count),
        names: names.to_vec(),
        outcome: serde_json::to_value(count)?,
        ..Counted::default()
    })
}

fn remarks(names: &[String], count: &Count) -> Vec<String> {
    let many = |options: &[usize]| listed(&options.iter().map(|o| names[*o].clone()).collect::<Vec<_>>());
    let mut remarks = Vec::new();
    if !count.filled.is_empty() {
        let filled = many(&count.filled);
        remarks.push(format!("Elected without a quota, as no more stood than seats were left: {filled}."));
    }
    if !count.withdrawn.is_empty() {
        remarks.push(format!("Withdrawn, and passed over: {}.", many(&count.withdrawn)));
    }
    if let (Some(first), Some(last)) = (count.stages.first(), count.stages.last()) {
        let fell = first.quota != last.quota;
        let last_quota = if fell { format!(", {} at the end", last.quota) } else { String::new() };
        remarks.push(format!("Quota: {}{last_quota}. Exhausted: {}.", first.quota, last.exhausted));
    }
    remarks
}

fn winners(names: &[String], count: &Count) -> Table {
    let mut table = Table::of(&["", "candidate", "first preferences", "votes at the end", "in stage"]);
    let tally = |stage: Option<&tally::stv::Stage>, candidate: usize| {
        stage.and_then(|stage| stage.tallies[candidate].as_ref()).map(ToString::to_string).unwrap_or_default()
    };
    for (place, elected) in count.elected.iter().enumerate() {
        let stage = count.stages.iter().find(|stage| stage.elected.contains(elected));
        table.row([
            (place + 1).to_string(),
            names[*elected].clone(),
            tally(count.stages.first(), *elected),
            tally(count.stages.last(), *elected),
            stage.map_or_else(|| "last".to_owned(), |stage| stage.number.to_string()),
        ]);
    }
    table
}

/// Whose ballots helped nobody.
fn fairness(count: &Count) -> Vec<String> {
    let Some(last) = count.stages.last() else { return Vec::new() };
    vec![format!(
        "Of {} votes {} stand for nobody at the end; a quota of voters who agree is sure of a seat.",
        grouped(count.cast.valid),
        last.exhausted
    )]
}

fn tie_rule(source: &Source) -> String {
    let first = match source {
        Source::Index => "in the list of candidates".to_owned(),
        Source::Given => "in the order for ties that the file gives".to_owned(),
        Source::Lot(seed) => format!("by lot from the seed “{seed}”"),
    };
    format!(
        "As the rule says; where it says by lot, who comes first {first} is acted upon: transferred first, or excluded."
    )
}

fn rule_in_words(rule: Rule) -> &'static str {
    match rule {
        Rule::Scottish => "single transferable vote, Scottish Local Government Elections Order 2007",
        Rule::WigmPrf => "single transferable vote, weighted inclusive Gregory, PR Foundation reference rule",
        Rule::WigmExact => "single transferable vote, weighted inclusive Gregory in exact fractions",
        Rule::Minneapolis => "single transferable vote, Minneapolis Code of Ordinances, chapter 167",
        Rule::MeekPrf => "single transferable vote, Meek's method, PR Foundation reference rule",
        Rule::MeekGuarded => "single transferable vote, Meek's method in guarded arithmetic",
    }
}
