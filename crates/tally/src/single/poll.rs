//! A poll among options, while its papers come in.

use super::Fault;
use super::chamber::{self, Chamber};
use super::count::{ChamberCount, Count, Joining};
use super::figures::Figures;
use super::papers::Papers;
use super::rule::{Mark, Rule};
use super::turnout::{Paper, Turnout};
use crate::committee::TieBreak;

/// The papers of a poll, added up as they come in.
#[derive(Debug, Clone)]
pub struct Poll {
    rule: Rule,
    options: Vec<String>,
    chambers: Vec<(Chamber, Turnout, Vec<Figures>)>,
    papers: u64,
}

impl Poll {
    /// A poll among options, in these chambers. A poll that isn't chambered has one.
    pub fn new<O: Into<String>>(
        rule: Rule,
        options: impl IntoIterator<Item = O>,
        chambers: impl IntoIterator<Item = Chamber>,
    ) -> Result<Poll, Fault> {
        let options: Vec<String> = options.into_iter().map(Into::into).collect();
        let chambers: Vec<Chamber> = chambers.into_iter().collect();
        rule.check()?;
        chamber::check(&chambers)?;
        if options.is_empty() {
            return Err(Fault::NoOptions);
        }
        let none = vec![Figures::none(rule.method.top()); options.len()];
        let chambers = chambers.into_iter().map(|c| (c, Turnout::default(), none.clone())).collect();
        Ok(Poll { rule, options, chambers, papers: 0 })
    }

    /// A poll with these papers in it; `chambers` are theirs, with their quorums.
    pub fn of(rule: Rule, papers: &Papers<Vec<Mark>>, chambers: Vec<Chamber>) -> Result<Poll, Fault> {
        let mut poll = Poll::new(rule, papers.options().iter().cloned(), chambers)?;
        papers.groups().try_for_each(|group| poll.add(group.chamber, group.paper, group.count))?;
        Ok(poll)
    }

    /// Adds `papers` equal papers of a chamber. Marks that the rule doesn't allow spoil the paper: it is
    /// counted as spoiled, with the reason, and decides nothing. No marks at all make it a blank one.
    pub fn add(&mut self, chamber: usize, paper: &Paper<Vec<Mark>>, papers: u64) -> Result<(), Fault> {
        let chambers = self.chambers.len();
        let found = self.chambers.get_mut(chamber).ok_or(Fault::UnknownChamber { chamber, chambers })?;
        let (_, turnout, figures) = found;
        self.papers = self.papers.checked_add(papers).ok_or(Fault::TooMany)?;
        turnout.arrive(papers)?;
        match paper {
            Paper::Abstention => turnout.abstained += papers,
            Paper::Illegible => turnout.spoil(super::Spoiling::Illegible, papers),
            Paper::Blank => turnout.blank += papers,
            Paper::Marked(marks) if marks.is_empty() => turnout.blank += papers,
            Paper::Marked(marks) => match self.rule.method.judge(marks, self.options.len()) {
                Err(why) => turnout.spoil(why, papers),
                Ok(()) => {
                    turnout.marked += papers;
                    mark(figures, marks, papers);
                }
            },
        }
        Ok(())
    }

    /// Counts what was added.
    pub fn count(self, joining: Joining, tie_break: TieBreak) -> Result<Count, Fault> {
        let rule = self.rule;
        let chambers = self
            .chambers
            .into_iter()
            .map(|(chamber, turnout, figures)| ChamberCount::of(chamber, turnout, figures, &rule))
            .collect::<Result<Vec<_>, Fault>>()?;
        Count::of(rule, self.options, chambers, joining, tie_break)
    }
}

fn mark(figures: &mut [Figures], marks: &[Mark], papers: u64) {
    for (option, figures) in figures.iter_mut().enumerate() {
        let level = marks.iter().find(|(marked, _)| *marked == option).map(|(_, level)| *level);
        figures.add(level, papers);
    }
}
