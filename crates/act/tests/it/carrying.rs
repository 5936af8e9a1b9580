use crate::table::{TITLE, as_, begin, draft, end_focus, focus, reads, started, take_up, town};
use db::{Changed, Conn, One};
use people::testing::Town;

db::query! {
    fn under_way() -> One<i64> {
        "select count(*) from initiatives where started_at is not null and closed_at is null"
    }

    fn started_titles() -> Vec<String> {
        "select title from initiatives where started_at is not null and closed_at is null order by id"
    }

    fn activities(kind: &str) -> One<i64> {
        "select count(*) from activity where kind = $1"
    }

    fn set_cap(cap: i64) -> Changed {
        "update community set max_initiatives = $1"
    }

    fn told(kind: &str) -> Vec<String> {
        "select p.name from notifications n join persons p on p.id = n.person_id where n.kind = $1 order by p.name"
    }
}

fn count(town: &Town, f: impl Fn(&mut Conn) -> db::Result<i64> + Send + 'static) -> i64 {
    town.write(move |c| Ok(f(c)?))
}

#[test]
fn a_draft_says_who_is_missing_until_two_sectors_and_citizens_carry_it() {
    let town = town();
    let path = draft(&town);
    let text = reads(&town, "", &path);
    assert!(text.contains("This is a draft."), "{text}");
    assert!(text.contains("An organisation of one more sector is missing."), "{text}");
    assert!(text.contains("A citizen group is missing, or two citizens."), "{text}");
    // The library is another sector; now only citizens are missing.
    assert_eq!(take_up(&town, "stella", &path).status(), 303);
    let text = reads(&town, "", &path);
    assert!(!text.contains("one more sector") && text.contains("A citizen group is missing"), "{text}");
    // One citizen is too few, two are enough.
    take_up(&town, "amina", &path);
    assert!(reads(&town, "", &path).contains("This is a draft."));
    take_up(&town, "vera", &path);
    let text = reads(&town, "", &path);
    assert!(!text.contains("This is a draft.") && text.contains("quiet: nothing is promised"), "{text}");
    assert!(reads(&town, "", "/activity").contains("An initiative has started"));
    // Those who carry it hear of it.
    let told = town.write(|c| Ok(told(c, "initiative.started")?));
    assert_eq!(told, ["Amina Haddad", "Márta Tóth", "Stella Kovács", "Vera Horváth"]);
    assert!(reads(&town, "amina", "/notifications").contains("Enough carry it, it has started"));
    reads(&town, "amina", &path);
    let open = town.write(|c| {
        c.all::<i64>("select id from notifications where read_at is null", &[]).map_err(Into::into)
    });
    assert_eq!(open.len(), 3, "whoever reads the page needs no notice of it");
}

#[test]
fn one_citizen_group_is_enough() {
    let town = town();
    let path = draft(&town);
    take_up(&town, "pista", &path);
    assert!(reads(&town, "", &path).contains("This is a draft."));
    take_up(&town, "judit", &path);
    assert!(!reads(&town, "", &path).contains("This is a draft."));
}

#[test]
fn each_voice_carries_it_once_and_only_who_speaks_for_a_group_takes_it_up() {
    let town = town();
    let path = draft(&town);
    let school = as_(&town, "marta");
    for voice in [school.as_str(), "99", "nonsense"] {
        let answer = town.as_("amina").post(&format!("{path}/carriers"), &[("voice", voice)]);
        assert_eq!(answer.status(), 403, "{voice}");
    }
    take_up(&town, "amina", &path);
    take_up(&town, "amina", &path);
    assert_eq!(count(&town, |c| activities(c, "initiative.carried")), 1);
    // Somebody with two voices may carry it in both.
    town.as_("marta").post(&format!("{path}/carriers"), &[("voice", "me")]);
    let text = reads(&town, "marta", &path);
    assert!(text.contains("Márta Tóth") && text.matches("Put it down").count() == 2, "{text}");
}

