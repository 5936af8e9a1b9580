//! The ballots of a `.blt` file, up to the 0 that ends them.

use super::header::Header;
use super::tokens::{Kind, Token, Tokens};
use crate::formats::SyntaxError;
use crate::ranked::{Poll, Ranking};

pub(super) fn read(tokens: &mut Tokens<'_>, header: &Header, poll: &mut Poll) -> Result<(), SyntaxError> {
    loop {
        let first = tokens.next(|| EXPECTED.to_owned())?;
        let count = match first.kind {
            Kind::Round => 1,
            Kind::Word => first.text.parse().map_err(|_| first.wrong(EXPECTED))?,
            _ => return Err(first.wrong(EXPECTED)),
        };
        if count == 0 {
            return Ok(());
        }
        let ranking = ranking(tokens, header)?;
        poll.add(ranking, count)
            .map_err(|fault| first.wrong(format!("a ballot that can be counted ({fault})")))?;
    }
}

const EXPECTED: &str = "how many ballots, a ballot's own number in brackets, or 0 at the end of all ballots";

fn ranking(tokens: &mut Tokens<'_>, header: &Header) -> Result<Ranking, SyntaxError> {
    let mut levels: Vec<Vec<usize>> = Vec::new();
    loop {
        let token = tokens.next(|| "a candidate, or 0 at the end of this ballot".to_owned())?;
        match (token.kind, token.text) {
            (Kind::Word, "0") => return Ok(Ranking::weak(levels)),
            (Kind::Word, "-") => {}
            (Kind::Word, word) => levels.push(equals(header, &token, word.split('='))?),
            (Kind::Round, _) => levels.push(equals(header, &token, token.text.split_whitespace())?),
            _ => return Err(token.wrong("a candidate, or 0 at the end of this ballot")),
        }
    }
}

fn equals<'t>(
    header: &Header,
    token: &Token<'_>,
    words: impl Iterator<Item = &'t str>,
) -> Result<Vec<usize>, SyntaxError> {
    words.map(|word| header.candidate(token, word)).collect()
}
