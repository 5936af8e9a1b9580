//! Who backs what: the ballots turned round, as the rules read them.

use dashu_int::UBig;
use serde::{Deserialize, Serialize};

use super::{BallotKind, Instance};

/// How much good a project does to those who named it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Utility {
    /// The cost of each project named: money spent on what one wants.
    Cost,
    /// One for each project named.
    Cardinality,
    /// The points given; on ordinal ballots Borda points, on approval ballots one.
    Points,
}

/// One group of ballots behind a project.
#[derive(Debug, Clone, Copy)]
pub(super) struct Backer {
    pub group: u32,
    /// The utility, but for the factor that all backers of the project share; one or more.
    pub points: u32,
}

/// The projects that can win, and who backs them. A project over the whole budget, or that nobody
/// backs, cannot; one without a cost always does, and needs no rule.
#[derive(Debug)]
pub(super) struct Electorate<'i> {
    pub instance: &'i Instance,
    /// Indices of the projects that compete, ascending.
    pub running: Vec<usize>,
    /// The same, by the rate at which they could be bought if everybody paid in full.
    pub by_rate: Vec<usize>,
    /// Backed projects that cost nothing.
    pub free: Vec<usize>,
    /// Utility of one point; by project index.
    pub scale: Vec<u64>,
    starts: Vec<u32>,
    backers: Vec<Backer>,
    /// For each project the points of all its backers together.
    points: Vec<u128>,
    /// For each group the projects it backs, with points.
    marks: Vec<(u32, u32)>,
    mark_starts: Vec<u32>,
    /// The most points on any one ballot.
    pub most_points: u64,
}

impl<'i> Electorate<'i> {
    pub fn of(instance: &'i Instance, utility: Utility) -> Electorate<'i> {
        let m = instance.projects.len();
        let mut by_project = vec![Vec::new(); m];
        let (mut marks, mut mark_starts, mut most_points) = (Vec::new(), vec![0], 0);
        for (g, group) in instance.groups.iter().enumerate() {
            let mut sum = 0;
            for mark in &group.marks {
                let points =
                    if utility == Utility::Points { mark.points } else { named(instance, mark.points) };
                if points == 0 || group.weight == 0 {
                    continue;
                }
                by_project[mark.project].push(Backer { group: g as u32, points: points as u32 });
                marks.push((mark.project as u32, points as u32));
                sum += points;
            }
            most_points = most_points.max(sum);
            mark_starts.push(marks.len() as u32);
        }
        let starts = std::iter::once(0).chain(by_project.iter().scan(0, |end, backers| {
            *end += backers.len() as u32;
            Some(*end)
        }));
        let starts: Vec<u32> = starts.collect();
        let backed = |p: &usize| !by_project[*p].is_empty();
        let cost = |p: usize| instance.projects[p].cost;
        let running: Vec<usize> =
            (0..m).filter(|&p| backed(&p) && cost(p) > 0 && cost(p) <= instance.budget).collect();
        let free = (0..m).filter(|&p| backed(&p) && cost(p) == 0).collect();
        let scale: Vec<u64> =
            (0..m).map(|p| if utility == Utility::Cost { cost(p).max(1) } else { 1 }).collect();
        let of_one = |b: &Backer| u128::from(instance.groups[b.group as usize].weight) * u128::from(b.points);
        let points: Vec<u128> = by_project.iter().map(|backers| backers.iter().map(of_one).sum()).collect();
        let mut by_rate = running.clone();
        let worth =
            |p: usize, other: usize| UBig::from(points[p]) * UBig::from(scale[p]) * UBig::from(cost(other));
        by_rate.sort_by(|a, b| worth(*b, *a).cmp(&worth(*a, *b)));
        let backers = by_project.concat();
        Electorate {
            instance,
            running,
            by_rate,
            free,
            scale,
            starts,
            backers,
            points,
            marks,
            mark_starts,
            most_points,
        }
    }

    pub fn cost(&self, project: usize) -> u64 {
        self.instance.projects[project].cost
    }

    pub fn backers(&self, project: usize) -> &[Backer] {
        &self.backers[self.starts[project] as usize..self.starts[project + 1] as usize]
    }

    /// The projects that a group backs, with its points for each.
    pub fn backed_by(&self, group: usize) -> &[(u32, u32)] {
        &self.marks[self.mark_starts[group] as usize..self.mark_starts[group + 1] as usize]
    }

    pub fn weight(&self, group: u32) -> u64 {
        self.instance.groups[group as usize].weight
    }

    /// The utility of a project to all its backers together, but for its scale.
    pub fn points_of(&self, project: usize) -> u128 {
        self.points[project]
    }
}

/// A project on an ordinal ballot is named whatever its rank; on a cumulative one when it has points.
fn named(instance: &Instance, points: u64) -> u64 {
    if instance.kind == BallotKind::Ordinal { 1 } else { points.min(1) }
}
