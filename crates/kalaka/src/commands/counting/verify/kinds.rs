//! What the check of each kind of certificate looks at, and finds.

use super::Found;
use crate::commands::counting::count::{
    Ballots, Envelope, Proof, orders, papers_for_check, read_for_check, votes_for_check,
};
use anyhow::Result;
use std::path::Path;
use tally::committee::certificate::Certificate;
use tally::single::{self, Outcome, consent, gradients};
use tally::{budget, committee, ranked, stv, two_sides};

pub(super) fn check(envelope: &Envelope, path: &Path) -> Result<Found> {
    let ballots = read_for_check(path, envelope)?;
    Ok(match &envelope.proof {
        Proof::Budget(certificate) => of_budget(certificate, ballots.budget()?),
        Proof::Committee(certificate) => of_committee(certificate, &ballots, envelope.approving)?,
        Proof::Ranked(certificate) => of_rankings(certificate, &ballots.rankings()?.standing()?.profile),
        Proof::Stv(certificate) => of_stv(certificate, &ballots.rankings()?.profile),
        Proof::Marks(certificate) => {
            let papers = papers_for_check(&ballots, certificate.count.rule, envelope.approving)?;
            of_marks(certificate, single::certificate::verify(&papers, certificate))
        }
        Proof::TwoSides(certificate) => {
            let flaw = two_sides::certificate::verify(&votes_for_check(&ballots)?.on_motion()?, certificate);
            of_proposal("two sides", certificate.outcome == two_sides::Outcome::Adopted, flaw)
        }
        Proof::Consent(certificate) => {
            let flaw = consent::certificate::verify(&votes_for_check(&ballots)?.responses()?, certificate);
            of_proposal("consent", certificate.count.passes, flaw)
        }
        Proof::Gradients(certificate) => {
            let flaw = gradients::certificate::verify(&votes_for_check(&ballots)?.levels()?, certificate);
            let rule = format!("gradients of agreement, {}", spoken(&certificate.count.threshold));
            of_proposal(&rule, certificate.count.passes, flaw)
        }
    })
}

fn of_budget(certificate: &budget::Certificate, instance: &budget::Instance) -> Found {
    let bought = certificate.purchases.iter().map(|payment| payment.project.clone());
    let winners = certificate.free.iter().cloned().chain(bought).chain(certificate.added.iter().cloned());
    Found {
        rule: spoken(&certificate.rule),
        winners: winners.collect(),
        verdict: None,
        checked: checked_of_budget(certificate.rule),
        flaw: budget::verify(instance, certificate).err().map(|refusal| refusal.to_string()),
    }
}

/// What the check of a budget looks at, by the rule.
fn checked_of_budget(rule: budget::Rule) -> &'static [&'static str] {
    match rule {
        budget::Rule::EqualShares { .. } => SHARES_CHECKED,
        budget::Rule::Phragmen => &[
            "the ballots are those that were counted, by their SHA-256",
            "for each purchase the load is what the ballots give, and nothing else had a smaller one",
            "ties follow the order stated, and the count ended where it had to",
        ],
        budget::Rule::Greedy { .. } => &[
            "the ballots are those that were counted, by their SHA-256",
            "what was taken stands in the order of utility for cost, and fitted; ties follow the order stated",
            "whatever was left out didn't fit when its turn came",
        ],
    }
}

const SHARES_CHECKED: &[&str] = &[
    "the ballots are those that were counted, by their SHA-256",
    "what each voter started with is an amount that the variant can come to",
    "for each purchase the payments add up to the cost, and nobody pays more than they have left",
    "at each purchase nothing else was to be had at a smaller rate, and ties follow the order stated",
    "at the end nothing is affordable, and what was added greedily is what greedy adds",
    "not checked: that add-one had no reason to end earlier, which takes the runs before",
];

fn of_committee(certificate: &Certificate, ballots: &Ballots, approving: usize) -> Result<Found> {
    let (names, flaw) = match ballots {
        Ballots::Rankings(_) => {
            let orders = orders(ballots)?;
            (orders.candidates().to_vec(), committee::certificate::verify_orders(&orders, certificate))
        }
        _ => {
            let profile = ballots.approvals(approving)?;
            (profile.candidates().to_vec(), committee::certificate::verify(&profile, certificate))
        }
    };
    Ok(Found {
        rule: spoken(&certificate.election.rule),
        winners: certificate.winners().into_iter().map(|winner| named(&names, winner)).collect(),
        verdict: None,
        checked: match certificate.election.rule {
            committee::Rule::Pav { .. } => PAV_CHECKED,
            _ => SEATS_CHECKED,
        },
        flaw: flaw.err().map(|doubt| doubt.to_string()),
    })
}

