//! Common ground and what divides: statements seen across all opinion groups, and across all labels.

use crate::counts::Counts;
use crate::picture::Picture;
use crate::share::Share;
use crate::statistics::{Direction, SIGNIFICANT, group_aware_consensus, smoothed, two_proportions};
use serde::Serialize;

/// Where a statement has least support.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Weakest {
    /// An index into the groups, or into the labels of the lens.
    pub which: usize,
    pub share: Share,
}

/// One statement's support across every division of the participants.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ground {
    pub statement: usize,
    pub direction: Direction,
    pub overall: Share,
    /// The opinion group that supports it least. Where no groups are claimed, everybody is one group.
    pub across_groups: Weakest,
    /// For each lens the label that supports it least; none where every label is withheld.
    pub across_labels: Vec<Option<Weakest>>,
    /// For each lens how many labels' numbers are withheld, and so not part of this.
    pub withheld: Vec<usize>,
    /// The published measure: the product over all groups of the smoothed probability.
    pub group_aware_consensus: f64,
}

impl Ground {
    /// Whether more than half said so in every group and in every label that is shown.
    pub fn is_common(&self) -> bool {
        self.shares().all(|share| share.said * 2 > share.of)
    }

    /// Whether that holds at the low end of every interval too.
    pub fn is_certain(&self) -> bool {
        self.shares().all(|share| share.low > 0.5)
    }

    /// The lowest end of all intervals: what lists are ordered by.
    pub fn at_least(&self) -> f64 {
        self.shares().map(|share| share.low).fold(1.0, f64::min)
    }

    fn shares(&self) -> impl Iterator<Item = Share> + '_ {
        let labels = self.across_labels.iter().flatten();
        std::iter::once(self.across_groups).chain(labels.copied()).map(|weakest| weakest.share)
    }
}

/// All common ground, agreed or rejected, the surest first: statements on which more than half said
/// the same in every opinion group *and* in every shown label. Somebody in each group must have voted.
pub fn common_ground(picture: &Picture) -> Vec<Ground> {
    let both = [Direction::Agree, Direction::Disagree];
    let mut found: Vec<Ground> = both
        .into_iter()
        .flat_map(|direction| grounds(picture, direction))
        .filter(Ground::is_common)
        .collect();
    found.sort_by(|a, b| b.at_least().total_cmp(&a.at_least()).then(a.statement.cmp(&b.statement)));
    found
}

/// Every counted statement's support in one direction, common or not, in the order of statements.
pub fn grounds(picture: &Picture, direction: Direction) -> Vec<Ground> {
    let consensus = group_aware_consensus(&picture.standings);
    let counted = picture.counted.iter().enumerate().filter(|(_, counted)| **counted);
    counted
        .filter_map(|(statement, _)| {
            let groups = picture.standings.iter().map(|group| Some(group[statement].counts));
            let lenses = picture.lenses.iter();
            let across_labels = lenses.clone().map(|lens| {
                let cells = lens.counts.iter().map(|label| label.get(statement).copied().flatten());
                weakest(cells.map(|cell| cell.filter(|counts| counts.seen() > 0)), direction)
            });
            let (agree, disagree) = consensus.get(statement).copied().unwrap_or((0.0, 0.0));
            Some(Ground {
                statement,
                direction,
                overall: picture.overall[statement].share(direction),
                across_groups: weakest(groups, direction)?,
                across_labels: across_labels.collect(),
                withheld: lenses.map(|lens| lens.withheld(statement)).collect(),
                group_aware_consensus: if direction == Direction::Agree { agree } else { disagree },
            })
        })
        .collect()
}

/// The division with the lowest smoothed share, so that one of one doesn't beat ten of eleven.
fn weakest(cells: impl Iterator<Item = Option<Counts>>, direction: Direction) -> Option<Weakest> {
    let told = cells.enumerate().filter_map(|(which, cell)| Some((which, cell?.share(direction))));
    let lowest = told.min_by(|(_, a), (_, b)| smoothed(a.said, a.of).total_cmp(&smoothed(b.said, b.of)));
    lowest.map(|(which, share)| Weakest { which, share })
}

/// A statement that two groups see differently.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Divide {
    pub statement: usize,
    /// Agrees more than any other group, by smoothed share.
    pub most: Weakest,
    /// Agrees less than any other group.
    pub least: Weakest,
    /// The difference of the smoothed shares.
    pub gap: f64,
    /// The two-proportion test of it.
    pub test: f64,
}

/// The statements on which two groups differ significantly, the widest gap first. Empty where no groups
/// are claimed.
pub fn divisive(picture: &Picture) -> Vec<Divide> {
    let counted = (0..picture.counted.len()).filter(|&statement| picture.counted[statement]);
    let mut found: Vec<Divide> = counted.filter_map(|statement| divide(picture, statement)).collect();
    found.sort_by(|a, b| b.gap.total_cmp(&a.gap).then(a.statement.cmp(&b.statement)));
    found
}

fn divide(picture: &Picture, statement: usize) -> Option<Divide> {
    let share = |which: usize| picture.standings[which][statement].share(Direction::Agree);
    let smooth = |which: &usize| smoothed(share(*which).said, share(*which).of);
    let groups = || (0..picture.groups.len()).filter(|&group| share(group).of > 0);
    let most = groups().max_by(|a, b| smooth(a).total_cmp(&smooth(b)))?;
    let least = groups().min_by(|a, b| smooth(a).total_cmp(&smooth(b)))?;
    let (up, down) = (share(most), share(least));
    let test = two_proportions((up.said, up.of), (down.said, down.of));
    let told = |which, share| Weakest { which, share };
    (test > SIGNIFICANT).then(|| Divide {
        statement,
        most: told(most, up),
        least: told(least, down),
        gap: smooth(&most) - smooth(&least),
        test,
    })
}

/// Something a group has hardly voted on: nobody can say yet what it thinks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Unheard {
    pub group: usize,
    pub statement: usize,
    pub votes: u32,
    pub people: usize,
    /// The share of all others in any group who voted on it.
    pub elsewhere: f64,
}

/// What each group has hardly voted on: statements that fewer than `min_votes` of it have seen, or less
/// than half as many as of the others. First those of which others have said most.
pub fn hardly_voted(picture: &Picture, min_votes: u32) -> Vec<Unheard> {
    let mut found = Vec::new();
    for (group, standings) in picture.standings.iter().enumerate() {
        let size = picture.groups.get(group).map_or(grouped(picture), |group| group.people);
        let others = grouped(picture) - size;
        for (statement, standing) in standings.iter().enumerate().filter(|(s, _)| picture.counted[*s]) {
            let votes = standing.counts.seen();
            let everywhere: u32 = picture.standings.iter().map(|group| group[statement].counts.seen()).sum();
            let elsewhere = f64::from(everywhere - votes) / others.max(1) as f64;
            let turnout = f64::from(votes) / size.max(1) as f64;
            let few = (votes as usize) < size.min(min_votes as usize);
            if few || turnout < elsewhere / 2.0 {
                found.push(Unheard { group, statement, votes, people: size, elsewhere });
            }
        }
    }
    found.sort_by(|a, b| {
        a.group.cmp(&b.group).then(b.elsewhere.total_cmp(&a.elsewhere)).then(a.votes.cmp(&b.votes))
    });
    found
}

fn grouped(picture: &Picture) -> usize {
    if picture.groups.is_empty() {
        picture.grouped
    } else {
        picture.groups.iter().map(|group| group.people).sum()
    }
}
