//! Checking a certificate against the ballots.

use super::book::Book;
use super::{Award, Certificate, ballot_hash, exchange, expanding, orders_hash};
use crate::committee::electorate::Electorate;
use crate::committee::ratio::ratio;
use crate::committee::{Completion, Election, Fault, Measure, Orders, Profile, Ratio, Rule};
use dashu_int::UBig;
use dashu_ratio::RBig;

/// Why a certificate doesn't prove what it says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Doubt {
    #[error("this certificate has form {0}; this check knows form 1")]
    OtherForm(u32),
    #[error("these are not the ballots that were counted: their hash is {found}")]
    OtherBallots { found: String },
    #[error(transparent)]
    Fault(#[from] Fault),
    #[error("there is no such certificate for this rule")]
    OtherRule,
    #[error("seat {seat}: {wrong}")]
    Seat { seat: usize, wrong: Wrong },
    #[error("{found} seats are filled, and {seats} were to be")]
    Seats { found: usize, seats: usize },
    #[error("the committee's score is not what the ballots say")]
    Score,
    #[error(
        "with candidate {taken} in the place of {left_out} the committee would have a score above the bound"
    )]
    Exchange { left_out: usize, taken: usize },
    #[error(
        "with candidate {taken} in the place of {left_out} the committee would be as good, and come first in the order \
         for ties"
    )]
    ExchangeTie { left_out: usize, taken: usize },
}

/// What is wrong with a seat.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    #[error("its holder doesn't stand, or has a seat already")]
    NotStanding,
    #[error("the amount is not what the ballots say")]
    Amount,
    #[error("candidate {candidate} does better")]
    Better { candidate: usize },
    #[error("candidate {candidate} is as good, and comes first in the order for ties")]
    Tie { candidate: usize },
    #[error("the rule doesn't award a seat in this way here")]
    Kind,
    #[error("candidate {candidate} can still be bought")]
    Affordable { candidate: usize },
    #[error("candidate {candidate} had a quota at a rank before")]
    Sooner { candidate: usize },
}

/// In which part of its rule a check is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Gains,
    Buying(Completion),
    Loads,
    Approvals,
}

/// Checks that the certificate's seats are what its rule gives on these ballots (of PAV, as much of that as
/// [`super::Compared`] says). Independent of the rules' own code but for the ballots, their weights and the fractions.
pub fn verify(profile: &Profile, certificate: &Certificate) -> Result<(), Doubt> {
    let election = &certificate.election;
    check_form(certificate, ballot_hash(profile))?;
    election.check_seats(profile.candidates().len())?;
    if election.rule == Rule::ExpandingApprovals {
        return expanding::check(&Orders::from(profile), certificate);
    }
    let places = election.tie_break.places(profile.candidates())?;
    let electorate = Electorate::of(profile, &election.weighing)?;
    match (election.rule, &certificate.compared) {
        (Rule::Pav { .. }, Some(compared)) if certificate.awards.is_empty() => {
            exchange::check(&electorate, election.seats, compared, &places)
        }
        (Rule::Pav { .. }, _) | (_, Some(_)) => Err(Doubt::OtherRule),
        _ => Check::of(election, &electorate, places).run(&certificate.awards),
    }
}

/// Checks a certificate of the Expanding Approvals Rule on orders.
pub fn verify_orders(orders: &Orders, certificate: &Certificate) -> Result<(), Doubt> {
    check_form(certificate, orders_hash(orders))?;
    certificate.election.check_seats(orders.candidates().len())?;
    match certificate.election.rule {
        Rule::ExpandingApprovals => expanding::check(orders, certificate),
        _ => Err(Doubt::OtherRule),
    }
}

fn check_form(certificate: &Certificate, found: String) -> Result<(), Doubt> {
    match certificate.version {
        1 if found == certificate.ballots => Ok(()),
        1 => Err(Doubt::OtherBallots { found }),
        other => Err(Doubt::OtherForm(other)),
    }
}

struct Check<'e> {
    book: Book<'e>,
    places: Vec<usize>,
    phase: Phase,
    seats: usize,
}

