//! Who backs what: the ballots turned round, as the rules read them.

use dashu_int::UBig;
use serde::{Deserialize, Serialize};

use super::{BallotKind, Group, Instance};

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

impl Backer {
    /// The points, known beforehand to be one where the whole electorate is [plain](Electorate::is_plain).
    pub fn points<const PLAIN: bool>(self) -> u64 {
        if PLAIN { 1 } else { u64::from(self.points) }
    }
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
    weights: Vec<u64>,
    /// For each group the projects it backs, with points.
    marks: Vec<(u32, u32)>,
    mark_starts: Vec<u32>,
    /// The most points on any one ballot.
    pub most_points: u64,
    /// Whether each backer of each project has just one point.
    pub is_plain: bool,
}

impl<'i> Electorate<'i> {
    pub fn of(instance: &'i Instance, utility: Utility) -> Electorate<'i> {
        let m = instance.projects.len();
        let cost = |p: usize| instance.projects[p].cost;
        let (mut by_project, mut points) = (vec![Vec::new(); m], vec![0_u128; m]);
        let (mut marks, mut mark_starts, mut weights) = (Vec::new(), vec![0], Vec::new());
        for (group, (backed, weight)) in (0..).zip(merged(instance, utility)) {
            for &(project, each) in &backed {
                by_project[project as usize].push(Backer { group, points: each });
                points[project as usize] += u128::from(weight) * u128::from(each);
            }
            marks.extend(backed);
            mark_starts.push(marks.len() as u32);
            weights.push(weight);
        }
        let ends = by_project.iter().scan(0, |end, backers| {
            *end += backers.len() as u32;
            Some(*end)
        });
        let starts: Vec<u32> = std::iter::once(0).chain(ends).collect();
        let can_win = |p: &usize| points[*p] > 0 && cost(*p) > 0 && cost(*p) <= instance.budget;
        let running: Vec<usize> = (0..m).filter(can_win).collect();
        let free = (0..m).filter(|&p| points[p] > 0 && cost(p) == 0).collect();
        let scale = (0..m).map(|p| if utility == Utility::Cost { cost(p).max(1) } else { 1 }).collect();
        let by_rate = sorted_by_rate(instance, &running, &points, utility);
        let backers = by_project.concat();
        let is_plain = backers.iter().all(|backer| backer.points == 1);
        let sum = |g: &[u32]| marks[g[0] as usize..g[1] as usize].iter().map(|(_, p)| u64::from(*p)).sum();
        let most_points = mark_starts.windows(2).map(sum).max().unwrap_or(0);
        Electorate {
            instance,
            running,
            by_rate,
            free,
            scale,
            starts,
            backers,
            points,
            weights,
            marks,
            mark_starts,
            most_points,
            is_plain,
        }
    }

    /// The weights of the groups.
    pub fn weights(&self) -> &[u64] {
        &self.weights
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
        self.weights[group as usize]
    }

    /// The utility of a project to all its backers together, but for its scale.
    pub fn points_of(&self, project: usize) -> u128 {
        self.points[project]
    }
}

/// What each group backs, ascending, with its points, and its weight.
type Merged = (Vec<(u32, u32)>, u64);

/// The groups in an order in which those who back the same lie together (and a processor finds them
/// quickly); those whom the utility doesn't tell apart are one, and those who back nothing are none.
fn merged(instance: &Instance, utility: Utility) -> Vec<Merged> {
    let backed = |group: &Group| {
        let points = |points| if utility == Utility::Points { points } else { named(instance, points) };
        let marks = group.marks.iter().map(|m| (m.project as u32, points(m.points) as u32));
        (marks.filter(|(_, points)| *points > 0).collect::<Vec<_>>(), group.weight)
    };
    let mut groups: Vec<Merged> = instance.groups.iter().map(backed).collect();
    groups.retain(|(backed, weight)| !backed.is_empty() && *weight > 0);
    groups.sort_unstable();
    groups.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    groups
}

/// By cost / utility, smallest first.
fn sorted_by_rate(instance: &Instance, running: &[usize], points: &[u128], utility: Utility) -> Vec<usize> {
    let worth = |p: usize, other: usize| {
        let scale = if utility == Utility::Cost { instance.projects[p].cost } else { 1 };
        UBig::from(points[p]) * UBig::from(scale) * UBig::from(instance.projects[other].cost)
    };
    let mut by_rate = running.to_vec();
    by_rate.sort_by(|a, b| worth(*b, *a).cmp(&worth(*a, *b)));
    by_rate
}

/// A project on an ordinal ballot is named whatever its rank; on a cumulative one when it has points.
fn named(instance: &Instance, points: u64) -> u64 {
    if instance.kind == BallotKind::Ordinal { 1 } else { points.min(1) }
}
