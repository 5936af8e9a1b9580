//! A map that follows the votes: one vote more, without computing everything anew.
//!
//! One vote changes one column of the centred matrix: an entry, and by the mean the others of that
//! column. So `A V` and `AᵀA V` are kept and corrected by what that column changes (a pass over the
//! votes of those who voted on the statement), the two axes are turned to the best ones within their
//! plane (Rayleigh–Ritz), and the groups go on from the centres they had. How far the axes have
//! drifted from the true ones is known at every step (`‖AᵀA v - λ v‖ / λ`); past [`MOST_DRIFT`] they
//! are computed anew, and the map is laid onto the last one.
//!
//! How many groups there are, the evidence for them and their stability stay as they were when all
//! was last computed: see [`Live::redraw`].

mod company;
mod products;
mod scales;

use crate::axes::{Axes, EXACT};
use crate::conversation::{Conversation, Statement, Vote};
use crate::counts::Counts;
use crate::kmeans::{self, Point};
use crate::labels::LensView;
use crate::matrix::Matrix;
use crate::options::{Method, Options};
use crate::picture::{Picture, Place, counted, draw, least_votes};
use crate::stable::Turn;
use crate::statistics::standings;
use crate::{Fault, straight};
use company::Company;
use products::{Change, Products};
use scales::Scales;

/// An angle of about a thousandth: no one sees it on a map.
pub const MOST_DRIFT: f64 = 1e-3;

/// A conversation and its picture, kept together.
#[derive(Debug, Clone)]
pub struct Live {
    conversation: Conversation,
    options: Options,
    picture: Picture,
    company: Company,
    products: Products,
    /// Votes of each participant on statements that count.
    votes: Vec<usize>,
    votes_since: usize,
    scales: Scales,
    /// `[group][statement]`.
    counts: Vec<Vec<Counts>>,
}

impl Live {
    /// Draws everything once.
    pub fn start(
        conversation: Conversation,
        options: Options,
        previous: Option<&Picture>,
    ) -> Result<Live, Fault> {
        // Only the two axes of the map follow the votes.
        let options = Options { axes: 2, ..options };
        let picture = draw(&conversation, &options, previous)?;
        let votes = picture.places.iter().map(|place| place.votes).collect();
        let counts = group_counts(&picture);
        let products = products(&conversation, &picture);
        let company = Company::of(&conversation);
        let scales = Scales::default();
        Ok(Live { conversation, options, picture, company, products, votes, votes_since: 0, scales, counts })
    }

    pub fn conversation(&self) -> &Conversation {
        &self.conversation
    }
    pub fn picture(&self) -> &Picture {
        &self.picture
    }
    /// How far the axes are from the true ones, at most; below [`MOST_DRIFT`].
    pub fn drift(&self) -> f64 {
        self.products.drift
    }
    /// Votes since the number of groups was last asked for.
    pub fn votes_since_redraw(&self) -> usize {
        self.votes_since
    }

    /// Whether so much has been said since that the groups should be asked for again: a twentieth of all
    /// votes.
    pub fn is_due(&self) -> bool {
        self.votes_since * 20 >= self.conversation.vote_count()
    }

    /// Computes everything anew, the number of groups among it. The map stays where it lies, and groups
    /// keep their names.
    pub fn redraw(&mut self) -> Result<(), Fault> {
        self.picture = draw(&self.conversation, &self.options, Some(&self.picture))?;
        self.votes = self.picture.places.iter().map(|place| place.votes).collect();
        self.counts = group_counts(&self.picture);
        self.votes_since = 0;
        self.products = products(&self.conversation, &self.picture);
        Ok(())
    }

    /// Somebody joins, without votes or labels; returns their number.
    pub fn add_participant(&mut self) -> Result<usize, Fault> {
        let number = self.conversation.add_participant()?;
        self.picture.places.push(Place { x: 0.0, y: 0.0, votes: 0, group: None });
        self.votes.push(0);
        self.products.along.iter_mut().for_each(|along| along.push(0.0));
        Ok(number)
    }

