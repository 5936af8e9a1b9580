//! Meek's distribution: of each ballot, an elected candidate keeps a part and the rest goes on.
//!
//! Ballots that agree up to the first candidate who keeps all of what comes are the same to Meek's method. So the ballots
//! stand in a tree of their beginnings, and one pass over its nodes distributes them all: the tree is made anew
//! when somebody is elected or excluded, and is small while few are elected.

use crate::ranked::Profile;

/// The arithmetic of Meek's method: whole numbers of the last place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Precision {
    /// Nine places; what is kept is rounded up.
    Nine,
    /// 27 places; what is kept and what goes on are both cut.
    TwentySeven,
}

impl Precision {
    /// What 1 is held as.
    pub fn one(self) -> i128 {
        10_i128.pow(self.places())
    }

    pub fn places(self) -> u32 {
        match self {
            Precision::Nine => 9,
            Precision::TwentySeven => 27,
        }
    }

    /// Of a part of a ballot: what a candidate with this keep factor keeps, and what goes on. Both arguments lie
    /// between 0 and 1.
    fn split(self, part: i128, factor: i128) -> (i128, i128) {
        if factor == self.one() {
            return (part, 0);
        }
        match self {
            Precision::Nine => {
                let kept = (part * factor + self.one() - 1) / self.one();
                (kept, part - kept)
            }
            Precision::TwentySeven => (product(part, factor), product(part, self.one() - factor)),
        }
    }
}

/// a × b, cut to 27 places; both at most 1. The factor is taken nine digits at a time, so that nothing passes 2¹²⁷.
fn product(a: i128, b: i128) -> i128 {
    const NINE: i128 = 1_000_000_000;
    let (low, middle, high) = (b % NINE, b / NINE % NINE, b / NINE / NINE);
    let carried = (a * low / NINE + a * middle) / NINE + a * high;
    carried / NINE
}

/// A beginning that ballots have in common.
struct Node {
    parent: u32,
    option: u32,
    /// How many ballots begin so.
    ballots: i128,
}

/// The beginnings of all ballots, shorter before longer.
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// What of one ballot is left behind each node.
    left: Vec<i128>,
}

impl Tree {
    /// The ballots as far as somebody keeps something, up to the first who is still hopeful and so keeps all.
    pub fn of(profile: &Profile, factors: &[i128], hopeful: &[bool], precision: Precision) -> Tree {
        let mut tree = Tree { nodes: vec![Node { parent: 0, option: 0, ballots: 0 }], left: Vec::new() };
        let mut children: Vec<Vec<(u32, u32)>> = vec![Vec::new()];
        for ballot in profile.ballots() {
            let mut here = 0;
            for option in ballot.ranking.options().filter(|option| factors[*option] > 0) {
                here = tree.child(here, option, &mut children);
                tree.nodes[here].ballots += i128::from(ballot.count);
                if hopeful[option] {
                    break;
                }
            }
        }
        tree.left = vec![precision.one(); tree.nodes.len()];
        tree
    }

    fn child(&mut self, parent: usize, option: usize, children: &mut Vec<Vec<(u32, u32)>>) -> usize {
        // Options and nodes fit: there are fewer nodes than ranks on 2³² ballots in memory.
        let known = children[parent].iter().find(|(other, _)| *other as usize == option);
        if let Some((_, node)) = known {
            return *node as usize;
        }
        let node = self.nodes.len();
        children[parent].push((option as u32, node as u32));
        children.push(Vec::new());
        self.nodes.push(Node { parent: parent as u32, option: option as u32, ballots: 0 });
        node
    }

    /// The votes of each candidate when everybody keeps by these factors.
    pub fn distribute(&mut self, factors: &[i128], precision: Precision) -> Vec<i128> {
        let mut votes = vec![0; factors.len()];
        for (at, node) in self.nodes.iter().enumerate().skip(1) {
            let option = node.option as usize;
            let (kept, left) = precision.split(self.left[node.parent as usize], factors[option]);
            votes[option] += kept * node.ballots;
            self.left[at] = left;
        }
        votes
    }
}
