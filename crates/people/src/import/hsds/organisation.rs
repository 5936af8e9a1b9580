//! What we take of an organisation.

/// The columns of the table that it becomes, named so that they are known again.
pub const COLUMNS: [&str; 9] =
    ["Name", "Sector", "Side", "Description", "Address", "Phone", "Email", "Website", "Contact"];

/// So many of each kind are taken, and what else there is left.
pub const MOST_OF_A_KIND: usize = 8;

/// The taxonomy in which our own exports say the side.
pub const SIDES: &str = "side";

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Organisation {
    pub name: String,
    pub description: String,
    pub side: String,
    pub sectors: Vec<String>,
    pub addresses: Vec<String>,
    pub phones: Vec<String>,
    pub emails: Vec<String>,
    pub websites: Vec<String>,
    pub contacts: Vec<String>,
    pub services: Vec<String>,
}

/// The parts of an address, as the standard has them.
pub struct Address<'a> {
    pub lines: [&'a str; 2],
    pub city: &'a str,
    pub postcode: &'a str,
    pub state: &'a str,
}

impl Address<'_> {
    /// In one line. A first line that is a whole address already isn't told twice.
    fn line(&self) -> String {
        let town = format!("{} {}", self.postcode.trim(), self.city.trim());
        let mut line = String::new();
        for part in [self.lines[0], self.lines[1], &town, self.state] {
            let part = part.trim();
            if !part.is_empty() && !line.contains(part) {
                line.push_str(if line.is_empty() { "" } else { ", " });
                line.push_str(part);
            }
        }
        line
    }
}

impl Organisation {
    pub fn add_address(&mut self, address: &Address<'_>) {
        add(&mut self.addresses, &address.line());
    }

    /// A telephone number; a fax machine's is none.
    pub fn add_phone(&mut self, number: &str, extension: &str, kind: &str) {
        let (number, extension) = (number.trim().trim_matches('"'), extension.trim());
        let kind = kind.to_lowercase();
        if kind.contains("fax") || kind.contains("pager") {
            return;
        }
        let whole =
            if extension.is_empty() { number.to_owned() } else { format!("{number} ext. {extension}") };
        add(&mut self.phones, if number.is_empty() { "" } else { &whole });
    }

    pub fn add_contact(&mut self, name: &str, title: &str) {
        let (name, title) = (name.trim(), title.trim());
        let whole = if title.is_empty() { name.to_owned() } else { format!("{name} ({title})") };
        add(&mut self.contacts, if name.is_empty() { "" } else { &whole });
    }

    pub fn add_email(&mut self, email: &str) {
        add(&mut self.emails, email);
    }

    pub fn add_website(&mut self, website: &str) {
        add(&mut self.websites, website);
    }

    pub fn add_service(&mut self, name: &str) {
        add(&mut self.services, name);
    }

    /// A term of a taxonomy: the side, or else a sector.
    pub fn add_term(&mut self, taxonomy: &str, term: &str) {
        if taxonomy == SIDES {
            self.side = term.trim().to_owned();
        } else {
            add(&mut self.sectors, term);
        }
    }

    pub fn cells(self) -> Vec<String> {
        let purpose =
            if self.description.trim().is_empty() { self.services.join(", ") } else { self.description };
        // Only one can be its sector; the first was meant most.
        let sector = self.sectors.into_iter().next().unwrap_or_default();
        vec![
            self.name,
            sector,
            self.side,
            purpose,
            self.addresses.into_iter().next().unwrap_or_default(),
            self.phones.join(", "),
            self.emails.join(", "),
            self.websites.join(" "),
            self.contacts.join(", "),
        ]
    }
}

fn add(to: &mut Vec<String>, text: &str) {
    let text = text.trim();
    if !text.is_empty() && to.len() < MOST_OF_A_KIND && !to.iter().any(|known| known == text) {
        to.push(text.to_owned());
    }
}
