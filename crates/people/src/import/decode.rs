//! A file of organisations comes from somebody's old spreadsheet: in whatever encoding that wrote, with
//! whatever line ends. Here its bytes become text, and we say which encoding we took them for, so that
//! somebody who sees "Å" for "ő" in the preview knows why.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252};
use serde::{Deserialize, Serialize};

/// The most bytes that a file may have: a list of 50,000 organisations with long descriptions.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// A file as text: no byte order mark, every line end a `\n`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// The encoding's name as the web knows it: `UTF-8`, `windows-1252` …
    pub encoding: &'static str,
    /// Some bytes meant nothing in that encoding; a `�` stands for each.
    pub lossy: bool,
    pub line_ends: LineEnds,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineEnds {
    Lf,
    CrLf,
    Cr,
    Mixed,
    /// One line only.
    None,
}

/// Why a file can't be read as a list at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Unreadable {
    Empty,
    TooLarge {
        bytes: usize,
        most: usize,
    },
    /// A workbook where text is wanted, or one that nobody can open: of an old program, or with a password.
    Workbook,
    /// A workbook or an archive that is damaged.
    Broken,
    /// An archive with no list in it that we know.
    Archive,
    /// Of a directory in JSON, what isn't as its standard says.
    NotHsds,
    /// A picture, a program: no text in any encoding.
    NotText,
    /// The headers alone, or nothing with a cell in it.
    NoRows,
    TooManyRows {
        most: usize,
    },
    TooWide {
        columns: usize,
        most: usize,
    },
}

/// Reads bytes as text, guessing the encoding where no mark says it.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge { bytes: bytes.len(), most: MOST_BYTES });
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(Unreadable::Workbook);
    }
    let (encoding, rest) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None => (guess(bytes), bytes),
    };
    let (text, lossy) = encoding.decode_without_bom_handling(rest);
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    if looks_binary(&text) {
        return Err(Unreadable::NotText);
    }
    let (text, line_ends) = with_plain_line_ends(&text);
    Ok(Decoded { text, encoding: encoding.name(), lossy, line_ends })
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(wide) = utf16_without_mark(bytes) {
        return wide;
    }
    if is_mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess == WINDOWS_1252 && reads_better_as_1250(bytes) { WINDOWS_1250 } else { guess }
}

/// UTF-8 with a broken letter here and there, as pasted or cut files have, is UTF-8 all the same: in any
/// other encoding its letters outside ASCII hardly ever make valid sequences.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut broken, mut whole) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken * 10 <= whole
}

/// Text of few words leaves a detector in doubt between West and East. In Windows-1252, õ and û stand
/// beside Hungarian letters only by mistake: they are ő and ű, the two letters it doesn't have.
fn reads_better_as_1250(bytes: &[u8]) -> bool {
    let has = |set: &[u8]| bytes.iter().filter(|byte| set.contains(byte)).count();
    let hungarian_only = has(&[0xF5, 0xFB, 0xD5, 0xDB]);
    let hungarian_too = has(&[0xE1, 0xE9, 0xED, 0xF3, 0xF6, 0xFA, 0xFC, 0xC1, 0xC9, 0xD3, 0xD6, 0xDC]);
    // ã (Portuguese) and â, ê, ô, î (French) speak against it: those languages have õ or û of their own.
    let western = has(&[0xE3, 0xE0, 0xE8, 0xEA, 0xF4, 0xEE, 0xE7, 0xF1]);
    hungarian_only > 0 && hungarian_too >= hungarian_only && western == 0
}

/// "Unicode text" as Excel saves it has a mark; programs that leave it out still write mostly Latin letters,
/// so that every second byte is nought.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let noughts = |at: usize| sample.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (noughts(0), noughts(1), sample.len() / 2);
    match pairs {
        0 | 1 => None,
        _ if odd * 10 >= pairs * 6 && even * 10 < pairs => Some(UTF_16LE),
        _ if even * 10 >= pairs * 6 && odd * 10 < pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// A few control characters stray into text; a file full of them is something else.
fn looks_binary(text: &str) -> bool {
    let sample = text.chars().take(10_000);
    let (mut odd, mut all) = (0usize, 0usize);
    for c in sample {
        all += 1;
        odd += usize::from(c == '\0' || (c.is_control() && !c.is_whitespace()) || c == '\u{FFFD}');
    }
    odd * 20 > all
}

fn with_plain_line_ends(text: &str) -> (String, LineEnds) {
    let crlf = text.matches("\r\n").count();
    let cr = text.matches('\r').count() - crlf;
    let lf = text.matches('\n').count() - crlf;
    let ends = match (crlf, cr, lf) {
        (0, 0, 0) => LineEnds::None,
        (0, 0, _) => LineEnds::Lf,
        (_, 0, 0) => LineEnds::CrLf,
        (0, _, 0) => LineEnds::Cr,
        _ => LineEnds::Mixed,
    };
    let plain = if crlf + cr == 0 { text.to_owned() } else { text.replace("\r\n", "\n").replace('\r', "\n") };
    (plain, ends)
}

#[cfg(test)]
mod tests;
