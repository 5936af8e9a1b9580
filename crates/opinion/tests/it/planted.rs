//! Groups that were put in are found, and where none were put in none are claimed.

use crate::made_up::{Dice, camps, noise};
use opinion::{Options, Verdict, adjusted_rand_index, draw};

#[test]
fn planted_groups_are_found() {
    let options = Options { resamples: 5, ..Options::default() };
    let (mut found, mut looked_for) = (0, 0);
    for people in [24, 60, 150, 600] {
        for groups in [2, 3, 4] {
            for seed in 0..4 {
                let mut dice = Dice(seed * 31 + people as u64);
                let conversation = camps(people, groups, 30, 70, &mut dice);
                let picture = draw(&conversation, &options, None).unwrap();
                looked_for += 1;
                if picture.groups.len() != groups {
                    println!("{people} people, {groups} groups: {:?} {:?}", picture.verdict, picture.tried);
                    continue;
                }
                let grouped = picture.places.iter().enumerate().filter(|(_, place)| place.group.is_some());
                let (ours, truth): (Vec<u8>, Vec<u8>) = grouped
                    .map(|(person, place)| (place.group.unwrap() as u8, (person % groups) as u8))
                    .unzip();
                let index = adjusted_rand_index(&ours, &truth);
                assert!(index > 0.7, "{people} people, {groups} groups: {index}");
                assert!(picture.stability.unwrap().mean > 0.5);
                found += 1;
            }
        }
    }
    println!("{found} of {looked_for} planted conversations have their groups found");
    assert!(found * 10 >= looked_for * 9);
}

#[test]
fn noise_has_no_groups() {
    let conversations = 1_000;
    let options = Options { resamples: 0, ..Options::default() };
    let mut claimed = 0;
    for seed in 0..conversations {
        let mut dice = Dice(seed * 7_919 + 5);
        let statements = 15 + dice.below(20) as usize;
        let seen = 60 + dice.below(40);
        let picture = draw(&noise(30, statements, seen, &mut dice), &options, None).unwrap();
        claimed += u64::from(!picture.groups.is_empty());
        assert_eq!(picture.groups.is_empty(), !matches!(picture.verdict, Verdict::Supported(_)));
    }
    println!("groups claimed in {claimed} of {conversations} noise conversations of 30 people");
    assert!(claimed * 20 <= conversations, "{claimed} of {conversations}");
}

#[test]
fn straight_liners_are_reported_and_keep_their_place() {
    let mut dice = Dice(11);
    let mut conversation = camps(40, 2, 30, 70, &mut dice);
    let amina = conversation.add_participant().unwrap();
    (0..20).for_each(|s| assert_eq!(conversation.vote(amina, s, opinion::Vote::Agree), Ok(None)));
    let picture = draw(&conversation, &Options::default(), None).unwrap();
    let reported: Vec<_> = picture.straight_liners.iter().map(|who| (who.participant, who.votes)).collect();
    assert_eq!(reported, [(amina, 20)]);
    assert_eq!(picture.places[amina].votes, 20);
}
