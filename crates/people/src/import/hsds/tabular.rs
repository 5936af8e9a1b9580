//! A package of CSV files. Which organisation a phone or an address belongs to, it says itself, or the
//! location, service or contact does that it belongs to.

use super::super::decode::{MOST_BYTES, Unreadable, decode};
use super::super::table::{Reader, Record};
use super::super::workbook::Package;
use super::organisation::{Address, Organisation};
use std::collections::HashMap;
use std::io::Read;

/// The most rows of one file: of 50,000 organisations, some phones each.
const MOST_ROWS: usize = 200_000;

pub fn is_tabular(package: &Package<'_>) -> bool {
    package.find("organizations.csv").is_some() || package.find("organization.csv").is_some()
}

/// A file's rows, by the names of its columns.
#[derive(Default)]
struct File {
    columns: HashMap<String, usize>,
    rows: Vec<Record>,
}

impl File {
    /// The file of this name, in the plural as now or in the singular as before; empty where it is missing.
    fn open(package: &mut Package<'_>, plural: &str, singular: &str) -> Result<File, Unreadable> {
        let find = |name: &str| package.find(&format!("{name}.csv"));
        let Some(path) = find(plural).or_else(|| find(singular)) else { return Ok(File::default()) };
        let Some(part) = package.part(&path)? else { return Ok(File::default()) };
        let mut bytes = Vec::new();
        part.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|_| Unreadable::Broken)?;
        if bytes.is_empty() {
            return Ok(File::default());
        }
        let text = decode(&bytes)?.text;
        let mut rows: Vec<Record> =
            Reader::new(&text, b',', 1).filter(|row| !row.is_blank()).take(MOST_ROWS + 1).collect();
        if rows.len() > MOST_ROWS {
            return Err(Unreadable::TooManyRows { most: MOST_ROWS });
        } else if rows.is_empty() {
            return Ok(File::default());
        }
        let headers = rows.remove(0).cells;
        let columns = headers.iter().enumerate().map(|(at, name)| (name.trim().to_lowercase(), at));
        Ok(File { columns: columns.collect(), rows })
    }

    fn rows(&self) -> impl Iterator<Item = Line<'_>> {
        self.rows.iter().map(|record| Line { columns: &self.columns, record })
    }
}

struct Line<'f> {
    columns: &'f HashMap<String, usize>,
    record: &'f Record,
}

impl<'f> Line<'f> {
    fn cell(&self, column: &str) -> &'f str {
        let cell = self.columns.get(column).and_then(|at| self.record.cells.get(*at));
        cell.map_or("", |cell| cell.trim())
    }
}

/// The organisations, and by what else is told of them which one it is: each thing's id leads to a place.
#[derive(Default)]
struct Directory {
    all: Vec<Organisation>,
    places: HashMap<String, usize>,
}

impl Directory {
    /// The place of the organisation that a line belongs to.
    fn place(&self, line: &Line<'_>) -> Option<usize> {
        let ways = ["organization_id", "location_id", "service_id", "contact_id", "link_id"];
        ways.iter().find_map(|way| self.places.get(line.cell(way)).copied())
    }

    fn of(&mut self, line: &Line<'_>) -> Option<&mut Organisation> {
        let place = self.place(line)?;
        self.all.get_mut(place)
    }

    /// From now on the line's own id leads to the same organisation.
    fn follow(&mut self, line: &Line<'_>) {
        if let Some(place) = self.place(line)
            && !line.cell("id").is_empty()
        {
            self.places.entry(line.cell("id").to_owned()).or_insert(place);
        }
    }
}

pub fn read(package: &mut Package<'_>) -> Result<Vec<Organisation>, Unreadable> {
    let mut directory = Directory::default();
    for line in File::open(package, "organizations", "organization")?.rows() {
        let mut organisation = Organisation {
            name: line.cell("name").to_owned(),
            description: line.cell("description").to_owned(),
            ..Organisation::default()
        };
        organisation.add_email(line.cell("email"));
        organisation.add_website(line.cell("website"));
        directory.places.insert(line.cell("id").to_owned(), directory.all.len());
        directory.all.push(organisation);
    }
    // A thing without an id is nobody's.
    directory.places.remove("");
    services(&mut directory, package)?;
    reach(&mut directory, package)?;
    terms(&mut directory, package)?;
    Ok(directory.all)
}

/// Services and locations: what leads from their phones and addresses to the organisation.
fn services(directory: &mut Directory, package: &mut Package<'_>) -> Result<(), Unreadable> {
    for line in File::open(package, "services", "service")?.rows() {
        directory.follow(&line);
        if let Some(organisation) = directory.of(&line) {
            organisation.add_service(line.cell("name"));
        }
    }
    for line in File::open(package, "locations", "location")?.rows() {
        directory.follow(&line);
    }
    for line in File::open(package, "service_at_locations", "service_at_location")?.rows() {
        // The location is where the service's organisation is found, unless it has one of its own.
        if let (Some(place), location) = (directory.place(&line), line.cell("location_id"))
            && !location.is_empty()
        {
            directory.places.entry(location.to_owned()).or_insert(place);
        }
    }
    Ok(())
}

fn reach(directory: &mut Directory, package: &mut Package<'_>) -> Result<(), Unreadable> {
    for line in File::open(package, "contacts", "contact")?.rows() {
        directory.follow(&line);
        if let Some(organisation) = directory.of(&line) {
            organisation.add_contact(line.cell("name"), line.cell("title"));
            organisation.add_email(line.cell("email"));
        }
    }
    for line in File::open(package, "phones", "phone")?.rows() {
        if let Some(organisation) = directory.of(&line) {
            organisation.add_phone(line.cell("number"), line.cell("extension"), line.cell("type"));
        }
    }
    let found = ["addresses", "physical_addresses", "postal_addresses"];
    for name in found {
        for line in File::open(package, name, "address")?.rows() {
            if let Some(organisation) = directory.of(&line) {
                organisation.add_address(&Address {
                    lines: [line.cell("address_1"), line.cell("address_2")],
                    city: line.cell("city"),
                    postcode: line.cell("postal_code"),
                    state: line.cell("state_province"),
                });
            }
        }
    }
    for line in File::open(package, "urls", "url")?.rows() {
        if let Some(organisation) = directory.of(&line) {
            organisation.add_website(line.cell("url"));
        }
    }
    Ok(())
}

/// Terms of taxonomies that organisations or their services have.
fn terms(directory: &mut Directory, package: &mut Package<'_>) -> Result<(), Unreadable> {
    let file = File::open(package, "taxonomy_terms", "taxonomy_term")?;
    let named: HashMap<&str, (&str, &str)> =
        file.rows().map(|line| (line.cell("id"), (line.cell("taxonomy"), line.cell("name")))).collect();
    for line in File::open(package, "attributes", "attribute")?.rows() {
        let term = named.get(line.cell("taxonomy_term_id")).copied();
        if let (Some((taxonomy, term)), Some(organisation)) = (term, directory.of(&line)) {
            organisation.add_term(taxonomy, term);
        }
    }
    Ok(())
}
