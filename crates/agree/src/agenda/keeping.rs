//! Who keeps the register: guides, and whoever may speak for a group of the local authority.

use db::Conn;
use kit::{Chrome, Error, Result, SectorId, Voice};
use people::{Member, Visitor, sectors};

/// The key of the sector that the municipality belongs to.
const AUTHORITY: &str = "authority";

/// The voices in which somebody may keep the register; none where they may not.
pub fn voices(c: &mut Conn, member: &Member) -> Result<Vec<Voice>> {
    if member.is_guide() {
        return Ok(member.voices().to_vec());
    }
    let authority: Option<SectorId> = match member.voices() {
        // Who speaks for themselves alone represents nobody.
        [_] => None,
        _ => sectors::by_key(c, AUTHORITY)?,
    };
    Ok(member.voices().iter().filter(|v| v.sector.is_some() && v.sector == authority).cloned().collect())
}

/// The same as a precondition.
pub fn must_keep(c: &mut Conn, member: &Member) -> Result<Vec<Voice>> {
    let voices = voices(c, member)?;
    if voices.is_empty() { Err(Error::Forbidden) } else { Ok(voices) }
}

/// Whether a visitor sees the buttons.
pub fn keeps(c: &mut Conn, visitor: &Visitor) -> Result<bool> {
    let Some(person) = visitor.person.clone() else { return Ok(false) };
    let member = Member { visitor: visitor.clone(), person };
    Ok(!voices(c, &member)?.is_empty())
}

/// Some of a member's voices as a form offers them: `(value, words)`.
pub fn choices(chrome: &Chrome, voices: &[Voice]) -> Vec<(String, String)> {
    let words = |voice: &Voice| match voice.group {
        None => chrome.t("people-for-myself").to_string(),
        Some(_) => chrome.t("people-for-group").with("name", &voice.name).to_string(),
    };
    voices.iter().map(|voice| (voice.form_value(), words(voice))).collect()
}
