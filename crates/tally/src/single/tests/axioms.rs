//! What holds of every rule, tried on random polls.

use super::*;

proptest! {
    #[test]
    fn no_paper_is_lost(papers in papers(), method in method()) {
        let found = count(Rule::of(method), &papers);
        let turnout = &found.chambers[0].turnout;
        let sum = turnout.marked + turnout.blank + turnout.abstained + turnout.spoiled();
        prop_assert_eq!((sum, turnout.present()), (papers.len() as u64, papers.len() as u64));
        for figures in &found.together {
            prop_assert_eq!(figures.levels.iter().sum::<u64>() + figures.unmarked, turnout.marked);
        }
    }

    #[test]
    fn the_order_of_papers_does_not_matter(papers in papers(), method in method()) {
        let backwards: Vec<Marks> = papers.iter().rev().map(|m| m.iter().rev().copied().collect()).collect();
        prop_assert_eq!(count(Rule::of(method), &papers), count(Rule::of(method), &backwards));
    }

    #[test]
    fn the_places_of_options_do_not_matter(papers in papers(), method in method()) {
        let to = [2, 0, 1];
        let moved: Vec<Marks> =
            papers.iter().map(|m| m.iter().map(|(o, level)| (*to.get(*o).unwrap_or(o), *level)).collect()).collect();
        let set = |equals: &Vec<usize>| equals.iter().copied().collect::<std::collections::BTreeSet<_>>();
        let plain: Vec<_> = count(Rule::of(method), &papers)
            .ranking.iter().map(|equals| set(&equals.iter().map(|o| to[*o]).collect())).collect();
        let there: Vec<_> = count(Rule::of(method), &moved).ranking.iter().map(set).collect();
        prop_assert_eq!(plain, there);
    }

    /// A paper that raises the winner and nothing else leaves it the winner.
    #[test]
    fn more_for_the_winner_never_hurts(papers in papers(), method in method(), which in 0_usize..8) {
        let found = count(Rule::of(method), &papers);
        let (Some(winner), false) = (found.winner(), papers.is_empty()) else { return Ok(()) };
        let mut more = papers.clone();
        let paper = &mut more[which % papers.len()];
        match paper.iter_mut().find(|(option, _)| *option == winner) {
            Some((_, level)) if matches!(method, Method::LeastResistance { .. }) => *level = level.saturating_sub(1),
            Some((_, level)) => *level += 1,
            None => return Ok(()),
        }
        let after = count(Rule::of(method), &more);
        // A paper that the change spoils is another matter.
        prop_assume!(after.chambers[0].turnout.spoiled == found.chambers[0].turnout.spoiled);
        prop_assert_eq!(after.winner(), Some(winner));
    }

    /// The sums again, paper by paper.
    #[test]
    fn the_winner_has_the_best_sum(papers in papers()) {
        let valid = |marks: &&Marks| {
            let mut options: Vec<usize> = marks.iter().map(|m| m.0).collect();
            options.sort_unstable();
            !marks.is_empty() && options.windows(2).all(|p| p[0] != p[1])
        };
        let sum = |option: usize| -> u32 {
            papers.iter().filter(valid).flatten().filter(|m| m.0 == option).map(|m| u32::from(m.1)).sum()
        };
        let any = papers.iter().any(|p| valid(&p));
        let most = (0..3).rev().max_by_key(|o| sum(*o)).filter(|_| any);
        let least = (0..3).min_by_key(|o| sum(*o)).filter(|_| any);
        prop_assert_eq!(count(Rule::of(METHODS[2]), &papers).winner(), most);
        prop_assert_eq!(count(Rule::of(METHODS[6]), &papers).winner(), least);
    }

    /// Each rule's figure again, paper by paper, from papers on which nothing is wrong.
    #[test]
    fn each_rule_elects_whom_its_definition_elects(voters in prop::collection::vec(prop::array::uniform3(0_u8..4), 1..8)) {
        let all = |option: usize| voters.iter().map(move |marks| u64::from(marks[option]));
        let papers = |mark: &dyn Fn(&[u8; 3]) -> Marks| -> Vec<Marks> { voters.iter().map(mark).collect() };
        let first = |figure: &dyn Fn(usize) -> u64| (0..3).rev().max_by_key(|option| figure(*option));
        let favourite = |marks: &[u8; 3]| (0..3).rev().max_by_key(|option| marks[*option]).unwrap();
        let firsts = |option| voters.iter().filter(|marks| favourite(marks) == option).count() as u64;
        let one = papers(&|marks| vec![(favourite(marks), 1)]);
        prop_assert_eq!(count(Rule::of(Method::Plurality), &one).winner(), first(&firsts));
        let majority = first(&firsts).filter(|option| 2 * firsts(*option) > voters.len() as u64);
        prop_assert_eq!(count(Rule::majority(), &one).winner(), majority);

        let some = papers(&|marks| (0..3).filter(|o| marks[*o] > 1).map(|o| (o, 1)).collect());
        let approved = |option| all(option).filter(|mark| *mark > 1).count() as u64;
        let anybody = (0..3).any(|option| approved(option) > 0);
        prop_assert_eq!(count(Rule::of(Method::Approval), &some).winner(), first(&approved).filter(|_| anybody));

        let whole = papers(&|marks| (0..3).map(|option| (option, marks[option])).collect());
        let judged = |option: usize| -> Vec<u64> {
            let mut grades: Vec<u64> = all(option).collect();
            grades.sort_unstable();
            // The majority value: the lower middlemost, taken away, and again (Balinski and Laraki 2011).
            (0..grades.len()).map(|_| grades.remove((grades.len() - 1) / 2)).collect()
        };
        let best = (0..3).rev().max_by_key(|option| judged(*option));
        prop_assert_eq!(count(Rule::of(METHODS[4]), &whole).winner(), best);
        prop_assert_eq!(count(Rule::of(METHODS[2]), &whole).winner(), first(&|option| all(option).sum()));
        // All have as many marks here, so the mean goes by the sum.
        prop_assert_eq!(count(Rule::of(METHODS[3]), &whole).winner(), first(&|option| all(option).sum()));
        prop_assert_eq!(count(Rule::of(METHODS[6]), &whole).winner(), first(&|option| 99 - all(option).sum::<u64>()));

        let three = papers(&|marks| vec![(favourite(marks), 2), ((favourite(marks) + 1) % 3, 1)]);
        let dots = |option: usize| 2 * firsts(option) + firsts((option + 2) % 3);
        prop_assert_eq!(count(Rule::of(METHODS[7]), &three).winner(), first(&dots));
    }
}
