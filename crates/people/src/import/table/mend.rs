//! Puts rows right that have more or fewer cells than the table has columns.
//!
//! From the rows that fit we learn what each column looks like. A row that doesn't fit is then laid over the
//! columns in the likeliest way: each column takes none, one or several cells that follow each other, and
//! the sum of log-likelihoods of their shapes decides, less a cost for each cell joined or column passed
//! over. It is the usual alignment by dynamic programming, O(cells · columns · cells joined).

use super::reader::Record;

use super::super::shape::Shape;

/// Beyond these a row isn't laid out but joined at its end or filled up: the work would grow too large.
const MOST_CELLS: usize = 80;
const MOST_TOO_MANY: usize = 24;
/// So many rows tell what a column looks like.
const SAMPLE: usize = 400;

/// Joining a cell that begins with a blank or a small letter costs little: that comma was in a text.
const JOIN_CONTINUED: f64 = 0.2;
const JOIN: f64 = 1.5;
/// Leaving the last columns empty is what programs do; passing over one in the middle is rare.
const PASS_AT_END: f64 = 0.1;
const PASS: f64 = 2.5;

pub struct Looks {
    /// For each column, the log-likelihood of each shape and its share.
    columns: Vec<Column>,
}

#[derive(Clone)]
struct Column {
    likelihood: [f64; Shape::ALL.len()],
    share: [f64; Shape::ALL.len()],
}

pub struct Aligned {
    pub cells: Vec<String>,
    /// The columns that took more than one cell.
    pub joined: Vec<usize>,
    /// Every address, number and e-mail stands where others of its kind do.
    pub sure: bool,
}

impl Looks {
    pub fn learn<'r>(fitting: impl Iterator<Item = &'r Record>, width: usize) -> Looks {
        let mut counts = vec![[0.0; Shape::ALL.len()]; width];
        let mut rows = 0.0;
        for record in fitting.take(SAMPLE) {
            rows += 1.0;
            for (column, cell) in record.cells.iter().enumerate() {
                counts[column][Shape::of(cell) as usize] += 1.0;
            }
        }
        // Laplace's smoothing: what was never seen is unlikely, not impossible.
        let column = |seen: [f64; Shape::ALL.len()]| Column {
            likelihood: seen.map(|count| ((count + 0.3) / (rows + 0.3 * Shape::ALL.len() as f64)).ln()),
            share: seen.map(|count| count / f64::max(rows, 1.0)),
        };
        Looks { columns: counts.into_iter().map(column).collect() }
    }

    /// Lays the cells over the columns. The result has one cell for each column.
    pub fn align(&self, cells: &[String], delimiter: u8) -> Aligned {
        let width = self.columns.len();
        let within = cells.len() <= MOST_CELLS && cells.len() <= width + MOST_TOO_MANY && width <= MOST_CELLS;
        let taken = if within { self.likeliest(cells) } else { at_the_end(cells.len(), width) };
        let mut aligned = Aligned { cells: Vec::with_capacity(width), joined: Vec::new(), sure: within };
        let mut from = 0;
        for (column, take) in taken.into_iter().enumerate() {
            aligned.cells.push(join(&cells[from..from + take], delimiter));
            if take > 1 {
                aligned.joined.push(column);
            }
            from += take;
        }
        aligned.sure &= self.fits(&aligned.cells);
        aligned
    }

    /// How many cells each column takes in the likeliest layout.
    fn likeliest(&self, cells: &[String]) -> Vec<usize> {
        let (count, width) = (cells.len(), self.columns.len());
        let most = count.saturating_sub(width) + 1;
        let pieces: Vec<Piece> = cells.iter().map(|cell| Piece::of(cell)).collect();
        let mut best: Vec<Vec<Step>> = vec![vec![(f64::NEG_INFINITY, 0); count + 1]; width + 1];
        best[0][0] = (0.0, 0);
        for column in 0..width {
            for taken in 0..=count {
                let (so_far, _) = best[column][taken];
                if so_far == f64::NEG_INFINITY {
                    continue;
                }
                let pass = if taken == count { PASS_AT_END } else { PASS };
                let empty = self.columns[column].likelihood[Shape::Empty as usize];
                keep_better(&mut best[column + 1][taken], so_far + empty - pass, 0);
                let mut run = Run::default();
                for (take, piece) in pieces[taken..].iter().take(most + 2).enumerate() {
                    run.add(piece);
                    let score = so_far + self.columns[column].likelihood[run.shape() as usize] - run.cost;
                    keep_better(&mut best[column + 1][taken + take + 1], score, take + 1);
                }
            }
        }
        takes(&best)
    }

    fn fits(&self, cells: &[String]) -> bool {
        let mut telling = 0;
        for (cell, column) in cells.iter().zip(&self.columns) {
            let shape = Shape::of(cell);
            if shape.is_telling() {
                telling += 1;
                if column.share[shape as usize] < 0.2 {
                    return false;
                }
            }
        }
        telling > 0
    }
}

/// The best score of the columns so far, when they took so many cells, and how many the last of them took.
type Step = (f64, usize);

/// Follows the best steps back from the end.
fn takes(best: &[Vec<Step>]) -> Vec<usize> {
    let mut left = best.last().map_or(0, |last| last.len() - 1);
    let mut takes: Vec<usize> = Vec::with_capacity(best.len());
    for steps in best.iter().skip(1).rev() {
        let (_, take) = steps[left];
        takes.push(take);
        left -= take;
    }
    takes.reverse();
    takes
}

fn keep_better(slot: &mut Step, score: f64, take: usize) {
    if score > slot.0 {
        *slot = (score, take);
    }
}

/// Each column takes one cell, the last all that are over.
fn at_the_end(count: usize, width: usize) -> Vec<usize> {
    let mut taken: Vec<usize> = (0..width).map(|column| usize::from(column < count)).collect();
    if let Some(last) = taken.last_mut() {
        *last += count.saturating_sub(width);
    }
    taken
}

fn join(cells: &[String], delimiter: u8) -> String {
    let with = format!("{} ", char::from(if delimiter == b'\t' { b' ' } else { delimiter }));
    cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(&with)
}

struct Piece {
    shape: Shape,
    length: usize,
    continues: bool,
}

impl Piece {
    fn of(cell: &str) -> Piece {
        let continues = cell.starts_with(' ') || cell.chars().next().is_some_and(char::is_lowercase);
        Piece { shape: Shape::of(cell), length: cell.len(), continues }
    }
}

/// Cells that one column would take, and what they would look like joined.
#[derive(Default)]
struct Run {
    first: Option<Shape>,
    alike: bool,
    place: bool,
    length: usize,
    cost: f64,
}

impl Run {
    fn add(&mut self, piece: &Piece) {
        if let Some(first) = self.first {
            self.alike &= first == piece.shape;
            self.cost += if piece.continues && !piece.shape.is_telling() { JOIN_CONTINUED } else { JOIN };
        } else {
            self.first = Some(piece.shape);
            self.alike = true;
        }
        self.place |= piece.shape == Shape::Place;
        self.length += piece.length + 2;
    }

    fn shape(&self) -> Shape {
        match self.first {
            Some(first) if self.alike && first != Shape::Words => first,
            _ if self.length > 140 => Shape::Text,
            _ if self.place => Shape::Place,
            _ => Shape::Words,
        }
    }
}
