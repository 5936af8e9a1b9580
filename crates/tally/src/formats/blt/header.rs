//! What stands before the ballots: numbers, withdrawals, options.

use super::tokens::{Kind, Token, Tokens};
use crate::formats::SyntaxError;
use crate::ranked::MOST_OPTIONS;

#[derive(Debug, Default)]
pub(super) struct Header {
    pub candidates: usize,
    pub seats: usize,
    pub withdrawn: Vec<usize>,
    pub tie: Option<Vec<usize>>,
    pub nicknames: Vec<String>,
    pub options: Vec<String>,
}

pub(super) fn read(tokens: &mut Tokens<'_>) -> Result<Header, SyntaxError> {
    let candidates =
        number(tokens, &format!("the number of candidates, from 1 to {MOST_OPTIONS}"), MOST_OPTIONS)?;
    let seats = number(tokens, &format!("the number of seats, from 1 to {candidates}"), candidates)?;
    let mut header = Header { candidates, seats, ..Header::default() };
    while let Some(token) = tokens.peek()? {
        match token.kind {
            Kind::Square => header.option(token)?,
            Kind::Word if token.text.starts_with('-') => header.withdraw(token, &token.text[1..])?,
            _ => break,
        }
        tokens.next(String::new)?;
    }
    Ok(header)
}

fn number(tokens: &mut Tokens<'_>, what: &str, most: usize) -> Result<usize, SyntaxError> {
    let token = tokens.next(|| what.to_owned())?;
    let number = token.text.parse().ok().filter(|n| (1..=most).contains(n) && token.kind == Kind::Word);
    number.ok_or_else(|| token.wrong(what))
}

impl Header {
    /// The index of a candidate by number or short name.
    pub fn candidate(&self, token: &Token<'_>, word: &str) -> Result<usize, SyntaxError> {
        let by_number =
            word.parse::<usize>().ok().filter(|n| (1..=self.candidates).contains(n)).map(|n| n - 1);
        let found = by_number.or_else(|| self.nicknames.iter().position(|nick| nick == word));
        let or_nick = if self.nicknames.is_empty() { "" } else { " or a short name" };
        found.ok_or_else(|| {
            token.wrong(format!("a candidate's number from 1 to {}{or_nick}", self.candidates))
        })
    }

    fn withdraw(&mut self, token: Token<'_>, word: &str) -> Result<(), SyntaxError> {
        let candidate = self.candidate(&token, word)?;
        if !self.withdrawn.contains(&candidate) {
            self.withdrawn.push(candidate);
        }
        Ok(())
    }

    fn option(&mut self, token: Token<'_>) -> Result<(), SyntaxError> {
        let mut words = token.words();
        match words.next().map(|name| name.text) {
            Some("tie") => self.tie = Some(self.tie_order(&token, words)?),
            Some("nick") => self.nicknames = self.nicks(&token, words)?,
            Some("withdrawn") => words.try_for_each(|word| self.withdraw(word, word.text))?,
            Some("droop") => self.options.extend(words.map(|word| word.text.to_owned())),
            _ => return Err(token.wrong("[tie …], [nick …], [withdrawn …] or [droop …]")),
        }
        Ok(())
    }

    fn tie_order<'t>(
        &self,
        option: &Token<'t>,
        words: impl Iterator<Item = Token<'t>>,
    ) -> Result<Vec<usize>, SyntaxError> {
        let mut order = Vec::new();
        for word in words {
            let candidate = self.candidate(&word, word.text)?;
            if order.contains(&candidate) {
                return Err(word.wrong("each candidate once"));
            }
            order.push(candidate);
        }
        let complete = order.len() == self.candidates;
        complete.then_some(order).ok_or_else(|| option.wrong(format!("all {} candidates", self.candidates)))
    }

    fn nicks<'t>(
        &self,
        option: &Token<'t>,
        words: impl Iterator<Item = Token<'t>>,
    ) -> Result<Vec<String>, SyntaxError> {
        let mut nicks: Vec<String> = Vec::new();
        for word in words {
            if word.text.parse::<u64>().is_ok() || nicks.iter().any(|nick| nick == word.text) {
                return Err(word.wrong("short names that are no numbers, each once"));
            }
            nicks.push(word.text.to_owned());
        }
        let complete = nicks.len() == self.candidates;
        complete.then_some(nicks).ok_or_else(|| option.wrong(format!("{} short names", self.candidates)))
    }
}
