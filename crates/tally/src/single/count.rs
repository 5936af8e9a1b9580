//! How a poll among options comes out: in each chamber, and together.

use super::Fault;
use super::chamber::{Attendance, Chamber};
use super::figures::{Figures, Standing};
use super::rule::Rule;
use super::turnout::Turnout;
use crate::committee::TieBreak;
use serde::{Deserialize, Serialize};

/// How the chambers' answers become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Joining {
    /// All papers are counted in one pot. The chambers are shown, and need no more than their quorum.
    Together,
    /// Each chamber must choose the option by itself: it leads there, alone or with equals, and reaches
    /// the bar.
    EachChooses,
    /// Each chamber must accept the option: it reaches the bar there. Of those the best of all papers
    /// together is chosen.
    EachAccepts,
}

/// How a poll came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    pub rule: Rule,
    pub joining: Joining,
    pub tie_break: TieBreak,
    pub options: Vec<String>,
    /// In the order in which the poll named them.
    pub chambers: Vec<ChamberCount>,
    /// All papers together, by option.
    pub together: Vec<Figures>,
    /// All options by all papers together, the best first, equals in one list.
    pub ranking: Vec<Vec<usize>>,
    pub outcome: Outcome,
}

/// How one chamber came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChamberCount {
    pub chamber: Chamber,
    pub turnout: Turnout,
    pub attendance: Attendance,
    /// By option.
    pub figures: Vec<Figures>,
    /// The best first, equals in one list.
    pub ranking: Vec<Vec<usize>>,
    /// The options that reach the bar here, ascending.
    pub accepted: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Chosen {
        option: usize,
        /// All who were equal, the chosen one among them, if the tie had to be broken.
        tie: Option<Vec<usize>>,
    },
    NoneChosen(Why),
}

/// Why no option was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// These chambers lacked their quorum.
    NoQuorum(Vec<usize>),
    /// In these chambers nobody marked a paper: silence is not consent.
    Silent(Vec<usize>),
    /// The best don't reach the bar.
    UnderTheBar(Vec<usize>),
    /// No option is chosen (or accepted) by all chambers.
    ChambersDiffer,
}

impl ChamberCount {
    pub(super) fn of(
        chamber: Chamber,
        turnout: Turnout,
        figures: Vec<Figures>,
        rule: &Rule,
    ) -> Result<ChamberCount, Fault> {
        let attendance = chamber.attendance(&turnout)?;
        let ranking = rank(&figures, rule);
        let accepted = (0..figures.len()).filter(|option| figures[*option].is_accepted(rule)).collect();
        Ok(ChamberCount { chamber, turnout, attendance, figures, ranking, accepted })
    }

    /// What the chamber chooses by itself: those who lead and reach the bar.
    pub fn choice(&self) -> Vec<usize> {
        self.ranking[0].iter().copied().filter(|option| self.accepted.contains(option)).collect()
    }
}

/// The options by their figures, the best first, equals in one list.
fn rank(figures: &[Figures], rule: &Rule) -> Vec<Vec<usize>> {
    let compare = |a: &usize, b: &usize| figures[*b].compare(&figures[*a], rule.method);
    let mut order: Vec<usize> = (0..figures.len()).collect();
    order.sort_by(|a, b| compare(a, b).then(a.cmp(b)));
    order.chunk_by(|a, b| compare(a, b).is_eq()).map(<[usize]>::to_vec).collect()
}

impl Count {
    pub(super) fn of(
        rule: Rule,
        options: Vec<String>,
        chambers: Vec<ChamberCount>,
        joining: Joining,
        tie_break: TieBreak,
    ) -> Result<Count, Fault> {
        let places = tie_break.places(&options).map_err(|_| Fault::WrongOrder)?;
        let mut together = vec![Figures::none(rule.method.top()); options.len()];
        for chamber in &chambers {
            together.iter_mut().zip(&chamber.figures).for_each(|(all, here)| all.join(here));
        }
        let ranking = rank(&together, &rule);
        let outcome = Outcome::NoneChosen(Why::ChambersDiffer);
        let count = Count { rule, joining, tie_break, options, chambers, together, ranking, outcome };
        let outcome = count.decide(&places);
        Ok(Count { outcome, ..count })
    }

    fn decide(&self, places: &[usize]) -> Outcome {
        let which = |of: fn(&ChamberCount) -> bool| -> Vec<usize> {
            (0..self.chambers.len()).filter(|n| of(&self.chambers[*n])).collect()
        };
        let no_quorum = which(|chamber| !chamber.attendance.is_quorum());
        let silent = which(|chamber| chamber.turnout.marked == 0);
        let all_silent = silent.len() == self.chambers.len();
        if !no_quorum.is_empty() {
            return Outcome::NoneChosen(Why::NoQuorum(no_quorum));
        }
        if all_silent || (self.joining != Joining::Together && !silent.is_empty()) {
            return Outcome::NoneChosen(Why::Silent(silent));
        }
        match self.candidates() {
            Err(why) => Outcome::NoneChosen(why),
            Ok(equals) => {
                let tie = (equals.len() > 1).then(|| equals.clone());
                let first = equals.into_iter().min_by_key(|option| places[*option]);
                first.map_or(Outcome::NoneChosen(Why::ChambersDiffer), |option| Outcome::Chosen {
                    option,
                    tie,
                })
            }
        }
    }

    /// Those of whom one is chosen: they are equal.
    fn candidates(&self) -> Result<Vec<usize>, Why> {
        let accepted = |option: &usize| match self.joining {
            Joining::Together => self.together[*option].is_accepted(&self.rule),
            Joining::EachAccepts => self.chambers.iter().all(|c| c.accepted.contains(option)),
            Joining::EachChooses => self.chambers.iter().all(|c| c.choice().contains(option)),
        };
        let best = self.ranking.iter().find_map(|equals| {
            let found: Vec<usize> = equals.iter().copied().filter(accepted).collect();
            (!found.is_empty()).then_some(found)
        });
        best.ok_or_else(|| match self.joining {
            Joining::Together => Why::UnderTheBar(self.ranking[0].clone()),
            Joining::EachChooses | Joining::EachAccepts => Why::ChambersDiffer,
        })
    }

    /// The chosen option.
    pub fn winner(&self) -> Option<usize> {
        match self.outcome {
            Outcome::Chosen { option, .. } => Some(option),
            Outcome::NoneChosen(_) => None,
        }
    }

    /// What an option has of all papers together.
    pub fn standing(&self, option: usize) -> Option<Standing> {
        self.together.get(option).map(|figures| figures.standing(self.rule.method))
    }

    /// By how many votes, points or dots the option leads another (or is behind it, below nought), all
    /// papers together; by how much less resistance. `None` in rules that don't sum.
    pub fn lead(&self, option: usize, over: usize) -> Option<i128> {
        let sum = |option: usize| match self.standing(option)? {
            Standing::Votes(votes) => Some(i128::from(votes)),
            Standing::Points(sum) | Standing::Dots(sum) => i128::try_from(sum).ok(),
            Standing::Resistance(sum) => i128::try_from(sum).ok().map(|sum| -sum),
            Standing::Mean(_) | Standing::Grade(_) => None,
        };
        Some(sum(option)? - sum(over)?)
    }
}
