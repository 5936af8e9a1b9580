//! Properties: axioms that hold, certificates, chambers, jumps.

use proptest::prelude::*;

use super::super::electorate::Electorate;
use super::super::equal_shares::{Run, complete};
use super::super::*;
use super::reference::file;
use super::small::{any_instance, built, instances, shares};

const COMPLETIONS: [Completion; 4] = [
    Completion::None,
    Completion::Greedy,
    ADD_ONE,
    Completion::AddOne { start: Start::Integral, stop: Stop::OverBudget, then: Then::Greedy },
];

/// The same instance in small change, so that add-one takes many steps.
fn in_small_change(instance: &Instance, factor: u64) -> Instance {
    let mut projects = instance.projects().to_vec();
    // Not all by the same factor, or nothing would change between whole multiples.
    (0..)
        .zip(&mut projects)
        .for_each(|(n, p)| p.cost = (p.cost * factor + n * 7).min(instance.budget() * factor));
    let mut builder = Builder::new(projects, instance.budget() * factor, 1, instance.kind()).unwrap();
    for group in instance.groups() {
        builder.add(group.marks.clone(), group.voters, 0).unwrap();
    }
    builder.build()
}

/// Add-one step by step. Returns the winners, the endowment of all, and the number of steps.
fn stepped(instance: &Instance, utility: Utility, start: Start, stop: Stop) -> (Vec<usize>, u128, u128) {
    let electorate = Electorate::of(instance, utility);
    let places = TieBreak::Lexicographic.places(instance).unwrap();
    let (budget, step) = (u128::from(instance.budget()), u128::from(instance.voters() * instance.unit()));
    let cost = |won: &[usize]| won.iter().map(|p| u128::from(electorate.cost(*p))).sum::<u128>();
    let base = if start == Start::Integral { budget / step * step } else { budget };
    let (mut total, mut steps) = (budget, 0);
    let mut won: Vec<usize> = Run::at(&electorate, &places, total).winners().collect();
    loop {
        let left = budget - cost(&won);
        let mut others = electorate.running.iter().filter(|p| !won.contains(p));
        let done = match stop {
            Stop::Exhaustive => others.all(|p| u128::from(electorate.cost(*p)) > left),
            Stop::OverBudget => others.next().is_none(),
        };
        let next: Vec<usize> = Run::at(&electorate, &places, base + (steps + 1) * step).winners().collect();
        if done || cost(&next) > budget {
            return (won, total, steps);
        }
        steps += 1;
        (won, total) = (next, base + steps * step);
    }
}

