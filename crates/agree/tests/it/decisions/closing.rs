//! When it is over, and that it is over once.

use super::*;

#[test]
fn the_servers_clock_decides_what_is_late() {
    let town = town();
    let id = opened(&town);
    let at = closes_at(&town, id);
    let ms = SignedDuration::from_millis(1);
    town.app.clock.move_to(at - ms);
    assert_eq!(vote(&town, "amina", "me", id, "yes").status(), 303);
    for late in [at, at + ms] {
        town.app.clock.move_to(late);
        let answer = vote(&town, "pista", "me", id, "yes");
        assert_eq!(answer.status(), 409, "{}", answer.text());
        assert!(answer.contains("The time to vote is over"));
    }
    // It has not been counted yet, and still nothing comes in. Neither does anything after the count,
    // even if the clock were set back.
    let read =
        move |c: &mut db::Conn| Ok((count_ballots(c, id)?, decisions::by_id(c, id)?.unwrap().closed_at));
    assert_eq!(town.write(read), (1, None));
    work(&town);
    town.app.clock.move_to(at - ms);
    assert_eq!(vote(&town, "vera", "me", id, "yes").status(), 409);
}

#[test]
fn it_is_closed_exactly_once() {
    let town = town();
    let id = opened(&town);
    both_agree(&town, id);
    town.wait(SignedDuration::from_hours(24 * 8));
    let now = town.now();
    let threads: Vec<_> = (0..10)
        .map(|_| {
            let db = town.app.db.clone();
            std::thread::spawn(move || db.write_now(move |c| decisions::close(c, id, now)))
        })
        .collect();
    let closed = threads.into_iter().map(|t| t.join().unwrap().unwrap()).filter(|done| *done).count();
    assert_eq!(closed, 1);
    // The job that was set down comes too late, and changes nothing.
    work(&town);
    let counts =
        town.write(|c| Ok((count_happenings(c, "decision.adopted")?, count_happenings(c, "focus.adopted")?)));
    assert_eq!(counts, (1, 1));
}

#[test]
fn it_is_not_closed_before_its_time() {
    let town = town();
    let id = opened(&town);
    let early = closes_at(&town, id) - SignedDuration::from_millis(1);
    assert!(!town.write(move |c| decisions::close(c, id, early)));
    assert!(town.write(move |c| decisions::is_open(c, id, early).map_err(Into::into)));
}

#[test]
fn votes_and_the_closing_at_once_lose_and_add_nothing() {
    let town = town();
    let id = opened(&town);
    let at = closes_at(&town, id);
    let voices: Vec<_> = REPRESENTATIVES.iter().map(|(who, _)| voice(&town, who, true)).collect();
    let early = at - SignedDuration::from_millis(1);
    let votes: Vec<_> = voices
        .into_iter()
        .map(|voice| {
            let db = town.app.db.clone();
            let yes = (decisions::Choice::Yes, kit::Words::default());
            std::thread::spawn(move || {
                db.write_now(move |c| decisions::cast(c, id, &voice, yes, early)).is_ok()
            })
        })
        .collect();
    let db = town.app.db.clone();
    let closing = std::thread::spawn(move || db.write_now(move |c| decisions::close(c, id, at)));
    assert!(closing.join().unwrap().unwrap());
    let counted = votes.into_iter().map(|t| t.join().unwrap()).filter(|ok| *ok).count() as u64;
    let (published, recounted) = town.write(move |c| {
        let decision = decisions::by_id(c, id)?.unwrap();
        Ok((decisions::Published::read(&decision)?, decisions::recount(c, id)?))
    });
    assert_eq!(published, recounted);
    assert_eq!(published.ballots(), counted);
}

#[test]
fn whoever_looks_first_after_the_closing_time_sees_the_result() {
    let town = town();
    let id = opened(&town);
    both_agree(&town, id);
    town.wait(SignedDuration::from_hours(24 * 8));
    assert!(reads(&town, "", "/decisions").contains("both sides agreed"));
    assert!(reads(&town, "", &page(id)).contains("is adopted"));
}

#[test]
fn those_who_voted_are_told_how_it_came_out() {
    let town = town();
    let id = opened(&town);
    both_agree(&town, id);
    a_week_later(&town);
    let (amina, istvan) = (town.person("amina"), town.person("istvan"));
    let told = town.write(move |c| Ok((notices_of(c, amina)?, notices_of(c, istvan)?)));
    assert_eq!(told, (vec!["decision.closed".to_owned()], vec![]));
}
