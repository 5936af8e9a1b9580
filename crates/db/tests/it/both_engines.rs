//! What every room relies on, on whichever engine this run is on.

use db::{Changed, Conn, Error, One, Result, jobs, search, testing};
use jiff::{SignedDuration, Timestamp};

db::query! {
    fn count_limits(key: &str) -> One<i64> {
        "select count(*) from limits where key = $1"
    }
    fn insert_limit(key: &str, window: i64) -> Changed {
        "insert into limits (key, window_start, count) values ($1, $2, 1)"
    }
}

fn now() -> Timestamp {
    "2026-11-23T10:00:00Z".parse().unwrap()
}

#[test]
fn every_statement_is_prepared_and_its_columns_are_the_structs() {
    let fresh = testing::fresh().unwrap();
    assert_eq!(testing::wrong_statements(&fresh.db).unwrap(), Vec::<String>::new());
}

#[test]
fn a_write_that_fails_undoes_itself_and_leaves_the_others() {
    let fresh = testing::fresh().unwrap();
    let threads: Vec<_> = (0..40)
        .map(|n| {
            let db = fresh.db.clone();
            std::thread::spawn(move || {
                db.write_now(move |c| {
                    insert_limit(c, "k", n)?;
                    if n % 4 == 0 { Err(Error::NoRow) } else { Ok(()) }
                })
            })
        })
        .collect();
    let kept = threads.into_iter().map(|t| t.join().unwrap()).filter(Result::is_ok).count();
    assert_eq!(kept, 30);
    assert_eq!(fresh.db.read_now(|c| count_limits(c, "k")).unwrap(), 30);
}

#[test]
fn a_numbered_parameter_is_the_same_value_wherever_it_stands() {
    let fresh = testing::fresh().unwrap();
    let pair: Option<(i64, i64)> = fresh
        .db
        .read_now(|c| c.first("select cast($2 as bigint), cast($1 as bigint)", &[&1_i64, &2_i64]))
        .unwrap();
    assert_eq!(pair, Some((2, 1)));
}

#[test]
fn a_panic_is_an_error_to_its_caller_alone() {
    let fresh = testing::fresh().unwrap();
    let outcome: Result<()> = fresh.db.write_now(|c| {
        insert_limit(c, "k", 1)?;
        panic!("on purpose")
    });
    assert!(matches!(outcome, Err(Error::Panicked)));
    fresh.db.write_now(|c: &mut Conn| insert_limit(c, "k", 2)).unwrap();
    assert_eq!(fresh.db.read_now(|c| count_limits(c, "k")).unwrap(), 1);
}

#[test]
fn a_broken_constraint_has_a_name() {
    let fresh = testing::fresh().unwrap();
    let insert = |c: &mut Conn| {
        c.run("insert into persons (name, name_folded, email, joined_at, seen_at) values ('A', 'a', 'a@example.org', 0, 0)", &[])
    };
    fresh.db.write_now(insert).unwrap();
    let again = fresh.db.write_now(insert).unwrap_err();
    assert!(again.is_constraint("persons_email_key"), "{again}");
}

#[test]
fn a_job_is_claimed_once_and_comes_back_when_its_worker_dies() {
    let fresh = testing::fresh().unwrap();
    let (kind, payload) = ("mail", serde_json::json!({"to": "a@example.org"}));
    fresh.db.write_now(move |c| jobs::enqueue(c, kind, &payload, now())).unwrap();
    let claim = |at: Timestamp| fresh.db.write_now(move |c| jobs::claim(c, at)).unwrap();
    assert!(claim(now() - SignedDuration::from_secs(1)).is_none());
    let first = claim(now()).unwrap();
    assert_eq!((first.kind.as_str(), first.attempts), ("mail", 1));
    assert!(claim(now()).is_none());
    let again = claim(now() + SignedDuration::from_mins(6)).unwrap();
    assert_eq!((again.id, again.attempts), (first.id, 2));
    fresh.db.write_now(move |c| jobs::complete(c, again.id)).unwrap();
    assert!(claim(now() + SignedDuration::from_hours(1)).is_none());
}

#[test]
fn search_forgives_accents_finds_beginnings_and_keeps_the_circle_apart() {
    let fresh = testing::fresh().unwrap();
    fresh
        .db
        .write_now(|c| {
            for (id, scope, title) in [(1, "open", "Az út az iskolába"), (2, "circle", "Iskola: bizalmas")]
            {
                let body = "Félünk a kereszteződésnél.";
                search::put(
                    c,
                    &search::Document {
                        kind: "thread",
                        subject_id: id,
                        scope,
                        path: "/threads/1",
                        title,
                        body,
                        locale: "hu",
                        said: None,
                        at: now(),
                    },
                )?;
            }
            Ok::<(), Error>(())
        })
        .unwrap();
    let find = |typed: &'static str, circle: bool| {
        let found = fresh.db.read_now(move |c| search::find(c, typed, "", circle, 10)).unwrap();
        found.into_iter().map(|f| f.subject_id).collect::<Vec<_>>()
    };
    assert_eq!(find("iskol", false), [1]);
    assert_eq!(find("iskol", true).len(), 2);
    assert_eq!(find("felunk keresztez", false), [1]);
    assert_eq!(find("\"' OR *", true), Vec::<i64>::new());
    fresh.db.write_now(|c| search::remove(c, "thread", 1)).unwrap();
    assert_eq!(find("iskol", false), Vec::<i64>::new());
}

fn post(id: i64, body: &str) -> search::Document<'_> {
    let (kind, scope, path, title) = (search::PART, "open", "/threads/1", "Régi híd");
    search::Document { kind, subject_id: id, scope, path, title, body, locale: "hu", said: None, at: now() }
}