/// Compares jumps with steps; returns how many runs the jumps took, and how many the steps.
fn jumps_like_steps(instance: &Instance, utility: Utility, start: Start, stop: Stop) -> (u128, u128) {
    let electorate = Electorate::of(instance, utility);
    let places = TieBreak::Lexicographic.places(instance).unwrap();
    let course = complete(&electorate, &places, start, stop);
    let (won, total, steps) = stepped(instance, utility, start, stop);
    assert_eq!((course.run.total, course.steps), (total, steps));
    assert_eq!(course.run.winners().collect::<Vec<_>>(), won);
    (course.runs as u128, steps + 2)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn jumps_end_where_steps_end(instance in any_instance(), factor in 20..200_u64) {
        let instance = in_small_change(&instance, factor);
        for utility in super::small::UTILITIES {
            for (start, stop) in [(Start::Rational, Stop::Exhaustive), (Start::Integral, Stop::OverBudget)] {
                jumps_like_steps(&instance, utility, start, stop);
            }
        }
    }

    #[test]
    fn a_certificate_holds_and_a_changed_one_does_not(instance in any_instance(), at in any::<prop::sample::Index>()) {
        for utility in super::small::UTILITIES {
            for completion in COMPLETIONS {
                let found = shares(&instance, utility, completion);
                let certificate = certify(&instance, &found);
                prop_assert_eq!(verify(&instance, &certificate), Ok(()));
                if certificate.purchases.is_empty() {
                    continue;
                }
                let n = at.index(certificate.purchases.len());
                let mut dearer = certificate.clone();
                dearer.purchases[n].price.0 += dashu_ratio::RBig::ONE;
                prop_assert!(verify(&instance, &dearer).is_err());
                let mut shorter = certificate.clone();
                shorter.purchases.remove(n);
                prop_assert!(verify(&instance, &shorter).is_err());
                let mut richer = certificate.clone();
                richer.each.0 += dashu_ratio::RBig::from_parts(1.into(), 1_000_003_u32.into());
                prop_assert!(verify(&instance, &richer).is_err());
                let mut other = certificate.clone();
                other.ballots.replace_range(0..1, "g");
                prop_assert_eq!(verify(&instance, &other), Err(Refusal::OtherBallots));
                let text = serde_json::to_string(&certificate).unwrap();
                prop_assert_eq!(serde_json::from_str::<Certificate>(&text).unwrap(), certificate);
            }
        }
    }

    #[test]
    fn loads_are_certified_and_a_changed_one_is_found(instance in instances(BallotKind::Approval), at in any::<prop::sample::Index>()) {
        let found = count(&instance, Rule::Phragmen, &TieBreak::Lexicographic).unwrap();
        let certificate = certify(&instance, &found);
        prop_assert_eq!(verify(&instance, &certificate), Ok(()));
        if certificate.purchases.is_empty() {
            return Ok(());
        }
        let n = at.index(certificate.purchases.len());
        let mut lighter = certificate.clone();
        lighter.purchases[n].price.0 -= dashu_ratio::RBig::from_parts(1.into(), 1_000_003_u32.into());
        prop_assert!(verify(&instance, &lighter).is_err());
        let mut shorter = certificate.clone();
        shorter.purchases.remove(n);
        prop_assert!(verify(&instance, &shorter).is_err());
        let mut twice = certificate.clone();
        twice.purchases.push(certificate.purchases[n].clone());
        prop_assert!(verify(&instance, &twice).is_err());
        let mut more = certificate.clone();
        more.added.push(certificate.purchases[n].project.clone());
        prop_assert!(matches!(verify(&instance, &more), Err(Refusal::OtherWay(_))));
    }

    #[test]
    fn what_greedy_took_is_certified_and_a_changed_list_is_found(instance in any_instance(), at in any::<prop::sample::Index>()) {
        for utility in super::small::UTILITIES {
            let found = count(&instance, Rule::Greedy { utility }, &TieBreak::Lexicographic).unwrap();
            let certificate = certify(&instance, &found);
            prop_assert_eq!(verify(&instance, &certificate), Ok(()));
            if certificate.added.is_empty() {
                continue;
            }
            let n = at.index(certificate.added.len());
            let forged = |change: &dyn Fn(&mut Certificate)| {
                let mut forged = certificate.clone();
                change(&mut forged);
                verify(&instance, &forged)
            };
            let first = certificate.added[n].clone();
            let left_out = forged(&|c| _ = c.added.remove(n));
            prop_assert!(matches!(left_out, Err(Refusal::LeftOut(_))), "{left_out:?}");
            prop_assert_eq!(forged(&|c| c.added.push(first.clone())), Err(Refusal::NotForSale(first.clone())));
            if let Some(second) = certificate.added.get(n + 1) {
                let swapped = forged(&|c| c.added.swap(n, n + 1));
                prop_assert_eq!(swapped, Err(Refusal::OutOfOrder(first.clone(), second.clone())));
            }
            let price = Ratio::default();
            let bought = forged(&|c| c.purchases.push(Payment { project: first.clone(), price: price.clone() }));
            prop_assert_eq!(bought, Err(Refusal::OtherWay(first.clone())));
            for project in instance.projects().iter().filter(|p| !certificate.added.contains(&p.id)) {
                prop_assert!(forged(&|c| c.added.push(project.id.clone())).is_err());
                prop_assert!(forged(&|c| c.added[n] = project.id.clone()).is_err());
            }
        }
    }

    /// EJR+ up to one project, which Equal Shares satisfies, completed or not.
    #[test]
    fn equal_shares_passes_nobody_over(instance in instances(BallotKind::Approval)) {
        for utility in [Utility::Cost, Utility::Cardinality] {
            for completion in COMPLETIONS {
                let found = shares(&instance, utility, completion);
                prop_assert_eq!(audit(&instance, &found.winners, utility).unwrap().passed_over, vec![]);
            }
        }
    }

    /// The audit's sort finds a group exactly where trying all groups finds one.
    #[test]
    fn the_audit_finds_a_group_if_there_is_one(instance in instances(BallotKind::Approval), won in 0..64_usize) {
        let winners: Vec<usize> = (0..instance.projects().len()).filter(|p| won >> p & 1 == 1).collect();
        for utility in [Utility::Cost, Utility::Cardinality] {
            let found = !audit(&instance, &winners, utility).unwrap().passed_over.is_empty();
            prop_assert_eq!(found, some_group_is_passed_over(&instance, &winners, utility));
        }
    }

    /// Anonymity: the order in which ballots come in changes nothing.
    #[test]
    fn the_order_of_ballots_does_not_matter(instance in any_instance()) {
        let mut turned = Builder::new(instance.projects().to_vec(), instance.budget(), 1, instance.kind()).unwrap();
        for group in instance.groups().iter().rev() {
            turned.add(group.marks.clone(), group.voters, 0).unwrap();
        }
        let turned = turned.build();
        prop_assert_eq!(ballot_hash(&turned), ballot_hash(&instance));
        for completion in COMPLETIONS {
            let both = [&instance, &turned].map(|i| shares(i, Utility::Points, completion));
            prop_assert_eq!(&both[0], &both[1]);
        }
    }

    /// Neutrality: a project fares the same wherever it stands in the list, when ties go by the same order.
    #[test]
    fn the_places_of_projects_do_not_matter(instance in any_instance(), turn in 0..7_usize) {
        let m = instance.projects().len();
        let to = |project: usize| (project + turn) % m;
        let projects = (0..m).map(|place| instance.projects()[(place + m - turn % m) % m].clone());
        let mut turned = Builder::new(projects.collect(), instance.budget(), 1, instance.kind()).unwrap();
        for group in instance.groups() {
            let marks = group.marks.iter().map(|mark| Mark { project: to(mark.project), ..*mark });
            turned.add(marks.collect(), group.voters, 0).unwrap();
        }
        let (turned, order) = (turned.build(), TieBreak::Order((0..m).map(to).collect()));
        let utility = Utility::Cardinality;
        let shares = COMPLETIONS.map(|completion| Rule::EqualShares { utility, completion });
        for rule in shares.into_iter().chain([Rule::Greedy { utility }, Rule::Phragmen]) {
            if rule == Rule::Phragmen && instance.kind() != BallotKind::Approval {
                continue;
            }
            let here = count(&instance, rule, &TieBreak::Order((0..m).collect())).unwrap().winners;
            let there = count(&turned, rule, &order).unwrap().winners;
            prop_assert_eq!(here.into_iter().map(to).collect::<Vec<_>>(), there, "{:?}", rule);
        }
    }

    /// A voter of weight w is the same as w clones.
    #[test]
    fn a_weight_is_as_many_clones(
        first in proptest::collection::vec((proptest::collection::vec(0..4_u64, 4), 1..4_u64), 1..4),
        second in proptest::collection::vec((proptest::collection::vec(0..4_u64, 4), 1..4_u64), 1..4),
        costs in proptest::collection::vec(1..30_u64, 4),
        given in (1..4_u64, 1..4_u64),
    ) {
        let plain = two_chambers(&costs, &first, &second);
        let weighted = with_shares(&plain, &[given.0, given.1]).unwrap();
        let counts: Vec<u64> = [&first, &second].iter().map(|b| b.iter().map(|(_, n)| n).sum()).collect();
        let weights: Vec<u64> =
            (0..2).map(|c| weighted.groups().iter().filter(|g| g.chamber == c).map(|g| g.weight).sum()).collect();
        // Each chamber has its share of the money.
        prop_assert_eq!(weights[0] * given.1, weights[1] * given.0);
        let cloned = |ballots: &[(Vec<u64>, u64)], c: usize| -> Vec<(Vec<u64>, u64)> {
            ballots.iter().map(|(b, n)| (b.clone(), n * weights[c] / counts[c])).collect()
        };
        let clones = two_chambers(&costs, &cloned(&first, 0), &cloned(&second, 1));
        for rule in [
            Rule::Greedy { utility: Utility::Cost },
            Rule::Phragmen,
            Rule::EqualShares { utility: Utility::Cost, completion: Completion::Greedy },
        ] {
            let both = [&weighted, &clones].map(|i| count(i, rule, &TieBreak::Lexicographic).unwrap());
            prop_assert_eq!(&both[0].winners, &both[1].winners);
            prop_assert_eq!(&both[0].ties, &both[1].ties);
        }
        // Shares as the numbers of voters: the plain rule, bit for bit.
        prop_assert_eq!(with_shares(&plain, &counts).unwrap(), plain);
    }
}

