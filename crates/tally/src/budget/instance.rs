//! What is voted on: projects with a cost, a budget, and ballots, equal ones grouped.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

/// The most money, in minor units, that a cost or a budget may be.
pub const MOST_MONEY: u64 = 1 << 50;
/// The most minor units that one unit of the currency may have.
pub const MOST_UNIT: u64 = 1_000_000_000;
/// The most that the weights of all ballots may add up to.
pub const MOST_WEIGHT: u64 = 1 << 62;
/// The most points that one ballot may give in all.
pub const MOST_POINTS: u64 = 1 << 20;
/// The most projects in one instance.
pub const MOST_PROJECTS: usize = 1 << 16;

/// Something that can be paid for, wholly or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Short and unique; ties are broken by it unless the caller says otherwise.
    pub id: String,
    pub name: String,
    /// In minor units of the currency (see [`Instance::unit`]).
    pub cost: u64,
}

/// What the voters wrote down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BallotKind {
    /// A set of projects; choose-1 is a set of one.
    Approval,
    /// Points, one number a project.
    Cumulative,
    /// An order, the best first. A project at place r (from 0) of m listed ones has m − 1 − r points (Borda).
    Ordinal,
}

/// One project on a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mark {
    pub project: usize,
    /// 1 on an approval ballot, the points given on a cumulative one, Borda points on an ordinal one.
    pub points: u64,
}

/// Equal ballots of one chamber.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// In the order of the projects' indices; no project twice.
    pub marks: Vec<Mark>,
    /// How many people cast this ballot.
    pub voters: u64,
    /// What they count for together: `voters`, unless chambers have been given shares.
    pub weight: u64,
    /// Index into [`Instance::chambers`].
    pub chamber: usize,
}

/// Projects, budget and grouped ballots: what a rule counts.
///
/// Only a [`Builder`] makes one, so an instance always holds what the rules rely on: no index out of
/// range, no project twice on a ballot, sums within the limits of this module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    pub(super) projects: Vec<Project>,
    pub(super) budget: u64,
    pub(super) unit: u64,
    pub(super) kind: BallotKind,
    pub(super) groups: Vec<Group>,
    pub(super) chambers: Vec<String>,
    pub(super) voters: u64,
    pub(super) weight: u64,
}

impl Instance {
    pub fn projects(&self) -> &[Project] {
        &self.projects
    }

    /// In minor units.
    pub fn budget(&self) -> u64 {
        self.budget
    }

    /// How many minor units make one unit of the currency: 1 where all sums are whole, 100 for cents.
    pub fn unit(&self) -> u64 {
        self.unit
    }

    pub fn kind(&self) -> BallotKind {
        self.kind
    }

    /// In the order in which each kind of ballot first came in.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Names of the chambers; one without a name where nobody was told apart.
    pub fn chambers(&self) -> &[String] {
        &self.chambers
    }

    /// All ballots, empty ones among them.
    pub fn voters(&self) -> u64 {
        self.voters
    }

    /// The sum of all weights; as many as voters unless chambers have been given shares.
    pub fn weight(&self) -> u64 {
        self.weight
    }

    /// For each project how many ballots name it, and what they count for.
    pub fn support(&self) -> Vec<(u64, u64)> {
        let mut support = vec![(0, 0); self.projects.len()];
        for group in &self.groups {
            for mark in &group.marks {
                let (voters, weight) = &mut support[mark.project];
                *voters += group.voters;
                *weight += group.weight;
            }
        }
        support
    }
}

/// An instance that can't be counted as it was handed in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("the project id {0:?} stands twice")]
    ProjectTwice(String),
    #[error("a ballot names project number {0}, and there are {1}")]
    NoSuchProject(usize, usize),
    #[error("a ballot names the project {0:?} twice")]
    MarkedTwice(String),
    #[error("more than {MOST_PROJECTS} projects")]
    TooManyProjects,
    #[error("an amount of money over {MOST_MONEY} minor units")]
    TooMuchMoney,
    #[error("a unit of the currency has between one and {MOST_UNIT} minor units")]
    NoUnit,
    #[error("a ballot gives more than {MOST_POINTS} points")]
    TooManyPoints,
    #[error("the weights of all ballots together are over {MOST_WEIGHT}")]
    TooMuchWeight,
    #[error("a ballot of chamber number {0}, and there are {1}")]
    NoSuchChamber(usize, usize),
    #[error("{0} chambers, and {1} shares for them")]
    SharesDoNotFit(usize, usize),
    #[error("the chamber {0:?} has a share, and nobody voted in it")]
    SilentChamber(String),
    #[error("the chamber {0:?} has voters, and no share")]
    NoShare(String),
    #[error("the order for ties must name each project once")]
    NotAnOrder,
    #[error("this rule counts approval ballots, and these are {0:?}")]
    WrongKind(BallotKind),
}

