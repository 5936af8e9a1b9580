//! One vote after the other comes to what all at once would give.

use crate::made_up::{Dice, camps};
use opinion::{Live, MOST_DRIFT, Options, Statement, Vote, by_group, draw, overall, standings};

#[test]
fn a_map_that_follows_the_votes_stays_true() {
    for options in [Options::default(), Options::polis2021()] {
        let mut dice = Dice(17);
        let mut live = Live::start(camps(120, 3, 30, 50, &mut dice), options.clone(), None).unwrap();
        let amina = live.add_participant().unwrap();
        let new = live.add_statement(Statement::default()).unwrap();
        for step in 0..300 {
            let person = if step % 10 == 0 { amina } else { dice.below(120) as usize };
            let statement = if step % 7 == 0 { new } else { dice.below(30) as usize };
            live.vote(person, statement, Vote::ALL[dice.below(3) as usize]).unwrap();
            assert!(live.drift() <= MOST_DRIFT);
        }
        let fresh = draw(live.conversation(), &options, Some(live.picture())).unwrap();
        let far = fresh.places.iter().zip(&live.picture().places);
        let farthest = far.map(|(a, b)| (a.x - b.x).hypot(a.y - b.y)).fold(0.0, f64::max);
        assert!(farthest < 0.05, "{farthest}");
        for axis in 0..2 {
            let ratio = live.picture().axes.singular_values[axis] / fresh.axes.singular_values[axis];
            assert!((ratio - 1.0).abs() < 1e-5, "{ratio}");
        }
        assert_eq!(live.picture().axes.means.len(), 31);
        assert_eq!(live.picture().straight_liners.len(), fresh.straight_liners.len());
        counts_are_exact(&live);
        assert_eq!(live.votes_since_redraw(), 300);
        live.redraw().unwrap();
        assert_eq!(live.votes_since_redraw(), 0);
    }
}

fn counts_are_exact(live: &Live) {
    let picture = live.picture();
    assert_eq!(picture.overall, overall(live.conversation()));
    let groups: Vec<_> = picture.places.iter().map(|place| place.group).collect();
    assert!(!picture.groups.is_empty());
    let told = standings(&by_group(live.conversation(), &groups, picture.groups.len()));
    assert_eq!(picture.standings, told);
}

#[test]
fn without_groups_everybody_is_counted_together() {
    let mut dice = Dice(4);
    let mut live =
        Live::start(crate::made_up::noise(25, 20, 30, &mut dice), Options::default(), None).unwrap();
    assert!(live.picture().groups.is_empty());
    for _ in 0..120 {
        let vote = Vote::ALL[dice.below(3) as usize];
        live.vote(dice.below(25) as usize, dice.below(20) as usize, vote).unwrap();
    }
    let groups: Vec<_> = live.picture().places.iter().map(|place| (place.votes >= 7).then_some(0)).collect();
    assert_eq!(live.picture().standings, standings(&by_group(live.conversation(), &groups, 1)));
}

#[test]
fn a_vote_of_nobody_is_refused_and_changes_nothing() {
    let mut live = Live::start(camps(20, 2, 10, 90, &mut Dice(1)), Options::default(), None).unwrap();
    let fault = live.vote(20, 0, Vote::Agree).unwrap_err();
    assert_eq!(fault.to_string(), "participant 20 is named, but there are only 20 (0 is the first)");
    assert!(live.vote(0, 10, Vote::Agree).is_err());
    assert_eq!(live.votes_since_redraw(), 0);
}
