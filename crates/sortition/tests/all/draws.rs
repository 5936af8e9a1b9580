//! Draws: the same seed the same panel, each person as often as their chance says.

use crate::town;
use sortition::{Rule, ball, fingerprint};

/// How far counts lie from what was expected of `draws`: each person's count is a sum of independent
/// draws, so this is a sum of squared normal deviates, one a person (not independent of each other).
fn worst(counts: &[u32], chances: &[f64], draws: u32) -> f64 {
    let deviate = |(count, chance): (&u32, &f64)| {
        let variance = f64::from(draws) * chance * (1.0 - chance);
        (f64::from(*count) - f64::from(draws) * chance).abs() / variance.max(1e-9).sqrt()
    };
    counts.iter().zip(chances).map(deviate).fold(0.0, f64::max)
}

#[test]
fn a_hundred_thousand_draws_show_the_chances() {
    let instance =
        town::instance("xx xx xy xy xz yx yy yy yz yz yz", "a:x:2-3 a:y:2-3 b:x:1-2 b:y:1-2 b:z:1-2", 5);
    let chances = instance.chances(Rule::Leximin).unwrap();
    let mut counts = vec![0; instance.people()];
    let mut panels = std::collections::BTreeMap::new();
    for number in 0..100_000 {
        let panel = chances.draw(&format!("draw {number}"));
        panel.iter().for_each(|person| counts[*person] += 1);
        *panels.entry(panel).or_insert(0_u32) += 1;
    }
    // Beyond 4.5 deviates once in a hundred thousand; with eleven people, and one seed, never by chance.
    assert!(worst(&counts, &chances.people, 100_000) < 4.5, "{counts:?} {:?}", chances.people);

    // χ² over whole panels: a panel's chance is the share of its counts, times one over the ways to seat them.
    let mut square = 0.0;
    for share in &chances.panels {
        let types: Vec<&[usize]> = instance.types().collect();
        let ways: f64 = share
            .counts
            .iter()
            .zip(&types)
            .map(|(count, people)| choose(people.len(), *count as usize))
            .product();
        let expected = 100_000.0 * share.share as f64 / sortition::WHOLE as f64 / ways;
        let of_share = |panel: &Vec<usize>| {
            types
                .iter()
                .zip(&share.counts)
                .all(|(people, count)| panel.iter().filter(|p| people.contains(p)).count() == *count as usize)
        };
        let seen: Vec<u32> =
            panels.iter().filter(|(panel, _)| of_share(panel)).map(|(_, count)| *count).collect();
        square += seen.iter().map(|count| (f64::from(*count) - expected).powi(2) / expected).sum::<f64>();
        square += (ways - seen.len() as f64) * expected;
    }
    let ways: f64 = chances
        .panels
        .iter()
        .map(|share| {
            share
                .counts
                .iter()
                .zip(instance.types())
                .map(|(count, people)| choose(people.len(), *count as usize))
                .product::<f64>()
        })
        .sum();
    // With so many degrees of freedom χ² is all but normal: mean the degrees, variance twice them.
    let degrees = ways - 1.0;
    assert!(((square - degrees) / (2.0 * degrees).sqrt()).abs() < 4.0, "{square} of {degrees}");
}

fn choose(n: usize, k: usize) -> f64 {
    (0..k).map(|i| (n - i) as f64 / (i + 1) as f64).product()
}

#[test]
fn balls_come_up_equally_often() {
    let mut counts = vec![0_u32; 100];
    (0..100_000).for_each(|number| counts[ball(&format!("numbers of day {number}"), 100) as usize] += 1);
    let square: f64 = counts.iter().map(|count| (f64::from(*count) - 1000.0).powi(2) / 1000.0).sum();
    // 99 degrees of freedom: above 160 once in ten thousand.
    assert!(square < 160.0, "{square}");
}

#[test]
fn the_same_seed_draws_the_same_people() {
    let people = "xx xx xy xy xz yx yy yy yz yz yz";
    let instance = town::instance(people, "a:x:2-3 a:y:2-3 b:x:1-2 b:y:1-2 b:z:1-2", 5);
    let chances = instance.chances(Rule::Leximin).unwrap();
    assert_eq!(chances.draw("Szentendre, 1 May 2026"), chances.draw("Szentendre, 1 May 2026"));
    let lottery = chances.lottery(100, "Szentendre, 1 May 2026").unwrap();
    let list = lottery.list(&town::pool(people)).unwrap();
    // Written down once: other machines must come to these.
    assert_eq!(chances.draw("Szentendre, 1 May 2026"), [0, 1, 6, 8, 10]);
    assert_eq!(fingerprint(&list), "9930ef7a3ef595629814de1cc9f6efcb5ec9536340e126de541f68cb5ae9814e");
    assert_eq!(lottery.ball("8 13 21 34 55"), 17);
    assert_eq!(lottery.ball(" 8 13 21 34 55\n"), lottery.ball("8 13 21 34 55"));
    assert_eq!(list.lines().count(), 100);
    assert!(lottery.panel(100).is_err());
}

#[test]
fn a_lottery_is_as_near_as_a_ball() {
    let instance =
        town::instance("xx xx xy xy xz yx yy yy yz yz yz", "a:x:2-3 a:y:2-3 b:x:1-2 b:y:1-2 b:z:1-2", 5);
    let chances = instance.chances(Rule::Leximin).unwrap();
    for balls in [1, 7, 100, 1000] {
        let lottery = chances.lottery(balls, "seed").unwrap();
        assert_eq!(lottery.panels.len(), balls as usize);
        assert!(lottery.panels.iter().all(|panel| instance.admits_people(panel)));
        assert!(
            lottery.greatest_deviation() <= 2.0 / f64::from(balls),
            "{balls}: {}",
            lottery.greatest_deviation()
        );
    }
    assert!(chances.lottery(0, "seed").is_err());
}

#[test]
fn an_alternate_keeps_every_quota() {
    let instance =
        town::instance("xx xx xy xy xz yx yy yy yz yz yz", "a:x:2-3 a:y:2-3 b:x:1-2 b:y:1-2 b:z:1-2", 5);
    let panel = instance.chances(Rule::Leximin).unwrap().draw("seed");
    let alternates = instance.alternates(&panel, 3, "seed").unwrap();
    assert_eq!(alternates.people.len(), 3);
    for (seat, standing) in panel.iter().zip(&alternates.seats) {
        for person in standing {
            let others = panel.iter().filter(|other| *other != seat).copied();
            assert!(instance.admits_people(&others.chain([*person]).collect::<Vec<_>>()));
        }
    }
    // Six wait, so everybody who can stand in for somebody is found at last.
    let all = instance.alternates(&panel, 100, "seed").unwrap();
    assert!(all.people.len() <= 6 && all.people[..3] == alternates.people);
    assert!(instance.alternates(&[99], 1, "seed").is_err());
}
