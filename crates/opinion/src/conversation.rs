//! Who said what: a sparse matrix of participants and statements, kept by row and by column.

use crate::Fault;
use serde::Serialize;

/// What a participant says to a statement. One who hasn't seen it has no vote at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Vote {
    Disagree,
    /// Seen, and left open.
    Pass,
    Agree,
}

impl Vote {
    pub const ALL: [Vote; 3] = [Vote::Disagree, Vote::Pass, Vote::Agree];

    /// Agree is 1, pass 0, disagree -1: the sign of Polis's exports. (Its raw interface has the
    /// opposite sign: agree is -1 there.)
    pub fn value(self) -> f64 {
        match self {
            Vote::Disagree => -1.0,
            Vote::Pass => 0.0,
            Vote::Agree => 1.0,
        }
    }
}

/// What the moderators said to a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
pub enum Moderation {
    Accepted,
    /// Not looked at yet. Counts, unless the conversation is moderated strictly.
    #[default]
    Open,
    /// Out: it moves nobody on the map and stands on no list.
    Rejected,
}

/// What the map needs to know of a statement; its words stay with the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
pub struct Statement {
    pub moderation: Moderation,
    /// Says who somebody is ("I live here"), not what they think.
    pub is_meta: bool,
}

/// A second way to divide the participants: by side, by sector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lens {
    pub name: String,
    pub labels: Vec<String>,
    /// For each participant an index into `labels`, or none.
    pub of: Vec<Option<usize>>,
}

/// One vote in a row (index: statement) or in a column (index: participant), packed in 32 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell(pub(crate) u32);

impl Cell {
    pub(crate) fn new(index: usize, vote: Vote) -> Cell {
        Cell((index as u32) << 2 | vote as u32)
    }
    pub(crate) fn index(self) -> usize {
        (self.0 >> 2) as usize
    }
    pub(crate) fn vote(self) -> Vote {
        match self.0 & 3 {
            0 => Vote::Disagree,
            1 => Vote::Pass,
            _ => Vote::Agree,
        }
    }
    /// Index and vote in one: a place in a table with four entries per index.
    pub(crate) fn slot(self) -> usize {
        self.0 as usize
    }
}

/// The most participants, and the most statements.
const MOST: usize = 1 << 30;

/// Participants, statements and votes. One vote per pair: a later vote replaces the earlier.
#[derive(Debug, Clone, Default)]
pub struct Conversation {
    statements: Vec<Statement>,
    lenses: Vec<Lens>,
    rows: Vec<Vec<Cell>>,
    columns: Vec<Vec<Cell>>,
}

impl Conversation {
    /// A conversation in which nobody has voted yet.
    pub fn new(statements: Vec<Statement>, participants: usize) -> Result<Conversation, Fault> {
        if statements.len() > MOST || participants > MOST {
            return Err(Fault::TooMany);
        }
        let columns = vec![Vec::new(); statements.len()];
        Ok(Conversation { statements, lenses: Vec::new(), rows: vec![Vec::new(); participants], columns })
    }

    /// A conversation with all its votes, as (participant, statement, vote) in the order in which
    /// they were given. Linear in the votes but for the sorting of each row.
    pub fn with_votes(
        statements: Vec<Statement>,
        participants: usize,
        votes: impl IntoIterator<Item = (usize, usize, Vote)>,
    ) -> Result<Conversation, Fault> {
        let mut conversation = Conversation::new(statements, participants)?;
        for (participant, statement, vote) in votes {
            conversation.knows(participant, statement)?;
            conversation.rows[participant].push(Cell::new(statement, vote));
        }
        for (participant, row) in conversation.rows.iter_mut().enumerate() {
            row.reverse(); // The last vote of a pair comes first, and stays.
            row.sort_by_key(|cell| cell.index());
            row.dedup_by_key(|cell| cell.index());
            for cell in row {
                conversation.columns[cell.index()].push(Cell::new(participant, cell.vote()));
            }
        }
        Ok(conversation)
    }

