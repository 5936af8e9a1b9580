//! The centred vote matrix, never written out.
//!
//! A missing vote is imputed by its column's mean (Small et al. 2021). After centring that is zero,
//! so the centred, imputed matrix has non-zeros only where somebody voted: `vote - mean` there,
//! nothing elsewhere. Products with it cost one pass over the votes.

use crate::conversation::{Cell, Conversation, Vote};

/// Votes on the statements that count, row after row, with the mean of each column.
#[derive(Debug, Clone)]
pub(crate) struct Matrix {
    /// Where each row begins in `cells`; one more entry than rows.
    starts: Vec<usize>,
    cells: Vec<Cell>,
    means: Vec<f64>,
}

impl Matrix {
    /// The rows `people` of a conversation, columns of `counted` statements only.
    pub(crate) fn of(
        conversation: &Conversation,
        counted: &[bool],
        people: impl Iterator<Item = usize>,
    ) -> Matrix {
        let rows = conversation.rows();
        Matrix::from_rows(people.map(|person| rows[person].as_slice()), counted)
    }

    pub(crate) fn from_rows<'a>(rows: impl Iterator<Item = &'a [Cell]>, counted: &[bool]) -> Matrix {
        let (mut starts, mut cells) = (vec![0], Vec::new());
        for row in rows {
            cells.extend(row.iter().filter(|cell| counted[cell.index()]));
            starts.push(cells.len());
        }
        let means = means(&cells, counted.len());
        Matrix { starts, cells, means }
    }

    pub(crate) fn rows(&self) -> usize {
        self.starts.len() - 1
    }
    pub(crate) fn statements(&self) -> usize {
        self.means.len()
    }
    pub(crate) fn means(&self) -> &[f64] {
        &self.means
    }
    pub(crate) fn row(&self, row: usize) -> &[Cell] {
        &self.cells[self.starts[row]..self.starts[row + 1]]
    }

    /// The sum of all squared singular values: the squares of `vote - mean`.
    pub(crate) fn total_variance(&self) -> f64 {
        self.cells.iter().map(|cell| (cell.vote().value() - self.means[cell.index()]).powi(2)).sum()
    }

    /// `A x`, one number per row. `x` has one per statement.
    pub(crate) fn times(&self, x: &[f64]) -> Vec<f64> {
        let table = self.table(x);
        (0..self.rows()).map(|row| along(self.row(row), &table)).collect()
    }

    /// `Aᵀ A x` in one pass: each row's product is spread again while the row is at hand.
    pub(crate) fn gram(&self, x: &[f64]) -> Vec<f64> {
        let table = self.table(x);
        let mut sums = vec![0.0; table.len()];
        for row in 0..self.rows() {
            let cells = self.row(row);
            let product = along(cells, &table);
            for cell in cells {
                sums[cell.slot()] += product;
            }
        }
        let columns = sums.chunks_exact(4).zip(&self.means);
        columns
            .map(|(by_vote, mean)| by_vote[2] - by_vote[0] - mean * (by_vote[0] + by_vote[1] + by_vote[2]))
            .collect()
    }

    /// The same people, statements and holes, with the votes of each column dealt anew among those
    /// who voted on it. `places` is [`Matrix::places`].
    pub(crate) fn redealt(&self, places: &[Vec<u32>], chance: &mut crate::chance::Chance) -> Matrix {
        let mut redealt = self.clone();
        let mut votes = Vec::new();
        for (statement, column) in places.iter().enumerate() {
            votes.clear();
            votes.extend(column.iter().map(|&place| self.cells[place as usize].vote()));
            chance.shuffle(&mut votes);
            for (&place, &vote) in column.iter().zip(&votes) {
                redealt.cells[place as usize] = Cell::new(statement, vote);
            }
        }
        redealt
    }

    /// For each column where its votes lie in `cells`.
    pub(crate) fn places(&self) -> Vec<Vec<u32>> {
        let mut places = vec![Vec::new(); self.statements()];
        for (place, cell) in self.cells.iter().enumerate() {
            places[cell.index()].push(place as u32);
        }
        places
    }

    /// For each statement and vote what it adds to a row's product with `x`.
    fn table(&self, x: &[f64]) -> Vec<f64> {
        let mut table = vec![0.0; 4 * x.len()];
        for ((entries, mean), x) in table.chunks_exact_mut(4).zip(&self.means).zip(x) {
            for vote in Vote::ALL {
                entries[vote as usize] = (vote.value() - mean) * x;
            }
        }
        table
    }
}

/// A row's product, in two sums so that the additions needn't wait for each other.
fn along(cells: &[Cell], table: &[f64]) -> f64 {
    let (pairs, rest) = cells.as_chunks::<2>();
    let (mut even, mut odd) = (0.0, 0.0);
    for [a, b] in pairs {
        even += table[a.slot()];
        odd += table[b.slot()];
    }
    even + odd + rest.iter().map(|cell| table[cell.slot()]).sum::<f64>()
}

fn means(cells: &[Cell], statements: usize) -> Vec<f64> {
    let mut counts = vec![[0_u32; 4]; statements];
    for cell in cells {
        counts[cell.index()][cell.vote() as usize] += 1;
    }
    let mean = |[disagree, pass, agree, _]: &[u32; 4]| {
        (f64::from(*agree) - f64::from(*disagree)) / f64::from((disagree + pass + agree).max(1))
    };
    counts.iter().map(mean).collect()
}
