//! A list as it would be taken now: each row with where it belongs, what it is likely the same as, and
//! whether it is taken. Pure: from the file, the plan, and the groups that are here.

use super::changes::Changes;
use super::columns::columns;
use super::decode::{MOST_BYTES, Unreadable, decode};
use super::hsds;
use super::likeness::{Card, Likeness, Other, likenesses};
use super::plan::{Place, Plan};
use super::problem::Weight;
use super::rows::{Draft, Side, rows};
use super::table::{Table, of_sheet, table};
use super::workbook::{Package, TOO_LARGE, Workbook, is_archive, workbook};
use crate::groups::Known;
use std::collections::HashSet;

/// From here on a likeness leaves a row out, unless somebody says otherwise.
const SAME: f32 = 0.85;

/// Below this a guess is looked at.
const SURE: f32 = 0.5;

/// A file that can be read.
#[derive(Debug)]
pub struct List {
    pub table: Table,
    pub encoding: &'static str,
    /// Some bytes meant nothing.
    pub lossy: bool,
    /// Of a workbook, the sheets that have something in them, and the place of the one that was read.
    pub sheets: Vec<String>,
    pub sheet: usize,
}

impl List {
    /// Reads a file as what its bytes say that it is, whatever it is called. Of a workbook, the sheet of that
    /// name, or else the first that has something in it.
    pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<List, Unreadable> {
        if bytes.len() > MOST_BYTES {
            return Err(Unreadable::TooLarge { bytes: bytes.len(), most: MOST_BYTES });
        } else if is_archive(bytes) {
            let mut package = Package::open(bytes)?;
            let list = List::unpacked(&mut package, sheet);
            // What ends the reading at a limit looks like damage to whoever reads.
            return if package.is_spent() { Err(TOO_LARGE) } else { list };
        }
        let decoded = decode(bytes)?;
        let table = if hsds::is_json(&decoded.text) {
            of_sheet(hsds::text(&decoded.text)?)?
        } else {
            table(&decoded.text)?
        };
        Ok(List { encoding: decoded.encoding, lossy: decoded.lossy, ..List::of(table) })
    }

    fn unpacked(package: &mut Package<'_>, sheet: Option<&str>) -> Result<List, Unreadable> {
        if let Some(records) = hsds::package(package) {
            return Ok(List::of(of_sheet(records?)?));
        }
        let Workbook { sheets, read, records } =
            workbook(package, sheet).unwrap_or(Err(Unreadable::Archive))?;
        Ok(List { sheets, sheet: read, ..List::of(of_sheet(records)?) })
    }

    fn of(table: Table) -> List {
        List { table, encoding: "UTF-8", lossy: false, sheets: Vec::new(), sheet: 0 }
    }

    /// What the sheet that was read is called; empty where the file has none.
    pub fn sheet_name(&self) -> &str {
        self.sheets.get(self.sheet).map_or("", String::as_str)
    }

    /// What we would choose: columns as guessed; `civil`, or the last sector, for those that nothing tells of.
    pub fn plan(&self, sectors: &[String]) -> Plan {
        let columns = columns(&self.table).iter().map(|guess| guess.field).collect();
        let civil = sectors.iter().find(|key| *key == "civil").or(sectors.last());
        let otherwise = civil.map_or(Place::Citizens, |key| Place::Sector(key.clone()));
        // A file with one sheet has nothing to choose.
        let sheet = Some(self.sheet_name().to_owned()).filter(|_| self.sheets.len() > 1);
        Plan { columns, otherwise, sheet, rows: Default::default() }
    }
}

/// By what a row's place is known.
#[derive(Debug, Clone, PartialEq)]
pub enum PlacedBy {
    /// Somebody chose it, or the list says it.
    Told,
    /// By this word.
    Guessed { why: String, sure: bool },
    /// By nothing.
    Nothing,
}

pub struct Row {
    pub draft: Draft,
    pub place: Place,
    pub by: PlacedBy,
    /// The likeliest first.
    pub alike: Vec<Likeness>,
    pub is_taken: bool,
    /// Where it is likely a group that is here, and isn't taken as another: what it says otherwise.
    pub changes: Option<Changes>,
}

impl Row {
    /// Whether it is known well where it belongs.
    pub fn is_placed(&self) -> bool {
        match &self.by {
            PlacedBy::Told => true,
            PlacedBy::Guessed { sure, .. } => *sure,
            PlacedBy::Nothing => false,
        }
    }