impl<'e> Check<'e> {
    fn of(election: &Election, electorate: &'e Electorate<'e>, places: Vec<usize>) -> Check<'e> {
        let (phase, each_has) = match election.rule {
            Rule::SeqPav => (Phase::Gains, RBig::ZERO),
            Rule::SeqPhragmen => (Phase::Loads, RBig::ZERO),
            Rule::EqualShares(completion) => {
                (Phase::Buying(completion), ratio(election.seats, electorate.weights.total.clone()))
            }
            // The others have checks of their own.
            Rule::Approvals | Rule::Pav { .. } | Rule::ExpandingApprovals => (Phase::Approvals, RBig::ZERO),
        };
        let book = Book::opened(electorate, election.seats, each_has);
        Check { book, places, phase, seats: election.seats }
    }

    fn run(mut self, awards: &[Award]) -> Result<(), Doubt> {
        for (n, award) in awards.iter().enumerate() {
            self.award(award).map_err(|wrong| Doubt::Seat { seat: n + 1, wrong })?;
        }
        let (found, seats) = (awards.len(), self.seats);
        match self.phase {
            // Seats may stay open, but only if nobody could buy one.
            Phase::Buying(Completion::None) if found < seats => {
                self.end_buying().map_err(|wrong| Doubt::Seat { seat: found + 1, wrong })
            }
            _ if found != seats => Err(Doubt::Seats { found, seats }),
            _ => Ok(()),
        }
    }

    fn award(&mut self, award: &Award) -> Result<(), Wrong> {
        if matches!((self.phase, &award.by), (Phase::Buying(_), by) if !matches!(by, Measure::Price(_))) {
            self.end_buying()?;
        }
        match (self.phase, &award.by) {
            (Phase::Gains, Measure::Gain(gain)) => self.gained(award.candidate, gain),
            (Phase::Buying(_), Measure::Price(price)) => self.bought(award.candidate, price),
            (Phase::Loads, Measure::Load(load)) => self.loaded(award.candidate, load),
            (Phase::Loads, Measure::Unsupported) => self.left_over(award.candidate),
            (Phase::Approvals, Measure::Approvals(approvals)) => self.approved(award.candidate, approvals),
            _ => Err(Wrong::Kind),
        }
    }

    fn gained(&mut self, candidate: usize, gain: &Ratio) -> Result<(), Wrong> {
        let gain = self.book.electorate.weights.weight_of(gain);
        self.book.check(candidate, &self.places, |c| self.book.at_gain(c, &gain))?;
        self.book.satisfy(candidate);
        Ok(())
    }

    fn bought(&mut self, candidate: usize, price: &Ratio) -> Result<(), Wrong> {
        let price = self.book.electorate.weights.per_unit(price);
        self.book.check(candidate, &self.places, |c| self.book.at_price(c, &price))?;
        self.book.pay(candidate, &price);
        Ok(())
    }

    fn loaded(&mut self, candidate: usize, load: &Ratio) -> Result<(), Wrong> {
        let load = self.book.electorate.weights.per_unit(load);
        self.book.check(candidate, &self.places, |c| self.book.at_load(c, &load))?;
        self.book.burden(candidate, &load);
        Ok(())
    }

    /// Nobody approves of the holder, nor of anybody else who stands.
    fn left_over(&mut self, candidate: usize) -> Result<(), Wrong> {
        let support = &self.book.electorate.support;
        self.book.check(candidate, &self.places, |c| support[c].cmp(&UBig::ZERO))?;
        self.book.standing[candidate] = false;
        Ok(())
    }

    fn approved(&mut self, candidate: usize, approvals: &Ratio) -> Result<(), Wrong> {
        let approvals = self.book.electorate.weights.weight_of(approvals);
        let support = &self.book.electorate.support;
        self.book.check(candidate, &self.places, |c| RBig::from(support[c].clone()).cmp(&approvals))?;
        self.book.standing[candidate] = false;
        Ok(())
    }

    /// Ends the buying, if nobody can buy a seat, and turns to the completion.
    fn end_buying(&mut self) -> Result<(), Wrong> {
        if let Some(candidate) = self.book.affordable() {
            return Err(Wrong::Affordable { candidate });
        }
        match self.phase {
            Phase::Buying(Completion::Phragmen) => {
                self.book.purses = self.book.purses.negated();
                self.phase = Phase::Loads;
            }
            Phase::Buying(Completion::Approvals) => self.phase = Phase::Approvals,
            _ => {}
        }
        Ok(())
    }
}
