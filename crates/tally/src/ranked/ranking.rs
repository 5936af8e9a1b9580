//! What one ballot says: an order of preference, perhaps with equals, perhaps not of all options.

/// Levels of options, the best first. Options that stand on no level are left unranked: the voter
/// prefers each ranked option to them, and says nothing among them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ranking {
    order: Box<[u32]>,
    /// Where each level ends in `order`; empty when each level holds one option.
    ends: Box<[u32]>,
}

impl Ranking {
    /// One option on each level.
    pub fn strict(order: impl IntoIterator<Item = usize>) -> Ranking {
        Ranking { order: order.into_iter().map(narrow).collect(), ends: Box::default() }
    }

    /// Several options may share a level; inside a level their order says nothing. Empty levels vanish.
    pub fn weak<L: IntoIterator<Item = usize>>(levels: impl IntoIterator<Item = L>) -> Ranking {
        let (mut order, mut ends): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
        for level in levels {
            let start = order.len();
            order.extend(level.into_iter().map(narrow));
            order[start..].sort_unstable();
            if order.len() > start {
                ends.push(narrow(order.len()));
            }
        }
        if ends.len() == order.len() {
            ends.clear();
        }
        Ranking { order: order.into(), ends: ends.into() }
    }

    /// The levels, best first, each with one option or more.
    pub fn levels(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.depth()).map(|level| self.level(level))
    }

    /// How many levels there are.
    pub fn depth(&self) -> usize {
        if self.ends.is_empty() { self.order.len() } else { self.ends.len() }
    }

    pub(crate) fn level(&self, n: usize) -> &[u32] {
        if self.ends.is_empty() {
            return &self.order[n..=n];
        }
        let start = n.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.order[start..self.ends[n] as usize]
    }

    /// All ranked options, best first; equals in index order.
    pub fn options(&self) -> impl Iterator<Item = usize> {
        self.order.iter().map(|option| *option as usize)
    }

    /// How many options are ranked.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether nothing is ranked: a blank ballot.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// Whether no two options share a level.
    pub fn is_strict(&self) -> bool {
        self.ends.is_empty()
    }

    /// The same order without some options.
    pub(crate) fn without(&self, gone: impl Fn(usize) -> bool) -> Ranking {
        let stays = |option: &u32| !gone(*option as usize);
        if self.is_strict() {
            return Ranking {
                order: self.order.iter().copied().filter(stays).collect(),
                ends: Box::default(),
            };
        }
        Ranking::weak(
            self.levels().map(|l| l.iter().filter(|o| stays(o)).map(|o| *o as usize).collect::<Vec<_>>()),
        )
    }
}

/// An index too large for a ballot is too large for any profile as well, which refuses it.
fn narrow(option: usize) -> u32 {
    u32::try_from(option).unwrap_or(u32::MAX)
}