    fn changes_of(&self, known: &[Known], plan: &Plan) -> Option<Changes> {
        if self.is_taken || !self.draft.can_be_taken() {
            return None;
        }
        let is_here = |likeness: &Likeness| match likeness.other {
            Other::Existing(at) if likeness.score >= SAME => Some(at),
            _ => None,
        };
        let at = self.alike.iter().find_map(is_here)?;
        let chosen = plan.rows.get(&self.draft.line).and_then(|choice| choice.change.as_deref());
        Some(Changes::of(&self.draft, at, known.get(at)?, chosen))
    }

    /// Whether somebody should look at it before it is taken.
    pub fn needs_a_look(&self) -> bool {
        !self.is_placed() || !self.alike.is_empty() || self.draft.worst() >= Some(Weight::Doubt)
    }
}

pub struct Outlook {
    pub rows: Vec<Row>,
}

impl Outlook {
    pub fn of(list: &List, plan: &Plan, sectors: &[String], known: &[Known]) -> Outlook {
        let keys: Vec<&str> = sectors.iter().map(String::as_str).collect();
        let drafts = rows(&list.table, &plan.columns, &keys);
        let cards: Vec<Card> = drafts.iter().map(Card::from).collect();
        let here: Vec<Card> = known.iter().map(card).collect();
        let mut alike: Vec<Vec<Likeness>> = Vec::new();
        alike.resize_with(drafts.len(), Vec::new);
        for likeness in likenesses(&cards, &here) {
            if let Some(of_row) = alike.get_mut(likeness.row) {
                of_row.push(likeness);
            }
        }
        // Two rows don't change one group.
        let mut met = HashSet::new();
        let mut outlook = Outlook { rows: Vec::with_capacity(drafts.len()) };
        for (draft, alike) in drafts.into_iter().zip(alike) {
            let mut row = outlook.row(draft, alike, plan, &keys);
            row.changes = row.changes_of(known, plan).filter(|changes| met.insert(changes.known));
            outlook.rows.push(row);
        }
        outlook
    }

    fn row(&self, draft: Draft, alike: Vec<Likeness>, plan: &Plan, keys: &[&str]) -> Row {
        let choice = plan.rows.get(&draft.line).cloned().unwrap_or_default();
        // What is alike a row that is left out is not twice.
        let twice = |l: &Likeness| match l.other {
            Other::Existing(_) => true,
            Other::Row(other) => self.rows.get(other).is_some_and(|row| row.is_taken),
        };
        let same = alike.iter().any(|l| l.score >= SAME && twice(l));
        let is_taken = draft.can_be_taken() && choice.take.unwrap_or(!same);
        let (place, by) = match choice.place.filter(|place| exists(place, keys)) {
            Some(chosen) => (chosen, PlacedBy::Told),
            None => place(&draft, &plan.otherwise),
        };
        Row { draft, place, by, alike, is_taken, changes: None }
    }

    pub fn taken(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.is_taken)
    }

    /// So many groups that are here would be changed.
    pub fn changed(&self) -> usize {
        let changes = self.rows.iter().filter_map(|row| row.changes.as_ref());
        changes.filter(|changes| changes.are_any_taken()).count()
    }

    /// The same, with all that is here left as it is.
    pub fn without_changes(mut self) -> Outlook {
        self.rows.iter_mut().for_each(|row| row.changes = None);
        self
    }

    pub fn doubted(&self) -> usize {
        self.taken().filter(|row| row.needs_a_look()).count()
    }
}

fn exists(place: &Place, keys: &[&str]) -> bool {
    match place {
        Place::Citizens => true,
        Place::Sector(key) => keys.contains(&key.as_str()),
    }
}

fn place(draft: &Draft, otherwise: &Place) -> (Place, PlacedBy) {
    if draft.side == Some(Side::Citizens) {
        return (Place::Citizens, PlacedBy::Told);
    }
    // A list of citizen groups alone: the guide has said so once for all that don't say otherwise.
    if *otherwise == Place::Citizens && draft.side.is_none() && draft.sector_text.is_empty() {
        return (Place::Citizens, PlacedBy::Told);
    }
    match &draft.sector {
        Some(guess) if !draft.sector_text.is_empty() && guess.confidence >= 1.0 => {
            (Place::Sector(guess.key.clone()), PlacedBy::Told)
        }
        Some(guess) => {
            let sure = guess.confidence >= SURE;
            (Place::Sector(guess.key.clone()), PlacedBy::Guessed { why: guess.why.clone(), sure })
        }
        None => (otherwise.clone(), PlacedBy::Nothing),
    }
}

fn card(known: &Known) -> Card {
    let one = |text: &String| if text.is_empty() { Vec::new() } else { vec![text.clone()] };
    Card {
        name: known.name.clone(),
        phones: super::contacts::phones(&known.phone).into_iter().map(|phone| phone.number).collect(),
        emails: one(&known.email),
        websites: one(&known.website),
        address: known.address.clone(),
    }
}