/// Gathers ballots into an [`Instance`].
#[derive(Debug, Clone)]
pub struct Builder {
    instance: Instance,
    known: HashMap<(usize, Vec<Mark>), usize>,
}

impl Builder {
    /// An instance of one chamber, without ballots yet. Costs and budget are in minor units, `unit` of
    /// which make one unit of the currency.
    pub fn new(projects: Vec<Project>, budget: u64, unit: u64, kind: BallotKind) -> Result<Builder, Fault> {
        let mut seen = BTreeSet::new();
        if let Some(twice) = projects.iter().find(|p| !seen.insert(p.id.as_str())) {
            return Err(Fault::ProjectTwice(twice.id.clone()));
        }
        if projects.len() > MOST_PROJECTS {
            return Err(Fault::TooManyProjects);
        }
        if budget > MOST_MONEY || projects.iter().any(|p| p.cost > MOST_MONEY) {
            return Err(Fault::TooMuchMoney);
        }
        if unit == 0 || unit > MOST_UNIT {
            return Err(Fault::NoUnit);
        }
        let chambers = vec![String::new()];
        let instance =
            Instance { projects, budget, unit, kind, groups: Vec::new(), chambers, voters: 0, weight: 0 };
        Ok(Builder { instance, known: HashMap::new() })
    }

    /// Names the chambers; ballots then say of which they are.
    pub fn with_chambers(mut self, names: Vec<String>) -> Builder {
        self.instance.chambers = names;
        self
    }

    /// Adds `voters` equal ballots of the first chamber, as written: a set, or an order (best first).
    pub fn add_listed(&mut self, projects: &[usize], voters: u64) -> Result<(), Fault> {
        let m = projects.len() as u64;
        let ordinal = self.instance.kind == BallotKind::Ordinal;
        let points = |rank: u64| if ordinal { m - 1 - rank } else { 1 };
        let marks = (0..m).zip(projects).map(|(rank, &project)| Mark { project, points: points(rank) });
        self.add(marks.collect(), voters, 0)
    }

    /// Adds `voters` equal ballots of one chamber.
    pub fn add(&mut self, mut marks: Vec<Mark>, voters: u64, chamber: usize) -> Result<(), Fault> {
        marks.sort_unstable();
        self.check(&marks, chamber)?;
        let sum = self.instance.voters.checked_add(voters).filter(|sum| *sum <= MOST_WEIGHT);
        self.instance.voters = sum.ok_or(Fault::TooMuchWeight)?;
        self.instance.weight = self.instance.voters;
        let groups = &mut self.instance.groups;
        let place = *self.known.entry((chamber, marks)).or_insert_with_key(|(_, marks)| {
            groups.push(Group { marks: marks.clone(), voters: 0, weight: 0, chamber });
            groups.len() - 1
        });
        groups[place].voters += voters;
        groups[place].weight += voters;
        Ok(())
    }

    fn check(&self, marks: &[Mark], chamber: usize) -> Result<(), Fault> {
        let projects = &self.instance.projects;
        if chamber >= self.instance.chambers.len() {
            return Err(Fault::NoSuchChamber(chamber, self.instance.chambers.len()));
        }
        if let Some(mark) = marks.iter().find(|m| m.project >= projects.len()) {
            return Err(Fault::NoSuchProject(mark.project, projects.len()));
        }
        if let Some(pair) = marks.windows(2).find(|pair| pair[0].project == pair[1].project) {
            return Err(Fault::MarkedTwice(projects[pair[0].project].id.clone()));
        }
        let points = marks.iter().try_fold(0_u64, |sum, m| sum.checked_add(m.points));
        points.filter(|sum| *sum <= MOST_POINTS).map(|_| ()).ok_or(Fault::TooManyPoints)
    }

    pub fn build(self) -> Instance {
        self.instance
    }
}
