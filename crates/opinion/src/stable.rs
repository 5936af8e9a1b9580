//! A map that stays: turned to lie as the last one did, its groups under their old names.

use crate::kmeans::Point;
use serde::Serialize;

/// A rotation, or a rotation and a mirroring, as the rows of a matrix. Distances stay as they are.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Turn([[f64; 2]; 2]);

impl Default for Turn {
    fn default() -> Turn {
        Turn([[1.0, 0.0], [0.0, 1.0]])
    }
}

impl Turn {
    /// The turn after which `new` lies as near `old` as it can (orthogonal Procrustes, Schönemann
    /// 1966), from pairs of one participant's new and old place. No turn when the pairs say nothing.
    pub(crate) fn onto(pairs: impl Iterator<Item = (Point, Point)>) -> Turn {
        let mut m = [[0.0; 2]; 2];
        for (new, old) in pairs {
            for (row, new) in m.iter_mut().zip(new) {
                row[0] += new * old[0];
                row[1] += new * old[1];
            }
        }
        let turned = [m[0][0] + m[1][1], m[0][1] - m[1][0]];
        let mirrored = [m[0][0] - m[1][1], m[0][1] + m[1][0]];
        let length = |[a, b]: [f64; 2]| (a * a + b * b).sqrt();
        let (by_turning, by_mirroring) = (length(turned), length(mirrored));
        // The smaller change when both serve alike: no mirror.
        if by_turning >= by_mirroring && by_turning > 0.0 {
            let [c, s] = turned.map(|x| x / by_turning);
            Turn([[c, -s], [s, c]])
        } else if by_mirroring > 0.0 {
            let [c, s] = mirrored.map(|x| x / by_mirroring);
            Turn([[c, s], [s, -c]])
        } else {
            Turn::default()
        }
    }

    /// This turn for points that have themselves been turned by the rows of `rotation`: they come to lie
    /// where they lay before.
    pub(crate) fn undoing(self, rotation: [[f64; 2]; 2]) -> Turn {
        let back = |row: [f64; 2]| [0, 1].map(|n| row[0] * rotation[n][0] + row[1] * rotation[n][1]);
        Turn(self.0.map(back))
    }

    pub fn of(self, [x, y]: Point) -> Point {
        let Turn([[a, b], [c, d]]) = self;
        [a * x + b * y, c * x + d * y]
    }
}

/// For each new group the old group whose name it keeps: the assignment (at most one to one) by which
/// most people stay under their group's name. `shared[new][old]` counts who is in both; groups that
/// share nobody aren't joined. Exact, by subsets of old groups; at most 16 of each.
pub(crate) fn keep_names(shared: &[Vec<u32>], old: usize) -> Vec<Option<usize>> {
    let old = old.min(16);
    // best[subset]: the most people kept by the new groups so far, with the old ones in `subset` used.
    let mut best: Vec<Option<(u32, Vec<Option<usize>>)>> = vec![None; 1 << old];
    best[0] = Some((0, Vec::new()));
    for row in shared {
        let mut next = vec![None; 1 << old];
        for (used, state) in best.iter().enumerate() {
            let Some((kept, names)) = state else { continue };
            let mut offer = |subset: usize, kept: u32, name| {
                let place: &mut Option<(u32, Vec<Option<usize>>)> = &mut next[subset];
                if place.as_ref().is_none_or(|(most, _)| kept > *most) {
                    *place = Some((kept, names.iter().copied().chain([name]).collect()));
                }
            };
            offer(used, *kept, None);
            for (name, &people) in row.iter().enumerate().take(old) {
                if used & 1 << name == 0 && people > 0 {
                    offer(used | 1 << name, kept + people, Some(name));
                }
            }
        }
        best = next;
    }
    let last = best.into_iter().flatten().reduce(|best, next| if next.0 > best.0 { next } else { best });
    last.map_or_else(|| vec![None; shared.len()], |(_, names)| names)
}

#[cfg(test)]
mod tests {
    use super::{Turn, keep_names};

    #[test]
    fn a_mirrored_and_turned_map_comes_back_to_its_place() {
        let old = [[1.0, 2.0], [-3.0, 0.5], [0.2, -1.0]];
        for new in [|[x, y]: [f64; 2]| [-x, y], |[x, y]: [f64; 2]| [y, -x], |p| p, |[x, y]: [f64; 2]| [y, x]]
        {
            let turn = Turn::onto(old.into_iter().map(|p| (new(p), p)));
            for p in old {
                let back = turn.of(new(p));
                assert!((back[0] - p[0]).abs() < 1e-12 && (back[1] - p[1]).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn names_go_where_most_people_are_and_to_one_group_only() {
        // Taking the largest overlap first (60) would leave only 5; together the others keep 100.
        assert_eq!(keep_names(&[vec![60, 50], vec![50, 5]], 2), [Some(1), Some(0)]);
        assert_eq!(keep_names(&[vec![3], vec![9], vec![0]], 1), [None, Some(0), None]);
    }
}
