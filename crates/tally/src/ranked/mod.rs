//! One option of several, by ranked ballots.
//!
//! A ballot puts options in order ([`Ranking`]): as many as its voter likes, equals allowed. A
//! [`Poll`] takes ballots in and closes to a [`Profile`]; [`count`] counts it by a [`Rule`].
//! **Unranked options** stand below all ranked ones and level with each other, in every rule that
//! compares pairs; Borda says by its variant what they get ([`Unranked`]).
//!
//! **Ties.** Each result names all winners that the rule itself gives, and the one that a
//! [`TieOrder`] picks among them; every tie on the way is reported ([`Tie`]).
//!
//! **Why.** [`Outcome::steps`] retell the count, with numbers ([`Step`]); [`Outcome::lead`] says how
//! far the next best was. A [`Certificate`] lets anybody check an outcome without the rule.
//!
//! ```
//! use tally::ranked::{Poll, Ranking, Rule, TieOrder, count};
//! let mut poll = Poll::among(["playground", "bus stop", "library"])?;
//! poll.add(Ranking::strict([0, 2]), 4)?; // playground first, then the library
//! poll.add(Ranking::strict([1, 2]), 3)?;
//! poll.add(Ranking::strict([2, 1]), 2)?;
//! let profile = poll.close();
//! let order = TieOrder::by_index(3);
//!
//! // Four like the playground best. But five prefer the library to it, and six the library to the bus stop.
//! assert_eq!(count(&profile, Rule::Plurality, &order)?.winner, 0);
//! assert_eq!(count(&profile, Rule::Schulze, &order)?.winner, 2);
//! # Ok::<(), tally::ranked::Fault>(())
//! ```

mod certificate;
mod compared;
mod fault;
mod irv;
mod outcome;
mod pairwise;
mod positional;
mod profile;
mod ranked_pairs;
mod ranking;
mod rule;
mod strengths;
mod tell;
mod ties;
mod verify;

#[cfg(test)]
pub(crate) mod tests;

pub use certificate::{Certificate, Evidence, Flaw, Pair, Round};
pub use fault::Fault;
pub use outcome::{Lead, Outcome, Step};
pub use pairwise::Pairwise;
pub use profile::{Ballot, Cast, MOST_BALLOTS, MOST_OPTIONS, Poll, Profile};
pub use ranking::Ranking;
pub use rule::{Bottom, Rule, Unranked};
pub use strengths::Strengths;
pub use ties::{BrokenBy, Source, Tie, TieOrder};
pub(crate) use verify::ensure;

/// Counts a profile by a rule; ties are broken by the order.
pub fn count(profile: &Profile, rule: Rule, order: &TieOrder) -> Result<Outcome, Fault> {
    let places = order.places(profile.options().len())?;
    let found = match rule {
        Rule::Plurality => positional::plurality(profile),
        Rule::Borda(unranked) => positional::borda(profile, unranked),
        Rule::Irv(bottom) => irv::count(profile, bottom, &places),
        Rule::Schulze => strengths::schulze(&Pairwise::of(profile)),
        Rule::SplitCycle => strengths::split_cycle(&Pairwise::of(profile)),
        Rule::RankedPairs => ranked_pairs::count(&Pairwise::of(profile), &places),
        Rule::Copeland => compared::copeland(&Pairwise::of(profile)),
        Rule::Minimax => compared::minimax(&Pairwise::of(profile)),
    };
    Ok(found.decided(rule, profile.cast(), order, &places))
}
