//! The whole result: map, groups, and the standing of each statement.

use crate::axes::{Axes, EXACT};
use crate::chance::Chance;
use crate::conversation::{Conversation, Moderation};
use crate::counts::{self, Counts};
use crate::evidence::{self, Evidence, Stability};
use crate::grouping::{Tried, best, divisions};
use crate::kmeans::{Clusters, Point};
use crate::labels::LensView;
use crate::matrix::Matrix;
use crate::options::{Method, Options};
use crate::plane;
use crate::stable::Turn;
use crate::statistics::{Standing, standings};
use crate::straight::{StraightLiner, straight_liners};
use crate::{Fault, naming};
use serde::Serialize;

/// Where somebody stands, and with whom.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Place {
    pub x: f64,
    pub y: f64,
    /// Votes on statements that count.
    pub votes: usize,
    /// An index into [`Picture::groups`]; none for who voted too seldom, or where no groups are claimed.
    pub group: Option<usize>,
}

/// People of like mind.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Group {
    /// Stays with the group from map to map: 0 is "A". A name once given up isn't given again.
    pub name: usize,
    pub people: usize,
    pub centre: Point,
}

impl Group {
    /// A, B, … Z, then A1, B1, …
    pub fn letter(&self) -> String {
        let letter = char::from(b'A' + (self.name % 26) as u8);
        if self.name < 26 { letter.to_string() } else { format!("{letter}{}", self.name / 26) }
    }
}

/// Whether there are opinion groups.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Verdict {
    /// The evidence supports them.
    Supported(Evidence),
    /// The best division found is no better than chance would give: no groups are claimed.
    NotSupported(Evidence),
    /// Fewer than four people with different votes: groups can't be looked for.
    TooFew,
    /// The published method claims the best number of groups without asking.
    NotAsked,
}

/// Who agrees with whom.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    pub method: Method,
    pub axes: Axes,
    /// How the axes are turned so that the map lies as the last one did.
    pub turn: Turn,
    /// One per participant.
    pub places: Vec<Place>,
    /// Those the evidence supports; none if it supports none. Largest first on a first map, then by name.
    pub groups: Vec<Group>,
    pub verdict: Verdict,
    /// Each number of groups that was looked at.
    pub tried: Vec<Tried>,
    /// How alike the groups are when people are drawn anew; only of groups that are claimed.
    pub stability: Option<Stability>,
    /// Which statements count: not rejected, not about who one is.
    pub counted: Vec<bool>,
    /// The votes of everybody on each statement.
    pub overall: Vec<Counts>,
    /// `[group][statement]`; where no groups are claimed, everybody who may belong to one is one group.
    pub standings: Vec<Vec<Standing>>,
    pub lenses: Vec<LensView>,
    pub straight_liners: Vec<StraightLiner>,
    /// How many voted often enough to belong to a group.
    pub grouped: usize,
    /// The name that the next new group gets.
    pub(crate) next_name: usize,
}

/// Draws the map of a conversation. With the `previous` picture of the same conversation the new one
/// lies as it did, and groups keep their names.
pub fn draw(
    conversation: &Conversation,
    options: &Options,
    previous: Option<&Picture>,
) -> Result<Picture, Fault> {
    options.check()?;
    let sketch = Sketch::of(conversation, options);
    let people = sketch.people(options);
    let points: Vec<Point> = people.iter().map(|&person| sketch.points[person]).collect();
    let mut chance = Chance::of(options.seed, 0x6eed);
    // Among few people good divisions are few and near each other, and starts cost next to nothing.
    let starts = options.starts * (2_000 / people.len().max(1)).clamp(1, 10);
    let divisions = divisions(&points, options.most_groups, starts, &mut chance);
    let best = best(&divisions).map(|(_, clusters)| clusters);
    let verdict = judge(&sketch, &people, best, options);
    let claimed = best.filter(|_| matches!(verdict, Verdict::Supported(_) | Verdict::NotAsked));
    let stability = claimed.filter(|_| options.resamples > 0).map(|clusters| {
        let groups = clusters.centres.len();
        evidence::stability(&sketch.matrix, &people, &clusters.labels, groups, options)
    });
    let tried = divisions.iter().map(|(tried, _)| *tried).collect();
    let grouped = naming::name(&sketch.points, &people, claimed, previous);
    Ok(finish(conversation, options, Parts { sketch, people, grouped, verdict, tried, stability }))
}

struct Parts {
    sketch: Sketch,
    people: Vec<usize>,
    grouped: naming::Named,
    verdict: Verdict,
    tried: Vec<Tried>,
    stability: Option<Stability>,
}

