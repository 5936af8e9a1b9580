//! From when, until when and named by whom somebody speaks for a group; handing it over; the end.

use crate::letters::count_to;
use jiff::SignedDuration;
use kit::GroupId;
use people::groups::{self};
use people::memberships::{self, GroupRole};
use people::testing::Town;
use people::{mandates, routes};

fn days(n: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * n)
}

fn role(town: &Town, who: &str, group: GroupId) -> Option<GroupRole> {
    let person = town.person(who);
    town.write(move |c| Ok(memberships::role_in(c, person, group)?))
}

fn admit(town: &Town, who: &str, group: GroupId) {
    let (person, now) = (town.person(who), town.now());
    town.write(move |c| Ok(groups::admit(c, person, group, GroupRole::Member, now)?));
}

fn midnight(town: &Town) {
    town.run(mandates::keep(&town.app));
}

#[test]
fn one_is_reminded_a_month_and_a_week_before_and_then_it_ends() {
    let town = Town::open(routes());
    let school = town.group("school");
    let (marta, stella) = (town.as_("marta"), town.as_("stella"));
    let path = format!("/groups/{school}/mandates/{}", town.person("marta"));
    let set = stella.post(&path, &[("until", "2027-01-31")]);
    assert_eq!(set.location(), format!("/groups/{school}/mandates"));
    let page = marta.get(&format!("/groups/{school}/mandates"));
    assert!(page.contains("31 January 2027") && page.contains("named by Stella Kovács"), "{}", page.text());
    assert!(marta.get("/notifications").contains("Stella Kovács changed until when you speak"));
    midnight(&town);
    assert_eq!(count_to(&town, "marta@example.org"), 0);
    town.wait(days(42));
    midnight(&town);
    midnight(&town);
    assert_eq!(count_to(&town, "marta@example.org"), 1, "a month before, once");
    assert!(town.letters().last().unwrap().text.contains("until 31 January"));
    town.wait(days(22));
    midnight(&town);
    midnight(&town);
    assert_eq!(count_to(&town, "marta@example.org"), 2, "a week before");
    // It lasts until its last day is over.
    let speaks = |town: &Town| town.as_("marta").get("/account").contains("Primary School");
    assert!(speaks(&town));
    town.wait(days(6));
    midnight(&town);
    assert_eq!(role(&town, "marta", school), Some(GroupRole::Member));
    assert_eq!(count_to(&town, "marta@example.org"), 3);
    let page = stella.get(&format!("/groups/{school}"));
    assert!(page.contains("Nobody speaks for it now"));
    assert!(stella.get("/notifications").contains("Nobody speaks for Primary School any more"));
    midnight(&town);
    assert_eq!(count_to(&town, "marta@example.org"), 3);
    assert_eq!(town.jobs(mandates::JOB).len() as i64, crate::letters::jobs(&town, mandates::JOB));
}

#[test]
fn a_voice_is_silent_at_once_when_its_mandate_is_over() {
    let town = Town::open(routes());
    let (school, marta) = (town.group("school"), town.person("marta"));
    let (from, until) = (town.now(), town.now() + days(3));
    town.write(move |c| Ok(memberships::give_mandate(c, marta, school, None, from, Some(until))?));
    let voices = |at| town.write(move |c| Ok(people::voices::of_groups(c, marta, at)?.len()));
    assert_eq!((voices(until - days(1)), voices(until)), (1, 0));
}

#[test]
fn others_say_until_when_and_nobody_makes_their_own_longer() {
    let town = Town::open(routes());
    let school = town.group("school");
    let marta = town.as_("marta");
    let path = format!("/groups/{school}/mandates/{}", town.person("marta"));
    assert_eq!(marta.post(&path, &[("until", "2027-06-30")]).status(), 303, "to an end of its own");
    for longer in ["", "2027-07-01"] {
        let no = marta.post(&path, &[("until", longer)]);
        assert!(no.status() == 422 && no.contains("aria-invalid"), "{longer}");
    }
    assert_eq!(marta.post(&path, &[("until", "2020-01-01")]).status(), 422);
    assert!(marta.post(&path, &[("until", "soon")]).contains("value=\"soon\""));
    assert_eq!(town.as_("stella").post(&path, &[("until", "")]).status(), 303);
    for who in ["vera", "gabor"] {
        assert_eq!(town.as_(who).get(&path).status(), 403);
        assert_eq!(town.as_(who).get(&format!("/groups/{school}/mandates")).status(), 403);
        assert_eq!(town.as_(who).post(&path, &[("until", "")]).status(), 403);
    }
    admit(&town, "amina", school);
    let amina = town.as_("amina");
    assert_eq!(amina.get(&format!("/groups/{school}/mandates")).status(), 200);
    assert_eq!(amina.post(&path, &[("until", "")]).status(), 403);
    let amina_path = format!("/groups/{school}/mandates/{}", town.person("amina"));
    assert_eq!(marta.get(&amina_path).status(), 404, "she doesn't speak for it");
}

