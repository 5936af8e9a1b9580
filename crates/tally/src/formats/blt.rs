//! `.blt`: the file format of STV (Hill, Wichmann & Woodall, *Algorithm 123: Single transferable vote by
//! Meek's method*, The Computer Journal 1987), with what others have added to it.
//!
//! ```text
//! 4 2                # four candidates, two seats
//! -2                 # the second has withdrawn; also [withdrawn 2]
//! [tie 3 1 2 4]      # the order that decides ties
//! [nick A B C D]     # short names, which ballots may use
//! [droop rule=meek]  # options of a program; kept as they stand
//! 3 1 3 4 0          # three ballots: 1, then 3, then 4
//! 2 4 1=3 0          # 1 and 3 as equals; also (1 3)
//! (b17) 2 0          # one ballot, with its own number
//! 0
//! "Adam" "Basil" "Charlotte" "Donald"
//! "Title" "Source" "Comment"     # the last two may be missing
//! ```
//!
//! Line ends are blanks like any other. `#` begins a comment to the end of the line, `/*` one to `*/`. `-` on a
//! ballot is a rank left out, and says nothing.

mod ballots;
mod header;
mod tokens;
mod write;

#[cfg(test)]
mod tests;

pub use write::write;

use super::SyntaxError;
use crate::ranked::{Poll, Profile};
use tokens::{Kind, Tokens};

/// What a `.blt` file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Election {
    /// Seats to fill; at least 1.
    pub seats: usize,
    /// All ballots as they stand in the file: those who have withdrawn are still on them.
    pub profile: Profile,
    /// By index.
    pub withdrawn: Vec<usize>,
    /// The order for ties, each candidate once, by index.
    pub tie: Option<Vec<usize>>,
    /// Short names, one for each candidate; empty when the file has none.
    pub nicknames: Vec<String>,
    /// The words of `[droop …]`.
    pub options: Vec<String>,
    pub title: String,
    pub source: Option<String>,
    pub comment: Option<String>,
}

/// Reads a `.blt` file (UTF-8, with or without a byte order mark).
pub fn read(bytes: &[u8]) -> Result<Election, SyntaxError> {
    let text = super::syntax::text(bytes)?;
    let mut tokens = Tokens::of(text);
    let header = header::read(&mut tokens)?;
    let numbers = (1..=header.candidates).map(|n| n.to_string());
    let mut poll = Poll::among(numbers).map_err(|fault| tokens.here(fault.to_string()))?;
    ballots::read(&mut tokens, &header, &mut poll)?;
    let names = (1..=header.candidates).map(|n| name(&mut tokens, &format!("the name of candidate {n}")));
    let names: Vec<String> = names.collect::<Result<_, _>>()?;
    let title = name(&mut tokens, "the title of the election")?;
    Ok(Election {
        seats: header.seats,
        profile: poll.close().renamed(names),
        withdrawn: header.withdrawn,
        tie: header.tie,
        nicknames: header.nicknames,
        options: header.options,
        title,
        source: remark(&mut tokens)?,
        comment: remark(&mut tokens)?,
    })
}

/// A quoted text, or one word without quotes.
fn name(tokens: &mut Tokens<'_>, what: &str) -> Result<String, SyntaxError> {
    let token = tokens.next(|| format!("{what}, in quotes"))?;
    match token.kind {
        Kind::Quoted | Kind::Word => Ok(token.text.trim().to_owned()),
        _ => Err(token.wrong(format!("{what}, in quotes"))),
    }
}

/// A quoted text, if one follows; what else stands at the end of a file is not looked at.
fn remark(tokens: &mut Tokens<'_>) -> Result<Option<String>, SyntaxError> {
    match tokens.peek()? {
        Some(token) if token.kind == Kind::Quoted => name(tokens, "a remark").map(Some),
        _ => Ok(None),
    }
}
