//! An Open Referral package (HSDS 3.1): a zip of CSV files that refer to each other, and what says which
//! columns they have. Ids are the same each time, so that whoever takes it again knows what is new.

use super::csv::{begins_a_formula, row_guarded};
use super::{Format, Seen, unwritten};
use kit::{Chrome, Result, token};
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The files, with the columns that we fill of each.
const FILES: [(&str, &[&str]); 7] = [
    ("organizations", &["id", "name", "description", "email", "website"]),
    ("locations", &["id", "organization_id", "location_type", "name"]),
    (
        "addresses",
        &[
            "id",
            "location_id",
            "address_1",
            "city",
            "state_province",
            "postal_code",
            "country",
            "address_type",
        ],
    ),
    ("phones", &["id", "organization_id", "number"]),
    ("contacts", &["id", "organization_id", "name"]),
    ("taxonomy_terms", &["id", "code", "name", "taxonomy"]),
    ("attributes", &["id", "link_id", "taxonomy_term_id", "link_entity"]),
];

/// The taxonomies of our sectors and of the two sides.
const SECTORS: &str = "sector";
const SIDES: &str = "side";

pub struct Package {
    title: String,
    base: String,
    files: [String; 7],
    terms: BTreeSet<String>,
}

/// A telephone number is read by programs, and no spreadsheet does anything with it.
fn is_dangerous(cell: &str) -> bool {
    let is_number = |rest: &str| rest.chars().all(|c| c.is_ascii_digit() || " -/().".contains(c));
    begins_a_formula(cell) && !cell.strip_prefix('+').is_some_and(is_number)
}

fn row<'a>(csv: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    row_guarded(csv, cells, is_dangerous);
}

impl Package {
    pub fn begin(chrome: &Chrome, base: &str) -> Package {
        let files = FILES.map(|(_, columns)| {
            let mut file = String::new();
            row(&mut file, columns.iter().copied());
            file
        });
        Package { title: chrome.town.clone(), base: base.to_owned(), files, terms: BTreeSet::new() }
    }

    /// The id of one thing of a group: made of where it is from, so that no other platform's is the same.
    fn id(&self, kind: &str, of: &str) -> String {
        let hash = token::hash(&format!("{}/{kind}/{of}", self.base));
        let mut hex: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        // An id of one's own making, as RFC 9562 calls it.
        hex.replace_range(12..13, "8");
        hex.replace_range(16..17, "a");
        for dash in [20, 16, 12, 8] {
            hex.insert(dash, '-');
        }
        hex
    }

    fn add(&mut self, file: &str, cells: &[&str]) {
        if let Some(at) = FILES.iter().position(|(name, _)| *name == file) {
            row(&mut self.files[at], cells.iter().copied());
        }
    }

    /// Says of an organisation that it is called so in a taxonomy.
    fn add_term(&mut self, organization: &str, taxonomy: &str, code: &str, name: &str) {
        let term = self.id("terms", &format!("{taxonomy}/{code}"));
        if self.terms.insert(term.clone()) {
            self.add("taxonomy_terms", &[&term, code, name, taxonomy]);
        }
        let id = self.id("attributes", &format!("{organization}/{taxonomy}"));
        self.add("attributes", &[&id, organization, &term, "organization"]);
    }

    fn described(&self) -> String {
        let resources: Vec<_> = FILES
            .iter()
            .map(|(name, columns)| {
                let field = |column: &&str| serde_json::json!({ "name": column, "type": "string" });
                let fields: Vec<_> = columns.iter().map(field).collect();
                serde_json::json!({
                    "name": name,
                    "path": format!("{name}.csv"),
                    "profile": "tabular-data-resource",
                    "schema": { "fields": fields, "primaryKey": "id" },
                })
            })
            .collect();
        let package = serde_json::json!({
            "name": "groups",
            "title": self.title,
            "homepage": format!("{}/groups", self.base),
            "profile": "tabular-data-package",
            "hsds_version": "3.1",
            "resources": resources,
        });
        package.to_string()
    }
}

impl Format for Package {
    fn put(&mut self, seen: &Seen<'_>) -> Result<()> {
        let group = &seen.group;
        let number = group.id.to_string();
        let id = self.id("groups", &number);
        // What we have beyond the standard is told in words.
        let told = [&group.purpose, &group.needs, &group.offers];
        let told: Vec<&str> = told.into_iter().filter(|text| !text.is_empty()).map(String::as_str).collect();
        self.add("organizations", &[&id, &group.name, &told.join("\n\n"), &group.email, &group.website]);
        self.add_term(&id, SIDES, group.side.as_str(), group.side.as_str());
        if let Some(sector) = seen.sector {
            self.add_term(&id, SECTORS, &sector.key, &sector.name);
        }
        if !group.address.is_empty() {
            let (location, address) = (self.id("locations", &number), self.id("addresses", &number));
            self.add("locations", &[&location, &id, "physical", &group.name]);
            self.add("addresses", &[&address, &location, &group.address, "", "", "", "", "physical"]);
        }
        for (at, phone) in group.phone.split(", ").filter(|phone| !phone.is_empty()).enumerate() {
            let phone_id = self.id("phones", &format!("{number}/{at}"));
            self.add("phones", &[&phone_id, &id, phone]);
        }
        if !group.contact_name.is_empty() {
            let contact = self.id("contacts", &number);
            self.add("contacts", &[&contact, &id, &group.contact_name]);
        }
        Ok(())
    }

    fn finish(self) -> Result<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let described = self.described();
        let named = FILES.iter().map(|(name, _)| format!("{name}.csv")).zip(&self.files);
        for (name, text) in std::iter::once(("datapackage.json".to_owned(), &described)).chain(named) {
            zip.start_file(name, SimpleFileOptions::default()).map_err(unwritten)?;
            zip.write_all(text.as_bytes()).map_err(unwritten)?;
        }
        Ok(zip.finish().map_err(unwritten)?.into_inner())
    }
}
