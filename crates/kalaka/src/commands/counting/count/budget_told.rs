//! The steps, ties and fairness of a budget in plain words.

use crate::commands::counting::page::{grouped, so_many};
use tally::budget::{Audit, Instance, PassedOver, Ratio, Satisfaction, Step, Tie};

/// The most groups passed over that are told one by one.
const MOST_TOLD: usize = 10;

pub struct Teller<'i> {
    pub instance: &'i Instance,
}

impl Teller<'_> {
    /// An amount of minor units, in units of the currency.
    pub fn money(&self, minor: u64) -> String {
        let unit = self.instance.unit();
        match unit {
            1 => grouped(minor),
            _ => self.exact(&Ratio::whole(minor)),
        }
    }

    /// A fraction of minor units, to two places.
    fn exact(&self, minor: &Ratio) -> String {
        let amount = Ratio(minor.0.clone() / Ratio::whole(self.instance.unit()).0).decimal(2);
        let (whole, part) = amount.split_once('.').unwrap_or((&amount, "00"));
        let part = if part == "00" { String::new() } else { format!(".{part}") };
        format!("{}{part}", grouped(whole))
    }

    /// A project as one speaks of it.
    fn name(&self, project: usize) -> String {
        self.instance.projects().get(project).map_or_else(
            || "?".to_owned(),
            |project| match project.name.is_empty() {
                true => format!("“{}”", project.id),
                false => format!("“{}” ({})", project.name, project.id),
            },
        )
    }

    fn names(&self, projects: &[usize]) -> String {
        projects.iter().map(|project| self.name(*project)).collect::<Vec<_>>().join(", ")
    }

    fn cost(&self, project: usize) -> String {
        self.instance.projects().get(project).map_or_else(String::new, |project| self.money(project.cost))
    }

    pub fn step(&self, step: &Step) -> String {
        match step {
            Step::Free { project } => format!("{} costs nothing, and is in.", self.name(*project)),
            Step::NotRunning { project, voters: 0 } => {
                format!("{} could not win: nobody named it.", self.name(*project))
            }
            Step::NotRunning { project, .. } => {
                format!("{} could not win: it alone is over the budget.", self.name(*project))
            }
            Step::Endowed { each } => format!("Each voter was given {}.", self.exact(each)),
            Step::Raised { steps: 0, .. } => "Add-one had nothing to add.".to_owned(),
            Step::Raised { each, steps, runs } => format!(
                "Add-one gave each voter {} instead, after {}. (The outcome was computed anew at {runs} of these; at \
                 the others nothing changes.)",
                self.exact(each),
                so_many(u64::try_from(*steps).unwrap_or(u64::MAX), "step"),
            ),
            Step::Bought { project, price, in_full, all_they_had, left, .. } => format!(
                "{} was bought for {}: {} paid {} each{}. All voters together have {} left.",
                self.name(*project),
                self.cost(*project),
                grouped(in_full),
                self.exact(price),
                if *all_they_had > 0 {
                    format!(", {} all they still had", grouped(all_they_had))
                } else {
                    String::new()
                },
                self.exact(left)
            ),
            Step::OutOfReach { project, voters, money, lacking, .. } => format!(
                "{} was not bought: the {} behind it had {} left, {} less than its cost of {}.",
                self.name(*project),
                grouped(voters),
                self.exact(money),
                self.exact(lacking),
                self.cost(*project)
            ),
            _ => self.other_step(step),
        }
    }

    /// Greedy and Phragmén.
    fn other_step(&self, step: &Step) -> String {
        match step {
            Step::Taken { project, left, .. } => {
                let (name, cost) = (self.name(*project), self.cost(*project));
                format!("{name} was taken for {cost}, since {} was left.", self.money(*left))
            }
            Step::DidNotFit { project, left, .. } => {
                let (name, cost) = (self.name(*project), self.cost(*project));
                format!("{name} did not fit: it costs {cost}, and {} was left.", self.money(*left))
            }
            Step::Loaded { project, load, supporters } => format!(
                "{} was bought for {}; each of the {} behind it bears {} from then on.",
                self.name(*project),
                self.cost(*project),
                grouped(supporters),
                self.exact(load)
            ),
            Step::Overshot { projects, left } => {
                format!("The count ended at {}: {} was left.", self.names(projects), self.money(*left))
            }
            _ => String::new(),
        }
    }

    pub fn tie(&self, tie: &Tie) -> String {
        format!(
            "After {}: {} was as good as {}, and went first.",
            so_many(tie.after as u64, "winner"),
            self.name(tie.taken),
            self.names(&tie.over)
        )
    }

    pub fn fairness(&self, audit: &Audit) -> Vec<String> {
        let mut told: Vec<String> = audit.chambers.iter().map(|chamber| self.satisfaction(chamber)).collect();
        if audit.passed_over.is_empty() {
            told.push("No group was passed over (EJR+ up to one project holds).".to_owned());
            return told;
        }
        told.push("Passed over (EJR+ up to one project does not hold):".to_owned());
        told.extend(audit.passed_over.iter().take(MOST_TOLD).map(|group| self.passed_over(group)));
        let more = audit.passed_over.len().saturating_sub(MOST_TOLD);
        if more > 0 {
            told.push(format!("… and {more} more; --json lists them all."));
        }
        told
    }

    fn satisfaction(&self, chamber: &Satisfaction) -> String {
        let of = if chamber.chamber.is_empty() { String::new() } else { format!("{}: ", chamber.chamber) };
        format!(
            "{of}{} of {} got nothing of what they named. A voter named {} winners on average, which cost {}.",
            grouped(chamber.got_nothing),
            so_many(chamber.voters - chamber.named_nothing, "voter"),
            chamber.winners_each.decimal(2),
            self.exact(&chamber.cost_each)
        )
    }

    fn passed_over(&self, group: &PassedOver) -> String {
        format!(
            "{} who all named {} have a share of {}, and less of the outcome than it could have bought.",
            grouped(group.weight),
            self.name(group.project),
            self.exact(&group.share)
        )
    }
}
