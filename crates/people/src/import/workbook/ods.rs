//! The sheets of an ODS: all in one part, where a cell or a row that comes again is told once, with how often.

use super::super::decode::Unreadable;
use super::package::Package;
use super::sheets::{Cells, Sheets};
use super::xml::{self, Xml, add_text, attribute, number, typed_number};
use quick_xml::events::{BytesStart, Event};
use std::io::Read;

const KIND: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
/// Blanks are told with how many they are; nobody means more.
const MOST_BLANKS: usize = 100;

pub fn is_ods(package: &mut Package<'_>) -> bool {
    let mut kind = Vec::new();
    let Ok(Some(part)) = package.part("mimetype") else { return false };
    part.take(KIND.len() as u64).read_to_end(&mut kind).is_ok() && kind == KIND
}

pub fn read(package: &mut Package<'_>, sheets: &mut Sheets<'_>) -> Result<(), Unreadable> {
    let mut xml = xml::part(package, "content.xml")?.ok_or(Unreadable::Broken)?;
    let mut buffer = Vec::new();
    loop {
        match xml::next(&mut xml, &mut buffer)? {
            Event::Start(e) if e.local_name().as_ref() == b"table" => {
                sheets.begin(&attribute(&e, b"name").unwrap_or_default());
                rows(&mut xml, sheets)?;
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn rows(xml: &mut Xml<'_>, sheets: &mut Sheets<'_>) -> Result<(), Unreadable> {
    let (mut cells, mut buffer) = (Cells::default(), Vec::new());
    let (mut line, mut times) = (0_usize, 1);
    loop {
        match xml::next(xml, &mut buffer)? {
            Event::Start(e) => match e.local_name().as_ref() {
                b"table-row" => {
                    cells.clear();
                    line = line.saturating_add(times);
                    times = number(&e, b"number-rows-repeated").unwrap_or(1).max(1);
                }
                b"table-cell" | b"covered-table-cell" => {
                    let columns = number(&e, b"number-columns-repeated").unwrap_or(1);
                    let text = cell(xml, &e)?;
                    if sheets.wants_more() {
                        cells.put(&text, columns)?;
                    }
                }
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                b"table-row" => sheets.row(line.max(1), &cells, times)?,
                b"table" => return Ok(()),
                _ => {}
            },
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// What one sees in the cell that has just begun. A number is taken as it is kept, since one sees it with
/// the marks of some language.
fn cell(xml: &mut Xml<'_>, begun: &BytesStart<'_>) -> Result<String, Unreadable> {
    let is_number = attribute(begun, b"value-type").is_some_and(|kind| kind == "float");
    let value = attribute(begun, b"value").filter(|_| is_number).map(|text| typed_number(&text));
    let (mut text, mut buffer) = (String::new(), Vec::new());
    let (mut notes, mut paragraphs, mut within) = (0_usize, 0_usize, false);
    loop {
        match xml::next(xml, &mut buffer)? {
            Event::Start(e) => match e.local_name().as_ref() {
                b"annotation" => notes += 1,
                b"p" if notes == 0 => {
                    paragraphs += 1;
                    within = true;
                    text.push_str(if paragraphs > 1 { "\n" } else { "" });
                }
                b"s" if within => {
                    let blanks = number(&e, b"c").unwrap_or(1).min(MOST_BLANKS);
                    text.extend(std::iter::repeat_n(' ', blanks));
                }
                b"tab" if within => text.push('\t'),
                b"line-break" if within => text.push('\n'),
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                b"annotation" => notes = notes.saturating_sub(1),
                b"p" if notes == 0 => within = false,
                b"table-cell" | b"covered-table-cell" => break,
                _ => {}
            },
            Event::Eof => break,
            event if within && notes == 0 => add_text(&event, &mut text),
            _ => {}
        }
    }
    Ok(value.unwrap_or(text))
}
