//! Each step of the schema, taken by a database that is in use.

use crate::filled;
use db::{Db, Engine, Error, Url, search, testing};

#[test]
fn a_database_of_any_age_comes_to_the_newest_schema_with_all_its_rows() {
    for steps in 1..=testing::STEPS {
        let place = testing::place().unwrap();
        let tables = filled::tables(steps);
        let before = {
            let mut c = testing::at_step(&place.url, steps).unwrap();
            filled::fill(&mut c, &tables).unwrap();
            filled::rows(&mut c, &tables)
        };
        assert!(before.iter().all(|(_, rows)| !rows.is_empty()));

        let db = Db::open(&place.url).unwrap();
        let after = db.read_now(move |c| Ok::<_, Error>(filled::rows(c, &tables))).unwrap();
        for ((name, before), (_, after)) in before.iter().zip(&after) {
            let lost: Vec<&String> = before.iter().filter(|row| !after.contains(row)).collect();
            assert!(lost.is_empty(), "after step {steps}: {name} lost {lost:?}");
        }
        assert_eq!(testing::wrong_statements(&db).unwrap(), Vec::<String>::new());
    }
}

#[test]
fn a_database_that_is_new_enough_is_left_alone() {
    let fresh = testing::fresh().unwrap();
    let at = |url: &Url| {
        let history = "select max(applied_on) from refinery_schema_history";
        Db::open(url).unwrap().read_now(|c| c.first::<String>(history, &[])).unwrap()
    };
    assert_eq!(at(&fresh.url), at(&fresh.url));
}

#[test]
fn data_of_a_newer_program_is_not_touched() {
    let fresh = testing::fresh().unwrap();
    let newer = "insert into refinery_schema_history (version, name, applied_on, checksum)
                 select version + 1, 'tomorrow', applied_on, checksum from refinery_schema_history
                 order by version desc limit 1";
    fresh.db.write_now(|c| c.run(newer, &[])).unwrap();
    let refused = Db::open(&fresh.url).err().unwrap();
    assert!(matches!(refused, Error::Migration(_)), "{refused}");
}

#[test]
fn posts_are_still_found_when_they_have_come_to_an_index_of_their_own() {
    let place = testing::place().unwrap();
    {
        let mut c = testing::at_step(&place.url, 11).unwrap();
        let columns = "kind, subject_id, scope, path, title, body, at";
        let values = "'post', 7, 'open', '/threads/1#p2', 'Régi híd', 'Łódź árvize', 0";
        let statements: &[&str] = match c.engine() {
            Engine::Sqlite => &[
                &format!("insert into search_documents ({columns}) values ({values})"),
                "insert into search_words (rowid, title, body) values (1, '', 'lodz arvize')",
            ],
            Engine::Postgres => &[&format!(
                "insert into search_documents ({columns}, words)
                 values ({values}, to_tsvector('simple', 'lodz arvize'))"
            )],
        };
        statements.iter().for_each(|sql| assert_eq!(c.run(sql, &[]).unwrap(), 1));
    }
    let db = Db::open(&place.url).unwrap();
    let find = |typed: &'static str| db.read_now(move |c| search::find(c, typed, "", false, 10)).unwrap();
    assert_eq!(find("árvíz lodz").len(), 0);
    assert_eq!(find("Łódź árviz").iter().map(|found| found.subject_id).collect::<Vec<_>>(), [7]);
    assert_eq!(find("híd").len(), 0, "a post is found by its own words");
}
