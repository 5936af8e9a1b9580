//! Counts marks for one winner: a choice, approvals, points, grades, dots, resistance.

use super::ballots::Ballots;
use super::certificate::Proof;
use super::counted::Counted;
use super::{Joining, Options, ensure_one_winner, rules};
use crate::commands::counting::page::{Table, grouped, listed, so_many};
use anyhow::{Result, ensure};
use tally::committee::TieBreak;
use tally::formats::number_csv::{Line, Numbers};
use tally::single::{
    self, Chamber, Count, JudgmentTies, Mark, Method, Outcome, Paper, Papers, Poll, Rule, Standing, Step,
    Turnout, Unmarked, Why,
};

pub fn count(ballots: &Ballots, rule: rules::Marks, options: &Options) -> Result<Counted> {
    ensure_one_winner(options)?;
    let numbers = numbers(ballots, rule == rules::Marks::Approval, options.approving)?;
    let rule = settled(rule, &numbers, options)?;
    let papers = papers(numbers)?;
    let joining = match options.joining {
        Joining::Together => single::Joining::Together,
        Joining::EachChooses => single::Joining::EachChooses,
        Joining::EachAccepts => single::Joining::EachAccepts,
    };
    let tie_break = options.seed.clone().map_or(TieBreak::ListOrder, |seed| TieBreak::Lot { seed });
    let chambers = papers.chambers().iter().map(Chamber::named).collect();
    let count = Poll::of(rule, &papers, chambers)?.count(joining, tie_break)?;
    let mut counted = told(&count, options)?;
    if options.certificate.is_some() {
        counted.proof = Some(Proof::Marks(single::certificate::certify(&papers, count)));
    }
    Ok(counted)
}

/// The papers that a certificate speaks of.
pub fn papers_for_check(ballots: &Ballots, rule: Rule, approving: usize) -> Result<Papers<Vec<Mark>>> {
    papers(numbers(ballots, rule.method == Method::Approval, approving)?)
}

/// The marks in a file; where approvals are asked for, in any way that approvals are written.
fn numbers(ballots: &Ballots, are_approvals: bool, approving: usize) -> Result<Numbers> {
    if are_approvals { Ok(approvals(&ballots.approvals(approving)?)) } else { ballots.numbers() }
}

fn papers(numbers: Numbers) -> Result<Papers<Vec<Mark>>> {
    let mut papers = Papers::new(numbers.options, numbers.chambers);
    numbers.lines.into_iter().try_for_each(|line| papers.add(line.chamber, line.paper, line.count))?;
    Ok(papers)
}

fn approvals(profile: &tally::committee::Profile) -> Numbers {
    let line = |group: tally::committee::Group<'_, Vec<usize>>| {
        let marks: Vec<Mark> = group.ballot.iter().map(|option| (*option, 1)).collect();
        let paper = if marks.is_empty() { Paper::Blank } else { Paper::Marked(marks) };
        Line { chamber: group.chamber, count: group.count, paper }
    };
    let lines = profile.groups().map(line).collect();
    Numbers { options: profile.candidates().to_vec(), chambers: profile.chambers().to_vec(), lines }
}

fn settled(rule: rules::Marks, numbers: &Numbers, options: &Options) -> Result<Rule> {
    let top = options.top.unwrap_or_else(|| numbers.highest()).max(1);
    let grades = || {
        ensure!(top < u8::MAX, "a scale of grades ends at {} at most", u8::MAX - 1);
        Ok(top + 1)
    };
    Ok(match rule {
        rules::Marks::Plurality => Rule::of(Method::Plurality),
        rules::Marks::Majority => Rule::majority(),
        rules::Marks::Approval => Rule::of(Method::Approval),
        rules::Marks::Score => Rule::of(Method::Score { top, unmarked: Unmarked::Lowest }),
        rules::Marks::ScoreMean => Rule::of(Method::Score { top, unmarked: Unmarked::LeftOut }),
        rules::Marks::Judgment => {
            Rule::of(Method::Judgment { grades: grades()?, ties: JudgmentTies::MajorityValue })
        }
        rules::Marks::LeastResistance => Rule::of(Method::LeastResistance { top }),
        rules::Marks::Dots => {
            let dots = options.top.unwrap_or_else(|| most_dots(numbers)).max(1);
            Rule::of(Method::Dots { dots, most: dots })
        }
    })
}

/// The most that any one ballot spreads.
fn most_dots(numbers: &Numbers) -> u8 {
    let spread = |line: &Line| match &line.paper {
        Paper::Marked(marks) => marks.iter().map(|(_, dots)| u64::from(*dots)).sum(),
        _ => 0,
    };
    let most: u64 = numbers.lines.iter().map(spread).max().unwrap_or(0);
    u8::try_from(most).unwrap_or(u8::MAX)
}

fn told(count: &Count, options: &Options) -> Result<Counted> {
    let names = &count.options;
    let papers: u64 = count.chambers.iter().map(|chamber| chamber.turnout.present()).sum();
    let winner = count.winner();
    let mut table = Table::of(&["option", "has"]);
    if let Some(winner) = winner {
        let has = count.standing(winner).map(|has| standing(&has)).unwrap_or_default();
        table.row([names[winner].clone(), has]);
    }
    Ok(Counted {
        what: format!("{}, {}", so_many(papers, "paper"), so_many(names.len() as u64, "option")),
        rule: rule_in_words(count.rule),
        winners: winner.map(|winner| names[winner].clone()).into_iter().collect(),
        table,
        remarks: remarks(count),
        steps: count.protocol().iter().filter_map(|s| step(s, names)).collect(),
        tie_rule: match &options.seed {
            None => "The earlier in the list of options goes first.".to_owned(),
            Some(seed) => format!("By lot from the seed “{seed}”."),
        },
        ties: ties(count),
        cast: count.chambers.iter().map(|chamber| turnout(&chamber.chamber.name, &chamber.turnout)).collect(),
        names: names.clone(),
        outcome: serde_json::to_value(count)?,
        ..Counted::default()
    })
}

