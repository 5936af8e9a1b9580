//! Running a rule and writing down what it did.

use dashu_int::{IBig, UBig};

use super::electorate::{Electorate, Utility};
use super::equal_shares::{self, Completion, Run, Stop, Then};
use super::outcome::{Outcome, Rule, Step};
use super::ratio::Ratio;
use super::ties::{Tie, TieBreak};
use super::{BallotKind, Fault, Instance, greedy, phragmen};

/// Counts the ballots of an instance by a rule.
pub fn count(instance: &Instance, rule: Rule, tie_break: &TieBreak) -> Result<Outcome, Fault> {
    let places = tie_break.places(instance)?;
    match rule {
        Rule::Greedy { utility } => {
            Ok(by_greed(&Electorate::of(instance, utility), rule, tie_break, &places))
        }
        Rule::Phragmen if instance.kind() != BallotKind::Approval => Err(Fault::WrongKind(instance.kind())),
        Rule::Phragmen => Ok(by_load(&Electorate::of(instance, Utility::Cardinality), tie_break, &places)),
        Rule::EqualShares { utility, completion } => {
            let electorate = Electorate::of(instance, utility);
            Ok(by_shares(&electorate, utility, completion, tie_break, &places))
        }
    }
}

/// An outcome in the making.
struct Draft<'e> {
    electorate: &'e Electorate<'e>,
    places: &'e [u32],
    support: Vec<(u64, u64)>,
    outcome: Outcome,
}

impl<'e> Draft<'e> {
    fn begun(
        electorate: &'e Electorate<'e>,
        places: &'e [u32],
        rule: Rule,
        tie_break: &TieBreak,
    ) -> Draft<'e> {
        let instance = electorate.instance;
        let mut free = electorate.free.clone();
        free.sort_by_key(|p| places[*p]);
        let running = |p: &usize| electorate.running.binary_search(p).is_ok() || free.contains(p);
        let support = instance.support();
        let not_running = (0..instance.projects().len()).filter(|p| !running(p));
        let mut protocol: Vec<Step> =
            not_running.map(|project| Step::NotRunning { project, voters: support[project].0 }).collect();
        protocol.extend(free.iter().map(|&project| Step::Free { project }));
        let outcome = Outcome {
            rule,
            tie_break: tie_break.clone(),
            winners: free,
            cost: 0,
            left: instance.budget(),
            ties: Vec::new(),
            protocol,
        };
        Draft { electorate, places, support, outcome }
    }

    fn win(&mut self, project: usize, step: Step) {
        self.outcome.winners.push(project);
        self.outcome.protocol.push(step);
        self.outcome.cost += self.electorate.cost(project);
        self.outcome.left = self.electorate.instance.budget() - self.outcome.cost;
    }

    /// Ties as a rule counts them, after the projects that were free.
    fn meet(&mut self, ties: Vec<Tie>) {
        let free = self.electorate.free.len();
        self.outcome.ties.extend(ties.into_iter().map(|tie| Tie { after: tie.after + free, ..tie }));
    }

    fn go_greedily(&mut self) {
        let (looks, ties) =
            greedy::look(self.electorate, self.places, &self.outcome.winners, self.outcome.left);
        self.outcome.ties.extend(ties);
        for look in looks {
            let greedy::Look { project, utility, left, fits } = look;
            match fits {
                true => self.win(project, Step::Taken { project, utility, left }),
                false => self.outcome.protocol.push(Step::DidNotFit { project, utility, left }),
            }
        }
    }

    fn write_purchases(&mut self, run: &mut Run) {
        let weight = UBig::from(self.electorate.instance.weight().max(1));
        let total = Ratio::whole(run.total);
        let mut spent = IBig::ZERO;
        run.climb();
        for k in 0..run.purchases.len() {
            let purchase = run.purchases[k].clone();
            let project = purchase.project;
            let cost = self.electorate.cost(project);
            spent += IBig::from(cost);
            let price = run.ladder.rung_value(k) / dashu_ratio::RBig::from(weight.clone());
            let step = Step::Bought {
                project,
                rate: Ratio(&price / dashu_ratio::RBig::from(self.electorate.scale[project])),
                effective_votes: Ratio(dashu_ratio::RBig::from(cost) / &price),
                price: Ratio(price),
                in_full: purchase.in_full,
                all_they_had: purchase.all_they_had,
                left: Ratio(&total.0 - dashu_ratio::RBig::from(spent.clone())),
            };
            self.win(project, step);
        }
    }

    fn write_rejections(&mut self, run: &mut Run) {
        let instance = self.electorate.instance;
        for &project in &self.electorate.running {
            if run.winners().any(|p| p == project) {
                continue;
            }
            let form = run.money_form(project);
            let money =
                run.ladder.value(&form) / dashu_ratio::RBig::from(UBig::from(instance.weight().max(1)));
            let lacking = Ratio(dashu_ratio::RBig::from(self.electorate.cost(project)) - &money);
            let (voters, weight) = self.support[project];
            let step = Step::OutOfReach { project, voters, weight, money: Ratio(money), lacking };
            self.outcome.protocol.push(step);
        }
    }
}

fn by_greed(electorate: &Electorate, rule: Rule, tie_break: &TieBreak, places: &[u32]) -> Outcome {
    let mut draft = Draft::begun(electorate, places, rule, tie_break);
    draft.go_greedily();
    draft.outcome
}

fn by_load(electorate: &Electorate, tie_break: &TieBreak, places: &[u32]) -> Outcome {
    let mut draft = Draft::begun(electorate, places, Rule::Phragmen, tie_break);
    let run = phragmen::run(electorate, places);
    for loading in run.loadings {
        let phragmen::Loading { project, load, supporters } = loading;
        draft.win(project, Step::Loaded { project, load, supporters });
    }
    draft.meet(run.ties);
    if !run.stopped_at.is_empty() {
        let left = draft.outcome.left;
        draft.outcome.protocol.push(Step::Overshot { projects: run.stopped_at, left });
    }
    draft.outcome
}

fn by_shares(
    electorate: &Electorate,
    utility: Utility,
    completion: Completion,
    tie_break: &TieBreak,
    places: &[u32],
) -> Outcome {
    let rule = Rule::EqualShares { utility, completion };
    let mut draft = Draft::begun(electorate, places, rule, tie_break);
    let instance = electorate.instance;
    let each = |total: u128| Ratio::new(total, instance.weight().max(1)).unwrap_or_default();
    draft.outcome.protocol.push(Step::Endowed { each: each(u128::from(instance.budget())) });
    let mut run = match completion {
        Completion::AddOne { start, stop, .. } => {
            let course = equal_shares::complete(electorate, places, start, stop);
            let (steps, runs) = (course.steps, course.runs);
            draft.outcome.protocol.push(Step::Raised { each: each(course.run.total), steps, runs });
            course.run
        }
        _ => Run::at(electorate, places, u128::from(instance.budget())),
    };
    draft.write_purchases(&mut run);
    draft.meet(run.ties.clone());
    draft.write_rejections(&mut run);
    if matches!(completion, Completion::Greedy | Completion::AddOne { then: Then::Greedy, .. }) {
        draft.go_greedily();
    }
    draft.outcome
}

/// The variant that Wieliczka voted by, and that most papers mean: cost utilities, from budget / voters.
pub const ADD_ONE: Completion =
    Completion::AddOne { start: equal_shares::Start::Rational, stop: Stop::Exhaustive, then: Then::Nothing };
