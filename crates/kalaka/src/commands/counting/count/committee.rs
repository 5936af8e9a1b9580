//! Counts a few of many: committees by approvals, or by orders.

use super::ballots::Ballots;
use super::certificate::Proof;
use super::counted::Counted;
use super::{Completion, Options, rules, seats};
use crate::commands::counting::page::{Table, grouped, listed, so_many};
use anyhow::{Context, Result, bail};
use tally::budget::Ratio as Fraction;
use tally::committee::audit::Audit;
use tally::committee::{
    self, Cast, Election, Measure, Orders, Outcome, Profile, Ratio, Rule, Step, TieBreak, Weighing, audit,
    certificate,
};

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
    let proof = certificate::certify(&profile, &outcome).ok().map(Proof::Committee);
    let mut counted = told(profile.candidates(), profile.chambers(), &outcome, options)?;
    counted.fairness = fairness(&profile, &audit);
    counted.audit = serde_json::to_value(&audit)?;
    counted.proof = proof;
    Ok(counted)
}

/// Expanding Approvals on rankings.
pub fn count_orders(ballots: &Ballots, options: &Options) -> Result<Counted> {
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
    let outcome = election(Rule::ExpandingApprovals, ballots, options)?.count_orders(&orders)?;
    told(orders.candidates(), orders.chambers(), &outcome, options)
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
    let many = |candidates: &[usize]| listed(&candidates.iter().map(|c| name(*c)).collect::<Vec<_>>());
    let voters: u64 = outcome.cast.iter().map(|cast| cast.marked + cast.blank).sum();
    let open = outcome.seats.saturating_sub(outcome.winners.len());
    let tie = |tie: &committee::Tie| {
        format!("Round {}: {} were equal; {} was taken.", tie.round, many(&tie.among), name(tie.chosen))
    };
    let mut remarks = Vec::new();
    if open > 0 {
        remarks.push(format!("{} stay open.", so_many(open as u64, "seat")));
    }
    remarks.extend(outcome.silent.iter().map(|chamber| {
        format!("Nobody of “{}” voted, so that its share went to the others.", chambers[*chamber])
    }));
    Ok(Counted {
        what: format!(
            "{}, {}, {}",
            so_many(voters, "ballot"),
            so_many(names.len() as u64, "candidate"),
            so_many(outcome.seats as u64, "seat")
        ),
        rule: rule_in_words(outcome),
        verdict: None,
        winners: outcome.winners.iter().map(|winner| name(*winner)).collect(),
        table: winners(outcome, &name),
        remarks,
        steps: outcome.protocol.iter().map(|s| step(s, &name)).collect(),
        tie_rule: match &options.seed {
            None => "Who stands first in the list of candidates goes first.".to_owned(),
            Some(seed) => format!("By lot from the seed “{seed}”."),
        },
        ties: outcome.ties.iter().map(tie).collect(),
        cast: outcome.cast.iter().zip(chambers).map(|(cast, chamber)| cast_in_words(cast, chamber)).collect(),
        fairness: Vec::new(),
        names: names.to_vec(),
        outcome: serde_json::to_value(outcome).context("the outcome")?,
        audit: serde_json::Value::Null,
        proof: None,
    })
}

fn rule_in_words(outcome: &Outcome) -> String {
    let rule = match outcome.rule {
        Rule::Approvals => "approval voting, the most approvals win",
        Rule::SeqPav => "sequential proportional approval voting",
        Rule::Pav { .. } => "proportional approval voting",
        Rule::EqualShares(committee::Completion::None) => "Method of Equal Shares, without a completion",
        Rule::EqualShares(committee::Completion::Phragmen) => {
            "Method of Equal Shares, then sequential Phragmén"
        }
        Rule::EqualShares(committee::Completion::Approvals) => {
            "Method of Equal Shares, then the most approvals"
        }
        Rule::SeqPhragmen => "sequential Phragmén",
        Rule::ExpandingApprovals => "Expanding Approvals",
    };
    match &outcome.weighing {
        Weighing::Equal => rule.to_owned(),
        Weighing::Shares(shares) => {
            let shares: Vec<String> = shares.iter().map(u64::to_string).collect();
            format!("{rule}; the chambers' shares are {}", shares.join(" : "))
        }
    }
}

fn winners(outcome: &Outcome, name: &impl Fn(usize) -> String) -> Table {
    let by = |winner: usize| {
        outcome.protocol.iter().find_map(|step| match step {
            Step::Elected { candidate, by, .. } if *candidate == winner => Some(measure(by)),
            _ => None,
        })
    };
    let mut table = Table::of(&["", "candidate", "with"]);
    for (place, winner) in outcome.winners.iter().enumerate() {
        table.row([(place + 1).to_string(), name(*winner), by(*winner).unwrap_or_default()]);
    }
    table
}

