//! Small groups of ballots are published together, so that a table by sector gives nobody's ballot
//! away.

use crate::Votes;

/// Which labels stand by themselves in a published table, and which are counted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pooled<L> {
    /// In the order in which they came in.
    pub alone: Vec<(L, Votes)>,
    /// The labels counted together, in that same order; empty when none had to be.
    pub together: Vec<L>,
    /// The sum of those.
    pub rest: Votes,
}

/// Counts labels with fewer than `least` ballots together.
///
/// One small label alone, or several that together are still fewer than `least`, would say as much
/// as if they stood by themselves; so the next smallest label joins them (of equally small ones the
/// later in the list) until there are two labels and `least` ballots, or no label is left. This is
/// *complementary suppression*, as statistical offices use it for published tables.
/// Labels without a ballot are left out, since they say nothing.
pub fn pool<L: Clone>(labels: &[(L, Votes)], least: u64) -> Pooled<L> {
    let mut filled: Vec<(usize, &(L, Votes))> =
        labels.iter().enumerate().filter(|(_, l)| l.1.cast() > 0).collect();
    filled.sort_by_key(|(place, (_, votes))| (votes.cast(), std::cmp::Reverse(*place)));
    let mut joined = filled.partition_point(|(_, (_, votes))| votes.cast() < least);
    let voices = |n: usize| filled[..n].iter().map(|(_, (_, votes))| votes.cast()).sum::<u64>();
    while joined > 0 && joined < filled.len() && (joined < 2 || voices(joined) < least) {
        joined += 1;
    }
    let (small, large) = filled.split_at(joined);
    Pooled {
        alone: in_order(large),
        together: in_order(small).into_iter().map(|l| l.0).collect(),
        rest: sum(small),
    }
}

fn in_order<L: Clone>(chosen: &[(usize, &(L, Votes))]) -> Vec<(L, Votes)> {
    let mut chosen = chosen.to_vec();
    chosen.sort_by_key(|(place, _)| *place);
    chosen.into_iter().map(|(_, label)| label.clone()).collect()
}

fn sum<L>(labels: &[(usize, &(L, Votes))]) -> Votes {
    labels.iter().fold(Votes::default(), |sum, (_, (_, votes))| Votes {
        yes: sum.yes + votes.yes,
        no: sum.no + votes.no,
        abstain: sum.abstain + votes.abstain,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(voices: &[u64]) -> Vec<(usize, Votes)> {
        voices.iter().map(|n| Votes { yes: *n, ..Votes::default() }).enumerate().collect()
    }

    fn together(voices: &[u64]) -> Vec<usize> {
        pool(&of(voices), 5).together
    }

    #[test]
    fn small_labels_are_counted_together() {
        assert_eq!(together(&[6, 3, 11, 4]), [1, 3]);
        assert_eq!(pool(&of(&[6, 3, 11, 4]), 5).rest.yes, 7);
        assert_eq!(together(&[6, 5, 11]), [0; 0]);
    }

    #[test]
    fn one_small_label_takes_the_next_smallest_with_it() {
        assert_eq!(together(&[6, 3, 11]), [0, 1]);
        assert_eq!(together(&[7, 1, 2, 7]), [1, 2, 3]);
    }

    #[test]
    fn what_is_small_all_over_is_one_row() {
        assert_eq!(together(&[1, 1, 1]), [0, 1, 2]);
        assert_eq!(together(&[2]), [0]);
        assert_eq!(together(&[]), [0; 0]);
        assert_eq!(together(&[0, 9]), [0; 0]);
    }

    /// Whatever the table: no row of fewer than five, unless it is the only one; nothing lost.
    #[test]
    fn no_published_row_is_small_and_no_ballot_is_lost() {
        for seed in 0..7_u64.pow(4) {
            let voices: Vec<u64> = (0..4).map(|place| seed / 7_u64.pow(place) % 7 * 2).collect();
            let pooled = pool(&of(&voices), 5);
            let alone: u64 = pooled.alone.iter().map(|(_, votes)| votes.cast()).sum();
            assert_eq!(alone + pooled.rest.cast(), voices.iter().sum::<u64>());
            assert!(pooled.alone.iter().all(|(_, votes)| votes.cast() >= 5), "{voices:?}");
            let hidden =
                pooled.together.len() != 1 && (pooled.rest.cast() >= 5 || pooled.together.is_empty());
            assert!(hidden || pooled.alone.is_empty(), "{voices:?}");
        }
    }
}