    /// Takes one vote and returns the one it replaces.
    pub fn vote(&mut self, participant: usize, statement: usize, vote: Vote) -> Result<Option<Vote>, Fault> {
        self.knows(participant, statement)?;
        put(&mut self.rows[participant], Cell::new(statement, vote));
        Ok(put(&mut self.columns[statement], Cell::new(participant, vote)))
    }

    /// Adds somebody who hasn't voted, without labels, and returns their number.
    pub fn add_participant(&mut self) -> Result<usize, Fault> {
        if self.rows.len() >= MOST {
            return Err(Fault::TooMany);
        }
        self.rows.push(Vec::new());
        self.lenses.iter_mut().for_each(|lens| lens.of.push(None));
        Ok(self.rows.len() - 1)
    }

    /// Adds a statement nobody has seen, and returns its number.
    pub fn add_statement(&mut self, statement: Statement) -> Result<usize, Fault> {
        if self.statements.len() >= MOST {
            return Err(Fault::TooMany);
        }
        self.statements.push(statement);
        self.columns.push(Vec::new());
        Ok(self.statements.len() - 1)
    }

    /// Changes what the moderators say to a statement.
    pub fn moderate(&mut self, statement: usize, moderation: Moderation) -> Result<(), Fault> {
        let statements = self.statements.len();
        let found = self.statements.get_mut(statement);
        found.ok_or(Fault::UnknownStatement { statement, statements })?.moderation = moderation;
        Ok(())
    }

    /// Divides the participants by one more set of labels.
    pub fn look_through(&mut self, lens: Lens) -> Result<(), Fault> {
        let (given, participants, labels) = (lens.of.len(), self.rows.len(), lens.labels.len());
        if given != participants {
            return Err(Fault::LensLength { lens: lens.name, given, participants });
        }
        if let Some(&label) = lens.of.iter().flatten().find(|label| **label >= labels) {
            return Err(Fault::UnknownLabel { lens: lens.name, label, labels });
        }
        self.lenses.push(lens);
        Ok(())
    }

    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }
    pub fn lenses(&self) -> &[Lens] {
        &self.lenses
    }
    pub fn participants(&self) -> usize {
        self.rows.len()
    }
    /// All votes cast, passes and votes on rejected statements among them.
    pub fn vote_count(&self) -> usize {
        self.rows.iter().map(Vec::len).sum()
    }
    /// What one participant said, by statement; nothing of somebody unknown.
    pub fn votes_of(&self, participant: usize) -> impl Iterator<Item = (usize, Vote)> + '_ {
        self.rows.get(participant).into_iter().flatten().map(|cell| (cell.index(), cell.vote()))
    }
    /// What was said to one statement, by participant; nothing of one unknown.
    pub fn votes_on(&self, statement: usize) -> impl Iterator<Item = (usize, Vote)> + '_ {
        self.columns.get(statement).into_iter().flatten().map(|cell| (cell.index(), cell.vote()))
    }

    pub(crate) fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }
    pub(crate) fn columns(&self) -> &[Vec<Cell>] {
        &self.columns
    }

    fn knows(&self, participant: usize, statement: usize) -> Result<(), Fault> {
        let (participants, statements) = (self.rows.len(), self.statements.len());
        if participant >= participants {
            return Err(Fault::UnknownParticipant { participant, participants });
        }
        if statement >= statements {
            return Err(Fault::UnknownStatement { statement, statements });
        }
        Ok(())
    }
}

/// Puts a cell in its place of a sorted line; returns the vote that stood there.
fn put(line: &mut Vec<Cell>, cell: Cell) -> Option<Vote> {
    match line.binary_search_by_key(&cell.index(), |other| other.index()) {
        Ok(place) => Some(std::mem::replace(&mut line[place], cell).vote()),
        Err(place) => {
            line.insert(place, cell);
            None
        }
    }
}
