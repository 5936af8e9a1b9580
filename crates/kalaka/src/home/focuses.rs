//! A focus at a glance: its initiatives and how they fare, who carries them, what is promised next.

use act::initiatives::{Card, Health};
use agree::focuses::Focus;
use jiff::civil;
use kit::{Side, words};

/// So many carriers are named on a card.
const NAMED: usize = 3;
/// So many letters of its text, if they are whole sentences; else somewhat more, cut at a word.
const LETTERS: usize = 125;
/// An end that is so many days away is said.
const SOON: i32 = 31;

pub struct FocusCard {
    pub focus: Focus,
    /// Those that aren't closed.
    pub initiatives: Vec<Card>,
}

/// Somebody who carries something under the focus.
pub struct Carrier<'f> {
    pub side: Side,
    pub name: &'f str,
}

impl FocusCard {
    pub fn all(focuses: Vec<Focus>, cards: &[Card]) -> Vec<FocusCard> {
        let under = |focus: &Focus| {
            let its = cards.iter().filter(|card| card.focus_id == focus.id && card.health != Health::Closed);
            // The newest come first from the room; here the oldest does, as with the focuses.
            its.rev().cloned().collect()
        };
        focuses.into_iter().map(|focus| FocusCard { initiatives: under(&focus), focus }).collect()
    }

    /// How it fares, for the card's edge: as its liveliest initiative does.
    pub fn state(&self) -> &'static str {
        let of = |word| self.initiatives.iter().any(|card| card.health.word() == word);
        ["moving", "quiet", "stalled"].into_iter().find(|word| of(*word)).unwrap_or_default()
    }

    /// What it is about: its first sentences, as far as there is room.
    pub fn opening(&self) -> String {
        sentences(self.focus.body.split("\n\n").next().unwrap_or_default())
    }

    /// Everybody who carries something, each once, as far as there is room.
    pub fn carriers(&self) -> Vec<Carrier<'_>> {
        let mut all = self.everybody();
        all.truncate(if all.len() == NAMED + 1 { NAMED + 1 } else { NAMED });
        all
    }

    /// How many more than are named.
    pub fn more_carriers(&self) -> usize {
        self.everybody().len() - self.carriers().len()
    }

    fn everybody(&self) -> Vec<Carrier<'_>> {
        let mut all: Vec<Carrier<'_>> = Vec::new();
        for (name, side) in self.initiatives.iter().flat_map(|card| card.carriers.iter().zip(&card.sides)) {
            if all.iter().all(|known| known.name != name) {
                all.push(Carrier { side: *side, name });
            }
        }
        all
    }

    /// The initiative whose next promise is due first.
    pub fn next(&self) -> Option<&Card> {
        self.initiatives.iter().filter(|card| card.next_due.is_some()).min_by_key(|card| card.next_due)
    }

    /// Where a promise is missing for it to move.
    pub fn lacks_promise(&self) -> Option<&Card> {
        let stuck = |card: &&Card| matches!(card.health, Health::Quiet(_) | Health::Stalled(_));
        self.initiatives.iter().find(stuck)
    }

    /// The last day of its term, where that is near.
    pub fn ends(&self, today: &civil::Date) -> Option<civil::Date> {
        let day = self.focus.until_day?.0;
        ((day - *today).get_days() <= SOON).then_some(day)
    }
}

fn sentences(text: &str) -> String {
    let whole = words::opening(text, usize::MAX);
    let end = whole
        .match_indices(['.', '!', '?'])
        .map(|(at, sign)| at + sign.len())
        .filter(|end| whole[*end..].starts_with(' ') || *end == whole.len())
        .take_while(|end| whole[..*end].chars().count() <= LETTERS)
        .last();
    end.map_or_else(|| words::opening(&whole, LETTERS + 25), |end| whole[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_says_whole_sentences_where_it_can() {
        let long = "Three villages, one bus. Most **want** to stay at home. ".repeat(3);
        let said = sentences(&long);
        assert!(said.ends_with("at home.") && said.chars().count() <= LETTERS, "{said}");
        assert!(sentences(&"word ".repeat(60)).ends_with(" …"));
        assert_eq!(sentences("Short"), "Short");
    }
}