    /// A new statement, not seen by anybody; returns its number.
    pub fn add_statement(&mut self, statement: Statement) -> Result<usize, Fault> {
        let number = self.conversation.add_statement(statement)?;
        self.company.add_statement();
        let axes = &mut self.picture.axes;
        axes.means.push(0.0);
        axes.components.iter_mut().chain(&mut self.products.gram).for_each(|axis| axis.push(0.0));
        self.picture.counted = counted(&self.conversation, &self.options);
        self.picture.overall.push(Counts::default());
        self.counts.iter_mut().for_each(|group| group.push(Counts::default()));
        self.picture.standings = standings(&self.counts);
        let labels = self.picture.lenses.iter_mut().flat_map(|lens| &mut lens.counts);
        labels.for_each(|label| label.push(None));
        Ok(number)
    }

    /// Takes one vote. Whoever reads [`Live::picture`] afterwards sees it.
    pub fn vote(&mut self, participant: usize, statement: usize, vote: Vote) -> Result<(), Fault> {
        let least = least_votes(&self.picture.counted, &self.options);
        let was_grouped = participant < self.votes.len() && self.may_be_grouped(participant, least);
        let before = self.conversation.vote(participant, statement, vote)?;
        self.votes_since += 1;
        if before == Some(vote) {
            return Ok(());
        }
        self.company.follow(&self.conversation, participant, statement, before, vote);
        let overall = &mut self.picture.overall[statement];
        before.into_iter().for_each(|before| overall.take(before));
        overall.add(vote);
        let group = match self.picture.places[participant].group {
            None if self.picture.groups.is_empty() && was_grouped => Some(0),
            group => group,
        };
        group.into_iter().for_each(|group| self.recount(group, statement, before, vote));
        if self.picture.counted[statement] {
            self.votes[participant] += usize::from(before.is_none());
            self.shift(participant, statement, before, vote);
        }
        let Live { conversation, picture, votes, .. } = self;
        self.scales.follow(conversation, &picture.counted, self.options.method, votes, participant);
        if self.products.drift > MOST_DRIFT {
            self.find_axes();
        }
        self.place_all();
        if self.picture.groups.is_empty() && !was_grouped && self.may_be_grouped(participant, least) {
            self.move_votes(participant, None, 0);
            self.restate(0..self.picture.counted.len());
        }
        self.regroup(least);
        LensView::refresh(&mut self.picture.lenses, &self.conversation, statement, self.options.min_cell);
        straight::look_again(&mut self.picture, &self.conversation, participant);
        Ok(())
    }

    /// One vote more (or another) in the counts of a group.
    fn recount(&mut self, group: usize, statement: usize, before: Option<Vote>, vote: Vote) {
        let counts = &mut self.counts[group][statement];
        before.into_iter().for_each(|before| counts.take(before));
        counts.add(vote);
        self.restate(statement..statement + 1);
    }

    /// Whether a participant voted often enough: `least` is [`least_votes`].
    fn may_be_grouped(&self, participant: usize, least: usize) -> bool {
        match self.options.method {
            Method::Polis2021 => self.conversation.rows()[participant].len() >= least,
            Method::Careful => self.votes[participant] >= least,
        }
    }

    fn restate(&mut self, statements: std::ops::Range<usize>) {
        let slices: Vec<Vec<Counts>> =
            self.counts.iter().map(|group| group[statements.clone()].to_vec()).collect();
        for (group, restated) in self.picture.standings.iter_mut().zip(standings(&slices)) {
            group[statements.clone()].copy_from_slice(&restated);
        }
    }

    /// Follows a vote with the means, the products and the axes. The map doesn't turn with its axes.
    fn shift(&mut self, participant: usize, statement: usize, before: Option<Vote>, vote: Vote) {
        let Live { conversation, company, picture, products, .. } = self;
        let old_mean = picture.axes.means[statement];
        let counts = picture.overall[statement];
        let mean = (f64::from(counts.agree) - f64::from(counts.disagree)) / f64::from(counts.seen().max(1));
        picture.axes.means[statement] = mean;
        let own = vote.value() - mean - before.map_or(0.0, |before| before.value() - old_mean);
        let change = Change { statement, participant, own, others: old_mean - mean };
        products.shift(conversation, company, &picture.axes, &picture.counted, change);
        let total = total_variance(&picture.overall, &picture.counted);
        let turn = products.turn_to_best(&mut picture.axes, total);
        picture.turn = picture.turn.undoing(turn);
    }

