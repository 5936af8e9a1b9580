//! The ballots of an election, equal ones together.

use super::Fault;
use serde::Serialize;
use std::collections::BTreeMap;

/// The approval ballots of an election: each names the candidates it approves of.
pub type Profile = Ballots<Vec<usize>>;

/// Ballots that order the candidates in classes, the best class first and equals together. Whom a
/// ballot does not name stands behind all whom it names.
pub type Orders = Ballots<Vec<Vec<usize>>>;

/// Who stands, which chambers vote, and what the ballots say.
///
/// Equal ballots of a chamber are one group; groups stand in a fixed order, so neither the
/// order of the ballots nor who cast them can matter to a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballots<B> {
    candidates: Vec<String>,
    chambers: Vec<String>,
    groups: BTreeMap<(usize, B), u64>,
    spoiled: Vec<u64>,
    count: u64,
}

/// What a ballot may say.
pub trait Ballot: Ord + Clone {
    /// The ballot in the one form that equal ballots have.
    fn checked(self, candidates: usize) -> Result<Self, Fault>;

    fn is_blank(&self) -> bool;
}

impl Ballot for Vec<usize> {
    fn checked(mut self, candidates: usize) -> Result<Self, Fault> {
        self.sort_unstable();
        check_once(&self, candidates)?;
        Ok(self)
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl Ballot for Vec<Vec<usize>> {
    fn checked(mut self, candidates: usize) -> Result<Self, Fault> {
        self.retain(|class| !class.is_empty());
        self.iter_mut().for_each(|class| class.sort_unstable());
        let mut all: Vec<usize> = self.iter().flatten().copied().collect();
        all.sort_unstable();
        check_once(&all, candidates)?;
        Ok(self)
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

/// Whether these candidates, ascending, all stand, and none is named twice.
fn check_once(sorted: &[usize], candidates: usize) -> Result<(), Fault> {
    if let Some(twice) = sorted.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(Fault::CandidateTwice { candidate: twice[0] });
    }
    match sorted.last() {
        Some(&candidate) if candidate >= candidates => Err(Fault::UnknownCandidate { candidate, candidates }),
        _ => Ok(()),
    }
}

/// Equal ballots of one chamber.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group<'p, B> {
    pub chamber: usize,
    pub ballot: &'p B,
    /// How many such ballots; never nought.
    pub count: u64,
}

/// What became of a chamber's ballots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Cast {
    /// Ballots that name somebody.
    pub marked: u64,
    /// Ballots that name nobody. They are part of the electorate: their part of the seats
    /// (in rules that know such parts) is theirs not to use.
    pub blank: u64,
    /// Ballots that could not be read; no part of the electorate.
    pub spoiled: u64,
}

impl<B: Ballot> Ballots<B> {
    /// An election of one chamber, whose name is empty.
    pub fn new<N: Into<String>>(candidates: impl IntoIterator<Item = N>) -> Result<Ballots<B>, Fault> {
        Ballots::chambered(candidates, [""])
    }

    /// An election in which ballots come from several chambers (sides or sectors).
    pub fn chambered<N: Into<String>, C: Into<String>>(
        candidates: impl IntoIterator<Item = N>,
        chambers: impl IntoIterator<Item = C>,
    ) -> Result<Ballots<B>, Fault> {
        let candidates: Vec<String> = candidates.into_iter().map(Into::into).collect();
        let chambers: Vec<String> = chambers.into_iter().map(Into::into).collect();
        if candidates.is_empty() {
            return Err(Fault::NoCandidates);
        }
        let spoiled = vec![0; chambers.len()];
        Ok(Ballots { candidates, chambers, groups: BTreeMap::new(), spoiled, count: 0 })
    }

    /// Adds `count` equal ballots of the first chamber.
    pub fn add(&mut self, ballot: impl Into<B>, count: u64) -> Result<(), Fault> {
        self.add_from(0, ballot, count)
    }

    /// Adds `count` equal ballots of a chamber. A candidate may be named once.
    pub fn add_from(&mut self, chamber: usize, ballot: impl Into<B>, count: u64) -> Result<(), Fault> {
        self.check_chamber(chamber)?;
        let ballot = ballot.into().checked(self.candidates.len())?;
        let sum = self.count.checked_add(count).ok_or(Fault::TooMany)?;
        if count > 0 {
            *self.groups.entry((chamber, ballot)).or_default() += count;
            self.count = sum;
        }
        Ok(())
    }

    /// Notes ballots that could not be read. They are reported, and count for nothing else.
    pub fn add_spoiled(&mut self, chamber: usize, count: u64) -> Result<(), Fault> {
        self.check_chamber(chamber)?;
        self.spoiled[chamber] = self.spoiled[chamber].checked_add(count).ok_or(Fault::TooMany)?;
        Ok(())
    }

    /// The same election without its blank ballots: for a count that gives those who marked nobody
    /// no part in it.
    pub fn without_blank(&self) -> Ballots<B> {
        let mut marked = self.clone();
        marked.groups.retain(|(_, ballot), _| !ballot.is_blank());
        marked.count = marked.groups.values().sum();
        marked
    }

    /// The names of the candidates; all else speaks of them by their place in this list.
    pub fn candidates(&self) -> &[String] {
        &self.candidates
    }

    pub fn chambers(&self) -> &[String] {
        &self.chambers
    }

    /// The groups of equal ballots, by chamber and then by what they say.
    pub fn groups(&self) -> impl Iterator<Item = Group<'_, B>> {
        self.groups.iter().map(|((chamber, ballot), count)| Group {
            chamber: *chamber,
            ballot,
            count: *count,
        })
    }

    /// How many ballots there are, the spoiled ones aside.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// How many ballots of each chamber there are, the spoiled ones aside.
    pub(crate) fn voters(&self) -> Vec<u64> {
        self.cast().iter().map(|cast| cast.marked + cast.blank).collect()
    }

    /// What became of the ballots, by chamber.
    pub fn cast(&self) -> Vec<Cast> {
        let mut cast: Vec<Cast> =
            self.spoiled.iter().map(|spoiled| Cast { spoiled: *spoiled, ..Cast::default() }).collect();
        for group in self.groups() {
            let of = &mut cast[group.chamber];
            *(if group.ballot.is_blank() { &mut of.blank } else { &mut of.marked }) += group.count;
        }
        cast
    }

    fn check_chamber(&self, chamber: usize) -> Result<(), Fault> {
        let chambers = self.chambers.len();
        (chamber < chambers).then_some(()).ok_or(Fault::UnknownChamber { chamber, chambers })
    }
}

impl From<&Profile> for Orders {
    /// Approval ballots as orders of two classes: the approved, and the rest.
    fn from(profile: &Profile) -> Orders {
        let groups = profile.groups.iter().map(|((chamber, approved), count)| {
            let classes = if approved.is_empty() { vec![] } else { vec![approved.clone()] };
            ((*chamber, classes), *count)
        });
        Ballots {
            candidates: profile.candidates.clone(),
            chambers: profile.chambers.clone(),
            groups: groups.collect(),
            spoiled: profile.spoiled.clone(),
            count: profile.count,
        }
    }
}