fn two_chambers(costs: &[u64], first: &[(Vec<u64>, u64)], second: &[(Vec<u64>, u64)]) -> Instance {
    let project =
        |(n, cost): (usize, &u64)| Project { id: format!("p{n}"), name: String::new(), cost: *cost };
    let projects = costs.iter().enumerate().map(project).collect();
    let builder = Builder::new(projects, 40, 1, BallotKind::Approval).unwrap();
    let mut builder = builder.with_chambers(vec!["organisations".to_owned(), "citizens".to_owned()]);
    for (chamber, ballots) in [first, second].iter().enumerate() {
        for (points, voters) in *ballots {
            let named = (0..costs.len()).filter(|p| points[*p] > 1);
            let marks = named.map(|project| Mark { project, points: 1 }).collect();
            builder.add(marks, *voters, chamber).unwrap();
        }
    }
    builder.build()
}

/// Every project that lost, and every group of those who named it.
fn some_group_is_passed_over(instance: &Instance, winners: &[usize], utility: Utility) -> bool {
    let scale = |p: usize| if utility == Utility::Cost { instance.projects()[p].cost } else { 1 };
    let names = |g: &Group, p: usize| g.marks.iter().any(|m| m.project == p);
    let lost = (0..instance.projects().len()).filter(|p| !winners.contains(p));
    let mut lost = lost.filter(|p| instance.projects()[*p].cost <= instance.budget());
    lost.any(|p| {
        let backers: Vec<&Group> = instance.groups().iter().filter(|g| names(g, p)).collect();
        (1..1_usize << backers.len()).any(|chosen| {
            let group = (0..backers.len()).filter(|n| chosen >> n & 1 == 1).map(|n| backers[n]);
            let weight: u64 = group.clone().map(|g| g.weight).sum();
            let has = |g: &Group| winners.iter().filter(|w| names(g, **w)).map(|w| scale(*w)).sum::<u64>();
            let most = group.map(has).max().unwrap();
            let needs = (most + scale(p)) * instance.projects()[p].cost * instance.weight();
            needs <= weight * instance.budget() * scale(p)
        })
    })
}

