//! The papers of a poll or a proposal, equal ones together: what a certificate speaks of.

use super::turnout::Paper;
use super::{Fault, Mark};
use crate::Choice;
use crate::hashing::Hashing;
use crate::single::consent::Response;
use crate::single::gradients::Gradient;
use std::collections::BTreeMap;

/// All papers, with marks `M`, by chamber. Equal papers of a chamber are one group, and groups stand in a fixed order, so
/// neither the order of the papers nor who cast them can matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Papers<M> {
    options: Vec<String>,
    chambers: Vec<String>,
    groups: BTreeMap<(usize, Paper<M>), u64>,
    count: u64,
}

/// What may stand on a paper.
pub trait Marking: Ord + Clone {
    /// The same in the one form that equal marks have; `None` where it says nothing.
    fn settled(self) -> Option<Self>;

    /// The numbers and texts that its hash is made of.
    fn written(&self) -> (Vec<u64>, Vec<&str>);
}

/// Equal papers of one chamber.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group<'p, M> {
    pub chamber: usize,
    pub paper: &'p Paper<M>,
    /// How many such papers; never nought.
    pub count: u64,
}

impl<M: Marking> Papers<M> {
    /// No papers yet, of a poll among options (a proposal has none) in these chambers.
    pub fn new<O: Into<String>, C: Into<String>>(
        options: impl IntoIterator<Item = O>,
        chambers: impl IntoIterator<Item = C>,
    ) -> Papers<M> {
        Papers {
            options: options.into_iter().map(Into::into).collect(),
            chambers: chambers.into_iter().map(Into::into).collect(),
            groups: BTreeMap::new(),
            count: 0,
        }
    }

    /// No papers yet, on one proposal.
    pub fn on_proposal<C: Into<String>>(chambers: impl IntoIterator<Item = C>) -> Papers<M> {
        Papers::new([""; 0], chambers)
    }

    /// Adds `count` equal papers of a chamber. All together may be no more than `u64` holds.
    pub fn add(&mut self, chamber: usize, paper: Paper<M>, count: u64) -> Result<(), Fault> {
        let chambers = self.chambers.len();
        if chamber >= chambers {
            return Err(Fault::UnknownChamber { chamber, chambers });
        }
        let paper = match paper {
            Paper::Marked(marks) => marks.settled().map_or(Paper::Blank, Paper::Marked),
            other => other,
        };
        self.count = self.count.checked_add(count).ok_or(Fault::TooMany)?;
        if count > 0 {
            *self.groups.entry((chamber, paper)).or_default() += count;
        }
        Ok(())
    }

    /// The names of the options; marks speak of them by their place in this list.
    pub fn options(&self) -> &[String] {
        &self.options
    }

    pub fn chambers(&self) -> &[String] {
        &self.chambers
    }

    /// The groups of equal papers, by chamber and then by what they say.
    pub fn groups(&self) -> impl Iterator<Item = Group<'_, M>> {
        self.groups.iter().map(|((chamber, paper), count)| Group { chamber: *chamber, paper, count: *count })
    }

    /// The SHA-256 of the papers, in hexadecimal digits: of the options' names, the chambers' names, then each group with
    /// its chamber, its number of papers, its kind (0 marked, 1 blank, 2 illegible, 3 an abstention) and, if it is
    /// marked, its numbers and its texts. Numbers are eight bytes, the lowest first; a text or list stands behind its
    /// length. Marks are written as option and level, by option; consent as 0, a concern as 1 with its text, an objection
    /// as 2 with its reason and, if it was resolved, how; a level of agreement as 1 (endorse) to 8 (block); yes,
    /// no and an abstention on a motion as 0, 1 and 2.
    pub fn hash(&self) -> String {
        let mut hash = Hashing::default();
        hash.texts(&self.options);
        hash.texts(&self.chambers);
        for Group { chamber, paper, count } in self.groups() {
            hash.number(chamber as u64);
            hash.number(count);
            hash.number(kind(paper));
            if let Paper::Marked(marks) = paper {
                let (numbers, texts) = marks.written();
                hash.number(numbers.len() as u64);
                numbers.into_iter().for_each(|number| hash.number(number));
                hash.number(texts.len() as u64);
                texts.into_iter().for_each(|text| hash.text(text));
            }
        }
        hash.finish()
    }
}

fn kind<M>(paper: &Paper<M>) -> u64 {
    match paper {
        Paper::Marked(_) => 0,
        Paper::Blank => 1,
        Paper::Illegible => 2,
        Paper::Abstention => 3,
    }
}

impl Marking for Vec<Mark> {
    fn settled(mut self) -> Option<Self> {
        self.sort_unstable();
        (!self.is_empty()).then_some(self)
    }

    fn written(&self) -> (Vec<u64>, Vec<&str>) {
        (self.iter().flat_map(|(option, level)| [*option as u64, u64::from(*level)]).collect(), Vec::new())
    }
}

impl Marking for Response {
    fn settled(self) -> Option<Self> {
        Some(self)
    }

    fn written(&self) -> (Vec<u64>, Vec<&str>) {
        match self {
            Response::Consent => (vec![0], Vec::new()),
            Response::Concern(text) => (vec![1], vec![text]),
            Response::Objection(objection) => {
                let texts = std::iter::once(objection.reason.as_str()).chain(objection.resolved.as_deref());
                (vec![2], texts.collect())
            }
        }
    }
}

impl Marking for Gradient {
    fn settled(self) -> Option<Self> {
        Some(self)
    }

    fn written(&self) -> (Vec<u64>, Vec<&str>) {
        (vec![*self as u64 + 1], Vec::new())
    }
}

impl Marking for Choice {
    fn settled(self) -> Option<Self> {
        Some(self)
    }

    fn written(&self) -> (Vec<u64>, Vec<&str>) {
        (vec![*self as u64], Vec::new())
    }
}