#[test]
fn who_puts_it_down_is_missing_and_what_has_started_goes_on() {
    let town = town();
    let path = started(&town);
    let down = format!("{path}/carriers?_method=delete");
    let school = as_(&town, "marta");
    assert_eq!(
        town.as_("amina").post(&down, &[("voice", &school)]).status(),
        403,
        "nobody puts it down for others"
    );
    assert_eq!(town.as_("marta").post(&down, &[("voice", &school)]).status(), 303);
    assert_eq!(town.as_("marta").post(&down, &[("voice", &school)]).status(), 303);
    let text = reads(&town, "", &path);
    assert!(text.contains("Fewer carry it than it needs.") && text.contains("one more sector"), "{text}");
    assert_eq!(count(&town, |c| activities(c, "initiative.put-down")), 1);
    assert_eq!(count(&town, under_way), 1);
}

/// Begins so many under the first focus, and lets school, club and neighbours carry each.
fn many(town: &Town, titles: &[&str]) -> Vec<String> {
    let begun = titles.iter().map(|title| {
        let path = begin(town, "marta", 1, title).location().to_owned();
        take_up(town, "gabor", &path);
        take_up(town, "pista", &path);
        path
    });
    begun.collect()
}

#[test]
fn a_focus_has_room_for_three_and_the_next_waits() {
    let town = town();
    let paths = many(
        &town,
        &["The first thing", "The second thing", "The third thing", "The fourth thing", "The fifth thing"],
    );
    assert_eq!(count(&town, under_way), 3);
    assert!(reads(&town, "", &paths[3]).contains("It starts as soon as its focus has a free place"));
    let list = reads(&town, "", "/initiatives");
    assert!(list.contains("waits for a free place") && !list.contains("place is free"), "{list}");
    // Another focus has places of its own.
    let other = focus(&town, "Something for the young to do");
    let elsewhere = begin(&town, "marta", other, "Elsewhere").location().to_owned();
    take_up(&town, "gabor", &elsewhere);
    take_up(&town, "pista", &elsewhere);
    assert_eq!(count(&town, under_way), 4);
    // One closes, and the one that has waited longest starts.
    town.as_("marta").post(&format!("{}/closure", paths[1]), &[("note", "It is done.")]);
    let titles = town.write(|c| Ok(started_titles(c)?));
    assert_eq!(titles, ["The first thing", "The third thing", "The fourth thing", "Elsewhere"]);
}

#[test]
fn a_draft_that_is_closed_frees_nothing_and_takes_nothing() {
    let town = town();
    let paths = many(&town, &["The first thing", "The second thing", "The third thing", "The fourth thing"]);
    town.as_("marta").post(&format!("{}/closure", paths[3]), &[("note", "We gave it up.")]);
    town.as_("marta").post(&format!("{}/closure", paths[0]), &[("note", "It is done.")]);
    assert_eq!(town.write(|c| Ok(started_titles(c)?)), ["The second thing", "The third thing"]);
}

#[test]
fn under_a_focus_that_has_ended_nothing_starts() {
    let town = town();
    let path = draft(&town);
    take_up(&town, "gabor", &path);
    end_focus(&town, 1);
    take_up(&town, "pista", &path);
    assert_eq!(count(&town, under_way), 0);
    assert!(reads(&town, "", "/initiatives").contains("Under focuses that have ended"));
}

#[test]
fn two_at_once_never_take_more_places_than_there_are() {
    let town = town();
    town.write(|c| Ok(set_cap(c, 1)?));
    let drafts: Vec<String> = ["One of two", "The other of two"]
        .iter()
        .map(|title| {
            let path = begin(&town, "marta", 1, title).location().to_owned();
            take_up(&town, "gabor", &path);
            path
        })
        .collect();
    let person = town.person("pista");
    let voices = town.write(move |c| Ok(people::voices::of_person(c, person, "")?));
    let malom = voices.into_iter().find(|v| v.group.is_some()).unwrap();
    let now = town.now();
    let threads: Vec<_> = drafts
        .iter()
        .map(|path| {
            let id = path.rsplit('/').next().unwrap().parse().unwrap();
            let (db, malom) = (town.app.db.clone(), malom.clone());
            std::thread::spawn(move || db.write_now(move |c| act::initiatives::carry(c, id, &malom, now)))
        })
        .collect();
    threads.into_iter().for_each(|thread| thread.join().unwrap().unwrap());
    assert_eq!(count(&town, under_way), 1);
    assert_eq!(reads(&town, "", "/initiatives").matches("waits for a free place").count(), 1);
    assert!(!reads(&town, "", "/initiatives").contains(TITLE));
}