/// A fraction as a number with at most four places.
fn number(ratio: &Ratio) -> String {
    let decimal = Fraction(ratio.0.clone()).decimal(4);
    let short = decimal.trim_end_matches('0').trim_end_matches('.');
    let (whole, part) = short.split_once('.').map_or((short, String::new()), |(w, p)| (w, format!(".{p}")));
    grouped(whole) + &part
}

fn measure(measure: &Measure) -> String {
    match measure {
        Measure::Approvals(voters) => format!("{} approvals", number(voters)),
        Measure::Gain(gain) => format!("{} more satisfaction", number(gain)),
        Measure::Price(price) => format!("at most {} of a seat from each supporter", number(price)),
        Measure::Load(load) => format!("a load of {} of a seat on each supporter", number(load)),
        Measure::Support { rank, weight } => format!("{} votes down to rank {rank}", number(weight)),
        Measure::Unsupported => "nobody behind it, since seats were left".to_owned(),
    }
}

fn step(step: &Step, name: &impl Fn(usize) -> String) -> String {
    match step {
        Step::Elected { round, candidate, by, next } => {
            let next = next
                .as_ref()
                .map(|(next, by)| format!("; the next best was {} ({})", name(*next), measure(by)));
            format!(
                "Round {round}: {} won a seat, with {}{}.",
                name(*candidate),
                measure(by),
                next.unwrap_or_default()
            )
        }
        Step::Unaffordable { round, nearest: Some((nearest, part)) } => format!(
            "Round {round}: nobody's supporters can pay for a seat any more; those of {} have most, {} of its price.",
            name(*nearest),
            number(part)
        ),
        Step::Unaffordable { round, nearest: None } => {
            format!("Round {round}: nobody's supporters can pay for a seat any more.")
        }
        Step::Completing { round, by } => {
            let by = match by {
                committee::Completion::Phragmen => "by sequential Phragmén, from what each voter has left",
                committee::Completion::Approvals => "by the most approvals",
                committee::Completion::None => "by nothing",
            };
            format!("Round {round}: the seats still open are filled {by}.")
        }
        Step::Widened { round, rank } => {
            format!("Round {round}: nobody had a quota, so ballots count down to rank {rank}.")
        }
        Step::Compared { score, bound, equal } => {
            let best = match score == bound {
                true => "which is the most that any can have".to_owned(),
                false => format!("and none can have more than {}: the search was broken off", number(bound)),
            };
            format!(
                "Committees were compared: this one has a score of {}, {best}. Equal ones found: {equal}.",
                number(score)
            )
        }
    }
}

fn cast_in_words(cast: &Cast, chamber: &str) -> String {
    let of = if chamber.is_empty() { String::new() } else { format!("{chamber}: ") };
    let Cast { marked, blank, spoiled } = cast;
    format!(
        "{of}{} marked, {} blank, {} spoiled.",
        so_many(*marked, "ballot"),
        grouped(blank),
        grouped(spoiled)
    )
}

fn fairness(profile: &Profile, audit: &Audit) -> Vec<String> {
    let satisfied = audit.chambers.iter().zip(profile.chambers()).map(|(chamber, name)| {
        let of = if name.is_empty() { String::new() } else { format!("{name}: ") };
        let mean = chamber.mean.as_ref().map_or_else(|| "0".to_owned(), number);
        format!(
            "{of}{} approve of somebody and of no winner. A voter approves of {mean} winners on average.",
            so_many(chamber.nothing, "voter")
        )
    });
    let mut told: Vec<String> = satisfied.collect();
    let claim = |claim: &audit::Claim| {
        format!(
            "{} voters approve of {} and of fewer than {}",
            number(&claim.voters),
            profile.candidates()[claim.candidate],
            so_many(claim.level as u64, "winner")
        )
    };
    match (audit.ejr_plus.is_satisfied(), &audit.ejr_plus.strongest) {
        (true, Some(strongest)) => told.push(format!(
            "No group was passed over (EJR+ holds). The nearest to it: {}, {} of what it takes.",
            claim(strongest),
            number(&strongest.strength)
        )),
        (true, None) => told.push("No group was passed over (EJR+ holds).".to_owned()),
        (false, _) => {
            told.push("Passed over (EJR+ does not hold):".to_owned());
            told.extend(audit.ejr_plus.breaches.iter().map(|breach| format!("{}.", claim(breach))));
        }
    }
    told
}