#[test]
fn real_files_jump_as_they_step() {
    for name in
        ["Netherlands_Assen_2024", "Poland_Wieliczka_2023_Green_Budget", "Poland_Czestochowa_2024_Lisiniec"]
    {
        let Some(file) = file(name) else { continue };
        let (mut jumps, mut steps) = (0, 0);
        for (start, stop) in [(Start::Rational, Stop::OverBudget), (Start::Integral, Stop::Exhaustive)] {
            let (a, b) = jumps_like_steps(&file.instance, Utility::Points, start, stop);
            (jumps, steps) = (jumps + a, steps + b);
        }
        println!("{name}: {jumps} runs where steps take {steps}");
    }
}

#[test]
fn jumps_take_as_few_runs_in_small_change_as_in_large() {
    let Some(file) = file("Netherlands_Assen_2024") else { return };
    let cents = in_small_change(&file.instance, 1000);
    let electorate = Electorate::of(&cents, Utility::Cost);
    let places = TieBreak::Lexicographic.places(&cents).unwrap();
    let course = complete(&electorate, &places, Start::Rational, Stop::Exhaustive);
    println!("{} steps in {} runs", course.steps, course.runs);
    assert!(course.steps > 100_000 && course.runs < 2_000, "{} steps in {} runs", course.steps, course.runs);
}

