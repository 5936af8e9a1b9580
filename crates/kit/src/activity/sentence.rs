//! A row of the log as a sentence, with the thing it tells of as a link.

use crate::{Chrome, Markup};

/// Stands in the sentence where the link goes; nobody can type it.
const PLACE: &str = "\u{f8ff}";

/// What a sentence is made of. Each room has a message for its kinds: `activity-focus-adopted`.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    pub kind: &'a str,
    /// Who did it; nobody where the platform did it by itself.
    pub who: Option<&'a str>,
    /// The group in whose voice, where not their own.
    pub voice: Option<&'a str>,
    pub subject: (&'a str, i64),
    pub title: &'a str,
}

/// Where a thing is found; nothing for what has no page of its own.
pub fn path_of(kind: &str, id: i64) -> Option<String> {
    let room = match kind {
        "thread" => "threads",
        "tag" => "tags",
        "need" => "needs",
        "focus" => "focuses",
        "decision" => "decisions",
        "initiative" => "initiatives",
        "group" => "groups",
        "agenda" => "agenda",
        "meeting" => "meetings",
        "charter" => return Some("/charter".into()),
        "agreements" => return Some("/agreements".into()),
        "community" => return Some("/community".into()),
        _ => return None,
    };
    Some(format!("/{room}/{id}"))
}

/// The sentence, in the visitor's language. A kind that has none says who and what.
pub fn sentence(chrome: &Chrome, told: &Told<'_>) -> Markup {
    // messages: activity-*
    let key = format!("activity-{}", told.kind.replace(['.', '_'], "-"));
    let said = said(chrome, told, &key);
    let said = if said == key { self::said(chrome, told, "activity-other") } else { said };
    let title = escaped(told.title);
    let link = match path_of(told.subject.0, told.subject.1) {
        Some(path) => format!(r#"<a href="{path}">{title}</a>"#),
        None => title,
    };
    Markup(escaped(&said).replace(PLACE, &link))
}

fn said(chrome: &Chrome, told: &Told<'_>, key: &str) -> String {
    let who = told.who.unwrap_or(&chrome.town);
    let voice = told.voice.unwrap_or_default();
    chrome.t(key).with("who", who).with("voice", voice).with("title", PLACE).to_string()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
