//! The primal simplex for programs whose columns are found one at a time.
//!
//! `microlp` solves our whole-number programs, but tells no prices (dual values) and can't take another
//! column into a solved program; column generation lives on both. So here is the textbook method
//! (revised simplex with an explicit inverse, Harris's Devex choice and two-pass ratio test, Mathematical
//! Programming 5, 1973), in plain
//! f64 arithmetic in a fixed order, for programs of some thousand rows whose start is known: maximise the
//! gain over x ≥ 0 with A·x = b. O(rows²) a step.

use crate::Fault;

/// A column earns nothing when its price shows less than this.
const EARNS: f64 = 1e-10;
/// What a value may miss of zero in the ratio test.
const MISS: f64 = 1e-12;
/// No step turns on a smaller element than this.
const PIVOT: f64 = 1e-9;
/// Steps after which the inverse is made anew.
const FRESH: usize = 200;
/// Steps after which all hope is given up.
const STEPS: usize = 1_000_000;

/// Entries by row, and what a unit gains.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub entries: Vec<(usize, f64)>,
    pub gain: f64,
}

pub(crate) struct Simplex {
    rows: usize,
    pub columns: Vec<Column>,
    pub rhs: Vec<f64>,
    /// The column in each place of the basis.
    basis: Vec<usize>,
    basic: Vec<bool>,
    /// A row for each place of the basis.
    inverse: Vec<Vec<f64>>,
    /// The value of the column in each place of the basis.
    values: Vec<f64>,
    /// Steps since the inverse was made.
    age: usize,
    /// For each column what a unit earns beyond its price.
    earns: Vec<f64>,
    /// For each column Devex's estimate of how far, squared, all moves with a unit of it.
    reach: Vec<f64>,
}

impl Simplex {
    /// A program with a basis (a column for each row) whose values are not negative.
    pub fn start(columns: Vec<Column>, rhs: Vec<f64>, basis: Vec<usize>) -> Result<Simplex, Fault> {
        let rows = rhs.len();
        let mut basic = vec![false; columns.len()];
        basis.iter().for_each(|column| basic[*column] = true);
        let (inverse, values, earns, reach) = (Vec::new(), Vec::new(), Vec::new(), vec![1.0; columns.len()]);
        let mut simplex = Simplex { rows, columns, rhs, basis, basic, inverse, values, age: 0, earns, reach };
        simplex.refresh()?;
        Ok(simplex)
    }

    /// Another column, at zero.
    pub fn add(&mut self, column: Column) {
        self.columns.push(column);
        self.basic.push(false);
        self.reach.push(1.0);
    }

    /// The value of a column.
    pub fn value(&self, column: usize) -> f64 {
        let place = self.basis.iter().position(|basic| *basic == column);
        place.map_or(0.0, |place| self.values[place].max(0.0))
    }

    /// The price of each row: what a unit more on its right side would gain.
    pub fn prices(&self) -> Vec<f64> {
        let mut prices = vec![0.0; self.rows];
        for (place, column) in self.basis.iter().enumerate() {
            let gain = self.columns[*column].gain;
            if gain != 0.0 {
                prices.iter_mut().zip(&self.inverse[place]).for_each(|(price, part)| *price += gain * part);
            }
        }
        prices
    }

    /// What a unit of `column` earns beyond its price.
    pub fn earns(column: &Column, prices: &[f64]) -> f64 {
        column.entries.iter().fold(column.gain, |sum, (row, entry)| sum - entry * prices[*row])
    }

    /// Goes to the optimum over the columns that there are; its prices are returned.
    pub fn maximise(&mut self) -> Result<Vec<f64>, Fault> {
        let mut prices = self.price_all();
        let mut fresh = true;
        for _ in 0..STEPS {
            match self.choice() {
                Some(column) => {
                    self.enter(column)?;
                    fresh = false;
                }
                None if fresh => return Ok(prices),
                // What is carried along from step to step drifts; the last word is said afresh.
                None => (prices, fresh) = (self.price_all(), true),
            }
        }
        Err(Fault::Unsolved { why: format!("no optimum after {STEPS} steps") })
    }

    fn price_all(&mut self) -> Vec<f64> {
        let prices = self.prices();
        let earns =
            |(column, basic): (&Column, &bool)| if *basic { 0.0 } else { Simplex::earns(column, &prices) };
        self.earns = self.columns.iter().zip(&self.basic).map(earns).collect();
        prices
    }

    /// The column that earns the most for how far it reaches.
    fn choice(&self) -> Option<usize> {
        let mut best = (0.0, None);
        for (column, (earns, reach)) in self.earns.iter().zip(&self.reach).enumerate() {
            if *earns > EARNS && earns * earns > best.0 * reach {
                best = (earns * earns / reach, Some(column));
            }
        }
        best.1
    }