fn finish(conversation: &Conversation, options: &Options, parts: Parts) -> Picture {
    let Parts { sketch, people, grouped, verdict, tried, stability } = parts;
    let mut groups_of = grouped.of;
    let places = sketch.points.iter().enumerate().map(|(person, point)| {
        let [x, y] = grouped.turn.of(*point);
        Place { x, y, votes: sketch.matrix.row(person).len(), group: groups_of[person] }
    });
    let places = places.collect();
    if grouped.groups.is_empty() {
        people.iter().for_each(|&person| groups_of[person] = Some(0));
    }
    let counts = counts::by_group(conversation, &groups_of, grouped.groups.len().max(1));
    let overall = counts::overall(conversation);
    Picture {
        method: options.method,
        axes: sketch.axes,
        turn: grouped.turn,
        places,
        groups: grouped.groups,
        verdict,
        tried,
        stability,
        standings: standings(&counts),
        lenses: LensView::of_all(conversation, options.min_cell),
        straight_liners: straight_liners(conversation, &sketch.counted, &overall),
        overall,
        counted: sketch.counted,
        grouped: people.len(),
        next_name: grouped.next_name,
    }
}

fn judge(sketch: &Sketch, people: &[usize], best: Option<&Clusters>, options: &Options) -> Verdict {
    match (options.method, best) {
        (_, None) => Verdict::TooFew,
        (Method::Polis2021, _) => Verdict::NotAsked,
        (Method::Careful, _) if people.len() < 4 => Verdict::TooFew,
        (Method::Careful, _) => {
            let evidence = evidence::test(&sketch.matrix, people, options);
            if evidence.supports_groups() {
                Verdict::Supported(evidence)
            } else {
                Verdict::NotSupported(evidence)
            }
        }
    }
}

/// Axes and places, before anybody is grouped.
pub(crate) struct Sketch {
    pub counted: Vec<bool>,
    pub matrix: Matrix,
    pub axes: Axes,
    pub points: Vec<Point>,
    /// For each participant the votes by which the method tells whether they may be grouped.
    pub votes: Vec<usize>,
}

impl Sketch {
    fn of(conversation: &Conversation, options: &Options) -> Sketch {
        let counted = counted(conversation, options);
        let matrix = Matrix::of(conversation, &counted, 0..conversation.participants());
        let axes = Axes::of(&matrix, options.axes.max(2), options.seed, EXACT);
        let scaling = Scaling::of(conversation, &counted, options.method);
        let points =
            plane::places(&matrix, &axes, scaling.statements, |row| matrix.row(row).len() + scaling.passed);
        let votes = (0..conversation.participants())
            .map(|person| match options.method {
                Method::Polis2021 => conversation.rows()[person].len(),
                Method::Careful => matrix.row(person).len(),
            })
            .collect();
        Sketch { counted, matrix, axes, points, votes }
    }

    /// Who voted often enough to belong to a group.
    fn people(&self, options: &Options) -> Vec<usize> {
        let least = least_votes(&self.counted, options);
        (0..self.votes.len()).filter(|&person| self.votes[person] >= least).collect()
    }
}

/// How many votes make somebody part of a group.
pub(crate) fn least_votes(counted: &[bool], options: &Options) -> usize {
    let most = counted.iter().filter(|counted| **counted).count();
    match options.method {
        Method::Polis2021 => options.min_votes,
        // In a conversation of five statements nobody can give seven votes.
        Method::Careful => options.min_votes.min(most).max(1),
    }
}

/// What places are scaled by: √(statements / (own votes + passed)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Scaling {
    pub statements: usize,
    pub passed: usize,
}

impl Scaling {
    pub(crate) fn of(conversation: &Conversation, counted: &[bool], method: Method) -> Scaling {
        let voted = |counts: bool| {
            let columns = conversation.columns().iter().zip(counted);
            columns.filter(|(column, counted)| **counted == counts && !column.is_empty()).count()
        };
        match method {
            // The published method keeps rejected statements as columns on which everybody passed.
            Method::Polis2021 => Scaling { statements: voted(true) + voted(false), passed: voted(false) },
            Method::Careful => Scaling { statements: voted(true), passed: 0 },
        }
    }

    /// Of somebody with so many votes.
    pub(crate) fn scale(self, votes: usize) -> f64 {
        (self.statements as f64 / (votes + self.passed).max(1) as f64).sqrt()
    }
}

/// Which statements count.
pub(crate) fn counted(conversation: &Conversation, options: &Options) -> Vec<bool> {
    let counts = |moderation| match moderation {
        Moderation::Accepted => true,
        Moderation::Open => !options.is_strict,
        Moderation::Rejected => false,
    };
    conversation.statements().iter().map(|s| counts(s.moderation) && !s.is_meta).collect()
}
