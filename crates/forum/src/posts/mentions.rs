//! Mentions: `@` and a name, as one would write it: "@Márta Tóth", "@Town Library", and, where only one
//! person bears it, "@Márta". The longest name counts; accents, case and a short ending are forgiven
//! ("@Tóth Mártának"). What could mean two is left alone. A group becomes a link to its page.

use super::markup::{self, Piece};
use super::queries::{self, Name};
use db::{Conn, fold};
use kit::{GroupId, PersonId};
use people::memberships;
use std::collections::HashMap;

/// So many mentions of one text count; the rest is text.
const MOST: usize = 10;

/// The most letters that a language may add to a name.
const ENDING: usize = 5;

/// A text with its mentions marked, and whom to tell.
#[derive(Debug, Default)]
pub struct Linked {
    pub html: String,
    pub persons: Vec<PersonId>,
}

/// Somebody who may be meant. The name is folded as it stands in HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Named {
    folded: String,
    is_group: bool,
    id: i64,
}

/// Marks the mentions in HTML that was made safe.
pub fn link(c: &mut Conn, html: &str) -> db::Result<Linked> {
    if !html.contains('@') {
        return Ok(Linked { html: html.into(), persons: Vec::new() });
    }
    let mut linking =
        Linking { c, names: HashMap::new(), found: Vec::new(), html: String::with_capacity(html.len()) };
    let mut kept_as_is = 0_usize;
    for piece in markup::pieces(html) {
        match piece {
            Piece::Tag(tag) => {
                kept_as_is = match markup::name(tag) {
                    ("a" | "code" | "pre", false) => kept_as_is + 1,
                    ("a" | "code" | "pre", true) => kept_as_is.saturating_sub(1),
                    _ => kept_as_is,
                };
                linking.html.push_str(tag);
            }
            Piece::Text(text) if kept_as_is > 0 => linking.html.push_str(text),
            Piece::Text(text) => linking.take(text)?,
        }
    }
    let Linking { html, found, .. } = linking;
    Ok(Linked { persons: persons(c, &found)?, html })
}

struct Linking<'c> {
    c: &'c mut Conn,
    /// Names by their first two letters.
    names: HashMap<String, Vec<Named>>,
    found: Vec<Named>,
    html: String,
}

impl Linking<'_> {
    fn take(&mut self, text: &str) -> db::Result<()> {
        let mut rest = text;
        let mut before = None;
        while let Some(at) = rest.find('@') {
            let (head, tail) = rest.split_at(at);
            self.html.push_str(head);
            let before_at = head.chars().next_back().or(before);
            let said = match before_at.is_some_and(is_part_of_an_address) {
                true => None,
                false => self.meant(&tail[1..])?,
            };
            let length = 1 + said.as_ref().map_or(0, |(_, length)| *length);
            let (name, left) = tail.split_at(length);
            match said {
                Some((named, _)) => self.mark(named, name),
                None => self.html.push_str(name),
            }
            before = name.chars().next_back();
            rest = left;
        }
        self.html.push_str(rest);
        Ok(())
    }

    /// Who is meant by what follows an `@`, and how many bytes of it are the name.
    fn meant(&mut self, text: &str) -> db::Result<Option<(Named, usize)>> {
        let start: String = text.chars().take(2).take_while(|c| c.is_alphanumeric()).collect();
        let start = fold::fold(&start);
        if start.is_empty() || self.found.len() >= MOST {
            return Ok(None);
        }
        if !self.names.contains_key(&start) {
            let names = queries::names(self.c, &start)?.into_iter().map(Named::from).collect();
            self.names.insert(start.clone(), names);
        }
        let names = self.names.get(&start).map_or(&[][..], Vec::as_slice);
        Ok(whole_name(text, names).or_else(|| first_word(text, names)))
    }

    fn mark(&mut self, named: Named, said: &str) {
        let marked = match named.is_group {
            true => format!(r#"<a class="mention" href="/groups/{}">{said}</a>"#, named.id),
            false => format!(r#"<strong class="mention">{said}</strong>"#),
        };
        self.html.push_str(&marked);
        self.found.push(named);
    }
}

/// What stands before the `@` of an e-mail address.
fn is_part_of_an_address(c: char) -> bool {
    c.is_alphanumeric() || "._-+/".contains(c)
}

impl From<Name> for Named {
    fn from(row: Name) -> Named {
        let escaped = row.name.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        Named { folded: fold::fold(&escaped), is_group: row.kind == "group", id: row.id }
    }
}

/// The longest of the names that the text begins with; none where two are as long.
fn whole_name(text: &str, names: &[Named]) -> Option<(Named, usize)> {
    let fits = |named: &Named| {
        let length = eaten(text, &named.folded)?;
        Some((length, length + ending(&text[length..])?))
    };
    let mut fitting: Vec<(&Named, (usize, usize))> =
        names.iter().filter_map(|n| Some((n, fits(n)?))).collect();
    fitting.sort_by_key(|(_, (length, _))| std::cmp::Reverse(*length));
    match fitting.as_slice() {
        [(_, (a, _)), (_, (b, _)), ..] if a == b => None,
        [(named, (_, whole)), ..] => Some(((*named).clone(), *whole)),
        [] => None,
    }
}

/// The only person whose first word this is; where another capital follows, somebody else is meant.
fn first_word(text: &str, names: &[Named]) -> Option<(Named, usize)> {
    let length = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let (word, after) = text.split_at(length);
    let word = fold::fold(word);
    let goes_on = after.strip_prefix([' ', '-']).is_some_and(|a| a.starts_with(char::is_uppercase));
    if word.chars().count() < 3 || goes_on {
        return None;
    }
    let begins = |n: &&Named| n.folded.split([' ', '-']).next() == Some(word.as_str());
    let mut fitting = names.iter().filter(begins);
    match (fitting.next(), fitting.next()) {
        (Some(named), None) if !named.is_group => Some((named.clone(), length)),
        _ => None,
    }
}

/// How many bytes of a text are this folded name, where the text begins with it.
fn eaten(text: &str, folded: &str) -> Option<usize> {
    let mut wanted = folded;
    for (i, c) in text.char_indices() {
        if wanted.is_empty() {
            return Some(i);
        }
        wanted = wanted.strip_prefix(fold::fold(c.encode_utf8(&mut [0; 4])).as_str())?;
    }
    wanted.is_empty().then_some(text.len())
}

/// How many bytes of ending a name has here; `None` where another word goes on.
fn ending(after: &str) -> Option<usize> {
    let end = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
    let letters = &after[..end];
    (letters.chars().count() <= ENDING && letters.chars().all(char::is_lowercase)).then_some(end)
}

/// Whom to tell: the persons, and those who speak for the groups.
fn persons(c: &mut Conn, found: &[Named]) -> db::Result<Vec<PersonId>> {
    let mut persons = Vec::new();
    for named in found {
        if named.is_group {
            let members = memberships::of_group(c, GroupId(named.id))?;
            persons.extend(members.iter().filter(|m| m.represents()).map(|m| m.person_id));
        } else {
            persons.push(PersonId(named.id));
        }
    }
    persons.sort();
    persons.dedup();
    Ok(persons)
}

#[cfg(test)]
mod tests;
