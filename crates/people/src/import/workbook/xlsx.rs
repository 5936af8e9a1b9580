//! The sheets of an XLSX: the workbook names them, a part each has their cells, and most texts stand in a
//! part of their own, where cells point to.

use super::super::decode::Unreadable;
use super::package::Package;
use super::sheets::{Cells, Sheets};
use super::xml::{self, Xml, add_text, attribute, number, typed_number};
use quick_xml::events::{BytesStart, Event};

/// Rows are numbered up to here.
const LAST_ROW: usize = 1_048_576;

pub fn is_xlsx(package: &Package) -> bool {
    package.has("[Content_Types].xml") && package.has("_rels/.rels")
}

pub fn read(package: &mut Package<'_>, sheets: &mut Sheets<'_>) -> Result<(), Unreadable> {
    let workbook = related(package, "_rels/.rels", "")?
        .into_iter()
        .find(|part| part.kind.ends_with("/officeDocument"))
        .map(|part| part.path)
        .ok_or(Unreadable::Workbook)?;
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let parts = related(package, &format!("{folder}/_rels/{file}.rels"), folder)?;
    let texts = match parts.iter().find(|part| part.kind.ends_with("/sharedStrings")) {
        Some(part) => Texts::read(package, &part.path)?,
        None => Texts::default(),
    };
    for (name, id) in named(package, &workbook)? {
        let Some(part) = parts.iter().find(|part| part.id == id && part.kind.ends_with("/worksheet")) else {
            continue;
        };
        sheets.begin(&name);
        if let Some(xml) = xml::part(package, &part.path)? {
            rows(xml, &texts, sheets)?;
        }
    }
    Ok(())
}

/// A part that another one refers to.
struct Related {
    id: String,
    kind: String,
    path: String,
}

fn related(package: &mut Package<'_>, part: &str, folder: &str) -> Result<Vec<Related>, Unreadable> {
    let Some(mut xml) = xml::part(package, part)? else { return Ok(Vec::new()) };
    let (mut found, mut buffer) = (Vec::new(), Vec::new());
    loop {
        match xml::next(&mut xml, &mut buffer)? {
            Event::Start(e) if e.local_name().as_ref() == b"Relationship" => {
                let told = |name| attribute(&e, name).unwrap_or_default();
                let target = told(b"Target");
                let path = match target.strip_prefix('/') {
                    Some(whole) => whole.to_owned(),
                    None if folder.is_empty() => target,
                    None => format!("{folder}/{target}"),
                };
                found.push(Related { id: told(b"Id"), kind: told(b"Type"), path });
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// The sheets that one sees, by name, with the reference of their parts.
fn named(package: &mut Package<'_>, workbook: &str) -> Result<Vec<(String, String)>, Unreadable> {
    let mut xml = xml::part(package, workbook)?.ok_or(Unreadable::Broken)?;
    let (mut found, mut buffer) = (Vec::new(), Vec::new());
    loop {
        match xml::next(&mut xml, &mut buffer)? {
            Event::Start(e) if e.local_name().as_ref() == b"sheet" && is_seen(&e) => {
                let told = |name| attribute(&e, name).unwrap_or_default();
                found.push((told(b"name"), told(b"id")));
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn is_seen(sheet: &BytesStart<'_>) -> bool {
    attribute(sheet, b"state").is_none_or(|state| state == "visible")
}

/// The texts that cells point to, one after another.
#[derive(Default)]
struct Texts {
    all: String,
    ends: Vec<u32>,
}

impl Texts {
    fn read(package: &mut Package<'_>, part: &str) -> Result<Texts, Unreadable> {
        let Some(mut xml) = xml::part(package, part)? else { return Ok(Texts::default()) };
        let (mut texts, mut buffer, mut is_text) = (Texts::default(), Vec::new(), Said::default());
        loop {
            match xml::next(&mut xml, &mut buffer)? {
                Event::Start(e) => is_text.enter(&e),
                Event::End(e) if e.local_name().as_ref() == b"si" => {
                    texts.ends.push(u32::try_from(texts.all.len()).map_err(|_| Unreadable::Broken)?);
                }
                Event::End(e) => is_text.leave(e.local_name().as_ref()),
                Event::Eof => return Ok(texts),
                event if is_text.now() => add_text(&event, &mut texts.all),
                _ => {}
            }
        }
    }

    fn text(&self, at: usize) -> &str {
        let Some(end) = self.ends.get(at) else { return "" };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.all.get(start as usize..*end as usize).unwrap_or_default()
    }
}

/// Whether text that comes now is said in a cell: within `t`, but not where `rPh` tells how it is pronounced.
#[derive(Default)]
struct Said {
    text: bool,
    pronounced: bool,
}

impl Said {
    fn enter(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            b"t" => self.text = true,
            b"rPh" => self.pronounced = true,
            _ => {}
        }
    }

    fn leave(&mut self, name: &[u8]) {
        match name {
            b"t" => self.text = false,
            b"rPh" => self.pronounced = false,
            _ => {}
        }
    }

    fn now(&self) -> bool {
        self.text && !self.pronounced
    }
}

fn rows(mut xml: Xml<'_>, texts: &Texts, sheets: &mut Sheets<'_>) -> Result<(), Unreadable> {
    let (mut cells, mut line, mut buffer) = (Cells::default(), 0, Vec::new());
    while sheets.wants_more() {
        match xml::next(&mut xml, &mut buffer)? {
            Event::Start(e) => match e.local_name().as_ref() {
                b"row" => {
                    cells.clear();
                    // Rows count upwards, whatever they say.
                    line = number(&e, b"r").filter(|n| *n <= LAST_ROW).map_or(line + 1, |n| n.max(line + 1));
                }
                b"c" => {
                    if let Some(column) = attribute(&e, b"r").and_then(|name| column(&name)) {
                        cells.move_to(column);
                    }
                    let kind = attribute(&e, b"t").unwrap_or_default();
                    let text = cell(&mut xml, &kind, texts)?;
                    cells.put(&text, 1)?;
                }
                _ => {}
            },
            Event::End(e) if e.local_name().as_ref() == b"row" => sheets.row(line, &cells, 1)?,
            Event::End(e) if e.local_name().as_ref() == b"sheetData" => break,
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(())
}

/// The text of the cell that has just begun.
fn cell(xml: &mut Xml<'_>, kind: &str, texts: &Texts) -> Result<String, Unreadable> {
    let (mut value, mut said, mut buffer) = (String::new(), Said::default(), Vec::new());
    let mut in_value = false;
    loop {
        match xml::next(xml, &mut buffer)? {
            Event::Start(e) if e.local_name().as_ref() == b"v" => in_value = true,
            Event::Start(e) => said.enter(&e),
            Event::End(e) => match e.local_name().as_ref() {
                b"c" => break,
                b"v" => in_value = false,
                name => said.leave(name),
            },
            Event::Eof => break,
            event if in_value || said.now() => add_text(&event, &mut value),
            _ => {}
        }
    }
    Ok(match kind {
        "s" => value.trim().parse().map_or("", |at| texts.text(at)).replace("_x000D_", ""),
        "b" | "e" => String::new(),
        "str" | "inlineStr" | "d" => value,
        _ => typed_number(&value),
    })
}

/// The column of a cell's name, counted from 0: 27 for "AB12".
fn column(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.fold(0_usize, |number, letter| {
        let place = usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        number.saturating_mul(26).saturating_add(place)
    });
    number.checked_sub(1)
}
