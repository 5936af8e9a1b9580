//! From shares to whole numbers of balls, so that the chances stay as they are, as nearly as can be.
//!
//! A lottery over m equally likely panels (Flanigan, Kehne, Procaccia: *Fair Sortition Made Transparent*,
//! NeurIPS 2021) is one that everybody can follow: m numbered balls, one panel each. Its chances are
//! multiples of 1/m, so the shares must be rounded. Ours is a rounding by least squares: each panel gets
//! the whole part of m times its share; the balls left over go where they bring the types' chances
//! nearest to the aim (by the sum over all people of squared differences); then single balls move from
//! panel to panel as long as that brings them nearer still. All in whole numbers. The differences that
//! remain are part of the result.

use crate::Instance;
use crate::chances::Share;
use crate::columns::WHOLE;

/// How many of `balls` each panel gets.
pub(crate) fn round(instance: &Instance, panels: &[Share], balls: u32) -> Vec<u32> {
    let mut table = Table::of(instance, panels);
    let mut got: Vec<u32> = panels
        .iter()
        .map(|panel| (u128::from(panel.share) * u128::from(balls) / u128::from(WHOLE)) as u32)
        .collect();
    for (panel, got) in got.iter().enumerate() {
        // What is missing, in units of a whole ball of SCALE: the rest of the share.
        let exact = u128::from(panels[panel].share) * u128::from(balls) * SCALE as u128 / u128::from(WHOLE);
        table.shift(panel, i128::from(*got) * SCALE - exact as i128);
    }
    let given: u32 = got.iter().sum();
    for _ in given..balls {
        let panel = table.best_to_add();
        table.shift(panel, SCALE);
        got[panel] += 1;
    }
    // Each move brings the sum of squares down, so this ends; the bound is for patience alone.
    for _ in 0..4 * balls as usize {
        let Some((from, to)) = table.best_move(&got) else { break };
        table.shift(from, -SCALE);
        table.shift(to, SCALE);
        got[from] -= 1;
        got[to] += 1;
    }
    got
}

/// One ball, in the units of the table.
const SCALE: i128 = 1_000_000;

/// For each two panels how alike they are, and for each panel how it lies to the difference so far.
struct Table {
    /// Σ over types of count × count / people, times [`SCALE`].
    alike: Vec<Vec<i128>>,
    /// Σ over types of count × difference / people, times [`SCALE`].
    lies: Vec<i128>,
}

impl Table {
    fn of(instance: &Instance, panels: &[Share]) -> Table {
        let people: Vec<i128> = instance.kinds.iter().map(|kind| kind.people.len() as i128).collect();
        let product = |one: &Share, other: &Share| -> i128 {
            let both = one.counts.iter().zip(&other.counts).zip(&people);
            both.map(|((a, b), people)| i128::from(*a) * i128::from(*b) * SCALE / people).sum()
        };
        let alike =
            panels.iter().map(|one| panels.iter().map(|other| product(one, other)).collect()).collect();
        Table { alike, lies: vec![0; panels.len()] }
    }

    /// `by` [`SCALE`]ths of a ball more for a panel.
    fn shift(&mut self, panel: usize, by: i128) {
        for (lies, alike) in self.lies.iter_mut().zip(&self.alike[panel]) {
            *lies += alike * by / SCALE;
        }
    }

    /// How a ball more for a panel would change half the sum of squares.
    fn adding(&self, panel: usize) -> i128 {
        self.lies[panel] + self.alike[panel][panel] / 2
    }

    fn best_to_add(&self) -> usize {
        (0..self.lies.len()).min_by_key(|panel| self.adding(*panel)).unwrap_or(0)
    }

    /// The move of one ball that brings the sum of squares down the most.
    fn best_move(&self, got: &[u32]) -> Option<(usize, usize)> {
        let mut best = (0, (0, 0));
        for from in (0..got.len()).filter(|from| got[*from] > 0) {
            let taking = self.alike[from][from] / 2 - self.lies[from];
            for to in (0..got.len()).filter(|to| *to != from) {
                let change = taking + self.adding(to) - self.alike[from][to];
                best = best.min((change, (from, to)));
            }
        }
        // Less than a millionth of a ball is rounding of our own.
        (best.0 < -1).then_some(best.1)
    }
}