fn rule_in_words(rule: Rule) -> String {
    match rule.method {
        Method::Plurality if rule == Rule::majority() => {
            "majority, more than half of the marked papers".to_owned()
        }
        Method::Plurality => "plurality, the most votes lead".to_owned(),
        Method::Approval => "approval voting, the most approvals lead".to_owned(),
        Method::Score { top, unmarked: Unmarked::Lowest } => {
            format!("score voting, 0 to {top} points, the highest sum leads")
        }
        Method::Score { top, .. } => format!("score voting, 0 to {top} points, the highest mean leads"),
        Method::Judgment { grades, .. } => format!(
            "majority judgment, grades 0 to {}, equal grades by the majority value",
            grades.saturating_sub(1)
        ),
        Method::LeastResistance { top } => {
            format!("systemic consensing, 0 to {top} points of resistance, the least leads")
        }
        Method::Dots { dots, .. } => format!("dot voting, {dots} dots each, the most lead"),
    }
}

fn standing(standing: &Standing) -> String {
    match standing {
        Standing::Votes(votes) => so_many(*votes, "vote"),
        Standing::Points(points) => format!("{} points", grouped(points)),
        Standing::Mean(Some(mean)) => format!("a mean of {mean}"),
        Standing::Grade(Some(gauge)) => {
            format!("grade {} ({} above, {} below)", gauge.grade, grouped(gauge.above), grouped(gauge.below))
        }
        Standing::Mean(None) | Standing::Grade(None) => "nothing".to_owned(),
        Standing::Resistance(points) => format!("{} points of resistance", grouped(points)),
        Standing::Dots(dots) => format!("{} dots", grouped(dots)),
    }
}

fn remarks(count: &Count) -> Vec<String> {
    let Some(winner) = count.winner() else { return Vec::new() };
    let next = count.ranking.iter().flatten().find(|option| **option != winner);
    let lead = next.and_then(|next| Some((next, count.lead(winner, *next)?)));
    lead.map(|(next, by)| format!("{} came nearest, {} behind.", count.options[*next], grouped(by)))
        .into_iter()
        .collect()
}

fn ties(count: &Count) -> Vec<String> {
    let Outcome::Chosen { option, tie: Some(tie) } = &count.outcome else { return Vec::new() };
    let among: Vec<String> = tie.iter().map(|option| count.options[*option].clone()).collect();
    vec![format!("{} were equal; {} was picked.", listed(&among), count.options[*option])]
}

fn step(step: &Step<'_>, names: &[String]) -> Option<String> {
    let of = |chamber: &str| if chamber.is_empty() { String::new() } else { format!("{chamber}: ") };
    let many = |options: &[usize]| listed(&options.iter().map(|o| names[*o].clone()).collect::<Vec<_>>());
    let stand = |options: &[(usize, Standing)]| {
        let each = options.iter().map(|(option, has)| format!("{} {}", names[*option], standing(has)));
        each.collect::<Vec<_>>().join(", ")
    };
    Some(match step {
        Step::Sorted { .. } | Step::Attended { .. } => return None,
        // A poll of one chamber says the same again for all together.
        Step::Stood { chamber: "", .. } | Step::Answered { chamber: "", .. } => return None,
        Step::Stood { chamber, options } => format!("{}{}.", of(chamber), stand(options)),
        Step::Answered { chamber, accepted, choice } => {
            format!("{}accepts {}; by itself it would choose {}.", of(chamber), many(accepted), many(choice))
        }
        Step::StoodTogether { options } => format!("All papers: {}.", stand(options)),
        Step::Joined { outcome: Outcome::Chosen { option, .. }, .. } => {
            format!("{} is chosen.", names[*option])
        }
        Step::Joined { outcome: Outcome::NoneChosen(why), .. } => match why {
            Why::NoQuorum(_) => "None is chosen: a chamber had no quorum.".to_owned(),
            Why::Silent(_) => {
                "None is chosen: nobody marked a paper in a chamber, and silence is not consent.".to_owned()
            }
            Why::UnderTheBar(best) => {
                format!("None is chosen: the best ({}) don't reach the bar.", many(best))
            }
            Why::ChambersDiffer => "None is chosen: no option has all chambers behind it.".to_owned(),
        },
    })
}

fn turnout(chamber: &str, turnout: &Turnout) -> String {
    let of = if chamber.is_empty() { String::new() } else { format!("{chamber}: ") };
    let why =
        turnout.spoiled.iter().map(|(why, papers)| format!("{} for {}", grouped(papers), spoiling(*why)));
    let why = why.collect::<Vec<_>>().join(", ");
    format!(
        "{of}{} marked, {} blank, {} abstained, {} spoiled{}.",
        so_many(turnout.marked, "paper"),
        grouped(turnout.blank),
        grouped(turnout.abstained),
        grouped(turnout.spoiled()),
        if why.is_empty() { String::new() } else { format!(" ({why})") }
    )
}

fn spoiling(why: single::Spoiling) -> &'static str {
    match why {
        single::Spoiling::Illegible => "being illegible",
        single::Spoiling::UnknownOption => "an option that isn't there",
        single::Spoiling::OptionTwice => "an option marked twice",
        single::Spoiling::TooManyMarks => "too many marks",
        single::Spoiling::OffTheScale => "a mark off the scale",
        single::Spoiling::TooManyDots => "too many dots",
    }
}