#[test]
fn a_group_names_its_representatives_for_a_term() {
    let town = Town::open(routes());
    let school = town.group("school");
    let (marta, path) = (town.as_("marta"), format!("/groups/{school}/mandates"));
    let wrong = marta.post(&path, &[("months", "0")]);
    assert!(wrong.status() == 422 && wrong.contains("value=\"0\""));
    assert_eq!(marta.post(&path, &[("months", "12")]).status(), 303);
    admit(&town, "amina", school);
    let member = format!("/groups/{school}/members/{}", town.person("amina"));
    assert_eq!(town.as_("amina").post(&path, &[("months", "1")]).status(), 403);
    assert_eq!(marta.post(&member, &[("role", "representative")]).status(), 303);
    let page = town.as_("amina").get(&path);
    assert!(page.contains("23 November 2027") && page.contains("named by Márta Tóth"), "{}", page.text());
    assert!(marta.get(&format!("/groups/{school}")).contains("23 November 2027"));
}

#[test]
fn a_mandate_is_handed_over_to_one_who_accepts() {
    let town = Town::open(routes());
    let school = town.group("school");
    let (marta, amina) = (town.as_("marta"), town.as_("amina"));
    let (path, index) = (format!("/groups/{school}/handovers"), format!("/groups/{school}/mandates"));
    let amina_id = town.person("amina").to_string();
    assert!(marta.get(&index).contains("Invite them first"));
    let no = marta.post(&path, &[("to", &amina_id)]);
    assert!(no.status() == 422 && no.contains("aria-invalid"), "she isn't in the group");
    assert_eq!(marta.post(&path, &[]).status(), 422);
    admit(&town, "amina", school);
    let own = format!("/groups/{school}/mandates/{}", town.person("marta"));
    marta.post(&own, &[("until", "2027-06-30")]);
    assert_eq!(marta.post(&path, &[("to", &amina_id)]).status(), 303);
    assert_eq!(role(&town, "marta", school), Some(GroupRole::Representative), "until it is accepted");
    assert_eq!(count_to(&town, "amina@example.org"), 1);
    assert!(amina.get(&index).contains("wants to hand you the mandate"));
    let answer = format!("{path}/{}", town.person("marta"));
    assert_eq!(town.as_("stella").post(&answer, &[("answer", "yes")]).status(), 404);
    assert_eq!(town.as_("vera").post(&answer, &[("answer", "yes")]).status(), 403);
    assert_eq!(amina.post(&answer, &[]).status(), 422);
    assert_eq!(amina.post(&answer, &[("answer", "no")]).status(), 303);
    assert!(marta.get("/notifications").contains("doesn’t take over"));
    assert_eq!(amina.post(&answer, &[("answer", "yes")]).status(), 404);
    marta.post(&path, &[("to", &amina_id)]);
    assert_eq!(marta.post(&format!("{path}?_method=delete"), &[]).status(), 303);
    assert_eq!(amina.post(&answer, &[("answer", "yes")]).status(), 404);
    marta.post(&path, &[("to", &amina_id)]);
    assert_eq!(amina.post(&answer, &[("answer", "yes")]).status(), 303);
    assert_eq!(role(&town, "amina", school), Some(GroupRole::Representative));
    assert_eq!(role(&town, "marta", school), Some(GroupRole::Member));
    let page = amina.get(&index);
    assert!(page.contains("30 June 2027") && page.contains("named by Márta Tóth"), "{}", page.text());
    assert_eq!(marta.post(&path, &[("to", &amina_id)]).status(), 403);
}

#[test]
fn the_page_asks_as_much_for_many_as_for_few() {
    let town = Town::open(routes());
    let school = town.group("school");
    let marta = town.as_("marta");
    let path = format!("/groups/{school}/mandates");
    marta.get(&path);
    let (_, few) = town.counted(&marta, &path);
    for who in ["vera", "amina", "gabor", "judit"] {
        admit(&town, who, school);
    }
    let (_, many) = town.counted(&marta, &path);
    assert_eq!(few, many);
}
