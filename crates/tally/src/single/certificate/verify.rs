//! Checking the certificate of a poll against its papers.

use super::measure::{compare, reaches};
use super::papers_read::{self, Sorted, sort};
use super::{Certificate, Doubt, check_chambers, check_papers, ensure, outcome};
use crate::single::{ChamberCount, Count, Fault, Figures, Mark, Papers, Rule};
use std::cmp::Ordering;

/// Checks everything that a certificate claims, in time linear in the papers and in the options of each chamber. Shares
/// no code with counts but the papers and the order for ties.
pub fn verify(papers: &Papers<Vec<Mark>>, certificate: &Certificate) -> Result<(), Doubt> {
    let count = &certificate.count;
    check_papers(certificate.version, &certificate.papers, papers)?;
    ensure(count.options == papers.options(), || Doubt::OtherPoll)?;
    count.rule.check()?;
    ensure(!count.options.is_empty(), || Fault::NoOptions.into())?;
    check_chambers(papers, count.chambers.iter().map(|claimed| &claimed.chamber))?;
    let (sorted, figures) = read(papers, &count.rule);
    for ((sorted, figures), claimed) in sorted.iter().zip(&figures).zip(&count.chambers) {
        check_chamber(count, claimed, sorted, figures)?;
    }
    ensure(count.together == together(&figures), || Doubt::Together)?;
    ensure(ranks(&count.rule, &count.together, &count.ranking), || Doubt::RankingTogether)?;
    outcome::check(count)
}

/// What became of the papers, and each option's figures, by chamber.
fn read(papers: &Papers<Vec<Mark>>, rule: &Rule) -> (Vec<Sorted>, Vec<Vec<Figures>>) {
    let options = papers.options().len();
    let none = Figures { levels: vec![0; usize::from(rule.method.top()) + 1], unmarked: 0 };
    let mut figures = vec![vec![none; options]; papers.chambers().len()];
    let spoils = |marks: &Vec<Mark>| papers_read::spoiling(rule.method, options, marks);
    let sorted = sort(papers, spoils, |chamber, marks, count| {
        for (option, level) in marks {
            figures[chamber][*option].levels[usize::from(*level)] += count;
        }
    });
    for (sorted, figures) in sorted.iter().zip(&mut figures) {
        for option in figures {
            option.unmarked = sorted.marked() - option.levels.iter().sum::<u64>();
        }
    }
    (sorted, figures)
}

fn check_chamber(
    count: &Count,
    claimed: &ChamberCount,
    sorted: &Sorted,
    figures: &[Figures],
) -> Result<(), Doubt> {
    let chamber = || claimed.chamber.name.clone();
    sorted.check(&claimed.chamber, &claimed.turnout, claimed.attendance)?;
    for (n, option) in count.options.iter().enumerate() {
        let is_so = claimed.figures.get(n) == Some(&figures[n]);
        ensure(is_so, || Doubt::Figures { chamber: chamber(), option: option.clone() })?;
    }
    ensure(claimed.figures.len() == figures.len(), || Doubt::OtherPoll)?;
    ensure(ranks(&count.rule, figures, &claimed.ranking), || Doubt::Ranking { chamber: chamber() })?;
    let accepted = (0..figures.len()).filter(|option| reaches(&count.rule, &figures[*option]));
    ensure(accepted.eq(claimed.accepted.iter().copied()), || Doubt::Accepted { chamber: chamber() })
}

/// By option, the sum of the chambers.
fn together(chambers: &[Vec<Figures>]) -> Vec<Figures> {
    let Some((first, rest)) = chambers.split_first() else { return Vec::new() };
    let mut sums = first.clone();
    for (sum, more) in rest.iter().flat_map(|chamber| chamber.iter().enumerate()) {
        let sum = &mut sums[sum];
        sum.unmarked += more.unmarked;
        sum.levels.iter_mut().zip(&more.levels).for_each(|(sum, more)| *sum += more);
    }
    sums
}

/// Whether a ranking names each option once, equals together and ascending, the better before the worse.
fn ranks(rule: &Rule, figures: &[Figures], ranking: &[Vec<usize>]) -> bool {
    let mut seen = vec![false; figures.len()];
    let mut is_new =
        |option: &usize| seen.get_mut(*option).is_some_and(|seen| !std::mem::replace(seen, true));
    let each_once =
        ranking.iter().flatten().all(&mut is_new) && ranking.iter().flatten().count() == figures.len();
    let by = |a: usize, b: usize| compare(rule.method, &figures[a], &figures[b]);
    let equals = |equals: &Vec<usize>| {
        !equals.is_empty() && equals.windows(2).all(|pair| pair[0] < pair[1] && by(pair[0], pair[1]).is_eq())
    };
    each_once
        && ranking.iter().all(equals)
        && ranking.windows(2).all(|pair| by(pair[0][0], pair[1][0]) == Ordering::Greater)
}