#[test]
fn posts_are_found_newest_first_whether_they_wait_for_the_index_or_are_in_it() {
    let fresh = testing::fresh().unwrap();
    let put_all = |c: &mut Conn| (1..=600).try_for_each(|n| search::put(c, &post(n, &format!("Árvíz {n}"))));
    fresh.db.write_now(put_all).unwrap();
    let find = |typed: &'static str| {
        let found = fresh.db.read_now(move |c| search::find(c, typed, "", false, 3)).unwrap();
        found.into_iter().map(|f| f.subject_id).collect::<Vec<_>>()
    };
    assert_eq!(find("árvíz"), [600, 599, 598]);
    assert_eq!(find("árvíz 17"), [17, 179, 178], "a finished word is not hidden by longer ones");
    assert_eq!(find("árvíz 60"), [60, 600], "longer ones come after it");
    assert_eq!(find("híd"), Vec::<i64>::new(), "a post is found by its own words alone");

    let change = |c: &mut Conn| [60, 600].iter().try_for_each(|n| search::put(c, &post(*n, "Aszály")));
    fresh.db.write_now(change).unwrap();
    assert_eq!((find("aszály"), find("árvíz 60")), (vec![600, 60], vec![]));
    let remove = |c: &mut Conn| [60, 600].iter().try_for_each(|n| search::remove(c, search::PART, *n));
    fresh.db.write_now(remove).unwrap();
    assert_eq!(find("aszály"), Vec::<i64>::new());
}

#[test]
fn posts_are_narrowed_down_whether_they_wait_for_the_index_or_are_in_it() {
    let fresh = testing::fresh().unwrap();
    let put_all = |c: &mut Conn| {
        (1..=600).try_for_each(|n: i64| {
            let (group, place) = ((n % 3 == 0).then_some(7), if n % 5 == 0 { "focus-3" } else { "" });
            let (side, locale) = if n % 3 == 0 { ("organisations", "hu") } else { ("citizens", "en") };
            let said = Some(search::Said { group, side, place });
            let at = now() + SignedDuration::from_hours(n);
            search::put(c, &search::Document { said, locale, at, ..post(n, "Árvíz") })
        })
    };
    fresh.db.write_now(put_all).unwrap();
    let find = |narrow: fn(search::Narrowing) -> search::Narrowing| {
        let among = narrow(search::Narrowing::default());
        let found = fresh.db.read_now(move |c| search::find_in(c, "árv", &among, 1000)).unwrap();
        found.into_iter().map(|f| f.subject_id).collect::<Vec<_>>()
    };
    let all = |keep: fn(i64) -> bool| (1..=600).rev().filter(|n| keep(*n)).collect::<Vec<i64>>();
    assert_eq!(find(|n| n).len(), 600);
    assert_eq!(find(|n| search::Narrowing { group: 7, ..n }), all(|n| n % 3 == 0));
    assert_eq!(find(|n| search::Narrowing { side: "citizens".into(), ..n }), all(|n| n % 3 > 0));
    assert_eq!(find(|n| search::Narrowing { locale: "hu".into(), ..n }), all(|n| n % 3 == 0));
    assert_eq!(find(|n| search::Narrowing { place: "focus-3".into(), ..n }), all(|n| n % 5 == 0));
    assert_eq!(find(|n| search::Narrowing { place: "focus-33".into(), ..n }), Vec::<i64>::new());
    let time = |n| search::Narrowing {
        from: now() + SignedDuration::from_hours(100),
        to: now() + SignedDuration::from_hours(300),
        ..n
    };
    assert_eq!(find(time), all(|n| (100..300).contains(&n)));
    assert_eq!(find(|n| search::Narrowing { group: 8, ..n }), Vec::<i64>::new());

    let again = |c: &mut Conn| {
        let said = Some(search::Said { group: Some(8), ..search::Said::default() });
        search::put(c, &search::Document { said, ..post(60, "Árvíz") })?;
        search::put(c, &post(63, "Árvíz volt"))
    };
    fresh.db.write_now(again).unwrap();
    assert_eq!(find(|n| search::Narrowing { group: 8, ..n }), [60]);
    assert!(find(|n| search::Narrowing { group: 7, ..n }).contains(&63), "who said it stays as it was");
}

#[test]
fn a_typing_error_is_mended_from_posts_that_wait_and_that_are_in_the_index() {
    let fresh = testing::fresh().unwrap();
    let put_all = |c: &mut Conn| {
        search::put(c, &post(1, "A régi malomkő"))?;
        (2..=400).try_for_each(|n| search::put(c, &post(n, "Árvíz")))?;
        search::put(c, &post(401, "Egy új szélkakas"))
    };
    fresh.db.write_now(put_all).unwrap();
    let mended = |typed: &'static str, among: search::Narrowing| {
        fresh.db.read_now(move |c| search::find_forgiving(c, typed, &among, 20)).unwrap().1
    };
    let anywhere = search::Narrowing::default;
    assert_eq!(mended("malomko", anywhere()), None, "there is nothing wrong with it");
    assert_eq!(mended("régi molomkő", anywhere()), Some("régi malomkő".into()));
    assert_eq!(mended("szelkaks", anywhere()), Some("szélkakas".into()));
    assert_eq!(mended("uj szelkaksa", anywhere()), Some("uj szélkakas".into()));
    assert_eq!(mended("regi szelkaksa", anywhere()), None, "no post has both");
    assert_eq!(mended("molomko", search::Narrowing { group: 5, ..anywhere() }), None);
    assert_eq!(mended("molomko", search::Narrowing::of("thread", true)), None);
}
