//! One line of a PrefLib file: how many voters, and their order.

use super::Kind;
use crate::formats::SyntaxError;
use crate::ranked::{Poll, Ranking};

pub(super) struct Line<'t> {
    pub text: &'t str,
    pub number: usize,
}

impl<'t> Line<'t> {
    pub fn add_to(&self, poll: &mut Poll, kind: Kind, alternatives: usize) -> Result<(), SyntaxError> {
        let (count, order) = self.text.split_once(':').ok_or_else(|| self.wrong(self.text, COUNT))?;
        let voters = count.trim().parse().map_err(|_| self.wrong(count, COUNT))?;
        let levels = self.levels(order, alternatives)?;
        let ranked: usize = levels.iter().map(Vec::len).sum();
        if matches!(kind, Kind::Soc | Kind::Toc) && ranked != alternatives {
            return Err(self.wrong(order, &format!("an order of all {alternatives} alternatives")));
        }
        if matches!(kind, Kind::Soc | Kind::Soi) && levels.len() != ranked {
            return Err(self.wrong(order, "an order without equals"));
        }
        let fault = |fault| self.wrong(order, &format!("an order that can be counted ({fault})"));
        poll.add(Ranking::weak(levels), voters).map_err(fault)
    }

    /// Alternatives with commas between them; `{…}` holds equals.
    fn levels(&self, order: &'t str, alternatives: usize) -> Result<Vec<Vec<usize>>, SyntaxError> {
        let mut levels = Vec::new();
        let mut rest = order.trim();
        while !rest.is_empty() {
            let (level, behind) = match rest.strip_prefix('{') {
                Some(inside) => inside.split_once('}').ok_or_else(|| self.wrong(rest, "} further on"))?,
                None => rest.split_at(rest.find(',').unwrap_or(rest.len())),
            };
            let equals = level.split(',').filter(|word| !word.trim().is_empty() || !rest.starts_with('{'));
            levels.push(equals.map(|word| self.alternative(word, alternatives)).collect::<Result<_, _>>()?);
            let behind = behind.trim_start();
            rest = match behind.strip_prefix(',') {
                Some(more) if !more.trim().is_empty() => more.trim_start(),
                None if behind.is_empty() => "",
                _ => {
                    return Err(self.wrong(behind, "a comma and another alternative, or the end of the line"));
                }
            };
        }
        Ok(levels)
    }

    fn alternative(&self, word: &'t str, alternatives: usize) -> Result<usize, SyntaxError> {
        let number = word.trim().parse::<usize>().ok().filter(|n| (1..=alternatives).contains(n));
        let expected = || self.wrong(word, &format!("an alternative's number from 1 to {alternatives}"));
        number.map(|n| n - 1).ok_or_else(expected)
    }

    /// An error at a part of this line.
    fn wrong(&self, part: &str, expected: &str) -> SyntaxError {
        // Both lie in the same text, so the distance of their starts is where the part begins.
        let at = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let column = self.text.get(..at).map_or(1, |before| before.chars().count() + 1);
        SyntaxError::new(self.number, column, expected, part.trim())
    }
}

const COUNT: &str = "a number of voters, a colon and an order";
