//! The little that workbooks need of XML. Entities that a document declares itself are never resolved.

use super::super::decode::Unreadable;
use super::package::{Package, Part};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, escape};

pub type Xml<'p> = Reader<Part<'p>>;

/// The XML of a part; `None` where there is no such part.
pub fn part<'p>(package: &'p mut Package<'_>, name: &str) -> Result<Option<Xml<'p>>, Unreadable> {
    let Some(part) = package.part(name)? else { return Ok(None) };
    let mut xml = Reader::from_reader(part);
    let config = xml.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    Ok(Some(xml))
}

/// The next thing in it; what isn't XML is broken.
pub fn next<'b>(xml: &mut Xml<'_>, buffer: &'b mut Vec<u8>) -> Result<Event<'b>, Unreadable> {
    buffer.clear();
    xml.read_event_into(buffer).map_err(|_| Unreadable::Broken)
}

/// An attribute by its name, whatever stands before the colon.
pub fn attribute(element: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    let found = element.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    let text = std::str::from_utf8(&found.value).ok()?;
    Some(escape::unescape(text).map_or_else(|_| text.to_owned(), |plain| plain.into_owned()))
}

pub fn number(element: &BytesStart<'_>, name: &[u8]) -> Option<usize> {
    attribute(element, name)?.trim().parse().ok()
}

/// Adds what an event says as text; other events say nothing.
pub fn add_text(event: &Event<'_>, to: &mut String) {
    match event {
        Event::Text(text) => to.push_str(&text.xml10_content().unwrap_or_default()),
        Event::CData(text) => to.push_str(&text.decode().unwrap_or_default()),
        Event::GeneralRef(reference) => match reference.resolve_char_ref() {
            Ok(Some(c)) => to.push(c),
            _ => {
                let name = reference.decode().unwrap_or_default();
                to.push_str(escape::resolve_predefined_entity(&name).unwrap_or_default());
            }
        },
        _ => {}
    }
}

/// A number as somebody would have typed it: telephone numbers are kept as `3.630123E10`.
pub fn typed_number(text: &str) -> String {
    match text.parse::<f64>() {
        Ok(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        _ => text.to_owned(),
    }
}