#[test]
fn certificates_of_real_files_hold() {
    for name in ["Netherlands_Assen_2024", "Poland_Wieliczka_2023_Green_Budget", "Poland_Lodz_2022"] {
        let Some(file) = file(name) else { continue };
        for rule in [Rule::Greedy { utility: Utility::Cost }, Rule::Phragmen] {
            let Ok(found) = count(&file.instance, rule, &TieBreak::Lexicographic) else { continue };
            assert_eq!(verify(&file.instance, &certify(&file.instance, &found)), Ok(()), "{name} {rule:?}");
        }
        let found = shares(&file.instance, Utility::Cost, ADD_ONE);
        let certificate = certify(&file.instance, &found);
        let begun = std::time::Instant::now();
        assert_eq!(verify(&file.instance, &certificate), Ok(()), "{name}");
        println!("{name}: verified in {:?}", begun.elapsed());
        assert_eq!(audit(&file.instance, &found.winners, Utility::Cost).unwrap().passed_over, [], "{name}");
    }
}

#[test]
fn greed_passes_a_minority_over_and_the_audit_says_whom() {
    // Six voters want the two sports halls, four the library; each group could pay for one of its own.
    let sports = (vec![2, 2, 0], 6);
    let library = (vec![0, 0, 2], 4);
    let instance = built(BallotKind::Approval, 100, &[50, 50, 40], &[sports, library]);
    let greedy = count(&instance, Rule::Greedy { utility: Utility::Cost }, &TieBreak::Lexicographic).unwrap();
    assert_eq!(greedy.winners, [0, 1]);
    let found = audit(&instance, &greedy.winners, Utility::Cost).unwrap();
    assert_eq!(found.passed_over.len(), 1);
    assert_eq!((found.passed_over[0].project, found.passed_over[0].weight), (2, 4));
    assert_eq!(found.chambers[0].got_nothing, 4);
    let shared = shares(&instance, Utility::Cost, Completion::None);
    assert_eq!(shared.winners, [0, 2]);
    assert_eq!(audit(&instance, &shared.winners, Utility::Cost).unwrap().passed_over, []);
}

#[test]
fn a_share_that_nobody_can_spend_is_an_error() {
    let instance = two_chambers(&[3, 4], &[(vec![2, 2], 3)], &[]);
    assert_eq!(with_shares(&instance, &[1, 1]), Err(Fault::SilentChamber("citizens".to_owned())));
    assert_eq!(with_shares(&instance, &[1]), Err(Fault::SharesDoNotFit(2, 1)));
    assert_eq!(with_shares(&instance, &[0, 0]), Err(Fault::NoShare("organisations".to_owned())));
    assert_eq!(with_shares(&instance, &[1, 0]).unwrap(), instance);
}
