//! What a file is, by its content.

use super::{Incoming, zip};
use pictures::{Fault, Format};

/// What may come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Picture(Format),
    Pdf,
    Odt,
    Ods,
    Odp,
    Docx,
    Xlsx,
    Pptx,
    /// Plain text, and by its name a table.
    Csv,
    Txt,
}

impl Kind {
    /// The ending and the media type under which a document is kept and given out.
    pub fn served_as(self) -> (&'static str, &'static str) {
        match self {
            Kind::Picture(_) => ("webp", "image/webp"),
            Kind::Pdf => ("pdf", "application/pdf"),
            Kind::Odt => ("odt", "application/vnd.oasis.opendocument.text"),
            Kind::Ods => ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Kind::Odp => ("odp", "application/vnd.oasis.opendocument.presentation"),
            Kind::Docx => ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Kind::Xlsx => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Kind::Pptx => {
                ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")
            }
            Kind::Csv => ("csv", "text/csv"),
            Kind::Txt => ("txt", "text/plain"),
        }
    }
}

/// Why a file isn't taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    Empty,
    /// A picture of a kind that browsers, or we, can't show: HEIC, AVIF, TIFF, BMP.
    OtherPicture,
    /// It has more dots than we take.
    TooManyDots,
    /// It says what it is, and then is not.
    Unreadable,
    /// It can run by itself.
    Macros,
    /// SVG, HTML, a program, an archive: anything else.
    Unknown,
}

impl Refusal {
    /// The message that tells people.
    pub fn message(self) -> &'static str {
        match self {
            Refusal::Empty => "kit-file-empty",
            Refusal::OtherPicture => "kit-file-other-picture",
            Refusal::TooManyDots => "kit-file-too-many-dots",
            Refusal::Unreadable => "kit-file-unreadable",
            Refusal::Macros => "kit-file-macros",
            Refusal::Unknown => "kit-file-unknown",
        }
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Refusal {
        match fault {
            Fault::TooManyDots => Refusal::TooManyDots,
            Fault::Unreadable => Refusal::Unreadable,
        }
    }
}

/// What was seen of a file before it is worked on.
pub(super) struct Look {
    pub kind: Kind,
    /// The memory that it will need, in bytes.
    pub needs: u64,
}

pub(super) fn look(file: &Incoming) -> Result<Look, Refusal> {
    if file.size == 0 {
        return Err(Refusal::Empty);
    }
    let bytes = file.bytes()?;
    let kind = kind_of(&bytes, &file.name)?;
    let needs = match kind {
        Kind::Picture(format) => pictures::needs(&bytes, format)?,
        _ => file.size,
    };
    Ok(Look { kind, needs })
}

/// The name decides only whether a text is called a table.
fn kind_of(bytes: &[u8], name: &str) -> Result<Kind, Refusal> {
    match infer::get(bytes).map(|found| found.mime_type()) {
        Some("image/jpeg") => Ok(Kind::Picture(Format::Jpeg)),
        Some("image/png") => Ok(Kind::Picture(Format::Png)),
        Some("image/gif") => Ok(Kind::Picture(Format::Gif)),
        Some("image/webp") => Ok(Kind::Picture(Format::WebP)),
        Some(other) if other.starts_with("image/") && !other.contains("svg") => Err(Refusal::OtherPicture),
        Some("application/pdf") => Ok(Kind::Pdf),
        _ if bytes.starts_with(b"PK\x03\x04") => zip::office(bytes),
        _ if is_text(bytes) && name.to_lowercase().ends_with(".csv") => Ok(Kind::Csv),
        _ if is_text(bytes) => Ok(Kind::Txt),
        _ => Err(Refusal::Unknown),
    }
}

/// Whether it is words in any encoding, and nothing that a program would take for a page or a script, should
/// one ever ignore what we say of it.
fn is_text(bytes: &[u8]) -> bool {
    let control = |b: &u8| *b < 0x20 && !b"\t\n\r\x0c".contains(b);
    let start: Vec<u8> = bytes.iter().take(4096).map(u8::to_ascii_lowercase).collect();
    let bare = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&start).trim_ascii_start();
    let holds = |mark: &[u8]| start.windows(mark.len()).any(|window| window == mark);
    let marks: [&[u8]; 7] = [b"<!doctype", b"<html", b"<svg", b"<script", b"<?php", b"<?xml", b"<body"];
    !bytes.iter().any(control)
        && !bare.starts_with(b"<")
        && !bare.starts_with(b"#!")
        && !marks.iter().any(|m| holds(m))
}