    /// Takes a column into the basis, as far as the others allow.
    fn enter(&mut self, column: usize) -> Result<(), Fault> {
        let direction = self.direction(column);
        let ratio = |place: usize, miss: f64| (self.values[place].max(0.0) + miss) / direction[place];
        let falling = || (0..self.rows).filter(|place| direction[*place] > PIVOT);
        let bound = falling().map(|place| ratio(place, MISS)).fold(f64::INFINITY, f64::min);
        let allowed = falling().filter(|place| ratio(*place, 0.0) <= bound);
        let steepest = allowed.max_by(|a, b| direction[*a].total_cmp(&direction[*b]).then(b.cmp(a)));
        let unbounded = || Fault::Unsolved { why: "a program without bound".to_owned() };
        let place = steepest.ok_or_else(unbounded)?;
        self.carry(place, column, direction[place]);
        self.exchange(place, column, &direction)
    }

    /// Carries what each column earns, and its reach, over a step (Devex).
    fn carry(&mut self, place: usize, entering: usize, pivot: f64) {
        let (earned, reached) = (self.earns[entering], self.reach[entering]);
        let row = &self.inverse[place];
        for (number, column) in self.columns.iter().enumerate().filter(|(number, _)| !self.basic[*number]) {
            let part: f64 = column.entries.iter().map(|(at, entry)| row[*at] * entry).sum();
            if part != 0.0 {
                let ratio = part / pivot;
                self.earns[number] -= earned * ratio;
                self.reach[number] = self.reach[number].max(ratio * ratio * reached);
            }
        }
        let leaving = self.basis[place];
        self.earns[leaving] = -earned / pivot;
        self.reach[leaving] = (reached / (pivot * pivot)).max(1.0);
        self.earns[entering] = 0.0;
    }

    /// Puts `column` in a place of the basis where its direction is not zero.
    pub fn replace(&mut self, old: usize, column: usize) -> Result<(), Fault> {
        let lost = || Fault::Unsolved { why: "a column that isn't in the basis".to_owned() };
        let place = self.basis.iter().position(|basic| *basic == old).ok_or_else(lost)?;
        let direction = self.direction(column);
        self.exchange(place, column, &direction)
    }

    fn exchange(&mut self, place: usize, column: usize, direction: &[f64]) -> Result<(), Fault> {
        let step = self.values[place].max(0.0) / direction[place];
        for (other, by) in direction.iter().enumerate() {
            self.values[other] -= step * by;
        }
        self.values[place] = step;
        let mut row = std::mem::take(&mut self.inverse[place]);
        row.iter_mut().for_each(|part| *part /= direction[place]);
        for (other, by) in direction.iter().enumerate() {
            if other != place && *by != 0.0 {
                self.inverse[other].iter_mut().zip(&row).for_each(|(part, new)| *part -= by * new);
            }
        }
        self.inverse[place] = row;
        self.basic[self.basis[place]] = false;
        self.basic[column] = true;
        self.basis[place] = column;
        self.age += 1;
        if self.age >= FRESH { self.refresh() } else { Ok(()) }
    }

    /// How the basis changes with a unit of `column`: the inverse times its entries.
    fn direction(&self, column: usize) -> Vec<f64> {
        let entries = &self.columns[column].entries;
        let part = |row: &Vec<f64>| entries.iter().map(|(at, entry)| row[*at] * entry).sum();
        self.inverse.iter().map(part).collect()
    }

    /// Makes the inverse anew (Gauss and Jordan, greatest element of each column), and the values from it.
    pub fn refresh(&mut self) -> Result<(), Fault> {
        let mut inverse: Vec<Vec<f64>> = (0..self.rows).map(|row| unit(self.rows, row)).collect();
        // Sparse columns first: they cost next to nothing and keep the rest small.
        let mut order = self.basis.clone();
        order.sort_by_key(|column| (self.columns[*column].entries.len(), *column));
        let mut free: Vec<bool> = vec![true; self.rows];
        let mut places = vec![0; self.rows];
        for column in order {
            let entries = &self.columns[column].entries;
            let direction: Vec<f64> =
                inverse.iter().map(|row| entries.iter().map(|(at, entry)| row[*at] * entry).sum()).collect();
            let size = |row: &usize| direction[*row].abs();
            let best = (0..self.rows)
                .filter(|row| free[*row])
                .max_by(|a, b| size(a).total_cmp(&size(b)).then(b.cmp(a)));
            let Some(place) = best.filter(|row| size(row) > PIVOT * 1e-2) else {
                return Err(Fault::Unsolved { why: "a basis that can't be inverted".to_owned() });
            };
            let mut row = std::mem::take(&mut inverse[place]);
            row.iter_mut().for_each(|part| *part /= direction[place]);
            for (other, by) in direction.iter().enumerate() {
                if other != place && *by != 0.0 {
                    inverse[other].iter_mut().zip(&row).for_each(|(part, new)| *part -= by * new);
                }
            }
            inverse[place] = row;
            free[place] = false;
            places[place] = column;
        }
        self.values =
            inverse.iter().map(|row| row.iter().zip(&self.rhs).map(|(part, b)| part * b).sum()).collect();
        (self.inverse, self.basis, self.age) = (inverse, places, 0);
        Ok(())
    }
}

fn unit(rows: usize, row: usize) -> Vec<f64> {
    let mut unit = vec![0.0; rows];
    unit[row] = 1.0;
    unit
}
