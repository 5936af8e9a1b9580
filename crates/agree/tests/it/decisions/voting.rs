//! Who votes, for whom, and how often.

use super::*;

#[test]
fn who_is_not_signed_in_reads_and_is_led_to_signing_in() {
    let town = town();
    let id = opened(&town);
    let text = reads(&town, "", &page(id));
    assert!(text.contains("/sign-in?next=/decisions/") && !text.contains("name=\"choice\""));
    let answer =
        town.stranger().post(&format!("/decisions/{id}/ballots"), &[("voice", "me"), ("choice", "yes")]);
    assert_eq!((answer.status(), answer.location().starts_with("/sign-in")), (303, true));
    assert_eq!(town.write(move |c| Ok(count_ballots(c, id)?)), 0);
}

#[test]
fn nobody_votes_with_a_voice_that_is_not_theirs() {
    let town = town();
    let id = opened(&town);
    for (who, group) in [("amina", "school"), ("stella", "school"), ("marta", "club"), ("istvan", "malom")] {
        assert_eq!(vote(&town, who, group, id, "yes").status(), 422, "{who} for the {group}");
    }
    assert_eq!(
        town.as_("amina")
            .post(&format!("/decisions/{id}/ballots"), &[("voice", "999"), ("choice", "yes")])
            .status(),
        422
    );
    assert_eq!(town.write(move |c| Ok(count_ballots(c, id)?)), 0);
    assert_eq!(vote(&town, "pista", "malom", id, "yes").status(), 303);
}

#[test]
fn who_comes_after_the_opening_has_no_vote_in_it() {
    let town = town();
    let id = opened(&town);
    let (vera, club) = (town.person("vera"), town.group("club"));
    let later = town.now() + SignedDuration::from_millis(1);
    town.write(move |c| Ok((person_came(c, vera, later)?, group_came_in(c, club, later)?)));
    assert_eq!(vote(&town, "vera", "me", id, "yes").status(), 403);
    assert_eq!(vote(&town, "gabor", "club", id, "yes").status(), 403);
    assert_eq!(vote(&town, "gabor", "me", id, "yes").status(), 303);
    let text = reads(&town, "vera", &page(id));
    assert!(
        text.contains("You came after this decision opened") && !text.contains("name=\"choice\""),
        "{text}"
    );
    assert!(
        reads(&town, "gabor", &page(id)).contains("came after this decision opened, so it has no vote here")
    );
    // A decision that opens now counts them.
    town.wait(SignedDuration::from_secs(1));
    let other = put(&town, focus(&town, "A river one can swim in"), &[]);
    assert_eq!(vote(&town, "gabor", "club", other, "yes").status(), 303);
}

#[test]
fn a_person_who_came_at_the_very_moment_may_vote() {
    let town = town();
    let id = opened(&town);
    let (vera, now) = (town.person("vera"), town.now());
    town.write(move |c| Ok(person_came(c, vera, now)?));
    assert_eq!(vote(&town, "vera", "me", id, "yes").status(), 303);
}

#[test]
fn fifty_votes_of_one_voice_at_once_are_one_ballot() {
    let town = town();
    let id = opened(&town);
    let (voice, now) = (voice(&town, "marta", true), town.now());
    let threads: Vec<_> = (0..50)
        .map(|n| {
            let (db, voice) = (town.app.db.clone(), voice.clone());
            let choice = if n % 2 == 0 { decisions::Choice::Yes } else { decisions::Choice::No };
            std::thread::spawn(move || {
                db.write_now(move |c| decisions::cast(c, id, &voice, (choice, kit::Words::default()), now))
            })
        })
        .collect();
    let receipts: Vec<String> = threads.into_iter().map(|t| t.join().unwrap().unwrap()).collect();
    assert_eq!(town.write(move |c| Ok(count_ballots(c, id)?)), 1);
    assert!(receipts.iter().all(|receipt| *receipt == receipts[0]));
}

#[test]
fn a_ballot_can_be_changed_and_keeps_its_receipt() {
    let town = town();
    let id = opened(&town);
    vote(&town, "marta", "school", id, "yes");
    let key = voice(&town, "marta", true).key();
    let receipt = town.write(move |c| Ok(receipt_of(c, id, &key)?)).unwrap();
    let text = reads(&town, "marta", &page(id));
    assert!(text.contains(&receipt) && text.contains("Can be changed until"), "{text}");
    vote(&town, "marta", "school", id, "no");
    assert_eq!(town.write(move |c| Ok(choices(c, id)?)).len(), 1);
    let form = reads(&town, "marta", &format!("{}?voice={}", page(id), town.group("school")));
    assert!(form.contains("value=\"no\" checked") && form.contains(&receipt), "{form}");
}

#[test]
fn two_who_speak_for_one_group_have_one_ballot_for_it() {
    let town = town();
    let (amina, school, now) = (town.person("amina"), town.group("school"), town.now());
    town.write(move |c| Ok(memberships::put(c, amina, school, GroupRole::Representative, now)?));
    let id = opened(&town);
    vote(&town, "marta", "school", id, "yes");
    assert!(reads(&town, "amina", &format!("{}?voice={school}", page(id))).contains("value=\"yes\" checked"));
    vote(&town, "amina", "school", id, "no");
    assert_eq!(town.write(move |c| Ok(choices(c, id)?)), [(format!("g{school}"), "no".into())]);
}

#[test]
fn a_ballot_without_a_choice_keeps_what_was_typed() {
    let town = town();
    let id = opened(&town);
    let form = [("voice", "me"), ("reason", "I am not sure yet.")];
    let answer: Answer = town.as_("amina").post(&format!("/decisions/{id}/ballots"), &form);
    assert_eq!(answer.status(), 422);
    assert!(answer.contains("I am not sure yet.") && answer.contains("Choose one of these."));
}

#[test]
fn what_needs_my_voice_is_what_i_have_not_voted_in() {
    let town = town();
    let id = opened(&town);
    let needing = |who: &str| {
        let (person, now) = (town.person(who), town.now());
        let open = town.write(move |c| {
            let voices = people::voices::of_person(c, person, "")?;
            let since = voices.iter().map(|_| people::testing::START.parse().unwrap()).collect();
            let (name, role) = (String::new(), Role::Member);
            let me = Signed {
                agreements_due: Default::default(),
                id: person,
                name,
                role,
                in_circle: false,
                unread: 0,
                session: 0,
                proven_at: now,
                second_step_due: None,
                voices,
                since,
                paused_until: None,
            };
            decisions::open_now(c, Some(&me), false, now)
        });
        open.into_iter().flat_map(|d| d.waiting).map(|v| v.key()).collect::<Vec<_>>()
    };
    let (marta, school) = (town.person("marta"), town.group("school"));
    assert_eq!(needing("marta"), [format!("p{marta}"), format!("g{school}")]);
    vote(&town, "marta", "me", id, "yes");
    assert_eq!(needing("marta"), [format!("g{school}")]);
    vote(&town, "marta", "school", id, "abstain");
    assert_eq!(needing("marta"), Vec::<String>::new());
    town.wait(SignedDuration::from_hours(24 * 8));
    assert_eq!(needing("amina"), Vec::<String>::new());
}
