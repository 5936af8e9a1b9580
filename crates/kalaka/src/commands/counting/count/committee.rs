//! Counts a few of many: committees by approvals, or by orders.

use super::ballots::Ballots;
use super::certificate::Proof;
use super::committee_told::{cast_in_words, fairness, remarks, rule_in_words, step, tie, winners};
use super::counted::Counted;
use super::{Completion, Options, rules, seats};
use crate::commands::counting::page::so_many;
use anyhow::{Context, Result, bail};
use tally::committee::{self, Election, Orders, Outcome, Rule, TieBreak, Weighing, audit, certificate};

/// So many committees are looked at before PAV says how near it came; some seconds.
const BRANCHES: u64 = 1_000_000;

pub fn count(ballots: &Ballots, rule: rules::Committee, options: &Options) -> Result<Counted> {
    let profile = ballots.approvals(options.approving)?;
    let rule = match rule {
        rules::Committee::Approvals => Rule::Approvals,
        rules::Committee::SeqPav => Rule::SeqPav,
        rules::Committee::Pav => Rule::Pav { branches: BRANCHES },
        rules::Committee::EqualShares => Rule::EqualShares(completion(options)?),
        rules::Committee::Phragmen => Rule::SeqPhragmen,
        rules::Committee::ExpandingApprovals => Rule::ExpandingApprovals,
    };
    let outcome = election(rule, ballots, options)?.count(&profile)?;
    let audit = audit::audit(&profile, &outcome.weighing, outcome.seats, &outcome.winners)?;
    let proof = Some(Proof::Committee(certificate::certify(&profile, &outcome)));
    let mut counted = told(profile.candidates(), profile.chambers(), &outcome, options)?;
    counted.fairness = fairness(&profile, &audit);
    counted.audit = serde_json::to_value(&audit)?;
    counted.proof = proof;
    Ok(counted)
}

/// Expanding Approvals on rankings.
pub fn count_orders(ballots: &Ballots, options: &Options) -> Result<Counted> {
    let orders = orders(ballots)?;
    let outcome = election(Rule::ExpandingApprovals, ballots, options)?.count_orders(&orders)?;
    let proof = certificate::certify_orders(&orders, &outcome);
    let counted = told(orders.candidates(), orders.chambers(), &outcome, options)?;
    Ok(Counted { proof: Some(Proof::Committee(proof)), ..counted })
}

/// The rankings of those who still stand, as orders.
pub fn orders(ballots: &Ballots) -> Result<Orders> {
    let rankings = ballots.rankings()?.standing()?;
    let profile = &rankings.profile;
    let mut orders = Orders::new(profile.options().iter().cloned())?;
    for ballot in profile.ballots() {
        let levels = ballot.ranking.levels();
        let classes: Vec<Vec<usize>> =
            levels.map(|level| level.iter().map(|option| *option as usize).collect()).collect();
        orders.add(classes, ballot.count)?;
    }
    orders.add(Vec::<Vec<usize>>::new(), profile.cast().blank)?;
    orders.add_spoiled(0, profile.cast().spoiled)?;
    Ok(orders)
}

fn completion(options: &Options) -> Result<committee::Completion> {
    Ok(match options.completion.unwrap_or(Completion::Phragmen) {
        Completion::None => committee::Completion::None,
        Completion::Phragmen => committee::Completion::Phragmen,
        Completion::Approvals => committee::Completion::Approvals,
        _ => bail!("for seats the completion is none, phragmen or approvals"),
    })
}

fn election(rule: Rule, ballots: &Ballots, options: &Options) -> Result<Election> {
    let election = Election::new(rule, seats(ballots, options)?);
    let election = match options.shares.is_empty() {
        true => election,
        false => election.weighed(Weighing::Shares(options.shares.clone())),
    };
    Ok(match &options.seed {
        None => election,
        Some(seed) => election.ties_by(TieBreak::Lot { seed: seed.clone() }),
    })
}

fn told(names: &[String], chambers: &[String], outcome: &Outcome, options: &Options) -> Result<Counted> {
    let name = |candidate: usize| names.get(candidate).cloned().unwrap_or_else(|| "?".to_owned());
    let voters: u64 = outcome.cast.iter().map(|cast| cast.marked + cast.blank).sum();
    Ok(Counted {
        what: format!(
            "{}, {}, {}",
            so_many(voters, "ballot"),
            so_many(names.len() as u64, "candidate"),
            so_many(outcome.seats as u64, "seat")
        ),
        rule: rule_in_words(outcome),
        winners: outcome.winners.iter().map(|winner| name(*winner)).collect(),
        table: winners(outcome, &name),
        remarks: remarks(outcome, chambers),
        steps: outcome.protocol.iter().map(|s| step(s, &name)).collect(),
        tie_rule: match &options.seed {
            None => "Who stands first in the list of candidates goes first.".to_owned(),
            Some(seed) => format!("By lot from the seed “{seed}”."),
        },
        ties: outcome.ties.iter().map(|met| tie(met, &name)).collect(),
        cast: outcome.cast.iter().zip(chambers).map(|(cast, chamber)| cast_in_words(cast, chamber)).collect(),
        names: names.to_vec(),
        outcome: serde_json::to_value(outcome).context("the outcome")?,
        ..Counted::default()
    })
}
