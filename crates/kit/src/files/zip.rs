//! Which office document an archive is: by the names of what is in it. Nothing is unpacked, so an archive that
//! is a bomb stays asleep.

use super::{Kind, Refusal};

/// So many names are read; a document has some dozens.
const MOST: usize = 20_000;

pub fn office(bytes: &[u8]) -> Result<Kind, Refusal> {
    let names = names(bytes).ok_or(Refusal::Unreadable)?;
    let has = |name: &str| names.contains(&name.as_bytes());
    if names.iter().any(|n| n.to_ascii_lowercase().ends_with(b"vbaproject.bin")) {
        return Err(Refusal::Macros);
    }
    match infer::get(bytes).map(|found| found.mime_type()) {
        Some("application/vnd.oasis.opendocument.text") if has("content.xml") => Ok(Kind::Odt),
        Some("application/vnd.oasis.opendocument.spreadsheet") if has("content.xml") => Ok(Kind::Ods),
        Some("application/vnd.oasis.opendocument.presentation") if has("content.xml") => Ok(Kind::Odp),
        _ if !has("[Content_Types].xml") => Err(Refusal::Unknown),
        _ if has("word/document.xml") => Ok(Kind::Docx),
        _ if has("xl/workbook.xml") => Ok(Kind::Xlsx),
        _ if has("ppt/presentation.xml") => Ok(Kind::Pptx),
        _ => Err(Refusal::Unknown),
    }
}

/// The names in the central directory, which stands at the end.
fn names(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let tail = bytes.len().saturating_sub(22 + 65_535);
    let end = tail + bytes[tail..].windows(4).rposition(|w| w == b"PK\x05\x06")?;
    let mut at = number(bytes, end + 16, 4)?;
    let mut names = Vec::new();
    while bytes.get(at..at + 4) == Some(b"PK\x01\x02") && names.len() < MOST {
        let (name, extra, comment) =
            (number(bytes, at + 28, 2)?, number(bytes, at + 30, 2)?, number(bytes, at + 32, 2)?);
        names.push(bytes.get(at + 46..at + 46 + name)?);
        at += 46 + name + extra + comment;
    }
    (!names.is_empty()).then_some(names)
}

/// A number as archives write it: the low byte first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let digits = bytes.get(at..at.checked_add(length)?)?;
    Some(digits.iter().rev().fold(0, |sum, digit| sum << 8 | usize::from(*digit)))
}