const SEATS_CHECKED: &[&str] = &[
    "the ballots are those that were counted, by their SHA-256",
    "each seat was won by the amount stated (approvals, gain, price, load or support), recomputed from the ballots",
    "for each seat nobody else did better, and ties follow the order stated",
    "as many seats are filled as the rule fills",
];

const PAV_CHECKED: &[&str] = &[
    "the ballots are those that were counted, by their SHA-256",
    "the committee has as many members as there are seats, and the score stated",
    "no exchange of one member for anybody else leads above the bound, or (after a whole search) to an equal that ties prefer",
    "not checked: that no other committee at all does, which takes the search itself",
];

fn of_rankings(certificate: &ranked::Certificate, profile: &ranked::Profile) -> Found {
    Found {
        rule: certificate.rule.name().replace('_', "-"),
        winners: vec![named(profile.options(), certificate.winner)],
        verdict: None,
        checked: &[
            "the ballots are those that were counted, by their SHA-256, and their numbers are right",
            "the evidence (scores, rounds, chains or pairs) follows from the ballots, read a second time in another way",
            "from the evidence these win, and ties follow the order stated",
        ],
        flaw: certificate.verify(profile).err().map(|flaw| flaw.to_string()),
    }
}

fn of_stv(certificate: &stv::Certificate, profile: &ranked::Profile) -> Found {
    let elected = certificate.count.elected.iter();
    Found {
        rule: certificate.count.rule.name().replace('_', "-"),
        winners: elected.map(|option| named(profile.options(), *option)).collect(),
        verdict: None,
        checked: &[
            "the ballots are those that were counted, by their SHA-256, and their numbers are right",
            "in each stage the votes are what the ballots give, to the last digit",
            "who is elected has the quota, who is excluded is the lowest, and the last vacancies are filled by the rule",
        ],
        flaw: certificate.verify(profile).err().map(|flaw| flaw.to_string()),
    }
}

fn of_marks(certificate: &single::certificate::Certificate, flaw: Result<(), single::Doubt>) -> Found {
    let winner = match certificate.count.outcome {
        Outcome::Chosen { option, .. } => vec![named(&certificate.count.options, option)],
        Outcome::NoneChosen(_) => Vec::new(),
    };
    Found {
        rule: spoken(&certificate.count.rule),
        verdict: winner.is_empty().then_some("that none was chosen"),
        winners: winner,
        checked: &[
            "the ballots are those that were counted, by their SHA-256; each is marked, blank, an abstention, or spoiled \
             for the reason given",
            "each option's figures are what the papers give, in each chamber and together",
            "the options rank as stated and reach the bar where it is said, and each quorum is right",
            "the outcome follows from that, and ties follow the order stated",
        ],
        flaw: flaw.err().map(|doubt| doubt.to_string()),
    }
}

fn of_proposal(rule: &str, is_adopted: bool, flaw: Result<(), single::Doubt>) -> Found {
    Found {
        rule: rule.to_owned(),
        verdict: Some(if is_adopted { "that it was adopted" } else { "that it was not adopted" }),
        winners: Vec::new(),
        checked: &[
            "the ballots are those that were counted, by their SHA-256, and so many say what is stated in each chamber",
            "from these numbers follows what each chamber says, and from that the outcome",
        ],
        flaw: flaw.err().map(|doubt| doubt.to_string()),
    }
}

/// A name, or the number of somebody that isn't there.
fn named(names: &[String], place: usize) -> String {
    names.get(place).cloned().unwrap_or_else(|| format!("number {}", place.saturating_add(1)))
}

/// A rule with its variant, as the certificate writes it.
fn spoken(rule: &impl serde::Serialize) -> String {
    let text = serde_json::to_string(rule).unwrap_or_default();
    text.replace(['{', '}', '"'], "").replace('_', "-").replace(':', " ").replace(',', ", ")
}
