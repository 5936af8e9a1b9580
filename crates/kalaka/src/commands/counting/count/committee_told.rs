//! The steps, ties and fairness of a committee in plain words.

use crate::commands::counting::page::{Table, grouped, listed, so_many};
use tally::budget::Ratio as Fraction;
use tally::committee::audit::{self, Audit};
use tally::committee::{self, Cast, Measure, Outcome, Profile, Ratio, Rule, Step, Tie, Weighing};

pub fn rule_in_words(outcome: &Outcome) -> String {
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

pub fn winners(outcome: &Outcome, name: &impl Fn(usize) -> String) -> Table {
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

pub fn step(step: &Step, name: &impl Fn(usize) -> String) -> String {
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
        Step::Compared { score, bound, equal, .. } => {
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

pub fn remarks(outcome: &Outcome, chambers: &[String]) -> Vec<String> {
    let open = outcome.seats.saturating_sub(outcome.winners.len());
    let open = (open > 0).then(|| format!("{} stay open.", so_many(open as u64, "seat")));
    let silent = outcome.silent.iter().map(|chamber| {
        format!("Nobody of “{}” voted, so that its share went to the others.", chambers[*chamber])
    });
    open.into_iter().chain(silent).collect()
}

pub fn tie(tie: &Tie, name: &impl Fn(usize) -> String) -> String {
    let among: Vec<String> = tie.among.iter().map(|candidate| name(*candidate)).collect();
    format!("Round {}: {} were equal; {} was taken.", tie.round, listed(&among), name(tie.chosen))
}

pub fn cast_in_words(cast: &Cast, chamber: &str) -> String {
    let of = if chamber.is_empty() { String::new() } else { format!("{chamber}: ") };
    let Cast { marked, blank, spoiled } = cast;
    format!(
        "{of}{} marked, {} blank, {} spoiled.",
        so_many(*marked, "ballot"),
        grouped(blank),
        grouped(spoiled)
    )
}

pub fn fairness(profile: &Profile, audit: &Audit) -> Vec<String> {
    let satisfied = audit.chambers.iter().zip(profile.chambers()).map(|(chamber, name)| {
        let of = if name.is_empty() { String::new() } else { format!("{name}: ") };
        let mean = chamber.mean.as_ref().map_or_else(|| "0".to_owned(), number);
        format!(
            "{of}{} approve of somebody and of no winner. A voter approves of {mean} winners on average.",
            so_many(chamber.nothing, "voter")
        )
    });
    satisfied.chain(passed_over(profile, &audit.ejr_plus)).collect()
}

fn passed_over(profile: &Profile, found: &audit::EjrPlus) -> Vec<String> {
    let claim = |claim: &audit::Claim| {
        format!(
            "{} voters approve of {} and of fewer than {}",
            number(&claim.voters),
            profile.candidates()[claim.candidate],
            so_many(claim.level as u64, "winner")
        )
    };
    let holds = "No group was passed over (EJR+ holds).".to_owned();
    match (found.is_satisfied(), &found.strongest) {
        (true, None) => vec![holds],
        (true, Some(strongest)) => {
            let part = number(&strongest.strength);
            vec![format!("{holds} The nearest to it: {}, {part} of what it takes.", claim(strongest))]
        }
        (false, _) => {
            let breaches = found.breaches.iter().map(|breach| format!("{}.", claim(breach)));
            std::iter::once("Passed over (EJR+ does not hold):".to_owned()).chain(breaches).collect()
        }
    }
}