    /// The true axes, and the map laid onto the last one.
    fn find_axes(&mut self) {
        let people = 0..self.conversation.participants();
        let matrix = Matrix::of(&self.conversation, &self.picture.counted, people);
        self.picture.axes = Axes::of(&matrix, 2, self.options.seed, EXACT);
        self.products = Products::of(&matrix, &self.picture.axes);
        let old = self.picture.places.iter().map(|place| [place.x, place.y]);
        self.picture.turn = Turn::onto(self.points().zip(old));
    }

    /// Everybody's place before the map is turned.
    fn points(&self) -> impl Iterator<Item = Point> + '_ {
        let [x, y] = &self.products.along;
        x.iter().zip(y).zip(&self.scales.of).map(|((x, y), scale)| [x * scale, y * scale])
    }

    fn place_all(&mut self) {
        let turn = self.picture.turn;
        let mut places = std::mem::take(&mut self.picture.places);
        for ((place, point), votes) in places.iter_mut().zip(self.points()).zip(&self.votes) {
            let [x, y] = turn.of(point);
            (place.x, place.y, place.votes) = (x, y, *votes);
        }
        self.picture.places = places;
    }

    /// Groups go on from their centres; who changed group is counted in the new one.
    fn regroup(&mut self, least: usize) {
        let people: Vec<usize> =
            (0..self.votes.len()).filter(|&person| self.may_be_grouped(person, least)).collect();
        self.picture.grouped = people.len();
        if self.picture.groups.is_empty() {
            return;
        }
        let points: Vec<Point> = people
            .iter()
            .map(|&person| [self.picture.places[person].x, self.picture.places[person].y])
            .collect();
        let centres = self.picture.groups.iter().map(|group| group.centre).collect();
        let clusters = kmeans::settle(&points, centres);
        let mut has_moved = false;
        for (&person, &label) in people.iter().zip(&clusters.labels) {
            let (old, new) = (self.picture.places[person].group, usize::from(label));
            if old != Some(new) {
                self.move_votes(person, old, new);
                self.picture.places[person].group = Some(new);
                has_moved = true;
            }
        }
        for (n, group) in self.picture.groups.iter_mut().enumerate() {
            group.centre = clusters.centres[n];
            group.people = clusters.labels.iter().filter(|label| usize::from(**label) == n).count();
        }
        if has_moved {
            self.restate(0..self.picture.counted.len());
        }
    }

    fn move_votes(&mut self, person: usize, old: Option<usize>, new: usize) {
        for cell in &self.conversation.rows()[person] {
            if let Some(old) = old {
                self.counts[old][cell.index()].take(cell.vote());
            }
            self.counts[new][cell.index()].add(cell.vote());
        }
    }
}

/// The squares of `vote - mean`, told by the counts alone.
fn total_variance(overall: &[Counts], counted: &[bool]) -> f64 {
    let of = |counts: &Counts| {
        let (agree, disagree) = (f64::from(counts.agree), f64::from(counts.disagree));
        agree + disagree - (agree - disagree).powi(2) / f64::from(counts.seen().max(1))
    };
    overall.iter().zip(counted).filter(|(_, counted)| **counted).map(|(counts, _)| of(counts)).sum()
}

fn products(conversation: &Conversation, picture: &Picture) -> Products {
    let people = 0..conversation.participants();
    Products::of(&Matrix::of(conversation, &picture.counted, people), &picture.axes)
}

fn group_counts(picture: &Picture) -> Vec<Vec<Counts>> {
    picture.standings.iter().map(|group| group.iter().map(|standing| standing.counts).collect()).collect()
}
